"""Whom a title means that stands alone: "the senator" is Senator Hill where he is the only one told of."""

import re
from collections.abc import Sequence

from seeds.people import People
from seeds.people.words import RANKS
from seeds.voices.mentions.roles import head_of
from seeds.voices.mentions.subjects import mentions
from seeds.voices.mentions.words import WOMEN

_DEFINITE = re.compile(r"(?:the|this)\s(?:(?:old|young|good|great|brave|worthy|aged|gallant)\s)?\w+\Z")
_REACH = 4


def is_title(role: str) -> bool:
    """Whether the role is a title and somebody known bears it: "the king", not "a king" nor "the king of Saxony"."""
    return head_of(role) in RANKS and bool(_DEFINITE.match(role))


def titled(role: str, told: Sequence[str], people: People) -> str | None:
    """The one person told of in these sentences who bears the title anywhere in the text; None where nobody or several do."""
    head = head_of(role)
    names = [each.name for sentence in told[-_REACH:] for each in mentions(sentence) if each.name]
    names = [name for name in names if (head not in WOMEN or people.is_woman(name)) and not _is_another(name, head)]
    bearers = {people.speaker(name) for name in names if head in people.titles.get(name.split()[-1], ())}
    return bearers.pop() if len(bearers) == 1 else None


def _is_another(name: str, head: str) -> bool:
    """Whether a rank before the name is not that title, so that he is his namesake: "Prince Henry" beside "the king"."""
    first = name.split()[0].casefold().rstrip(".")
    return first in RANKS and first != head and " " in name
