"""What is said about a quotation, and where its words are found."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import QuestionError
from retrieval.verifying.verdicts import Kind, Verdict, Verification
from retrieval.verifying.verifying import LONGEST, verify
from tests.retrieval.verifying.shelves import HARBOUR, SmallShelf, document, small_shelf

SHELF = small_shelf()
WALKED = "On the ninth they walked out, and the sailors followed them."
RAN = "ran the bakeries, the trams and the telegraph"
BREAD = "We ask for bread, not for cannons"


def said(text: str, **options: object) -> Verification:
    return verify(SHELF, text, **options)


VERDICTS = {
    # as it stands
    WALKED: Verdict.EXACT,
    f"“{WALKED}”": Verdict.EXACT,
    f"  …{WALKED} ... ": Verdict.EXACT,
    "January 1893. Ships lay in the ice until Mar": Verdict.EXACT,
    # other typography
    "ON THE NINTH THEY WALKED OUT, AND THE SAILORS FOLLOWED THEM": Verdict.FOLDED,
    "On the ninth they\n  walked out, and the sailors fol-\nlowed them.": Verdict.FOLDED,
    "tele- graphed the capital for three hun- dred soldiers": Verdict.FOLDED,
    "TELEGRAPHED THE CAPITAL FOR THREE HUNDRED SOL-\u00a0\nDIERS": Verdict.FOLDED,
    "> On the ninth they walked out,\n> and the sailors followed them.": Verdict.FOLDED,
    "telegraphed the capital for three hundred soldiers — none came.": Verdict.FOLDED,
    "the strike committee ran the bakeries, the trams and the telegraph office.": Verdict.FOLDED,
    "the trams and the telegraph office. Nobody in Vellin had expected that": Verdict.FOLDED,
    "[o]n the ninth they walked out, and the sailors followed them": Verdict.FOLDED,
    "On the ninth they walked [sic] out, and the sailors followed them.": Verdict.EXACT,
    "“‘We ask for bread, not for cannons,’ said Marta Lund": Verdict.FOLDED,
    "Am Neunten gingen die Hafenarbeiter von Vellin auf die Strasse und kehrten nicht zuruck": Verdict.FOLDED,
    "девятого января докеры Веллина вышли на улицу, и матросы": Verdict.FOLDED,
    # other words
    "On the ninth they walked away, and the sailors followed them.": Verdict.NEAR,
    "On the ninth they walked out and the sailors followed them.": Verdict.NEAR,
    "On the ninth [the dockers] walked out, and the sailors followed them.": Verdict.NEAR,
    "0n tne nintn tbey walked ovt, and tbe sailors fo1lowed thcm": Verdict.NEAR,
    # another meaning
    "On the ninth they did not walk out, and the sailors followed them.": Verdict.ALTERED,
    "The dockers had been paid since autumn. On the ninth they walked out": Verdict.ALTERED,
    "Governor Brandt telegraphed the capital for two hundred soldiers": Verdict.ALTERED,
    "Governor Ekdal telegraphed the capital for three hundred soldiers": Verdict.ALTERED,
    "The harbour of Vellin froze over in the first week of January 1894.": Verdict.ALTERED,
    "The harbour of Vellin froze over in the first week of February 1893.": Verdict.ALTERED,
    "докеры Веллина не вышли на улицу, и матросы пошли вслед за ними": Verdict.ALTERED,
    # pieces
    f"{WALKED} ... {RAN}": Verdict.PARTIAL,
    f"On the ninth they walked out, and the sailors [...] {RAN}": Verdict.PARTIAL,
    f"On the ninth they walked out, and the sailors followed them {RAN}": Verdict.PARTIAL,
    f"{WALKED} … which nobody at all had ever dreamt of in that kingdom": Verdict.PARTIAL,
    # nothing
    "The committee of the miners of Osk had printed its own stamps and a little newspaper": Verdict.ABSENT,
    "Copyright of this page belongs to the keepers of the lighthouse": Verdict.ABSENT,
    "🎉🎉🎉 nothing of the kind was ever written by anybody here 🎉": Verdict.ABSENT,
    "they walked out": Verdict.TOO_SHORT,
    "a b c d e f": Verdict.TOO_SHORT,
    "🎉 …": Verdict.TOO_SHORT,
}


@pytest.mark.parametrize(("text", "verdict"), VERDICTS.items(), ids=[text[:40] for text in VERDICTS])
def test_verdicts(text: str, verdict: Verdict) -> None:
    made = said(text)
    assert (made.verdict, made.quotation) == (verdict, text), made
    assert made.note
    found = verdict not in (Verdict.ABSENT, Verdict.TOO_SHORT)
    assert bool(made.quotes) == found
    for quote in made.quotes:
        text_of = next(each.text for each in SHELF.documents.values() if each.id == quote.document)
        assert text_of[quote.start : quote.end] == quote.text


CHANGES = {
    "they did not walk out, and the sailors followed them.": (Kind.NEGATION, "", "not"),
    "The harbour of Vellin froze over in the first week of January 1894": (Kind.DATE, "1893", "1894"),
    "telegraphed the capital for two hundred soldiers": (Kind.NUMBER, "three", "two"),
    "Governor Ekdal telegraphed the capital for three hundred soldiers": (Kind.NAME, "Brandt", "Ekdal"),
}


@pytest.mark.parametrize(("text", "change"), CHANGES.items())
def test_what_alters_the_meaning_is_named_and_shown(text: str, change: tuple[Kind, str, str]) -> None:
    made = said(text)
    assert [(each.kind, each.source, each.quotation) for each in made.main.changes] == [change]
    assert str(change[0]) in made.note
    assert f"{{+{change[2]}+}}" in (made.main.diff or "") or change[2] in (made.main.diff or "")


def test_a_number_in_words_or_digits_and_another_spelling_of_a_name_alter_nothing() -> None:
    assert said("Governor Brandt telegraphed the capital for 3 hundred soldiers").verdict is Verdict.NEAR
    assert said("Governor Brand telegraphed the capital for three hundred soldiers").verdict is Verdict.NEAR


def test_a_diff_shows_the_words_of_both_in_their_context() -> None:
    made = said("On the ninth they walked away, and the sailors followed them.")
    assert made.main.diff == "… the ninth they walked [-out-] {+away+} and the sailors followed …"
    marks = said("On the ninth they walked out and the sailors followed them.")
    assert marks.main.diff == "On the ninth they walked [-out,-] {+out+} and the sailors followed them"


CLAIMS = {
    f'as Marta Lund said: "{BREAD}"': (Verdict.EXACT, "Marta Lund", True),
    f'as Jonas Ek said: "{BREAD}"': (Verdict.MISATTRIBUTED, "Jonas Ek", False),
    f"“{BREAD}” — Jonas Ek, 1901": (Verdict.EXACT, "Jonas Ek", True),
    f"“{BREAD}” — Lund": (Verdict.EXACT, "Lund", True),
    f"“{BREAD}” (Brandt, Memoirs, 1901)": (Verdict.MISATTRIBUTED, "Brandt", False),
    f"“{BREAD},” said Governor Brandt.": (Verdict.MISATTRIBUTED, "Brandt", False),
    f"In the words of Jonas Ek: “{WALKED}”": (Verdict.EXACT, "Jonas Ek", True),
    f"as lenin said: {WALKED}": (Verdict.MISATTRIBUTED, "lenin", False),
    "As Anna Lund wrote: the ships of the northern line were sold to a company": (Verdict.EXACT, "Anna Lund", True),
    "As Peter Lund wrote: the ships of the northern line were sold to a company": (
        Verdict.MISATTRIBUTED,
        "Peter Lund",
        False,
    ),
    f"Brandt wrote: {WALKED.replace('ninth', 'tenth')}": (Verdict.ALTERED, "Brandt", False),
    f"“{BREAD},” said Marta Lund to the crowd": (Verdict.FOLDED, None, None),  # the source has all of it
}


@pytest.mark.parametrize(("text", "expected"), CLAIMS.items(), ids=[text[:50] for text in CLAIMS])
def test_the_one_who_is_said_to_have_said_it_is_compared_with_speaker_and_author(
    text: str, expected: tuple[Verdict, str | None, bool | None]
) -> None:
    made = said(text)
    assert (made.verdict, made.claimed, made.attributed) == expected, made


def test_words_of_unknown_authors_are_ascribed_to_nobody() -> None:
    shelf = SmallShelf(document("nameless", HARBOUR, author=None))
    made = verify(shelf, f"As Lenin said: {WALKED}")
    assert (made.verdict, made.attributed) == (Verdict.EXACT, None)
    assert "not known" in made.note


@pytest.mark.parametrize(
    ("text", "attributed"),
    [
        (f"As Jonas Ek said: {WALKED}", None),
        (f"As Lenin said: {WALKED}", None),
        (f"“{WALKED}” — Jonas Ek", True),
        (f"“{WALKED}” — Lenin", None),
    ],
)
def test_words_whose_speaker_is_not_named_are_ascribed_to_nobody(text: str, attributed: bool | None) -> None:
    shelf = SmallShelf(document("quoting", HARBOUR, author="Jonas Ek", voices=[(WALKED, None)]))
    made = verify(shelf, text)
    assert (made.verdict, made.attributed) == (Verdict.EXACT, attributed)
    assert made.note.endswith("Jonas Ek quotes them and does not name the speaker.")


def test_of_equal_places_the_one_that_fits_the_claim_is_shown_and_the_others_are_listed() -> None:
    shelf = SmallShelf(*(document(f"copy-{name}", HARBOUR, author=name) for name in ("Ek", "Brandt", "Lund")))
    made = verify(shelf, f"As Brandt wrote: {WALKED}")
    assert made.verdict is Verdict.EXACT
    assert made.quotes[0].document == "copy-Brandt"
    assert {place.document for place in made.quotes[0].also_at} == {"copy-Ek", "copy-Lund"}


def test_masked_words_are_told_as_such() -> None:
    made = said("Copyright of this page belongs to the keepers of the lighthouse")
    assert "site footer" in made.note


def test_only_the_documents_that_are_asked_for_count() -> None:
    assert said(WALKED, documents={"letters"}).verdict is Verdict.ABSENT
    assert said(WALKED, documents={"harbour"}).verdict is Verdict.EXACT
    assert said(WALKED, documents=()).verdict is Verdict.ABSENT


def test_pieces_are_shown_in_the_order_of_the_quotation() -> None:
    made = said(f"{RAN} [...] {WALKED}")
    assert [piece.quotation for piece in made.pieces] == [RAN, WALKED]
    assert [piece.verdict for piece in made.pieces] == [Verdict.EXACT, Verdict.EXACT]
    assert made.quotes[0].start > made.quotes[1].start


def test_a_short_piece_is_looked_for_beside_the_others() -> None:
    made = said("Ships lay ... On the ninth they walked out, and the sailors followed them.")
    assert [piece.verdict for piece in made.pieces] == [Verdict.EXACT, Verdict.EXACT]


@pytest.mark.parametrize("text", ["", " \n ", "x" * (LONGEST + 1)], ids=["empty", "blank", "endless"])
def test_what_cannot_be_verified_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(QuestionError, match="quotation"):
        said(text)


def test_a_chapter_is_verified_as_a_sentence_is() -> None:
    words = [f"{word}{number}" for number in range(900) for word in ("harbour", "ice", "bread", "quay")]
    text = "\r\n".join(" ".join(words[at : at + 12]) for at in range(0, len(words), 12))
    shelf = SmallShelf(document("long", text, author="Ek"))
    assert verify(shelf, " ".join(words)).verdict is Verdict.FOLDED
    words[1800:1801] = ["harbour"]
    near = verify(shelf, " ".join(words))
    assert near.quotes[0].text == text


@given(st.data())
def test_every_slice_of_whole_words_is_exact_where_it_stands(data: st.DataObject) -> None:
    starts = [0, *(at + 1 for at, char in enumerate(HARBOUR) if char in " \n")]
    ends = [at for at, char in enumerate(HARBOUR) if char in " \n"]
    start = data.draw(st.sampled_from(starts[:-8]))
    end = data.draw(st.sampled_from([at for at in ends if at > start + 40] or [len(HARBOUR)]))
    words = HARBOUR[start:end].strip()
    made = said(words)
    assert made.verdict is Verdict.EXACT
    assert words in made.quotes[0].text


def test_words_pass_in_order() -> None:
    sentences = [each for each in HARBOUR.split(". ") if len(each.split()) > 6]
    for one, other in pairwise(sentences):
        made = said(f"{other.strip()} ... {one.strip()}")
        assert made.verdict in (Verdict.PARTIAL, Verdict.EXACT)
