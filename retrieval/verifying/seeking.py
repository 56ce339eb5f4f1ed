"""Where in the library a quotation may stand: the ranges in which most of its k-grams meet, rare ones counting most."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from retrieval.library.kgrams import KGrams, grams_of

BUDGET = 30_000
"""Postings that are looked at, those of rare k-grams first."""
MOST_POSTINGS = 400_000
"""The same where a quotation has none but frequent ones."""
_LEAST_GRAMS = 3
_MOST_RANGES, _MOST_LONG_RANGES, _LONG = 24, 8, 1_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Range:
    """A range of a version's text in which a quotation may stand."""

    version: int
    start: int
    end: int


def seek(kgrams: KGrams, text: str, versions: Collection[int] | None = None) -> list[Range]:
    """Ranges that may hold the text, most likely first; of the given versions only, where there are any given."""
    grams = grams_of(text)
    first, last = kgrams.ranges(grams.hashes)
    counts = last - first
    taken = list[int]()
    total = 0
    for at in np.argsort(counts, kind="stable"):
        count = int(counts[at])
        if total + count > (BUDGET if len(taken) >= _LEAST_GRAMS else MOST_POSTINGS):
            break
        if count:
            taken.append(int(at))
            total += count
    if not taken:
        return []
    found = [kgrams.places(int(first[at]), int(last[at])) for at in taken]
    begins = np.concatenate([places - grams.offsets[at] for places, at in zip(found, taken, strict=True)])
    # The rarer a k-gram, the more it says (inverse document frequency, Spaerck Jones 1972).
    weights = np.concatenate([np.full(len(each), 1 / np.log2(2 + len(each))) for each in found])
    if versions is not None:
        inside = np.zeros(len(begins), dtype=np.bool_)
        for low, high in kgrams.within(versions):
            inside |= (begins >= low) & (begins < high)
        begins, weights = begins[inside], weights[inside]
    order = np.argsort(begins, kind="stable")
    begins, weights = begins[order], weights[order]
    width = 40 + len(text) // 8  # line ends and indentation make the source longer than the quotation, or shorter
    sums = np.concatenate([[0.0], np.cumsum(weights)])
    upto = np.searchsorted(begins, begins + width, side="right")
    scores = sums[upto] - sums[:-1]
    ranges = []
    for _ in range(_MOST_RANGES if len(text) < _LONG else _MOST_LONG_RANGES):
        best = int(scores.argmax()) if len(scores) else 0
        if not len(scores) or scores[best] <= 0:
            break
        low, high = int(begins[best]), int(begins[upto[best] - 1])
        at = kgrams.locate((low + high) // 2 + len(text) // 2)
        middle = (low + high) // 2 + len(text) // 2
        ranges.append(
            Range(
                version=at.version,
                start=max(0, at.offset - (middle - low) - width),
                end=at.offset + (high - middle) + len(text) + width,
            )
        )
        scores[(begins >= low - width) & (begins <= low + width)] = 0.0
    return ranges
