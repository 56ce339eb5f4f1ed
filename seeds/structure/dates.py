"""Dates of publication as sites and title pages write them, to ISO 8601 as far as they are known."""

import re

_MONTHS = (
    ("january", "jan", "januar", "janvier", "enero", "gennaio", "января"),
    ("february", "feb", "februar", "février", "febrero", "febbraio", "февраля"),
    ("march", "mar", "märz", "mars", "marzo", "марта"),
    ("april", "apr", "avril", "abril", "aprile", "апреля"),
    ("may", "mai", "mayo", "maggio", "мая"),
    ("june", "jun", "juni", "juin", "junio", "giugno", "июня"),
    ("july", "jul", "juli", "juillet", "julio", "luglio", "июля"),
    ("august", "aug", "août", "agosto", "августа"),
    ("september", "sept", "sep", "septembre", "septiembre", "settembre", "сентября"),
    ("october", "oct", "oktober", "octobre", "octubre", "ottobre", "октября"),
    ("november", "nov", "novembre", "noviembre", "ноября"),
    ("december", "dec", "dezember", "décembre", "diciembre", "dicembre", "декабря"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_MONTH = "|".join(sorted(_NUMBER, key=len, reverse=True))
_YEAR = r"(?P<year>1[4-9]\d\d|20\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.)?"
_DATE = re.compile(
    "|".join(
        pattern.replace("<year>", f"<year{n}>").replace("<day>", f"<day{n}>").replace("<month>", f"<month{n}>")
        for n, pattern in enumerate(
            (
                rf"\b{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b",
                rf"\b{_DAY}\s+(?:de\s+|of\s+)?(?P<month>{_MONTH})\b\.?,?\s+(?:de\s+)?{_YEAR}\b",
                rf"\b(?P<month>{_MONTH})\b\.?\s+{_DAY},?\s+{_YEAR}\b",
                rf"\b(?P<month>{_MONTH})\b\.?,?\s+{_YEAR}\b",
                rf"\b{_YEAR}\b",
            )
        )
    ),
    re.IGNORECASE,
)
_MAX_LINE = 90
# What may stand round a date on a line of its own.
_AROUND = re.compile(
    r"(?:first |originally )?(?:published|posted|updated|written|dated?|created|uploaded|issued|released|submitted"
    r"|broadcast|aired|recorded|delivered)(?: on| in)?"
    r"|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    r"|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|[ap]\.?m\.?|at|gmt|utc|[cem]?[eps][ds]?t|[\W_]+",
    re.IGNORECASE,
)


def date_in(text: str) -> str | None:
    """The first date in `text` as "2017-11-07", "2017-11" or "2017"; None where there is none."""
    found = _DATE.search(text)
    return _iso(found) if found else None


def date_line(line: str) -> str | None:
    """The date of a line that holds nothing else, save words such as "Published on" and the time of day."""
    if len(line) > _MAX_LINE or not any(map(str.isdigit, line)):
        return None
    found = _DATE.search(line)
    if not found or _AROUND.sub("", line[: found.start()] + " " + line[found.end() :]):
        return None
    return _iso(found)


def _iso(found: re.Match[str]) -> str:
    parts = {name.rstrip("01234"): value for name, value in found.groupdict().items() if value}
    month, day = parts.get("month", ""), parts.get("day")
    if not month:
        return parts["year"]
    number = int(month) if month.isdecimal() else _NUMBER[month.casefold()]
    return f"{parts['year']}-{number:02}" + (f"-{int(day):02}" if day else "")
