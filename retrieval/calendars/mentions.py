"""Dates as texts write them: where they stand, and what they say by themselves.

"25 October 1917", "October 25th", "the 25th of October", "Nov. 7", "1917-11-07", "3-7th July", "25 October/7 November",
"October 25 (November 7)", "12/25 October", "28 (15) November", "the 25th", each perhaps with a weekday before it and "O.S." or
"New Style" behind it, and an era behind its year ("44 BC"); months in English, German, French, Italian, Spanish and Russian.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from retrieval.calendars.days import Calendar
from retrieval.calendars.eras import ERA, WITH_ERA, Year, spells, without_spells

_NAMES = (
    "january jan januar janvier gennaio enero января",
    "february feb februar février febbraio febrero февраля",
    "march mar märz mars marzo марта",
    "april apr avril aprile abril апреля",
    "may mai maggio mayo мая",
    "june jun juni juin giugno junio июня",
    "july jul juli juillet luglio julio июля",
    "august aug août agosto августа",
    "september sept sep septembre settembre septiembre сентября",
    "october oct oktober octobre ottobre octubre октября",
    "november nov novembre noviembre ноября",
    "december dec dezember décembre dicembre diciembre декабря",
)
_MONTH = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TENS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
_ORDINALS = {
    word: number
    for number, word in enumerate(
        f"{_TENS} seventeenth eighteenth nineteenth twentieth "
        "twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth "
        "twenty-ninth thirtieth thirty-first".split(),
        start=1,
    )
}

_M = r"(?P<month>{})\b(?:(?<=\b\w{{3}})\.|(?<=\b\w{{4}})\.)?".format("|".join(sorted(_MONTH, key=len, reverse=True)))
_LATE = "|".join(sorted((word for word in _ORDINALS if "-" in word), key=len, reverse=True))
"""Days in words that are hardly anything else: "the second" mostly is."""

_WORDS = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_D = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|\.(?=\s))?|{_WORDS})(?![\w%])(?!\s*{ERA})"
_TWO = rf"(?P<day>{_D})(?:\s*[-–—]\s*(?P<until>{_D}))?(?:\s*[(/\[]\s*(?P<twin>{_D})(?:\s*[-–—]\s*{_D})?\s*[)\]]?)?"
_Y = rf"(?P<year>(?:(?:in|of)\s+(?:the\s+year\s+)?)?{WITH_ERA}|(?:1\d{{3}}|20\d\d)(?!\d))"
_W = rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s+(?:the\s+)?)?"
_BEFORE = r"(?<![\w.,:-])"
_AFTER_DAY = (
    r"\s*[,.;:!?()\]—–]|\s*$"
    r"|\s+(?:of\s+the\s+(?:same\s+)?month|of\s+that|and|or|at|in|to|on|when|he|she|they|we|it|i|was|were|had|the|a|there|all)\b"
)
"""What may follow a day without its month; "the 25th Army" is none."""

_FORMS = (
    rf"{_BEFORE}{_W}{_TWO}\s+(?:of\s+|de\s+)?{_M}(?:,?\s+(?:de\s+)?{_Y})?",
    rf"{_BEFORE}{_W}{_M}\s+(?:the\s+)?{_TWO}(?:,?\s+{_Y})?",
    rf"{_BEFORE}{_Y}-(?P<month>0[1-9]|1[0-2])-(?P<day>3[01]|[12]\d|0[1-9])(?!\d)",
    rf"\bthe\s+(?P<day>(?:3[01]|[12]?\d)(?:st|nd|rd|th)|{_LATE})(?={_AFTER_DAY})",
)
_NUMBERED = re.compile(
    "|".join(re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{number}>", form) for number, form in enumerate(_FORMS)),
    re.IGNORECASE,
)
_STYLE = re.compile(
    r"\s*,?\s*[(\[]?\s*(?:(?P<old>O\.?\s?S\.?(?![\w])|old\s+style|(?:in|by)\s+the\s+(?:old|julian)\s+calendar|julian)"
    r"|(?P<new>N\.?\s?S\.?(?![\w])|new\s+style|(?:in|by)\s+the\s+(?:new|gregorian|western)\s+calendar|gregorian))",
    re.IGNORECASE,
)
_LINKS = re.compile(r"\s*(?:/|;|\(|\[|=|,?\s*or\s|,?\s*that\s+is,?\s)\s*", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<=\d)\.$")
_CLOSE = re.compile(rf"\s*[)\]](?:,?\s+{_Y})?")
_YEAR_ALONE = re.compile(r"(?<![\d.,])(1[0-9]{3}|20\d\d)(?![\d.,]\d|\d)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """A date as it stands in a text: its range, and what it says. What it leaves to the reader is None.

    `until` ends a run of days; `twin` and `twin_month` name the same (first) day by another calendar, where both are given.
    """

    start: int
    end: int
    day: int
    month: int | None
    year: int | None
    until: int | None = None
    weekday: int | None = None
    calendar: Calendar | None = None
    twin: int | None = None
    twin_month: int | None = None


def mentions(text: str) -> Iterator[Mention]:
    """The dates of a text, in order; two that a slash, a bracket or "or" joins are one with its twin."""
    pending: Mention | None = None
    for match in _NUMBERED.finditer(text):
        found = _styled(text, _mention(match))
        if pending is not None and _joins(text, pending, found):
            yield _joined(text, pending, found)
            pending = None
            continue
        if pending is not None:
            yield pending
        pending = found
    if pending is not None:
        yield pending


def years(text: str) -> list[Year]:
    """The numbers in a text that may be years, in order; those before our era are below zero."""
    found = [(each.start, year) for each in spells(text) for year in dict.fromkeys((each.first, each.last))]
    found += ((each.start(), Year(each[0])) for each in _YEAR_ALONE.finditer(without_spells(text)))
    return [year for _, year in sorted(found)]


def _mention(match: re.Match[str]) -> Mention:
    parts = {name.rpartition("_")[0]: value for name, value in match.groupdict().items() if value}
    month = parts.get("month")
    weekday = parts.get("weekday")
    return Mention(
        start=match.start(),
        end=match.start() + len(_FULL_STOP.sub("", match[0])),
        day=_number(parts["day"]),
        until=_number(parts["until"]) if "until" in parts else None,
        twin=_number(parts["twin"]) if "twin" in parts else None,
        month=None if month is None else int(month) if month.isdecimal() else _MONTH[month.lower()],
        year=_year(parts.get("year")),
        weekday=_WEEKDAYS.index(weekday.lower()) if weekday else None,
    )


def _year(written: str | None) -> Year | None:
    return years(written)[0] if written else None


def _number(day: str) -> int:
    digits = re.match(r"\d+", day)
    return int(digits[0]) if digits else _ORDINALS[day.lower()]


def _styled(text: str, found: Mention) -> Mention:
    match = _STYLE.match(text, found.end)
    if match is None:
        return found
    return replace(found, calendar=Calendar.OLD if match["old"] else Calendar.NEW)


def _joins(text: str, first: Mention, second: Mention) -> bool:
    """Whether the second is the first by another calendar, as far as their form tells."""
    if first.twin is not None or second.twin is not None or second.month is None:
        return False
    between = text[first.end : second.start]
    style = _STYLE.match(between)
    return _LINKS.fullmatch(between[style.end() :].lstrip(" )]") if style else between) is not None


def _joined(text: str, first: Mention, second: Mention) -> Mention:
    style = _STYLE.match(text, second.end) if second.calendar else None
    close = _CLOSE.match(text, style.end() if style else second.end)
    calendar = first.calendar or (second.calendar.other if second.calendar else None)
    return replace(
        first,
        end=close.end() if close else second.end,
        month=first.month or _month_before(first.day, second),
        year=first.year or second.year or (_year(close["year"]) if close else None),
        twin=second.day,
        twin_month=second.month,
        calendar=calendar,
    )


def _month_before(day: int, twin: Mention) -> int | None:
    """The month of a day that stands without one before its twin, 10 to 13 days off: "the 25th (7 November)"."""
    assert twin.month is not None
    if abs(twin.day - day) in range(10, 14):
        return twin.month
    return (twin.month + (10 if twin.day < day else 0)) % 12 + 1
