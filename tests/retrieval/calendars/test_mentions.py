"""Dates are recognised as people write them, and what is no date is not taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.calendars.days import Calendar
from retrieval.calendars.mentions import mentions

OLD, NEW = Calendar.OLD, Calendar.NEW


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 25 October 1917", ("25 October 1917", 25, 10, 1917, None)),
        ("On October 25, 1917,", ("October 25, 1917", 25, 10, 1917, None)),
        ("Oct. 25th it", ("Oct. 25th", 25, 10, None, None)),
        ("the 25th of October", ("25th of October", 25, 10, None, None)),
        ("the twenty-fifth of October", ("twenty-fifth of October", 25, 10, None, None)),
        ("taken on October 10th.", ("October 10th", 10, 10, None, None)),
        ("on October 15.", ("October 15", 15, 10, None, None)),
        ("november 7 1917", ("november 7 1917", 7, 11, 1917, None)),
        ("Nov. 7", ("Nov. 7", 7, 11, None, None)),
        ("at 1917-11-07.", ("1917-11-07", 7, 11, 1917, None)),
        ("am 7. November 1917", ("7. November 1917", 7, 11, 1917, None)),
        ("le 7 novembre 1917", ("7 novembre 1917", 7, 11, 1917, None)),
        ("25 октября 1917", ("25 октября 1917", 25, 10, 1917, None)),
        ("25 October 1917 O.S. it", ("25 October 1917", 25, 10, 1917, OLD)),
        ("25 October (Old Style)", ("25 October", 25, 10, None, OLD)),
        ("7 November N.S.", ("7 November", 7, 11, None, NEW)),
        ("16 october 1917 by the western calendar?", ("16 october 1917", 16, 10, 1917, NEW)),
        ("on the 6th. The", ("the 6th", 6, None, None, None)),
        ("on the 25th they", ("the 25th", 25, None, None, None)),
    ],
)
def test_a_date_by_itself(text: str, found: tuple[object, ...]) -> None:
    [each] = mentions(text)
    assert (text[each.start : each.end], each.day, each.month, each.year, each.calendar) == found
    assert each.twin is None


@pytest.mark.parametrize(
    ("text", "whole", "first", "twin"),
    [
        ("on 25 October/7 November they", "25 October/7 November", (25, 10), (7, 11)),
        ("October 25 (November 7), 1917.", "October 25 (November 7), 1917", (25, 10), (7, 11)),
        ("on 25 October (7 November) 1917", "25 October (7 November) 1917", (25, 10), (7, 11)),
        ("25 October [7 November]", "25 October [7 November]", (25, 10), (7, 11)),
        ("25 October (7 November New Style) 1917", "25 October (7 November New Style) 1917", (25, 10), (7, 11)),
        ("25 October O.S. (7 November N.S.)", "25 October O.S. (7 November N.S.)", (25, 10), (7, 11)),
        ("25 October 1917 (Old Style; 7 November New Style)", None, (25, 10), (7, 11)),
        ("on the 24th (Nov. 6, New Style), then", "the 24th (Nov. 6, New Style)", (24, 10), (6, 11)),
        ("12/25 October 1917", "12/25 October 1917", (12, 10), (25, None)),
        ("October 12/25", "October 12/25", (12, 10), (25, None)),
        ("November 28 (15), 1917.", "November 28 (15), 1917", (28, 11), (15, None)),
        ("28 (15) November", "28 (15) November", (28, 11), (15, None)),
        ("from 3-5th July, that is 16-18th July by the new calendar, they", None, (3, 7), (16, 7)),
    ],
)
def test_a_date_with_its_twin_is_one(
    text: str, whole: str | None, first: tuple[int, int], twin: tuple[int, int | None]
) -> None:
    [each] = mentions(text)
    assert (each.day, each.month) == first
    assert (each.twin, each.twin_month) == twin
    assert whole is None or text[each.start : each.end] == whole


@pytest.mark.parametrize(
    "text",
    [
        "the 25th Congress",
        "the 6th Army came",
        "the second day",
        "The second was worse.",
        "in 1917",
        "25 Octobers",
        "32 October",
        "v1.25 October",
        "paragraph 3.7 May",
        "1917-13-07",
        "October 1917",
        "the 20th century",
        "25% October",
    ],
)
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert list(mentions(text)) == []


def test_two_dates_side_by_side_are_two() -> None:
    assert [each.day for each in mentions("on 3 May and 4 May, then 5 May")] == [3, 4, 5]


def test_a_run_of_days_has_its_end() -> None:
    [each] = mentions("from 3-7 July 1917")
    assert (each.day, each.until, each.month, each.year) == (3, 7, 7, 1917)


def test_a_weekday_belongs_to_its_date() -> None:
    [each] = mentions("on Wednesday, October 25th")
    assert (each.weekday, each.day) == (2, 25)


@given(st.text(alphabet="1 23/()-.,OctoberNvm 7thS", max_size=60))
def test_mentions_are_in_order_inside_the_text_and_apart(text: str) -> None:
    position = 0
    for each in mentions(text):
        assert position <= each.start < each.end <= len(text)
        assert 1 <= each.day <= 31
        position = each.end
