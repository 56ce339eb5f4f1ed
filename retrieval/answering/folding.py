"""Folding: the same words are shown once, from where they are best cited, with every other place where they stand."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from retrieval.answering.ranking import Ranked
from retrieval.answering.spans import Span, Spans

SAME = 92.0
"""Similarity in percent (rapidfuzz `ratio`, normalised Indel) from which two spans say the same in the same words."""
SPELLING = 65.0
"""The same between a word and the one in its place from which they are one word, spelled or scanned otherwise."""
PART = 40
"""Characters from which words that stand in a shown quote need not be shown again."""

_FOOTNOTE_MARKS = re.compile(r"\[\w{1,3}\]|[⁰¹²³⁴-⁹]+")
_DENIALS = frozenset("not no never nor neither none nobody nothing nowhere without cannot t".split())


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
        twin = next((other for other in kept if _same_words(other.words, words)), None)
        whole = next((other for other in kept if _is_part(words, other.words)), None)
        if twin is not None:
            _fold(twin, span, citedness)
        elif whole is not None:
            whole.repeats.append(span)
        elif len(kept) < wanted:
            kept.append(Distinct(ranked=replace(each, span=span), words=words))
        else:
            continue
        used.update(range(span.first, span.last + 1))
    return kept


def _same_words(a: str, b: str) -> bool:
    """Whether two texts, in plain words, are one text in two prints.

    Near is not enough: another date, another name or a "not" is another statement, and its reader must see both.
    """
    if fuzz.ratio(a, b) < SAME or _decisive(a) != _decisive(b):
        return False
    first, second = a.split(), b.split()
    return all(
        fuzz.ratio(one, other) >= SPELLING
        for edit in Levenshtein.opcodes(first, second)
        if edit.tag == "replace"
        for one, other in zip(
            first[edit.src_start : edit.src_end], second[edit.dest_start : edit.dest_end], strict=True
        )
    )


def _fold(twin: Distinct, span: Span, citedness: Mapping[str, int]) -> None:
    shown = twin.ranked.span
    if citedness[span.document] > citedness[shown.document]:
        twin.ranked, span = replace(twin.ranked, span=span), shown
    twin.repeats.append(span)


def _is_part(words: str, whole: str) -> bool:
    return len(words) >= PART and f" {words} " in f" {whole} "


def _decisive(words: str) -> Counter[str]:
    """Numbers and denials."""
    return Counter(word for word in words.split() if word in _DENIALS or any(c.isdigit() for c in word))


def _plain(text: str) -> str:
    """Letters and digits only, in lower case, one space between words; footnote marks are left out."""
    unmarked = _FOOTNOTE_MARKS.sub(" ", text)
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", unmarked).casefold()).strip()
