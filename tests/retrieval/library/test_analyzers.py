"""Terms: each text by the rules of its language, each question by those of every language that the library holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.library.analyzers import GAP, QuestionAnalyzer, gapped, language_code, terms_of


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The strikers were striking", "striker strike"),
        ("ru", "Рабочие бастовали на заводах", "рабочий бастовал завод"),
        ("ru", "Пётр пришёлъ въ городъ", "Петр пришел город"),
        ("de", "Die Häuser der Bürger", "Haus Bürgern"),
        ("fr", "les révolutionnaires étaient arrêtés", "révolutionnaire arrêté"),
        ("es", "los obreros de las fábricas", "obrero fábrica"),
        ("tr", "İşçilerin evleri", "işçi ev"),
        ("tr", "ISPARTA'DA ŞEHİR", "ısparta şehir"),
        ("it", "gli operai delle fabbriche", "operaio fabbrica"),
    ],
)
def test_inflected_words_share_a_term(language: str, one: str, other: str) -> None:
    assert set(terms_of(other, language)) & set(terms_of(one, language))


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", "the king and the bishop", ["king", "bishop"]),
        ("ru", "кто и где был царь", ["цар"]),
        ("de", "der König und die Stadt", ["konig", "stadt"]),
        ("tr", "bu kral ve çok şehir", ["kral", "sehir"]),
        ("es", "el rey de los Estados Unidos", ["rey", "estad", "unid"]),
        ("pl", "Król był", ["krol", "był".replace("ł", "l")]),
        ("xx", "Abc DEF", ["abc", "def"]),
        ("zh", "大海平静", ["大海", "海平", "平静"]),
        ("ja", "船", ["船"]),
    ],
)
def test_stop_words_and_accents_go(language: str, text: str, left: list[str]) -> None:
    assert terms_of(text, language) == left


@pytest.mark.parametrize(
    ("given", "code"), [(None, "en"), ("EN", "en"), ("en-GB", "en"), ("pt_BR", "pt"), ("", "en"), ("ru", "ru")]
)
def test_a_language_is_known_by_its_code(given: str | None, code: str) -> None:
    assert language_code(given) == code


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who was the king of the mountain?", "en"),
        ("Кто был царём и когда он бежал?", "ru"),
        ("Wie hat der König das Land verlassen?", "de"),
        ("Où est le roi et que fait-il dans la ville?", "fr"),
        ("Kral hangi şehir için savaştı ve nasıl?", "tr"),
        ("Kerensky", "en"),
    ],
)
def test_the_language_of_a_question_is_told_by_its_little_words(question: str, language: str) -> None:
    assert QuestionAnalyzer(["de", "en", "fr", "ru", "tr"]).language(question) == language


def test_a_question_is_looked_for_in_every_language_of_the_library() -> None:
    found = QuestionAnalyzer(["en", "de"]).terms("Who was Kerensky in the war?")
    assert set(terms_of("Kerensky war", "en")) | set(terms_of("Kerensky", "de")) <= set(found)
    assert not {"the", "was"} & set(found)


def test_a_library_in_one_language_has_one_term_for_a_word() -> None:
    question = "Whose palaces stormed the palaces?"
    assert QuestionAnalyzer(["en"]).terms(question) == ["whose", "palac", "storm"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (f"the ancien r{GAP}gime fell", "régime"),
        (f"the ancien r{GAP}gime fell", "regime"),
        (f"the ancien R{GAP}{GAP}GIME fell", "regime"),
        (f"un {GAP}l{GAP}ve de Paris", "élève"),
        (f"he did it na{GAP}vely", "naïvely"),
        (f"Pr{GAP}fekt M{GAP}ller", "Müller"),
    ],
)
def test_a_lost_letter_is_matched_like_the_one_that_it_stands_for(text: str, word: str) -> None:
    assert set(gapped(word)) & set(terms_of(text, "en"))


@given(st.text("abcdefé", min_size=4, max_size=12), st.data())
def test_any_one_letter_may_be_lost(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    lost = word[:at] + GAP + word[at + 1 :]
    assert set(gapped(word)) & set(terms_of(lost, "en"))


def test_words_without_lost_letters_have_no_such_terms() -> None:
    assert not any(GAP in term for term in terms_of("ancien regime", "fr"))
    assert terms_of(f"words {GAP} words", "xx") == ["words", "words", GAP]


@given(st.text(alphabet=f"abÉ² -_{GAP}", max_size=200), st.integers(0, 200))
def test_any_text_that_lost_letters_has_terms(text: str, long: int) -> None:
    found = terms_of(f"{text}{GAP}{'x' * long}", "en")
    assert GAP in found
    assert all(term and len(term) <= 60 for term in found)
