"""A quotation beside the words of a source: the same, the same when folded, near them, or altered."""

import re
from dataclasses import dataclass

from retrieval.verifying import differences
from retrieval.verifying.aligning import similarity
from retrieval.verifying.differences import Capitalised
from retrieval.verifying.verdicts import Change, Verdict
from retrieval.verifying.words import find_words, strict

_EDGES = "\"'“”„‟‘’‚‛«»‹›`´*_ \t\r\n\u00a0"
_ELLIPSIS = re.compile(r"\A(?:[\s.…]*(?:…|\.\s?\.)[\s.…]*)+|(?:\s*(?:…|\.\s?\.\s?\.)[\s.…]*)+\Z")
_INSERTION = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """How a quotation relates to the slice `start` to `end` of a text."""

    start: int
    end: int
    verdict: Verdict
    similarity: float
    diff: str | None = None
    changes: tuple[Change, ...] = ()


def forms(quotation: str) -> list[str]:
    """What of a quotation may stand in the source as it is: all of it, or without the marks at its ends."""
    plain = quotation.strip()
    unmarked = plain.strip(_EDGES)
    return list(dict.fromkeys([plain, unmarked, _ELLIPSIS.sub("", unmarked).strip(_EDGES)]))


def literal(quotation: str, text: str, low: int, high: int) -> Comparison | None:
    """The quotation as it stands, character for character, in a range of a text."""
    for form in forms(quotation):
        at = text.find(form, low, high) if form else -1
        if at >= 0:
            return Comparison(start=at, end=at + len(form), verdict=Verdict.EXACT, similarity=1.0)
    return None


def compare(quotation: str, text: str, start: int, end: int, capitalised: Capitalised) -> Comparison:
    """The quotation and the slice of a text that its words were aligned with."""
    same = literal(quotation, text, max(0, start - len(quotation)), min(len(text), end + len(quotation)))
    if same is not None and same.start <= start and end <= same.end:
        return same
    said, stands = find_words(quotation), find_words(text, start, end)
    begin, stop = _with_marks(quotation, said.starts[0], said.ends[-1], text, start, end)
    if strict(said.raw(0, len(said))) == strict(text[start:end]):
        return Comparison(start=begin, end=stop, verdict=Verdict.FOLDED, similarity=1.0)
    alike = similarity(said.letters(0, len(said)), stands.letters(0, len(stands)))
    differing = differences.edits(said, stands)
    if not differing:
        marks = differences.shown_marks(said.raw(0, len(said)), text[start:end])
        return Comparison(start=begin, end=stop, verdict=Verdict.NEAR, similarity=alike, diff=marks)
    altered = differences.changes(said, stands, differing, capitalised, _inserted(quotation))
    return Comparison(
        start=begin,
        end=stop,
        verdict=Verdict.ALTERED if altered else Verdict.NEAR,
        similarity=alike,
        diff=differences.shown(said, stands, differing),
        changes=altered,
    )


def _inserted(quotation: str) -> frozenset[int]:
    """The words that the quotation has in square brackets: its own, and said to be so."""
    ranges = [match.span() for match in _INSERTION.finditer(quotation)]
    words = find_words(quotation)
    return frozenset(
        at
        for at in range(len(words))
        if any(low <= words.starts[at] and words.ends[at] <= high for low, high in ranges)
    )


def _with_marks(quotation: str, first: int, last: int, text: str, start: int, end: int) -> tuple[int, int]:
    """The slice with the punctuation at its ends that the quotation has there too."""
    before, after = quotation[:first].lstrip(_EDGES), quotation[last:].rstrip(_EDGES)
    if before and text[max(0, start - len(before)) : start] == before:
        start -= len(before)
    if after and text[end : end + len(after)] == after:
        end += len(after)
    return start, end
