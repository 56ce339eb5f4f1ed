"""Which words of a source a quotation's words are: local alignment of two sequences of folded words."""

from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from retrieval.verifying.words import Words

LONGEST_GAP = 5
"""Words of the source that may be left out unmarked within one piece; more make two pieces."""

_REACH = 2 * LONGEST_GAP
"""Words around an end of an alignment among which the right one is looked for."""
_SPELLING = 50.0
"""Similarity in percent (rapidfuzz `ratio`) from which a word can be the other one, misspelt or misread."""
_SAME, _ALIKE, _OTHER, _LEFT_OUT = 1.0, 0.5, -1.0, -0.5
_NEVER = float("-inf")


@dataclass(frozen=True, kw_only=True, slots=True)
class Alignment:
    """The words `first` to `last` of a quotation, exclusive, stand at the words `begin` to `end` of the source.

    `score` is that of the local alignment: a point for a word, half a one for a misspelt word, less for others.
    """

    first: int
    last: int
    begin: int
    end: int
    score: float


def align(quotation: Words, source: Words) -> Alignment | None:
    """The best local alignment of the quotation in the source; None where no word agrees."""
    units = _units(quotation.folded, source.folded)
    best, low, high = _best_run([unit[0] for unit in units])
    if best <= 0:
        return None
    pairs = [(q, s) for _, q, s in units[low:high] if q is not None and s is not None]
    first, begin = pairs[0]
    last, end = pairs[-1][0] + 1, pairs[-1][1] + 1
    # Of equally good alignments the one that was found may have put a word beside its place.
    while first and begin and quotation.folded[first - 1] == source.folded[begin - 1]:
        first, begin, best = first - 1, begin - 1, best + _SAME
    while last < len(quotation) and end < len(source) and quotation.folded[last] == source.folded[end]:
        last, end, best = last + 1, end + 1, best + _SAME
    return Alignment(first=first, last=last, begin=begin, end=end, score=best)


def tightened(found: Alignment, quotation: Words, source: Words) -> Alignment:
    """The alignment with the ends in the source at which most letters agree.

    Its first or last word may stand there twice, or whole where a hyphen at a line's end parts it on one of the two sides.
    """
    said = quotation.letters(found.first, found.last)
    first, last = quotation.folded[found.first], quotation.folded[found.last - 1]

    def distance(begin: int, end: int) -> int:
        return Levenshtein.distance(said, source.letters(begin, end))

    begins = range(max(0, found.begin - _REACH), min(found.end, found.begin + _REACH))
    begins_alike = [found.begin, *(at for at in begins if _begin_alike(source.folded[at], first))]
    begin = min(begins_alike, key=lambda at: distance(at, found.end))
    ends = range(max(begin + 1, found.end - _REACH), min(len(source), found.end + _REACH) + 1)
    ends_alike = [max(begin + 1, found.end), *(at for at in ends if _end_alike(source.folded[at - 1], last))]
    return replace(found, begin=begin, end=min(ends_alike, key=lambda at: distance(begin, at)))


def _begin_alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _end_alike(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def widened(found: Alignment, quotation: Words, source: Words) -> Alignment:
    """The alignment of the whole quotation: words at its ends that do not agree stand for as many of the source's."""
    begin, end = max(0, found.begin - found.first), min(len(source), found.end + len(quotation) - found.last)
    return replace(found, first=0, last=len(quotation), begin=begin, end=end)


def similarity(quotation: str, source: str) -> float:
    """How much of the letters agree, 0 to 1."""
    return Levenshtein.normalized_similarity(quotation, source)


_Unit = tuple[float, int | None, int | None]


def _units(quotation: list[str], source: list[str]) -> list[_Unit]:
    """The steps of an alignment: what each is worth, and the words of the quotation and the source that it pairs."""
    units = list[_Unit]()
    for edit in Levenshtein.opcodes(quotation, source):
        q, s = range(edit.src_start, edit.src_end), range(edit.dest_start, edit.dest_end)
        if edit.tag == "equal":
            units += [(_SAME, i, j) for i, j in zip(q, s, strict=True)]
        elif edit.tag == "replace":
            for i, j in zip(q, s, strict=True):
                alike = fuzz.ratio(quotation[i], source[j]) >= _SPELLING
                units.append((_ALIKE, i, j) if alike else (_OTHER, i, None))
        elif edit.tag == "delete":
            units += [(_OTHER, i, None) for i in q]
        else:
            units.append((_LEFT_OUT * len(s) if len(s) <= LONGEST_GAP else _NEVER, None, s.start))
    return units


def _best_run(scores: list[float]) -> tuple[float, int, int]:
    """The run of scores with the greatest sum, the longest of equal ones (Kadane 1984)."""
    best, low, high = 0.0, 0, 0
    total, begin = 0.0, 0
    for at, score in enumerate(scores):
        if total <= 0:
            total, begin = 0.0, at
        total += score
        if total > best:
            best, low, high = total, begin, at + 1
    return best, low, high
