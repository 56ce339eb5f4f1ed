"""Days have two names, and each name leads back to its day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.calendars.days import REFORM, Calendar, Label, day_of, label_of
from retrieval.calendars.switches import country_of, switches

DAYS = st.integers(REFORM, date(2100, 12, 31).toordinal())


def label(iso: str) -> Label:
    year, month, day = map(int, iso.split("-"))
    return Label(year=year, month=month, day=day)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1917-10-25", "1917-11-07"),
        ("1917-02-23", "1917-03-08"),
        ("1917-12-20", "1918-01-02"),
        ("1870-04-10", "1870-04-22"),
        ("1752-09-02", "1752-09-13"),
        ("1700-02-18", "1700-02-28"),
        ("1700-02-29", "1700-03-11"),
        ("1900-02-29", "1900-03-13"),
        ("1582-10-05", "1582-10-15"),
    ],
)
def test_pairs_that_history_knows(old: str, new: str) -> None:
    day = day_of(label(old), Calendar.OLD)
    assert day == day_of(label(new), Calendar.NEW)
    assert day is not None
    assert (label_of(day, Calendar.OLD).iso, label_of(day, Calendar.NEW).iso) == (old, new)


@given(DAYS, st.sampled_from(Calendar))
def test_every_label_leads_back_to_its_day(day: int, calendar: Calendar) -> None:
    assert day_of(label_of(day, calendar), calendar) == day


@given(DAYS)
def test_the_calendars_drift_apart_by_ten_to_fourteen_days(day: int) -> None:
    read_anew = day_of(label_of(day, Calendar.OLD), Calendar.NEW)
    assert read_anew is None or 10 <= day - read_anew <= 14


@pytest.mark.parametrize("iso", ["1917-02-29", "1917-13-01", "1917-04-31", "1917-00-10", "1917-01-00", "0001-01-01"])
@pytest.mark.parametrize("calendar", Calendar)
def test_a_day_that_there_is_not_has_no_number(iso: str, calendar: Calendar) -> None:
    assert day_of(label(iso), calendar) is None


def test_before_the_reform_there_is_one_calendar() -> None:
    assert day_of(label("1066-10-14"), Calendar.NEW) is None
    assert day_of(label("1066-10-14"), Calendar.OLD) is not None


@pytest.mark.parametrize("switch", switches(), ids=lambda switch: switch.country)
def test_each_country_went_on_with_the_next_day(switch: object) -> None:
    last, first = day_of(switch.last, Calendar.OLD), day_of(switch.first, Calendar.NEW)  # type: ignore[attr-defined]
    assert last is not None
    assert first == last + 1


def test_every_switch_has_its_source_and_they_are_in_order() -> None:
    assert all(each.source for each in switches())
    firsts = [each.first for each in switches()]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Russian ships left Petrograd. The Duma met.", "Russia"),
        ("In London the English read of British ships and of a Russian one.", "Great Britain"),
        ("The French and the Italians held Paris; French and Russian ships left Petrograd with a Russian.", "France"),
        ("The Austrians left Vienna, and Austrian ships Serbia. Serbian scouts saw it.", "Bohemia"),
        ("A Russian came by.", None),
        ("Nothing of the kind.", None),
    ],
)
def test_a_text_is_about_the_country_that_it_names_most(text: str, country: str | None) -> None:
    found = country_of(text)
    assert (found.country if found else None) == country
