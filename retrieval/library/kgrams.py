"""The projection for quotations: where in the library each run of letters stands that begins a word.

A k-gram is the first `LENGTH` folded letters from the beginning of a word on, spaces left out (k-gram fingerprints:
Schleimer, Wilkerson and Aiken, "Winnowing", SIGMOD 2003; here every beginning of a word is kept, so that no quotation of
a few whole words is missed). The whole canonical text is indexed, masks too: whoever asks learns where words stand
that are never quoted.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.library.letters import Letters, find_letters

LENGTH = 6
"""Letters of a k-gram. With a tenth of all letters wrong, more than half of such runs are still right (0.9 ** 6)."""

POSTINGS, DOCUMENTS = "postings.npy", "documents.npy"

_PLACE_BITS = 36
"""A posting is 28 bits of hash above 36 bits of place."""
_PLACE = np.uint64((1 << _PLACE_BITS) - 1)
_SHIFT = np.uint64(_PLACE_BITS)
_BASE = np.uint64(0x100000001B3)  # the prime of FNV-1a (Fowler, Noll, Vo)
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2 ** 64 / golden ratio (Knuth, vol. 3, 6.4)


@dataclass(frozen=True, kw_only=True, slots=True)
class Grams:
    """The k-grams of a text: their hashes, and the offsets at which they begin."""

    hashes: NDArray[np.uint64]
    offsets: NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A version of a document, and an offset in its text."""

    version: int
    offset: int


def grams_of(text: str) -> Grams:
    """The k-grams of a text, in order."""
    letters = find_letters(text)
    starts = np.flatnonzero(letters.begins[: max(0, len(letters.codes) - LENGTH + 1)])
    return Grams(hashes=_hashes(letters, starts), offsets=letters.places[starts])


class KGrams:
    """Places of k-grams in the texts of some versions. A place counts the characters of all texts, one after another.

    `postings` are sorted; a row of `documents` is a version, the place where its text begins, and its length.
    """

    def __init__(self, postings: NDArray[np.uint64], documents: NDArray[np.int64]) -> None:
        self._postings = postings
        self._documents = documents

    @classmethod
    def build(
        cls, texts: Iterable[tuple[int, str]], base: "KGrams | None" = None, keep: Collection[int] = ()
    ) -> "KGrams":
        """The k-grams of the versions' texts, and of those versions of `base` that are to be kept."""
        old = base._only(keep) if base else cls(np.zeros(0, dtype=np.uint64), np.zeros((0, 3), dtype=np.int64))
        rows, parts = [tuple(row) for row in old._documents], [old._postings]
        place = old._end
        for version, text in texts:
            grams = grams_of(text)
            parts.append((grams.hashes << _SHIFT) | (grams.offsets + place).astype(np.uint64))
            rows.append((version, place, len(text)))
            place += len(text)
        if place >> _PLACE_BITS:
            raise OverflowError(f"a library of {place:,} characters is more than its index can number")
        postings = np.concatenate(parts)
        postings.sort(kind="stable")  # which goes fast through what is sorted already
        return cls(postings, np.array(rows, dtype=np.int64).reshape(-1, 3))

    @classmethod
    def open(cls, folder: Path) -> "KGrams":
        """The k-grams in that folder. ValueError, OSError or EOFError if they cannot be read."""
        postings = np.load(folder / POSTINGS, mmap_mode="r", allow_pickle=False)
        documents = np.load(folder / DOCUMENTS, allow_pickle=False)
        if postings.dtype != np.uint64 or postings.ndim != 1 or documents.dtype != np.int64 or documents.ndim != 2:
            raise ValueError("not the arrays of k-grams")
        return cls(postings, documents)

    def save(self, folder: Path) -> None:
        """Write them into that folder, a new one."""
        folder.mkdir()
        np.save(folder / POSTINGS, self._postings, allow_pickle=False)
        np.save(folder / DOCUMENTS, self._documents, allow_pickle=False)

    @property
    def versions(self) -> list[int]:
        """The versions whose texts are indexed, in the order of their places."""
        return [int(version) for version in self._documents[:, 0]]

    def ranges(self, hashes: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each hash, where its postings begin and end."""
        first = np.searchsorted(self._postings, hashes << _SHIFT, side="left")
        last = np.searchsorted(self._postings, (hashes << _SHIFT) | _PLACE, side="right")
        return first, last

    def places(self, first: int, last: int) -> NDArray[np.int64]:
        """The places of a range of postings, in order."""
        return (self._postings[first:last] & _PLACE).astype(np.int64)

    def within(self, versions: Collection[int]) -> list[tuple[int, int]]:
        """The ranges of places that belong to those versions."""
        wanted = set(versions)
        return [(int(base), int(base + length)) for version, base, length in self._documents if int(version) in wanted]

    def locate(self, place: int) -> Found:
        """Which text a place is in, and where in it; a place before or behind all texts counts with the nearest."""
        row = max(0, int(np.searchsorted(self._documents[:, 1], place, side="right")) - 1)
        version, base, length = (int(value) for value in self._documents[row])
        return Found(version=version, offset=max(0, min(place - base, length)))

    @property
    def _end(self) -> int:
        return int(self._documents[-1, 1] + self._documents[-1, 2]) if len(self._documents) else 0

    def _only(self, keep: Collection[int]) -> "KGrams":
        """The same without the other versions; places stay as they are."""
        wanted = np.isin(self._documents[:, 0], np.array(sorted(keep), dtype=np.int64))
        if wanted.all():
            return self
        row = np.searchsorted(self._documents[:, 1], (self._postings & _PLACE).astype(np.int64), side="right") - 1
        return KGrams(self._postings[wanted[row]], self._documents[wanted])


def _hashes(letters: Letters, starts: NDArray[np.int64]) -> NDArray[np.uint64]:
    """A 28-bit hash of the letters from each start on."""
    value = np.zeros(len(starts), dtype=np.uint64)
    for at in range(LENGTH):
        value = value * _BASE + letters.codes[starts + at]
    return (value * _MIX) >> _SHIFT
