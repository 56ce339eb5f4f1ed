"""Quotations that the mark-up of a document sets apart as blocks, and the speaker whom their attribution names."""

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass

from seeds.people import NAME, People, plain_name
from seeds.people.words import PLACES, RANKS

_LEAD = re.compile(
    r"(?:[\W_]|(?:see|by|from|source|quoted (?:from|by|in)|said|per|signed|for the|in the name of the)\b)*",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?P<head>[^,;:(\[\n—–―]+?)(?:\s*[,;:(\[—–―]|(?<=\w\w\w)[.…]|\.?\Z"
    r"|\s(?:in|on|to|at|before|after|during|when|speaking|writing|as)\s)"
)
_DATE = re.compile(rf"\d|(?:{'|'.join(month_name[1:])})\b", re.IGNORECASE)
_PART = r"(?:[A-ZÀ-ÞА-ЯЁ][\w’'.-]*|of|the|and|for|&|de|du|la|von)"
_OFFICE = re.compile(rf"(?:an?|the)\s.+|{_PART}(?:\s{_PART})*", re.DOTALL)
_MOST_WORDS = 12
_NO_SOURCE = frozenset(
    "addenda advice calendar diary despatches discourse hist instructions journal letter letters memoir memoirs mém note notes ode poems"
    " quoted satires sir madam honoured honored dear prince majesty great gentlemen yours".split()
)
"""Words that alone do not say whose words stand there: "Note to Orme's History", "Diary, May 3rd"; nor does the address of a letter."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SetQuotation:
    """A range that is set apart as a quotation, and the `attribution` beside it: the words that say whose it is."""

    start: int
    end: int
    attribution: str | None = None


def named(attribution: str, people: People) -> str | None:
    """The person or paper whose name stands in the attribution; it is one by its place."""
    for head in _heads(attribution):
        name = plain_name(head) if re.fullmatch(NAME, head) else None
        before = head.removesuffix(name).split() if name else []
        if name and all(word.casefold().rstrip(".") in RANKS for word in before):
            return name if " " in name else people.speaker(name) or name
    return None


def described(attribution: str) -> str | None:
    """The office, the body or the work that stands in the attribution: `a boatman of the weir`, `Deposition of Orme`."""
    offices = (head for head in _heads(attribution) if _OFFICE.fullmatch(head))
    return next((head for head in offices if head.casefold() not in PLACES), None)


def _heads(attribution: str) -> Iterator[str]:
    """What each line begins with, dates left out."""
    for line in attribution.splitlines():
        lead = _LEAD.match(line)
        found = _HEAD.match(line, lead.end() if lead else 0)
        head = " ".join(found["head"].split()) if found else ""
        words = head.split()
        tells = any(word.casefold().strip(".") not in _NO_SOURCE for word in words)
        if tells and re.match(r"[^\W\d_]", head) and not _DATE.match(head) and len(words) <= _MOST_WORDS:
            yield head
