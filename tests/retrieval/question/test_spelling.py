"""Spelling: names in any romanisation and slips of the finger are repaired, everything else stays as it was typed."""

import re
import string
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.answering.asking import Reader
from retrieval.library.records import Word
from retrieval.question.spelling import Speller, repaired, slip_distance, sound_key
from retrieval.question.words import WORD

LETTERS = st.text("abkrst", max_size=8)


@pytest.mark.parametrize(
    "spellings",
    [
        "Kerensky Kerenski Kerenskii Kerenskij Kerenskiy",
        "Trotsky Trotski Trotzky Trotzki Trotskii Trocki",
        "Chudnovsky Chudnovski Tchudnovski Tschudnowski Chudnovskii",
        "Shaliapin Chaliapin Schaljapin Shalyapin",
        "Kornilov Kornilow Korniloff Kornilof",
        "Zinoviev Zinovieff Zinovyev",
        "Milyukov Miliukov Milioukov Miljukow Milioukoff",
        "Lunacharsky Lunacharskii Lunatcharsky Lunatscharski Lounatcharski",
        "Rodzyanko Rodzianko Rodzjanko",
        "Khrushchev Hrushchev Khruschtschew",
        "Alexander Aleksander",
        "Petrograd",
    ],
)
def test_one_name_has_one_key_however_it_is_romanised(spellings: str) -> None:
    assert len({sound_key(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lenin", "Stalin"), ("Kamenev", "Kaledin"), ("Kerensky", "Krylenko"), ("Martov", "Marat"), ("Lvov", "Luga")],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


@given(st.text(string.ascii_letters))
def test_a_key_depends_neither_on_capitals_nor_on_doubled_letters(name: str) -> None:
    key = sound_key(name)
    assert key == sound_key(name.upper())
    assert not any(a == b for a, b in pairwise(key))


# Slips


@pytest.mark.parametrize(
    ("slip", "meant", "distance"),
    [
        ("palace", "palace", 0.0),
        ("", "", 0.0),
        ("", "ab", 2.0),
        ("comittee", "committee", 0.5),
        ("decreee", "decree", 0.5),
        ("pecae", "peace", 0.5),
        ("poeple", "people", 0.5),
        ("calender", "calendar", 0.8),
        ("dupes", "dukes", 1.0),
        ("goverment", "government", 1.0),
        ("soldeirs", "soldiers", 0.5),
        ("lsnd", "land", 0.8),
        ("winter", "storms", 5.6),
    ],
)
def test_slips_cost_what_they_are_worth(slip: str, meant: str, distance: float) -> None:
    assert slip_distance(slip, meant) == pytest.approx(distance)


@given(LETTERS, LETTERS)
def test_a_distance_is_symmetric_and_nothing_only_between_equals(a: str, b: str) -> None:
    distance = slip_distance(a, b)
    assert distance == pytest.approx(slip_distance(b, a))
    assert (distance == 0) == (a == b)
    assert distance >= 0
    assert distance <= max(len(a), len(b))


@given(LETTERS, LETTERS, LETTERS)
def test_what_both_words_begin_and_end_with_brings_them_no_further_apart(a: str, b: str, c: str) -> None:
    assert slip_distance(a + c, b + c) <= slip_distance(a, b) + 1e-9
    assert slip_distance(c + a, c + b) <= slip_distance(a, b) + 1e-9


# Repairs


VOCABULARY = [
    Word(text="palace", count=90, capitalised=0.9),
    Word(text="kerensky", count=60, capitalised=1.0),
    Word(text="lenin", count=55, capitalised=1.0),
    Word(text="soldiers", count=50, capitalised=0.1),
    Word(text="committee", count=40, capitalised=0.4),
    Word(text="chaliapin", count=9, capitalised=1.0),
    Word(text="soldier", count=8, capitalised=0.0),
    Word(text="maria", count=7, capitalised=1.0),
    Word(text="orléans", count=7, capitalised=1.0),
    Word(text="organised", count=7, capitalised=0.0),
    Word(text="chudnovsky", count=6, capitalised=1.0),
    Word(text="dukes", count=3, capitalised=0.0),
    Word(text="land", count=3, capitalised=0.0),
]


@pytest.mark.parametrize(
    ("word", "repair"),
    [
        ("Kerenskii", "Kerensky"),
        ("kerenski", "Kerensky"),
        ("KERENSKIJ", "Kerensky"),
        ("Shaliapin", "Chaliapin"),
        ("Tchudnovski", "Chudnovsky"),
        ("Keresnky", "Kerensky"),
        ("comittee", "committee"),
        ("commmittee", "committee"),
        ("soldeirs", "soldiers"),
        ("pallace", "Palace"),
        ("dupes", None),  # a whole letter in a short word makes another word
        ("Marat", None),  # ... or another person
        ("lan", None),
        ("lnad", "land"),
        ("zand", None),
        ("lsnd", None),
        ("palce", "Palace"),
        ("plaace", "Palace"),
        ("dkes", None),  # it might be any rare word of four letters
        ("dujes", "dukes"),
        ("lenn", "Lenin"),
        ("lenon", "Lenin"),
        ("Lenn", "Lenin"),
        ("Orlaens", "Orléans"),
        ("Orleens", "Orléans"),
        ("orgganized", "organised"),
        ("Lenon", None),  # with a capital it is somebody's name
        ("soldrs", None),
        ("x", None),
        ("", None),
        ("1917", None),
        ("b52s", None),
        ("Antonov-Ovseenko", None),
        ("revolution", None),
    ],
)
def test_a_word_is_repaired_only_to_what_it_must_have_been(word: str, repair: str | None) -> None:
    assert Speller(VOCABULARY).repair(word) == repair


@example([("abeaa", 1)], "abaaa")
@example([("ababaa", 1)], "abaaa")
@given(
    st.lists(st.tuples(st.text("abet", min_size=4, max_size=8), st.integers(1, 9)), max_size=30),
    st.text("abet", min_size=4, max_size=8),
)
def test_of_all_words_within_reach_the_nearest_and_then_the_most_frequent_is_meant(
    uses: list[tuple[str, int]], typed: str
) -> None:
    vocabulary = [Word(text=text, count=count, capitalised=0.0) for text, count in dict(uses).items() if text != typed]

    def limit(meant: str) -> float:
        if len(typed) > 4 and len(meant) > len(typed):
            return 1.0
        return 0.5 if len(typed) < 5 else 0.8 if len(typed) < 6 else 1.0

    within = [
        (slip_distance(typed, word.text), -word.count, word.text) for word in vocabulary if word.text[0] == typed[0]
    ]
    best = min((each for each in within if each[0] <= limit(each[2])), default=None, key=lambda each: each[:2])
    found = Speller(vocabulary).repair(typed)
    assert (found is None) == (best is None)
    if found and best:
        assert (slip_distance(typed, found), -dict(uses)[found]) == best[:2]


def test_of_two_names_with_one_key_the_more_frequent_is_meant() -> None:
    both = [Word(text="kerenski", count=2, capitalised=1.0), Word(text="kerensky", count=9, capitalised=1.0)]
    assert Speller(both).repair("Kerenskij") == Speller(reversed(both)).repair("Kerenskij") == "Kerensky"


@given(st.text())
def test_nothing_changes_where_all_words_are_known(text: str) -> None:
    def no_speller() -> Speller:
        raise AssertionError("the vocabulary was read for nothing")

    assert repaired(text, lambda word: True, no_speller, WORD) == text


@given(st.text())
def test_only_words_change(text: str) -> None:
    changed = repaired(text, lambda word: False, lambda: Speller(VOCABULARY), WORD)
    assert re.split(WORD, changed) == re.split(WORD, text)


# In the starter library, with the model's own vocabulary


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("who was Kerenskii", "who was Kerensky"),
        ("Tchudnovski and Trotzki", "Chudnovsky and Trotsky"),
        ("what did Milioukov write", "what did Milyukov write"),
        ("teh millitary revolutionary comittee", "the military revolutionary committee"),
        ("the provisonal goverment", "the Provisional government"),
        ("when was the calender changed?", "when was the calendar changed?"),
        ("petrogard's soliders", "Petrograd's soldiers"),
        ("Antonof-Ovseyenko", "Antonov-Ovseenko"),
    ],
)
def test_the_librarys_own_spelling_is_searched_for(typed: str, understood: str, quick: Reader) -> None:
    assert quick.understand(typed).text == understood


@pytest.mark.parametrize(
    "words",
    [
        "dupes launched marched dreaded wander",
        "who what then which",
        "NKVD OGPU SMERSH RSDLP KGB",
        "bitcoin javascript carburettor smartphone spaghetti",
        "Robespierre Danton Marat Cromwell Versailles Waterloo",
        "Gorbachev Khrushchev Yezhov Beria Makhno Wrangel Kolchak",
        "Dostoevsky Shostakovich Nabokov Pasternak",
        "Kerensky kerensky KERENSKY Kerensky's",
        "1917 b52 x86 2nd",
        "冬宫 Вашингтон",
        "café naïve",
    ],
)
def test_what_the_library_never_meant_stays_as_it_was_typed(words: str, quick: Reader) -> None:
    assert quick.understand(words).text == words
