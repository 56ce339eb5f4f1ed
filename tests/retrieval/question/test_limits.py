"""Limits in words: the years of publication that a question asks for, and the question without them."""

import pytest

from retrieval.question.limits import Limited, in_words, limited
from retrieval.types import Filters


@pytest.mark.parametrize(
    ("typed", "question", "years"),
    [
        ("Who held the bridge, only sources before 1700?", "Who held the bridge?", (None, 1699)),
        ("Who held the bridge in sources from 1900 to 1950?", "Who held the bridge?", (1900, 1950)),
        ("Who held the bridge? Only books published after 1950, please", "Who held the bridge? please", (1951, None)),
        ("who held it (documents between 1910–1919)", "who held it", (1910, 1919)),
        ("According to sources since 1924 who held it?", "who held it?", (1924, None)),
        ("using works from 1924 onwards: who held it?", ": who held it?", (1924, None)),
        ("who held it, only sources of the 1920s", "who held it", (1920, 1929)),
        ("who held it, just in texts of 1917", "who held it", (1917, 1917)),
        ("who held it in books up to 1917", "who held it", (None, 1917)),
        ("Who held the bridge before 1700?", "Who held the bridge before 1700?", (None, None)),
        (
            "Which sources of energy were there after 1950?",
            "Which sources of energy were there after 1950?",
            (None, None),
        ),
        ("What did the articles of 1917 say?", "What did the articles of 1917 say?", (None, None)),
        ("Who held it? Only books before 1200 BC", "Who held it? Only books before 1200 BC", (None, None)),
        ("books from 1917", "books from 1917", (None, None)),
    ],
)
def test_years_of_publication_in_words(typed: str, question: str, years: tuple[int | None, int | None]) -> None:
    wanted = Filters(from_year=years[0], to_year=years[1])
    assert limited(typed, Filters()) == Limited(question=question, filters=wanted)


def test_what_is_set_stays() -> None:
    asked = "Who held it, only sources before 1700?"
    assert limited(asked, Filters(from_year=1900)) == Limited(question=asked, filters=Filters(from_year=1900))


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (Filters(), ""),
        (Filters(to_year=1699), "only sources published until 1699"),
        (Filters(from_year=1900, to_year=1950), "only sources published from 1900 on and until 1950"),
        (Filters(from_year=1917, to_year=1917), "only sources published in 1917"),
    ],
)
def test_the_years_are_told_in_words(filters: Filters, told: str) -> None:
    assert in_words(filters) == told
