"""Days that a question names, with the sentences that name them, and what is said beside a quote about its dates."""

from dataclasses import dataclass

from retrieval.calendars.days import REFORM, Calendar, Label, day_of, label_of
from retrieval.calendars.notes import date_note
from retrieval.calendars.reading import Dated, wanted_days
from retrieval.calendars.switches import switches
from retrieval.library.snapshot import Snapshot
from retrieval.types import DateNote
from seeds.document import Document

NAMED = 2
"""Days that are named together; a day of any year may be a hundred."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """A day that is asked for, and the sentences that may name it: their ids, and the date in each."""

    number: int
    sentences: tuple[tuple[int, Dated], ...]

    def __str__(self) -> str:
        """The day by both calendars where both were in use, else by the one that was."""
        old, new = label_of(self.number, Calendar.OLD), label_of(self.number, Calendar.NEW)
        if self.number < REFORM:
            return str(old)
        last = max(day_of(each.last, Calendar.OLD) or 0 for each in switches())
        return f"{new} {Calendar.NEW} ({old} {Calendar.OLD})" if self.number <= last else str(new)


def days_asked(snapshot: Snapshot, text: str) -> list[Day]:
    """The days that a text names, in the order of time, as far as the library knows anything of them or they are plain.

    A date without a calendar is read in the one in which most sentences attest it, with its twin, "O.S." or a weekday; where none
    does, in the New Style. Sentences that know of no other calendar are about it by the New Style in any case.
    """
    days = {
        day.number: day
        for label, calendar in wanted_days(text, snapshot.years_named)
        for day in _days(snapshot, label, calendar)
    }
    return [days[number] for number in sorted(days)]


def _days(snapshot: Snapshot, label: Label, calendar: Calendar | None) -> list[Day]:
    read = [(each, day_of(label, each)) for each in ((calendar,) if calendar else Calendar)]
    found = [(each, Day(number=number, sentences=tuple(snapshot.dates_on(number)))) for each, number in read if number]
    if len(found) < 2:
        return [day for _, day in found]
    [new] = [day for each, day in found if each is Calendar.NEW]
    attested = [(sum(_attests(dated, each) for _, dated in day.sentences), day) for each, day in found]
    best = max(attested, key=lambda pair: (pair[0], pair[1].number == new.number))[1]
    plain = tuple((number, dated) for number, dated in new.sentences if _is_plain(dated))
    if best is new or not plain:
        return [best]
    return [best, Day(number=new.number, sentences=plain)]


def _attests(dated: Dated, calendar: Calendar) -> bool:
    """Whether a date is certainly of a calendar: it stands with its twin, or is marked as such where two were in use."""
    if dated.paired:
        return True
    return dated.new is None if calendar is Calendar.OLD else dated.old is None and not _is_plain(dated)


def _is_plain(dated: Dated) -> bool:
    """Whether nothing about a date or its document speaks of another calendar than ours."""
    return dated.old is None and dated.country is None and not dated.paired


def date_notes(snapshot: Snapshot, document: Document, start: int, end: int) -> tuple[DateNote, ...]:
    """The dates in a range of a document, by both calendars."""
    inside = [sentence.id for sentence in snapshot.sentences_in(document.id, start, end)]
    return tuple(
        date_note(document.text[each.start : each.end], each)
        for _, each in snapshot.dates_in(inside)
        if start <= each.start and each.end <= end
    )
