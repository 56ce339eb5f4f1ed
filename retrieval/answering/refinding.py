"""The same words in a text that has changed."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import Postfix, Prefix

NEARBY = 200
"""Characters on either side by which one of several places of the same words is told from the others."""

_SAME_SIGNS = ("'‘’‚‛′`´", '"“”„‟″«»', "-‐‑‒–—―−")
_FOLDED = {sign: f"[{re.escape(signs)}]" for signs in _SAME_SIGNS for sign in signs}


def find_again(old: str, start: int, end: int, new: str) -> tuple[int, int] | None:
    """Where the words of `old[start:end]` stand in `new`, None where they do not.

    They are the same words when no more than blanks, quotation marks and dashes are written otherwise. Of several places
    it is the one whose surroundings agree furthest with the old ones, and of equal ones the one nearest to the old share of
    the text.
    """
    words = old[start:end]
    if not words.strip():
        return None
    places = _places(re.escape(words), new) or _places(_folded(words), new)
    if len(places) < 2:
        return places[0] if places else None
    before, after = old[max(0, start - NEARBY) : start], old[end : end + NEARBY]

    def likeness(place: tuple[int, int]) -> tuple[float, float]:
        low, high = place
        now = new[max(0, low - NEARBY) : low], new[high : high + NEARBY]
        same = Postfix.similarity(before, now[0]) + Prefix.similarity(after, now[1])
        return same, -abs(low / len(new) - start / len(old))

    return max(places, key=likeness)


def _places(pattern: str, text: str) -> list[tuple[int, int]]:
    """Where a pattern stands between the edges of words."""
    return [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]


def _folded(words: str) -> str:
    return r"\s+".join(_signs(word) for word in words.split())


def _signs(word: Iterable[str]) -> str:
    return "".join(_FOLDED.get(sign) or re.escape(sign) for sign in word)
