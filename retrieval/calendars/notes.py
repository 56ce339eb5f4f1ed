"""What is said beside a quote about a date in it: the same day by the other calendar."""

from retrieval.calendars.days import REFORM, Calendar, label_of
from retrieval.calendars.reading import Dated
from retrieval.calendars.switches import switch_of
from retrieval.types import DateNote, DateReading


def date_note(text: str, dated: Dated) -> DateNote:
    """What is to be said about a date, which stands in the document as `text`."""
    runs = ((Calendar.OLD, dated.old), (Calendar.NEW, dated.new))
    days = [(calendar, run[0]) for calendar, run in runs if run]
    return DateNote(
        text=text,
        start=dated.start,
        end=dated.end,
        readings=tuple(
            DateReading(
                calendar=str(calendar),
                old_style=label_of(day, Calendar.OLD).iso,
                new_style=label_of(day, Calendar.NEW).iso,
            )
            for calendar, day in days
        ),
        note=_sentence(" ".join(text.split()), dated, dict(days)),
    )


def _sentence(text: str, dated: Dated, days: dict[Calendar, int]) -> str | None:
    if dated.paired or min(days.values()) < REFORM:
        return None
    twins = {calendar: f"{label_of(day, calendar.other)} {calendar.other}" for calendar, day in days.items()}
    if len(twins) == 2 and dated.country:
        until = switch_of(dated.country).last
        return (
            f"“{text}”: if Old Style, as in {dated.country} until {until}, {twins[Calendar.OLD]}; "
            f"if New Style, {twins[Calendar.NEW]}."
        )
    [(calendar, twin)] = twins.items()
    return f"“{text}” is {calendar}: {twin}." if calendar is Calendar.OLD or dated.country else None
