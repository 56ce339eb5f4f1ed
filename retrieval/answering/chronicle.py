"""What the library says about a day: its sentences that name it, by either calendar, in order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from retrieval.answering import quoting
from retrieval.answering.dating import NAMED, Day, date_notes, days_asked
from retrieval.answering.locating import paragraph_number
from retrieval.answering.preceding import opening_of, told_once
from retrieval.calendars.days import Calendar, Label, day_of
from retrieval.calendars.mentions import mentions, years
from retrieval.errors import QuestionError
from retrieval.library.snapshot import Snapshot
from retrieval.question.filters import allowed
from retrieval.types import Filters, Place, Quote

_LEAP_YEAR = 2000


@dataclass(frozen=True, kw_only=True, slots=True)
class DayQuotes:
    """A day by both calendars, and quotes about it, in the order of the library; words that stand twice are one quote."""

    day: str
    quotes: tuple[Quote, ...]


def names_of(found: Sequence[DayQuotes], asked: str) -> str:
    """The days by name, or as they were asked for where those are more than can be named."""
    return " or ".join(each.day for each in found) if 0 < len(found) <= NAMED else f"{asked!r} of any year"


def chronicle(snapshot: Snapshot, date: str, k: int, filters: Filters = Filters()) -> tuple[DayQuotes, ...]:
    """The days that `date` names, in the order of time, with at most `k` quotes between them.

    Raises QuestionError where it names no day.
    """
    days = days_asked(snapshot, date)
    ancient = next((year for year in years(date) if year < 0), None)
    if not days and ancient:
        raise QuestionError(f"{date!r}: days are known of our era only; ask what happened in {ancient} instead")
    if not days and not _is_of_every_year(date):
        raise QuestionError(
            f"{date!r} names no day: write one like 1917-11-07, '7 November 1917' or '25 October 1917 O.S.'"
        )
    within = allowed(snapshot.documents(), filters)
    found, used = [], 0
    for day in days:
        quotes = told_once(_quotes(snapshot, day, within)[: k - used])
        used += len(quotes)
        found.append(DayQuotes(day=str(day), quotes=quotes))
    return tuple(found)


def _is_of_every_year(date: str) -> bool:
    """Whether a text names a day without its year, which a library without any dates has never heard of."""
    named = [(each.month, each.day) for each in mentions(date) if each.year is None and each.month is not None]
    return any(day_of(Label(year=_LEAP_YEAR, month=month, day=day), Calendar.NEW) for month, day in named)


def _quotes(snapshot: Snapshot, day: Day, within: frozenset[str] | None) -> list[Quote]:
    by_words: dict[str, Quote] = {}
    for quote in _each(snapshot, dict.fromkeys(number for number, _ in day.sentences)):
        if within is not None and quote.document not in within:
            continue
        words = " ".join(quote.text.split())
        if (known := by_words.get(words)) is not None:
            place = Place(document=quote.document, start=quote.start, end=quote.end)
            by_words[words] = replace(known, also_at=(*known.also_at, place))
        else:
            by_words[words] = quote
    return list(by_words.values())


def _each(snapshot: Snapshot, sentences: Iterable[int]) -> Iterable[Quote]:
    for sentence in snapshot.sentences(list(sentences)):
        document = snapshot.document(sentence.document)
        quote = quoting.make(
            document,
            sentence.start,
            sentence.end,
            paragraph=paragraph_number(snapshot, document, sentence),
            confidence=1.0,
            opening=opening_of(snapshot, document, sentence),
            dates=date_notes(snapshot, document, sentence.start, sentence.end),
        )
        if quote is not None:
            yield quote
