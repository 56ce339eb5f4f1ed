"""Years that a question names, and whether a text tells of them: by name, or inside a run of years ("1927-1939", "1916-17", "58-50 BC")."""

import re
from collections.abc import Sequence

from retrieval.calendars.eras import spells, without_spells
from retrieval.calendars.mentions import years

_RUN = re.compile(
    r"(?<![\d.,])(?P<first>1\d{3}|20\d\d)\s*(?:[-–—/]|to|until|till|through|(?<=\bbetween .{4} )and|bis|до|à|a|al)\s*"
    r"(?P<last>(?:1\d|20)?\d\d)(?![\d.,–-]\d|\d)"
)


def share_told(asked: Sequence[int], text: str) -> float | None:
    """The share, 0 to 1, of the asked years that a text names or holds in a run of years; None where it names no year at all."""
    named = set(years(text))
    if not named:
        return None
    runs = [_run(match["first"], match["last"]) for match in _RUN.finditer(without_spells(text))]
    runs += (range(each.first, each.last + 1) for each in spells(text))
    return sum(year in named or any(year in run for run in runs) for year in asked) / len(asked)


def only_year(text: str) -> int | None:
    """The year that a text names, None where it names none, several or a run of them ("1825-1894")."""
    named = set(years(text))
    return named.pop() if len(named) == 1 and not _RUN.search(without_spells(text)) else None


def _run(first: str, last: str) -> range:
    """The years of "1916-17" or "1927 to 1939"; none where the second is no later one."""
    return range(int(first), int(first[: len(first) - len(last)] + last) + 1)
