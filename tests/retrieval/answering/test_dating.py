"""A day is found by either of its names, and each quote about it tells the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.answering.asking import Reader, Request
from retrieval.answering.chronicle import chronicle, names_of
from retrieval.answering.dating import days_asked
from retrieval.errors import QuestionError
from retrieval.library.snapshot import Snapshot
from retrieval.types import Filters
from tests.retrieval.library.material import HARBOUR, document
from tests.retrieval.material import reading

OLD = """The Russian garrison of Vologda rose in 1917. Russian officers fled to Moscow on 3 October.

On the 4th the railwaymen of Petrograd joined them. The bank opened on Wednesday, 25 October, as if nothing had happened.
"""
NEW = """Our man in Petrograd wired on 16 October 1917 that Russian garrisons had risen. Russia was silent.

The insurrection of 25 October (7 November) surprised nobody in Moscow. By 7 November the wires were cut.
"""
WEST = (
    "On 7 November 1917 a school burnt down in Ohio. Nobody was hurt, for it was the 25th of the month before harvest."
)
SEVENTH = "7 November 1917 New Style (25 October 1917 Old Style)"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Reader]:
    made = [document(OLD, "a-memoir"), document(NEW, "b-letters"), document(WEST, "west"), document(HARBOUR, "harbour")]
    with reading(made, tmp_path_factory.mktemp("dates") / "home", embedder) as reader:
        yield reader


@pytest.fixture(scope="module")
def snapshot(reader: Reader) -> Snapshot:
    return reader.snapshot


def about(snapshot: Snapshot, date: str) -> list[tuple[str, list[str]]]:
    return [(each.day, [quote.text for quote in each.quotes]) for each in chronicle(snapshot, date, 20)]


@pytest.mark.parametrize(
    "date",
    ["1917-11-07", "7 November 1917", "25 October 1917 O.S.", "Nov. 7, 1917 N.S.", "25 October (7 November) 1917"],
)
def test_either_name_of_a_day_leads_to_all_that_is_said_about_it(snapshot: Snapshot, date: str) -> None:
    [(day, texts)] = about(snapshot, date)
    assert day == SEVENTH
    assert texts == [
        "The bank opened on Wednesday, 25 October, as if nothing had happened.",
        "The insurrection of 25 October (7 November) surprised nobody in Moscow.",
        "By 7 November the wires were cut.",
        "On 7 November 1917 a school burnt down in Ohio.",
    ]


def test_a_date_without_calendar_is_read_in_the_one_that_most_of_the_library_attests(snapshot: Snapshot) -> None:
    assert [day for day, _ in about(snapshot, "1917-10-25")] == [SEVENTH]


def test_a_date_that_nothing_attests_is_new_style(snapshot: Snapshot) -> None:
    [(day, texts)] = about(snapshot, "1917-10-16")
    assert day == "16 October 1917 New Style (3 October 1917 Old Style)"
    assert texts == [
        "Russian officers fled to Moscow on 3 October.",
        "Our man in Petrograd wired on 16 October 1917 that Russian garrisons had risen.",
    ]


def test_a_bare_day_has_the_month_of_its_passage(snapshot: Snapshot) -> None:
    assert ["On the 4th the railwaymen of Petrograd joined them."] in [
        texts for _, texts in about(snapshot, "4 October 1917 O.S.")
    ]


def test_days_are_in_the_order_of_time_and_no_more_quotes_than_asked_for(snapshot: Snapshot) -> None:
    days = chronicle(snapshot, "7 November 1917, and 16 October 1917", 3)
    assert [each.day[:10] for each in days] == ["16 October", "7 November"]
    assert [len(each.quotes) for each in days] == [2, 1]


def test_filters_hold(snapshot: Snapshot) -> None:
    [day] = chronicle(snapshot, "1917-11-07", 20, Filters(source="west"))
    assert [quote.document for quote in day.quotes] == ["west"]


def test_every_quote_is_a_slice_and_tells_the_twin_outside_of_it(snapshot: Snapshot) -> None:
    [day] = chronicle(snapshot, "1917-11-07", 20)
    for quote in day.quotes:
        assert snapshot.document(quote.document).text[quote.start : quote.end] == quote.text
        for date in quote.dates:
            assert snapshot.document(quote.document).text[date.start : date.end] == date.text
            assert ("1917-10-25", "1917-11-07") in [(each.old_style, each.new_style) for each in date.readings]
    assert day.quotes[0].notes == ("“Wednesday, 25 October” is Old Style: 7 November 1917 New Style.",)
    assert day.quotes[1].notes == ()  # the quote gives both itself
    assert day.quotes[3].notes == ()  # Ohio had one calendar


@pytest.mark.parametrize("text", ["the bank", "1917", "November 1917", "the 25th", "32 November 1917"])
def test_what_names_no_day_is_told(snapshot: Snapshot, text: str) -> None:
    with pytest.raises(QuestionError, match="names no day"):
        chronicle(snapshot, text, 5)


def test_who_looks_up_a_day_before_our_era_is_told_to_ask_about_its_year(snapshot: Snapshot) -> None:
    with pytest.raises(QuestionError, match=r"days are known of our era only; ask what happened in 44 BC"):
        chronicle(snapshot, "25 October 44 B.C.", 5)


def test_a_library_of_nothing_knows_a_day_and_nothing_of_it(tmp_path: Path, embedder: Embedder) -> None:
    with reading([document(HARBOUR)], tmp_path, embedder) as bare:
        assert about(bare.snapshot, "1917-11-07") == [(SEVENTH, [])]
        assert days_asked(bare.snapshot, "7 November") == []
        assert names_of(chronicle(bare.snapshot, "29 February", 5), "29 February") == "'29 February' of any year"
        with pytest.raises(QuestionError, match="names no day"):
            chronicle(bare.snapshot, "30 February", 5)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Where did the officers flee on 16 October 1917?", "fled to Moscow on 3 October"),
        ("What did our man wire on 3 October 1917 old style?", "wired on 16 October"),
        ("Which bank opened on 7 November 1917?", "Wednesday, 25 October"),
        ("What was cut by 25 October?", "By 7 November the wires"),
    ],
)
def test_a_question_about_either_date_finds_both(reader: Reader, question: str, words: str) -> None:
    answer = reader.answer(Request(question=question, k=3))
    assert any(words in quote.text for quote in answer.quotes)


def test_the_understanding_names_the_day_by_both_calendars(reader: Reader) -> None:
    answer = reader.answer(Request(question="What happened on 25 October 1917 (old style)?", k=1))
    assert answer.understood.dates == ("25 October 1917", SEVENTH)


def test_a_day_of_any_year_is_named_as_it_was_asked_for(tmp_path: Path, embedder: Embedder) -> None:
    text = "On 7 November 1917 the wires were cut. On 7 November 1927 the town sang. On 7 November 1937 it was silent."
    with reading([document(text)], tmp_path / "home", embedder) as years:
        answer = years.answer(Request(question="What happened to the wires on 7 November?", k=3))
    assert answer.understood.dates == ("7 November",)
    assert any("wires were cut" in quote.text for quote in answer.quotes)
