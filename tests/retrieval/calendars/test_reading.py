"""What a date leaves out is taken from its surroundings, and its calendar from evidence, never from a guess."""

import pytest

from retrieval.calendars.days import Calendar, label_of
from retrieval.calendars.notes import date_note
from retrieval.calendars.reading import Dated, dates_of
from seeds.document import Document, Mask, MaskReason, Metadata, Section
from tests.retrieval.library.material import document

RUSSIA = "Of Russia, the Russians and the Russian army. "
"""Enough for a text to be about a country that kept the Old Style."""


def of(text: str, **facts: object) -> Document:
    return document(text, metadata=facts.pop("metadata", Metadata()), **facts)


def readings(made: Document) -> list[tuple[str, str | None, str | None]]:
    """Each date, and what it is in the New Style if it is meant in the Old, and if in the New."""
    return [(made.text[d.start : d.end], _new(d.old), _new(d.new)) for d in dates_of(made)]


def _new(run: tuple[int, int] | None) -> str | None:
    return label_of(run[0], Calendar.NEW).iso if run else None


def note(text: str) -> str | None:
    made = of(text)
    dated = dates_of(made)[-1]
    return date_note(made.text[dated.start : dated.end], dated).note


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 7 November 1917.", [("7 November 1917", None, "1917-11-07")]),
        (f"{RUSSIA}On 25 October 1917.", [("25 October 1917", "1917-11-07", "1917-10-25")]),
        ("On 25 October 1917 O.S.", [("25 October 1917", "1917-11-07", None)]),
        ("On 25 October/7 November 1917.", [("25 October/7 November 1917", "1917-11-07", None)]),
        ("On 7 November (25 October) 1917.", [("7 November (25 October) 1917", None, "1917-11-07")]),
        ("On November 28 (15), 1917.", [("November 28 (15), 1917", None, "1917-11-28")]),
        ("On 20 December/2 January 1917.", [("20 December/2 January 1917", "1918-01-02", None)]),
        ("On 25/7 November 1917.", [("25/7 November 1917", "1917-11-07", None)]),
        (f"{RUSSIA}On Wednesday, 25 October 1917.", [("Wednesday, 25 October 1917", "1917-11-07", None)]),
        (f"{RUSSIA}On Wednesday, 7 November 1917.", [("Wednesday, 7 November 1917", None, "1917-11-07")]),
        (f"{RUSSIA}On 7 November 1927.", [("7 November 1927", None, "1927-11-07")]),
        ("On 14 October 1066.", [("14 October 1066", "1066-10-20", None)]),
        (f"{RUSSIA}On 3 May they met.", []),
        (f"{RUSSIA}On the 25th they met in 1917.", []),
        ("On 31 February 1917.", []),
    ],
)
def test_a_date_is_read_as_far_as_the_evidence_goes(text: str, found: list[object]) -> None:
    assert readings(of(text)) == found


def test_the_month_and_the_calendar_go_on_in_a_passage() -> None:
    made = of(f"{RUSSIA}On 25 October/7 November 1917 they came. On the 26th they ruled. On 27 October all was over.")
    assert readings(made) == [
        ("25 October/7 November 1917", "1917-11-07", None),
        ("the 26th", "1917-11-08", None),
        ("27 October", "1917-11-09", "1917-10-27"),
    ]


def test_the_same_label_is_the_same_day_in_all_of_a_document() -> None:
    made = of(
        f"{RUSSIA}In 1917. On 25 October he spoke.\n\nOn 7 November they sang. On 25 October/7 November it began."
    )
    assert [reading[1:] for reading in readings(made)[:2]] == [("1917-11-07", None), (None, "1917-11-07")]


def test_a_text_that_names_russia_beside_others_is_dated_as_they_are() -> None:
    text = f"{RUSSIA}The French and the Germans fought for Paris, French guns beat German ones, and the Germans left France. "
    assert readings(of(f"{text}On 16 May 1916 a German fort fell.")) == [("16 May 1916", None, "1916-05-16")]


