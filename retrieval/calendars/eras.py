"""Years with the era beside them: "44 BC", "B.C. 44", "480 B.C.E.", "58-50 BC", "79 AD", "44 v. Chr.", "44 до н. э."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BEFORE = (
    r"(?:B\.\s?C\.(?:\s?E\.)?|BCE?|b\.\s?c\.(?:\s?e\.)?|bce|[Bb]efore\s+(?:Christ|our\s+era|the\s+[Cc]ommon\s+[Ee]ra)"
    r"|v\.\s?(?:Chr|u\.\s?Z)\.|av(?:ant|\.)\s+J\.?-?\s?C\.?|a\.\s?C\.|до\s+(?:н\.\s?э\.|нашей\s+эры)"
    r"|(?<!\d{4}\s)bc|bc(?=\s*(?:[?!.,;:)]|\Z)))(?!\w)"
)
"""Small "bc" is "because" behind a year of four digits, unless the clause ends there."""

_IN = r"(?:A\.\s?D\.|AD|a\.\s?d\.|C\.\s?E\.|CE|n\.\s?Chr\.|apr\.\s+J\.?-?\s?C\.?|d\.\s?C\.|н\.\s?э\.)(?!\w)"
ERA = rf"(?-i:{_BEFORE}|{_IN})"
"""An era as it stands behind a year; a pattern in which capitals count."""

_N = r"(?<!\w)(?<!\d[.,])(?:\d{1,3}(?:,\d{3})+|\d{1,5})(?!\d|[.,]\d)"
_IN_FRONT = rf"(?-i:(?<!century )(?<!centuries )(?<!millennium )(?<!\w)(?:B\.\s?C\.(?:\s?E\.)?|A\.\s?D\.|AD))\s+{_N}(?!\s*{ERA})"
WITH_ERA = rf"(?:{_N}\s*{ERA}|{_IN_FRONT})"
"""A single year with its era."""

_JOINT = r"\s*(?:[-–—/]|\b(?:to|and|or|until|till|through|bis|à|до)\b)\s*"
_SPELL = re.compile(
    rf"(?:(?P<first>{_N})(?:\s*(?P<own>{ERA}))?{_JOINT})?(?P<last>{_N})\s*(?P<era>{ERA})"
    rf"|(?P<front>{_IN_FRONT})(?:\s*[-–—]\s*(?P<until>{_N}))?"
)
_BEHIND = re.compile(rf"(?<=\d)\s*{ERA}")
_FRONT = re.compile(r"\b(?:B\.\s?C\.(?:\s?E\.)?|A\.\s?D\.|AD)\s+(?=\d)")
_EARLIER = re.compile(rf"{_BEFORE}|B\.\s?C\.")


class Year(int):
    """A year as historians number them: those before our era are below zero, and as text "44 BC"."""

    def __str__(self) -> str:
        """The year for people."""
        return f"{-self} BC" if self < 0 else int.__repr__(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class Spell:
    """A year, or a run of years, with its era: its range in the text, and its first and last year."""

    start: int
    end: int
    first: Year
    last: Year


def spells(text: str) -> Iterator[Spell]:
    """The years and runs of years of a text that have their era beside them, in order."""
    for match in _SPELL.finditer(text):
        if match["front"]:
            first = _year(match["front"], match["front"])
            last = _year(match["until"], match["front"]) if match["until"] else first
        else:
            last = _year(match["last"], match["era"])
            first = _year(match["first"], match["own"] or match["era"]) if match["first"] else last
        runs = first <= last
        start = match.start() if runs else match.start("last")
        yield Spell(start=start, end=match.end(), first=first if runs else last, last=last)


def without_spells(text: str) -> str:
    """The text with blanks in the place of its years with an era."""
    for each in spells(text):
        text = f"{text[: each.start]}{' ' * (each.end - each.start)}{text[each.end :]}"
    return text


def without_eras(text: str) -> str:
    """The text with its years, but not their eras."""
    return _FRONT.sub("", _BEHIND.sub("", text))


def _year(number: str, era: str) -> Year:
    digits = int("".join(filter(str.isdigit, number)))
    return Year(-digits if _EARLIER.search(era) else digits)
