"""Which days a text's dates are: what a date leaves out is taken from its surroundings, its calendar from the evidence.

A year comes from a full date before it in the paragraph (in the section, where no year rules the text), else from the
section's heading, the title, or it is the one that the text names most, if that is a third of all. "The 25th" has
the month of the date before it. A calendar is known where the date says so, gives both days, or has a weekday that only one fits;
where the document joins that very date to its twin elsewhere; or where it says once which calendar it uses.
Else a date is read in both.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from retrieval.calendars.days import Calendar, Label, day_of, label_of
from retrieval.calendars.eras import spells
from retrieval.calendars.mentions import Mention, mentions, years
from retrieval.calendars.switches import Switch, country_of
from retrieval.calendars.years import only_year
from seeds.document import Document

LONGEST_RUN = 31
"""Days that one mention may span."""

RULING = 0.5
"""Share of the years in a text above which one is the year that it is about."""

USUAL = 1 / 3
"""Share from which it is the year of dates for which nothing else tells one: in 29 books whose commonest year is rarer, 25 of 149 years
that were hidden were this one.
"""

_YEAR_BEFORE = re.compile(r"(?<![\w.])(1\d{3}|20\d\d),?\s+(?:on\s+)?(?:the\s+)?\Z")
_AFTER_YEAR = re.compile(r",?\s+(?:on\s+)?(?:the\s+)?")
_BEFORE_DATE = 40
"""Characters before a date in which its year is looked for."""

_DECLARED = re.compile(
    r"\b(?:all\s+)?dates\b[^.\n]{0,60}\b(?P<old>old\s+style|julian)|\b(?:all\s+)?dates\b[^.\n]{0,60}\b(?P<new>new\s+style|gregorian)",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated:
    """A date of a text: its range, and its first and last day if it is read in each calendar; None where it cannot be.

    `paired` is whether the text itself gives both days. `country` is whose change of calendar the text is about.
    """

    start: int
    end: int
    old: tuple[int, int] | None
    new: tuple[int, int] | None
    paired: bool
    country: str | None

    @property
    def days(self) -> frozenset[int]:
        """Every day that it may be."""
        runs = [run for run in (self.old, self.new) if run]
        return frozenset(day for first, last in runs for day in range(first, last + 1))


def dates_of(document: Document) -> list[Dated]:
    """The dates of a document that name a day, in order. One whose year nothing tells is left out."""
    text = _unmasked(document)
    found = list(mentions(text))
    if not found:
        return []
    country = country_of(text)
    declared = _declared(text)
    complete = _completed(document, found)
    known = dict(pair for each, _ in complete for pair in _shown(each))
    dates = []
    before: Calendar | None = None
    for each, follows in complete:
        calendar = _calendar(each) or (before if follows else None) or known.get(_label(each)) or declared
        dates.append(_dated(each, calendar, country))
        before = calendar
    return [each for each in dates if each is not None]


def _completed(document: Document, found: Iterable[Mention]) -> list[tuple[Mention, bool]]:
    """The mentions with the month and the year that their surroundings tell, and whether they follow another one's month.

    Those that stay without are left out.
    """
    usual = _usual_years(document)
    sections = sorted(document.sections, key=lambda section: section.start)
    complete: list[tuple[Mention, bool]] = []
    month: int | None = None
    year = home = usual.of_text
    where = (-1, -1)
    for each in found:
        at = sum(section.start <= each.start for section in sections)
        if at != where[0]:
            year, month = (only_year(sections[at - 1].title) if at else None) or usual.of_text, None
            home = year
        paragraph = document.text.count("\n\n", 0, each.start)
        if usual.rules and paragraph != where[1]:
            year = home
        where = (at, paragraph)
        year = each.year or _year_before(document.text[max(0, each.start - _BEFORE_DATE) : each.start]) or year
        month = each.month or month
        if year is not None and month is not None:
            complete.append((replace(each, month=month, year=year), each.month is None))
    return complete


def _year_before(text: str) -> int | None:
    """The year that a text ends in, before a date: "In 1917, on the", "in 44 BC on"."""
    with_era = [each.last for each in spells(text) if _AFTER_YEAR.fullmatch(text, each.end)]
    before = _YEAR_BEFORE.search(text)
    return with_era[-1] if with_era else int(before[1]) if before else None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Usual:
    """The year that a text is about, if any, and whether it rules: then another one counts for its own paragraph only."""

    of_text: int | None
    rules: bool


def _usual_years(document: Document) -> _Usual:
    of_title = only_year(document.metadata.title or "")
    if of_title:
        return _Usual(of_text=of_title, rules=True)
    counts = Counter(years(_unmasked(document)))
    if not counts:
        return _Usual(of_text=None, rules=False)
    year, count = counts.most_common(1)[0]
    return _Usual(of_text=year if count >= USUAL * counts.total() else None, rules=count > RULING * counts.total())


def _unmasked(document: Document) -> str:
    """The text with blanks for what is masked."""
    text = document.text
    for mask in document.masks:
        text = f"{text[: mask.start]}{' ' * (mask.end - mask.start)}{text[mask.end :]}"
    return text


def _label(mention: Mention) -> Label:
    assert mention.year is not None
    assert mention.month is not None
    return Label(year=mention.year, month=mention.month, day=mention.day)


def _calendar(mention: Mention) -> Calendar | None:
    """The calendar that a mention itself shows."""
    twin = _twin(mention)
    return twin[0] if twin else mention.calendar or _by_weekday(mention)


def _shown(mention: Mention) -> Iterator[tuple[Label, Calendar]]:
    """The labels whose calendar a mention shows: its own, and its twin's."""
    twin = _twin(mention)
    if twin is None:
        if calendar := _calendar(mention):
            yield _label(mention), calendar
        return
    calendar, label = twin
    day = day_of(label, calendar)
    assert day is not None
    yield label, calendar
    yield label_of(day, calendar.other), calendar.other


