"""Names of the parts of books: which heading is that of a book or chapter, and how its number is written."""

import re

NO_NUMBER = r"(?!(?:of|to|in|on|at|by|for|from|and|or|with|is|was)\b)"
"""A pattern of what is not behind "Act" or "Part" where that names a part of a work: "Act of Union" is a law."""

_NUMBER = r"(?:[IVXLCDM]+|[ivxlcdm]+|\d{1,3})"
_BARE = re.compile(rf"(?P<number>{_NUMBER})(?:\s*[.:—–-]\s*|\s*\Z)(?P<rest>.*)\Z", re.DOTALL)
_DIVISION = re.compile(
    r"(?P<kind>BOOK|PART|VOLUME|VOL\.|CHAPTER|CHAP\.|LECTURE|LETTER|ACT|SCENE|LESSON|SECTION|CANTO|UNIT|APPENDIX"
    r"|LIVRE|PARTIE|CHAPITRE|TOME|BUCH|TEIL|KAPITEL|BAND|ABSCHNITT|LIBRO|PARTE|CAP[IÍ]TULO|ГЛАВА|ЧАСТЬ|КНИГА|ТОМ|РОЗДІЛ|ЧАСТИНА)"
    rf"\s+(?:THE\s+)?{NO_NUMBER}(?P<number>[IVXLCDM]+|\d{{1,3}}|[A-ZА-ЯІЇЄ][\w-]*(?:\s(?=\w+\Z))?)\b"
    r"\s*[.:—–-]*\s*(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_LONG = {"vol.": "Volume", "chap.": "Chapter"}


def named_division(title: str, part: str | None) -> str:
    """The title of a part of a book; where it begins with a bare number, the kind of part is put before: "Chapter IV: Peace"."""
    found = _BARE.match(title) if part else None
    if not found or not part:
        return title
    name = f"{part.capitalize()} {found['number']}"
    rest = found["rest"].strip()
    return f"{name}: {rest}" if rest else name


def division(title: str) -> tuple[str, str] | None:
    """A heading's division and the rest of it: ("Book II", "The Spread of the Revolution"); None where it names none."""
    found = _DIVISION.match(title.strip())
    if not found:
        return None
    kind = found["kind"].lower()
    number = found["number"]
    written = number.upper() if re.fullmatch(r"[ivxlcdm]+", number, re.IGNORECASE) else number.capitalize()
    return f"{_LONG.get(kind, kind.capitalize())} {written}", found["rest"].strip(" .:—–-")
