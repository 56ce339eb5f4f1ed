"""Folding: the same words are shown once, from where they are best cited, with every other place where they stand."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from retrieval.answering.ranking import Ranked
from retrieval.answering.spans import Span, Spans

SAME = 92.0
"""Similarity in percent (rapidfuzz `ratio`, normalised Indel) from which two spans say the same in the same words."""


@dataclass(kw_only=True, slots=True)
class Distinct:
    """A ranked span, and the other spans of the same words among the candidates."""

    ranked: Ranked
    words: str
    repeats: list[Span] = field(default_factory=list)


def distinct(ranked: Sequence[Ranked], spans: Spans, citedness: Mapping[str, int], wanted: int) -> list[Distinct]:
    """The first `wanted` spans of distinct words, best first. No sentence is shown twice.

    `citedness` tells for each document how much of a citation it offers: of equal words the best-cited copy is shown.
    """
    kept: list[Distinct] = []
    used: set[int] = set()
    for each in ranked:
        if each.candidate.sentence.id in used:
            continue
        span = spans.clear_of(each.span, each.candidate.sentence, used)
        words = _plain(spans.text(span))
        twin = next((other for other in kept if fuzz.ratio(other.words, words) >= SAME), None)
        if twin is not None:
            _fold(twin, span, citedness)
        elif len(kept) < wanted:
            kept.append(Distinct(ranked=replace(each, span=span), words=words))
        else:
            continue
        used.update(range(span.first, span.last + 1))
    return kept


def _fold(twin: Distinct, span: Span, citedness: Mapping[str, int]) -> None:
    shown = twin.ranked.span
    if citedness[span.document] > citedness[shown.document]:
        twin.ranked, span = replace(twin.ranked, span=span), shown
    twin.repeats.append(span)


def _plain(text: str) -> str:
    """Letters and digits only, in lower case, one space between words."""
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()