def _twin(mention: Mention) -> tuple[Calendar, Label] | None:
    """The calendar of a mention with a twin, and its label there: the one in which the twin is the same day."""
    if mention.twin is None:
        return None
    label = _label(mention)
    month = mention.twin_month or label.month
    labels = [label] if mention.twin_month else [label, _shifted(label, -1), _shifted(label, 1)]
    for own in labels:
        for calendar in Calendar:
            day = day_of(own, calendar)
            other = label_of(day, calendar.other) if day else None
            if other and (other.month, other.day) == (month, mention.twin):
                return calendar, own
    return None


def _shifted(label: Label, months: int) -> Label:
    number = label.year * 12 + label.month - 1 + months
    return Label(year=number // 12, month=number % 12 + 1, day=label.day)


def _by_weekday(mention: Mention) -> Calendar | None:
    if mention.weekday is None:
        return None
    fits = [
        calendar
        for calendar in Calendar
        if (day := day_of(_label(mention), calendar)) and date.fromordinal(day).weekday() == mention.weekday
    ]
    return fits[0] if len(fits) == 1 else None


def _declared(text: str) -> Calendar | None:
    """The calendar in which a text says that its dates are, where it says so of one only."""
    said = {Calendar.OLD if match["old"] else Calendar.NEW for match in _DECLARED.finditer(text)}
    return said.pop() if len(said) == 1 else None


def _dated(mention: Mention, calendar: Calendar | None, country: Switch | None) -> Dated | None:
    twin = _twin(mention)
    label = twin[1] if twin else _label(mention)
    about = country if country and country.may_be_old(label) else None
    if calendar is None and about is None:
        calendar = Calendar.NEW if day_of(label, Calendar.NEW) else Calendar.OLD
    runs = {each: _run(label, mention.until, each) for each in Calendar if calendar in (None, each)}
    old, new = runs.get(Calendar.OLD), runs.get(Calendar.NEW)
    if old is None and new is None:
        return None
    return Dated(
        start=mention.start,
        end=mention.end,
        old=old,
        new=new,
        paired=twin is not None,
        country=about.country if about else None,
    )


def _run(label: Label, until: int | None, calendar: Calendar) -> tuple[int, int] | None:
    first = day_of(label, calendar)
    if first is None:
        return None
    last = day_of(replace(label, day=until), calendar) if until and until > label.day else first
    return (first, last) if last and last - first <= LONGEST_RUN else (first, first)


def wanted_days(text: str, all_years: Callable[[], Sequence[int]]) -> list[tuple[Label, Calendar | None]]:
    """The dates of a question: each label and its calendar, if it says so; in every one of the years where it names none.

    `all_years` is asked for only where that is needed. No day is told of a year before our era, wherever the question names it.
    """
    ancient = any(year < 0 for year in years(text))
    found: list[tuple[Label, Calendar | None]] = []
    month: int | None = None
    named: int | None = None
    for each in mentions(text):
        month, named = each.month or month, each.year or named
        if month is None:
            continue
        for one in [named] if named else [] if ancient else all_years():
            complete = replace(each, month=month, year=one)
            twin = _twin(complete)
            found.append((twin[1] if twin else _label(complete), _calendar(complete)))
    return found