def test_a_text_may_say_once_which_calendar_it_uses() -> None:
    made = of(f"{RUSSIA}All dates are in the Old Style. In 1917, on 3 July, they marched.")
    assert readings(made) == [("3 July", "1917-07-16", None)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (
            "In 1917 it was cold. 1917 was a hard year. In 1905, on 9 January, they marched.\n\nOn 3 July they came.",
            1917,
        ),
        ("Diary.\n\n1 January 1918. Snow.\n\n1 January 1919. Rain.\n\n2 January. Frost.", 1919),
    ],
)
def test_the_year_is_the_last_one_of_the_passage_or_the_one_that_rules_the_text(text: str, year: int) -> None:
    [*_, last] = dates_of(of(text))
    assert last.new is not None
    assert label_of(last.new[0], Calendar.NEW).year == year


def test_a_year_that_a_text_names_now_and_then_is_not_that_of_its_dates() -> None:
    text = "In 1870, 1871 and 1870 again; in 1878, 1889, 1905 and 1907 too.\n\nOn 4 August they marched."
    assert dates_of(of(text)) == []
    assert [each[2] for each in readings(of(f"{text} It was 1870."))] == ["1870-08-04"]


@pytest.mark.parametrize("title", ["Diary of 1915 and 1917", "The War, 1914-18", "Reigns, 1689-1702"])
def test_several_years_in_a_heading_or_title_date_nothing(title: str) -> None:
    text = "On 3 July they marched."
    section = Section(start=0, body=0, end=len(text), title=title)
    assert dates_of(of(text, metadata=Metadata(title=title))) == []
    assert dates_of(of(text, sections=(section,))) == []


def test_a_year_just_before_a_date_is_its_own() -> None:
    made = of("It was 1917, and 1917 again. In 1905, on 9 January, they marched, and on 3 July they did not.")
    assert [each[2] for each in readings(made)] == ["1905-01-09", "1905-07-03"]


def test_headings_and_titles_give_the_year() -> None:
    text = "1905\n\nOn 9 January they marched.\n\n1917\n\nOn 3 July too.\n"
    second = text.index("1917")
    sections = (
        Section(start=0, body=6, end=second, title="1905"),
        Section(start=second, body=second + 6, end=len(text), title="1917"),
    )
    assert [each[2] for each in readings(of(text, sections=sections))] == ["1905-01-09", "1917-07-03"]
    titled = of("On 3 July they marched.", metadata=Metadata(title="Diary of 1917"))
    assert [each[2] for each in readings(titled)] == ["1917-07-03"]


def test_what_is_masked_dates_nothing() -> None:
    text = "© 2024, 3 May 2024\n\nIt was 1917. On 3 July they marched."
    mask = Mask(start=0, end=18, reason=MaskReason.SITE_FOOTER)
    assert readings(of(text, masks=(mask,))) == [("3 July", None, "1917-07-03")]


def test_a_run_of_days_is_every_one_of_them() -> None:
    [dated] = dates_of(of("From 3-7 July 1917."))
    assert isinstance(dated, Dated)
    assert len(dated.days) == 5


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("On 25 October 1917 O.S.", "“25 October 1917” is Old Style: 7 November 1917 New Style."),
        (f"{RUSSIA}On Wednesday, 7 November 1917", "“Wednesday, 7 November 1917” is New Style: 25 October 1917 Old Style."),
        (
            f"{RUSSIA}On 3 October 1917.",
            (
                "“3 October 1917”: if Old Style, as in Russia until 31 January 1918, 16 October 1917 New Style; "
                "if New Style, 20 September 1917 Old Style."
            ),
        ),
        ("On 25 October/7 November 1917.", None),
        ("On 4 July 1776.", None),
        ("On 14 October 1066.", None),
        (f"{RUSSIA}On 9 May 1945.", None),
    ],
)  # fmt: skip
def test_the_twin_is_told_where_there_were_two_calendars(text: str, says: str | None) -> None:
    assert note(text) == says
