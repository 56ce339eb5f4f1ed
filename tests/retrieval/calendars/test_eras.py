"""Years with their era: those before ours are below zero, however they are written, and never read as years of ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.calendars.eras import Year, spells, without_spells
from retrieval.calendars.mentions import mentions, years
from retrieval.calendars.reading import dates_of, wanted_days
from retrieval.calendars.years import share_told
from seeds.document import Metadata
from tests.retrieval.library.material import document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in 44 BC", [-44]),
        ("the year 480 BCE", [-480]),
        ("44 B.C. was no leap year", [-44]),
        ("480 B.C.E.", [-480]),
        ("B.C. 480", [-480]),
        ("44 before Christ", [-44]),
        ("44 v. Chr., 44 av. J.-C., 44 до н. э.", [-44, -44, -44]),
        ("what happened in 44 bc", [-44]),
        ("who ruled in 44 bc and why", [-44]),
        ("he left in 1917 bc he was tired", [1917]),
        ("3,000 BC", [-3000]),
        ("c.44 BC", [-44]),
        ("between 1300 and 1200 BC", [-1300, -1200]),
        ("58 BC to 14 AD", [-58, 14]),
        ("AD 79", [79]),
        ("A.D. 1066", [1066]),
        ("in 1917 and 2000 BC", [1917, -2000]),
        ("page 44", []),
        ("a 3 ad page", []),
        ("the first century BC 40 ships sank", []),
    ],
)
def test_a_year_is_read_with_its_era(text: str, found: list[int]) -> None:
    assert years(text) == found


@pytest.mark.parametrize(
    "written", ["44 BC", "44 B.C.", "44 BCE", "44 B.C.E.", "B.C. 44", "50–40 BC", "from 50 to 40 BC"]
)
def test_every_way_to_write_it_tells_of_the_year(written: str) -> None:
    assert share_told([-44], f"The bridge fell in {written}, they say.") == 1.0


@pytest.mark.parametrize(
    ("text", "share"), [("in 44 AD", 0.0), ("in 1917", 0.0), ("on page 44", None), ("of 44 men", None)]
)
def test_another_era_or_a_page_does_not(text: str, share: float | None) -> None:
    assert share_told([-44], text) == share


@pytest.mark.parametrize(
    "text", ["15 March 44 BC", "March 15, 44 B.C.", "15 March of the year 44 BCE", "the 15th of March, B.C. 44"]
)
def test_a_day_has_the_year_with_its_era(text: str) -> None:
    [each] = mentions(text)
    assert (each.day, each.month, each.year, each.end) == (15, 3, -44, len(text))


def test_a_month_of_such_a_year_is_no_day() -> None:
    assert list(mentions("in March 12 BC")) == []


@pytest.mark.parametrize(
    "question", ["What happened on 15 March 44 BC?", "What happened on 15 March, in 44 BC?", "In 44 BC, on 15 March?"]
)
def test_a_question_about_a_day_before_our_era_asks_for_no_day_of_ours(question: str) -> None:
    assert [each for each, _ in wanted_days(question, lambda: [1916, 1917]) if each.year > 0] == []


@pytest.mark.parametrize(
    "text",
    [
        "On 15 March 44 BC the harbour fell.",
        "In 44 BC, on 15 March, the harbour fell. On the 17th it was won back.",
        "In 1200 B.C. on the 15th of March the harbour fell.",
    ],
)
def test_a_text_dates_nothing_before_our_era_to_the_year_that_it_was_printed(text: str) -> None:
    assert dates_of(document(f"{text}\n", "old", metadata=Metadata(title="Harbours, 1917"))) == []


def test_a_day_of_an_early_year_of_our_era_is_known() -> None:
    assert len(dates_of(document("The mountain burst on 24 August 79 AD.\n", "old"))) == 1


@pytest.mark.parametrize(("year", "shown"), [(-44, "44 BC"), (79, "79"), (1917, "1917")])
def test_a_year_is_written_for_people(year: int, shown: str) -> None:
    assert (str(Year(year)), f"{Year(year)}") == (shown, shown)


@given(st.text(alphabet="0123456789 ,.BCADEto-and", max_size=40))
def test_years_with_an_era_are_in_order_inside_the_text_and_apart(text: str) -> None:
    position = 0
    for each in spells(text):
        assert position <= each.start < each.end <= len(text)
        assert each.first <= each.last
        position = each.end
    assert len(without_spells(text)) == len(text)
