"""Publication dates as catalogues write them."""

import re
from datetime import date

EXAMPLE = "1917, 1917-11, 1917-11-07, 'November 1917' or '1917–1919'"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = "|".join(_MONTHS)
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:T.*)?)?)?")
_DAY_FIRST = re.compile(rf"(?:(\d{{1,2}})\.?\s+)?({_NAMED})[a-z]*\.?,?\s+(\d{{4}})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"({_NAMED})[a-z]*\.?\s+(\d{{1,2}}),?\s+(\d{{4}})", re.IGNORECASE)
_YEARS_IN_WORDS = re.compile(r"(?:\D*(?<!\d)(?:1\d{3}|20\d{2})(?!\d))+\D*", re.ASCII)


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


def is_date(text: str) -> bool:
    """Whether a publication date can be cited: as a date, or in words with years in them, "circa 1900" or "1917–1919"."""
    return date_parts(text) is not None or _YEARS_IN_WORDS.fullmatch(text.strip()) is not None


def _valid(*parts: int) -> tuple[int, ...] | None:
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return None
    return parts
