"""Publication dates as catalogues write them."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = "|".join(_MONTHS)
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:T.*)?)?)?")
_DAY_FIRST = re.compile(rf"(?:(\d{{1,2}})\.?\s+)?({_NAMED})[a-z]*\.?,?\s+(\d{{4}})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"({_NAMED})[a-z]*\.?\s+(\d{{1,2}}),?\s+(\d{{4}})", re.IGNORECASE)


def date_parts(text: str) -> tuple[int, ...] | None:
    """Year, year and month, or year, month and day; None where the text is none of these."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        return _valid(*(int(part) for part in match.groups() if part))
    if match := _DAY_FIRST.fullmatch(text):
        day = (int(match[1]),) if match[1] else ()
        return _valid(int(match[3]), _MONTHS.index(match[2].lower()) + 1, *day)
    if match := _MONTH_FIRST.fullmatch(text):
        return _valid(int(match[3]), _MONTHS.index(match[1].lower()) + 1, int(match[2]))
    return None


def _valid(*parts: int) -> tuple[int, ...] | None:
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return None
    return parts
