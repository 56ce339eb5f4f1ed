"""The year and the translator that a book's title page and its back name."""

import re
from dataclasses import dataclass

from seeds.people import NAME

_REACH = 7_000
_YEAR = r"(?P<year>1[4-9]\d\d|20[0-2]\d)"
_YEARS = (
    re.compile(rf"(?:copyright(?:ed)?|©|\(c\))[\s,:]*(?:in\s+)?{_YEAR}", re.IGNORECASE),
    re.compile(
        rf"(?:first\s+)?(?:published|printed|issued|edition|impression)[,:]?\s+(?:in\s+)?(?:\w+,?\s+)?{_YEAR}",
        re.IGNORECASE,
    ),
    re.compile(rf"^[ \t]*(?:\w+,?[ \t]+)?{_YEAR}[.,]?[ \t]*\r?$", re.MULTILINE),
    re.compile(
        rf"^[^\r\n]{{0,60}}\b(?:London|New\s+York|Boston|Chicago|Philadelphia|Oxford|Cambridge|Edinburgh|Dublin|Paris|Berlin|Leipzig|Gen[eè]ve"
        rf"|M[uü]nchen|Wien|Moscow|Petrograd|Press|Co(?:mpany|\.)|Sons|Brothers)\b[^\r\n]{{0,30}}?[\s,:]{_YEAR}\b",
        re.MULTILINE | re.IGNORECASE,
    ),
)
_TRANSLATED = re.compile(
    r"(?i:(?:newly\s+)?translated(?:\s+(?:and\s+\w+\s+)?(?:into\s+\w+|from\s+(?:the\s+)?[\w ]{3,40}?))?(?:\s+and\s+\w+)?,?\s+by"
    r"|translator:)\s+(?:(?i:the\s+)?(?:Rev(?:erend|\.)|Prof(?:essor|\.)|Dr\.|Sir)\s+)?"
    rf"(?P<name>{NAME}|[A-Z][A-Z.'-]+(?:[ ][A-Z][A-Z.'-]*){{1,3}})"
)

_JOINED = re.compile(r"\s(?:and|und|et)\Z", re.IGNORECASE)
"""What stands between the name and another one in the line below."""
_NO_NAMES = frozenset({"", "Messrs", "Mr", "Mrs", "Dr", "M"})


@dataclass(frozen=True, kw_only=True, slots=True)
class TitlePage:
    """What is found."""

    year: str | None = None
    translator: str | None = None


def read_title_page(text: str, start: int, title: str) -> TitlePage:
    """The year of publication and the translator, by the first pages after `start`. A year in the title is what it is about."""
    front = text[start : start + _REACH]
    translated = _TRANSLATED.search(front)
    name = " ".join(translated["name"].splitlines()[0].split()) if translated else ""
    name = _JOINED.sub("", name.title() if name.isupper() else name)
    return TitlePage(year=_year(front, title), translator=name if name not in _NO_NAMES else None)


def _year(front: str, title: str) -> str | None:
    for pattern in _YEARS:
        years = [found["year"] for found in pattern.finditer(front) if found["year"] not in title]
        if years:
            return years[0]
    return None
