"""Surnames that several bear, though a list of given names knows only one of them: "James Reeve" and "Halloran Reeve"."""

import re
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from seeds.people.form import GAP, WORD
from seeds.people.words import NO_NAMES, ORIGINS, PLACES, RANKS

_AGENCY = re.compile(
    rf"(?P<surname>{WORD})(?:[’']s)?{GAP}(?:(?:[Tt]elegraph(?:ic)?|[Nn]ews|[Pp]ress){GAP})?(?:[Aa]gency|[Bb]ureau)\b"
)
"""An agency that is called by a surname, which alone may mean it: "Orme’s Bureau"."""
_PAIR = re.compile(rf"(?<![\w’'-])(?P<first>{WORD}){GAP}(?=(?P<surname>{WORD})(?![\w-]))")
_TITLES = frozenset("abbe abbé archduke commodore don mademoiselle señor signor".split())
"""Forms of address beside the ranks."""
_NO_NAMES = RANKS | ORIGINS | NO_NAMES | PLACES | _TITLES
_FEWEST = 2
_SHARE = 4
"""Others must be told of in one place for so many of him who is known by his full name."""


def shared(text: str, full: Mapping[str, str], names: AbstractSet[str]) -> frozenset[str]:
    """The surnames of `full` names that others bear too, so that nobody can tell who is meant by one alone.

    Their first names are among the words that are only `names`, and begin with another letter than the full name.
    """
    his: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for found in _PAIR.finditer(text):
        first, surname = found["first"], found["surname"]
        if surname not in full:
            continue
        is_his = first in full[surname].split()
        his[surname] += is_his
        name = first in names and first.casefold() not in _NO_NAMES and not first.isupper()
        others[surname] += name and not is_his and first[0] != full[surname][0]
    agencies = frozenset(found["surname"] for found in _AGENCY.finditer(text))
    return agencies | {name for name, count in others.items() if count >= max(_FEWEST, his[name] / _SHARE)}
