"""Acronyms become what the library writes out, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.asking import Reader
from retrieval.library.records import Word
from retrieval.library.vocabulary import as_words, count_words
from retrieval.question.acronyms import Acronyms, expanded

TEXTS = [
    "The Petrograd Military Revolutionary Committee met at night.",
    "Orders of the Military Revolutionary Committee reached the fleet.",
    "The Union of Railway Workers refused, and the Union of Railway Workers was heard.",
    "Socialist Revolutionaries left; the Socialist Revolutionaries came back, Socialist Revolutionaries all.",
    "The USSR is not the Union of Soviet Socialist Republics that USSR posters show; USSR, USSR.",
    "Prince Lvov and Pavel Lvov.",
]
KNOWN = frozenset("the was were any an in what did who an do led".split())


@pytest.fixture(scope="module")
def acronyms() -> Acronyms:
    return Acronyms(as_words(count_words(TEXTS)))


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        (
            "which sailors sat in the MRC?",
            "which sailors sat in the Military Revolutionary Committee?",
        ),
        ("who led the mrc", "who led the Military Revolutionary Committee"),
        ("the M.R.C.", "the Military Revolutionary Committee"),
        ("what did the SRs do", "what did the Socialist Revolutionaries do"),
        ("what did the URW do", "what did the Union of Railway Workers do"),
        ("the USSR", "the USSR"),  # the library writes it so more often
        ("who was PL", "who was PL"),
        ("what did they do", "what did they do"),
        ("MRC-like", "MRC-like"),
    ],
)
def test_an_acronym_is_written_out_as_the_library_does(asked: str, meant: str, acronyms: Acronyms) -> None:
    assert expanded(asked, lambda word: word.lower() in KNOWN or len(word) > 3, lambda: acronyms) == meant


@given(st.text())
def test_without_names_nothing_changes(text: str) -> None:
    assert expanded(text, lambda word: False, lambda: Acronyms([Word(text="peace", count=9, capitalised=0.0)])) == text


def test_the_vocabulary_is_not_read_for_words_that_are_known() -> None:
    def no_acronyms() -> Acronyms:
        raise AssertionError("the vocabulary was read for nothing")

    assert expanded("who led the fleet in may", lambda word: True, no_acronyms) == "who led the fleet in may"


def test_the_starter_library_knows_its_committees(quick: Reader) -> None:
    assert quick.understand("who led the MRC?").text == "who led the Military Revolutionary Committee?"
