"""Acronyms of a question written out as the library writes them: MRC, M.R.C. or mrc, SRs."""

import re
from collections.abc import Callable, Iterable

from retrieval.library.records import Word
from retrieval.library.vocabulary import JOINING

_CANDIDATE = re.compile(
    r"(?<![\w.'’-])(?:(?P<dotted>(?:[^\W\d_a-zß-öø-ÿа-я]\.){2,5})|(?P<plain>[^\W\d_]{2,5}?)(?P<plural>s?))(?![\w'’-])"
)
SEEN = 2
"""Times that a name must stand in the library to be what an acronym means; one of two letters once more."""


class Acronyms:
    """The names of several words that a library writes out, by their initials."""

    def __init__(self, vocabulary: Iterable[Word]) -> None:
        self._names: dict[str, Word] = {}
        self._uses: dict[str, int] = {}
        for entry in vocabulary:
            if " " not in entry.text:
                self._uses[entry.text] = entry.count
                continue
            initials = "".join(part[0] for part in entry.text.split(" ") if part not in JOINING)
            best = self._names.get(initials)
            if len(initials) > 1 and (best is None or best.count < entry.count):
                self._names[initials] = entry

    def meaning(self, letters: str) -> str | None:
        """The name that the library most often writes out for these initials, unless it writes them themselves more often."""
        folded = letters.lower()
        name = self._names.get(folded)
        if name is None or name.count < SEEN + (len(folded) < 3) or self._uses.get(folded, 0) >= name.count:
            return None
        return " ".join(part if part in JOINING else part.capitalize() for part in name.text.split(" "))


def expanded(text: str, is_known: Callable[[str], bool], acronyms: Callable[[], Acronyms]) -> str:
    """The text with acronyms written out. In small letters only what is no word (`is_known`) can be one.

    The acronyms are asked for only when there may be one, since making them reads the whole vocabulary.
    """

    def written(match: re.Match[str]) -> str:
        letters = (match["dotted"] or match["plain"]).replace(".", "")
        if not letters.isupper() and is_known(match[0]):
            return match[0]
        return acronyms().meaning(letters) or match[0]

    return _CANDIDATE.sub(written, text)
