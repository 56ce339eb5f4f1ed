"""A document's sentences and passages, by the rules of `paragraphs`, `sentences` and `passages`."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from retrieval.library.language import has_ordinal_stops
from retrieval.library.paragraphs import Span, find_layout, find_paragraphs
from retrieval.library.passages import MARGIN, Piece, group
from retrieval.library.sentences import halve, split_sentences
from seeds.document import Document, Section

RULES = 12
"""Number of the rules of segmentation, of reading dates and of making terms; a library segmented by others is segmented anew at its
next sync.
"""

SPECIAL_TOKENS = 2
"""Tokens that a model adds to a text; they are in every count of `Embedder.count_tokens`."""

_NUMBERED = re.compile(r"\s*\d{1,4}\.\s")
"""Begins the name of a section, which a full stop makes no sentence: "349. Henry marries Anne Boleyn."."""
_LINE_END = re.compile(r"[\n\r\f\u2028\u2029][ \t\u00a0]*\Z")
_HEADING_MARKS = re.compile(r"\s*#{1,6}\s+")
_LINE_START = re.compile(r"[ \t\u00a0]*[\n\r\f\u2028\u2029]")

CountTokens = Callable[[Sequence[str]], list[int]]


@dataclass(frozen=True, kw_only=True, slots=True)
class SentenceSpan:
    """A sentence: its range, its paragraph and its passage, both numbered from 0 in the document."""

    start: int
    end: int
    paragraph: int
    passage: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PassageSpan:
    """A passage: its range, and its first and last sentence, numbered from 0 in the document."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Segmentation:
    """Sentences and passages of a document in order; both are empty where nothing may be quoted."""

    sentences: tuple[SentenceSpan, ...]
    passages: tuple[PassageSpan, ...]


def text_key(text: str) -> bytes:
    """What a text is known by in the library: the SHA-256 of its UTF-8 bytes."""
    return hashlib.sha256(text.encode()).digest()


def segment(document: Document, count_tokens: CountTokens, max_tokens: int) -> Segmentation:
    """Sentences and passages that the model (`max_tokens`, as its `count_tokens` counts) reads whole."""
    limit = max_tokens - SPECIAL_TOKENS - MARGIN
    sentences = _fit(document.text, list(_sentences(document)), count_tokens, limit)
    pieces = [
        Piece(tokens=sentence.tokens, paragraph=changed_paragraph, section=changed_section)
        for sentence, changed_paragraph, changed_section in _changes(sentences)
    ]
    groups = group(pieces, limit)
    holder = [number for number, members in enumerate(groups) for _ in members]
    return Segmentation(
        sentences=tuple(
            SentenceSpan(start=s.start, end=s.end, paragraph=s.paragraph, passage=passage)
            for s, passage in zip(sentences, holder, strict=True)
        ),
        passages=tuple(
            PassageSpan(start=sentences[g[0]].start, end=sentences[g[-1]].end, first=g[0], last=g[-1]) for g in groups
        ),
    )


def quotable_ranges(document: Document) -> list[list[Span]]:
    """What may be quoted: for each section or part between masks the ranges of its text, split where a voice changes.

    A heading (`Section.start` to `body`) is left out unless it says something in a whole sentence.
    """
    text, sections = document.text, document.sections
    barred = sorted([(mask.start, mask.end) for mask in document.masks] + [_barred(text, s) for s in sections])
    cuts = {cut for s in sections for cut in (s.start, s.end)}
    breaks = {edge for voice in document.voices for edge in (voice.start, voice.end) if _at_line_edge(text, edge)}
    breaks.update(section.body for section in sections)
    parts = []
    for start, end in _without(barred, len(text)):
        edges = [start, *sorted(cut for cut in cuts if start < cut < end), end]
        for part in pairwise(edges):
            inner = [part[0], *sorted(edge for edge in breaks if part[0] < edge < part[1]), part[1]]
            parts.append(list(pairwise(inner)))
    return parts


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    """A sentence, and the numbers of its paragraph and of its section or part; `tokens` once they are counted."""

    start: int
    end: int
    paragraph: int
    section: int
    tokens: int = 0


def _sentences(document: Document) -> Iterator[_Found]:
    layout = find_layout(document.text)
    ordinals = has_ordinal_stops(document.text, document.metadata.language)
    paragraph = -1
    for section, ranges in enumerate(quotable_ranges(document)):
        for units in find_paragraphs(document.text, ranges, layout):
            paragraph += 1
            for unit in units:
                for start, end in split_sentences(document.text, *unit, ordinals=ordinals):
                    yield _Found(start=start, end=end, paragraph=paragraph, section=section)


def _fit(text: str, sentences: Sequence[_Found], count_tokens: CountTokens, limit: int) -> list[_Found]:
    """The sentences with their tokens; those over the limit are cut in halves until they fit."""
    fitted: list[_Found] = []
    counts = count_tokens([text[s.start : s.end] for s in sentences])
    for sentence, count in zip(sentences, counts, strict=True):
        tokens = count - SPECIAL_TOKENS
        if tokens <= limit or sentence.end - sentence.start < 2:
            fitted.append(replace(sentence, tokens=tokens))
        else:
            halves = halve(text, sentence.start, sentence.end)
            cut = [replace(sentence, start=start, end=end) for start, end in halves]
            fitted.extend(_fit(text, cut, count_tokens, limit))
    return fitted


def _changes(sentences: Sequence[_Found]) -> Iterator[tuple[_Found, bool, bool]]:
    """Each sentence, and whether it begins another paragraph or section than the one before."""
    before: _Found | None = None
    for sentence in sentences:
        paragraph = before is not None and sentence.paragraph != before.paragraph
        section = before is not None and sentence.section != before.section
        yield sentence, paragraph, section
        before = sentence


def _barred(text: str, section: Section) -> Span:
    """What of a section's heading may not be quoted: only its marks where it states something."""
    heading = text[section.start : section.body]
    words, end = heading.split(), heading.strip().rstrip("\"'”’»)*_ ")[-1:]
    if len(words) < 4 or end not in (".", "!", "…") or _NUMBERED.match(heading):
        return section.start, section.body  # a question, too: quoted, it would only give the reader's own back
    marks = _HEADING_MARKS.match(heading)
    return section.start, section.start + (marks.end() if marks else 0)


def _at_line_edge(text: str, edge: int) -> bool:
    """Whether nothing but blanks stands between the place and the end of a line, on either side."""
    before, after = text[max(0, edge - 200) : edge], text[edge : edge + 200]
    return _LINE_END.search(before) is not None or _LINE_START.match(after) is not None or edge in (0, len(text))


def _without(barred: Sequence[Span], end: int) -> Iterator[Span]:
    """The ranges between the barred ones, which may touch or overlap."""
    position = 0
    for start, stop in barred:
        if start > position:
            yield position, start
        position = max(position, stop)
    if end > position:
        yield position, end
