"""Paragraphs of a document, and the stretches of running text in them, whichever way its lines are broken.

A file is either wrapped (lines end where the next word no longer fits) or has one line to a paragraph; the line
lengths tell which. Lines that were ended on purpose (a list, a heading, verse, an address) stand for themselves.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from retrieval.library.sentences import readable, trim

Span = tuple[int, int]

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]*(?:\r\n|[\n\r\f\v\x85\u2028\u2029]|\Z)")
_OWN_LINE = re.compile(r"\s*(?:[-*+•‣▪◦·–—]\s|\||#{1,6}\s)")
_QUOTED_LINE = re.compile(r"\s*>")
_MARKS = re.compile(r"(?:[-*+•‣▪◦·]\s+|#{1,6}\s+|>\s?)+|\d{1,4}\s\(return\)\s(?:\[\s?)?")
_FIRST_WORD = re.compile(r"(?:\s*>)*\s*(\S+)")
_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？][\"'”’»)\]*_\d]*\s*\Z")
_SHORT = 80
_WRAPPED_AT_MOST = 160


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """How a document breaks its lines: wrapped before `width` characters, or (None) one line to a paragraph."""

    width: int | None


def find_layout(text: str) -> Layout:
    """The layout of a text, from the lines that another line follows without a blank one between."""
    lengths = sorted(length for block in _blocks(text, [(0, len(text))]) for length in _lengths(text, block[:-1]))
    if not lengths:
        return Layout(width=None)
    typical, long = lengths[len(lengths) // 2], lengths[int(len(lengths) * 0.95)]
    wrapped = typical >= 40 and long <= _WRAPPED_AT_MOST and long - typical <= 0.35 * long
    return Layout(width=long if wrapped else None)


def find_paragraphs(text: str, ranges: Iterable[Span], layout: Layout) -> list[list[Span]]:
    """Paragraphs inside the ranges, each a list of the stretches of running text in it, without blanks around them."""
    paragraphs: list[list[Span]] = []
    for block in _blocks(text, ranges):
        for lines in _parts(text, block, layout):
            units = [_unmarked(text, *trim(text, *unit)) for unit in _units(text, lines, layout)]
            paragraphs.append([(start, end) for start, end in units if start < end])
    return [paragraph for paragraph in paragraphs if paragraph]


def _blocks(text: str, ranges: Iterable[Span]) -> Iterator[list[Span]]:
    """Runs of lines with no blank line, and none without letter or digit, between them."""
    for start, end in ranges:
        block: list[Span] = []
        for line in _lines(text, start, end):
            if readable(text, *line):
                block.append(line)
            elif block:
                yield block
                block = []
        if block:
            yield block


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        match = _LINE.match(text, start, end)
        assert match is not None
        yield start, match.end()
        start = match.end()


def _lengths(text: str, lines: Iterable[Span]) -> Iterator[int]:
    return (len(text[start:end].rstrip()) for start, end in lines)


def _parts(text: str, lines: list[Span], layout: Layout) -> Iterator[list[Span]]:
    """The block, or in a document of one line to a paragraph its lines; short lines stay together, broken ones too."""
    if layout.width is not None:
        yield lines
        return
    part = lines[:1]
    for before, line in pairwise(lines):
        if _continues(text, before, line) or max(_lengths(text, (before, line))) <= _SHORT:
            part.append(line)
        else:
            yield part
            part = [line]
    yield part


def _units(text: str, lines: list[Span], layout: Layout) -> Iterator[Span]:
    start, end = lines[0]
    for before, line in pairwise(lines):
        if not _joins(text, before, line, layout):
            yield start, end
            start = line[0]
        end = line[1]
    yield start, end


def _joins(text: str, before: Span, line: Span, layout: Layout) -> bool:
    """Whether running text goes on from one line to the next."""
    quoted, before_quoted = _QUOTED_LINE.match(text, *line), _QUOTED_LINE.match(text, *before)
    if _OWN_LINE.match(text, *line) or bool(quoted) != bool(before_quoted):
        return False
    if layout.width is None:
        return _continues(text, before, line)
    if _begins_lower(text, line) and not _ENDS_SENTENCE.search(text, *before):
        return True
    if _indent(text, line) > _indent(text, before) and _ENDS_SENTENCE.search(text, *before):
        return False  # a paragraph marked by its indented first line
    word = _FIRST_WORD.match(text, *line)
    room = layout.width - len(text[slice(*before)].rstrip())
    return word is None or len(word[1]) >= room - _slack(layout.width)


def _slack(width: int) -> int:
    """How much shorter than the widest lines a line may be and still have been ended by the wrapping."""
    return max(4, width // 6)


def _continues(text: str, before: Span, line: Span) -> bool:
    """Whether a line of an unwrapped text was broken in the middle of a sentence."""
    long = len(text[slice(*before)].strip()) >= _SHORT // 2
    return long and _begins_lower(text, line) and not _ENDS_SENTENCE.search(text, *before)


def _unmarked(text: str, start: int, end: int) -> Span:
    """The range without the marks of a list, a heading or a quotation before its first word, or what was a note's link back."""
    marks = _MARKS.match(text, start, end)
    return (marks.end(), end) if marks else (start, end)


def _begins_lower(text: str, line: Span) -> bool:
    word = _FIRST_WORD.match(text, *line)
    return word is not None and word[1].lstrip("\"'“‘«(")[:1].islower()


def _indent(text: str, line: Span) -> int:
    content = text[slice(*line)]
    return len(content) - len(content.lstrip())
