"""Lines and paragraphs of a text, by their places.

A page saved as text has one line per paragraph; a typed or printed text is broken into lines of about equal length and
has a blank line between paragraphs. Verse, lists and tables have short lines in both.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# What Python's `str.splitlines` and the Unicode standard (annex 14, mandatory breaks) end a line at.
_LINE = re.compile("([^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*)(\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]|\\Z)")
# Blank for a reader though not for `str.strip`: byte-order mark, zero-width space, joiners.
_INVISIBLE = " \t\xa0\ufeff\u200b\u200c\u200d\u2060\u3000\u2002\u2003\u2009"
# A text whose lines are mostly no longer than this has been broken into lines by a typist or a program.
_MIN_TYPED_LINE, _MAX_TYPED_LINE = 40, 110
_MAX_WIDE_LINE = 250
_MIN_BROKEN_LINES = 10
_ITEM = re.compile(r"[•·▪◦●■►▸]|[-–—*]\s")
_OPENING = "\"'“‘«(_"
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]*_]*\Z")
_LETTERED = re.compile(r"\(?(?:[a-z]|[ivx]{1,5})[.)]\s")
_ROW = re.compile(r"[^\s.](?:\s{3}|\s?\.{3}|(?:\s\.){3})")
"""What parts the columns of a table or leads to a page: blanks or dots."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line without its end and the blanks around it: `text` stands at `start` to `end`. Lines count from 0."""

    number: int
    start: int
    end: int
    text: str
    indent: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """A paragraph, or a line that stands for itself (a heading, an item, a verse).

    `first` and `last` number its lines; `indent` is the least of theirs; `alone` says that blank lines, or the ends of
    the text, surround it.
    """

    start: int
    end: int
    text: str
    first: int
    last: int
    indent: int
    alone: bool

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return self.last - self.first + 1


def lines(text: str) -> Iterator[Line]:
    """All lines of `text` in order, blank ones too."""
    for number, found in enumerate(_LINE.finditer(text)):
        content = found.group(1)
        left = len(content) - len(content.lstrip(_INVISIBLE))
        stripped = content.strip(_INVISIBLE)
        start = found.start() + (left if stripped else 0)
        yield Line(number=number, start=start, end=start + len(stripped), text=stripped, indent=left)
        if not found.group(2):
            return


def blocks(text: str) -> Iterator[list[Line]]:
    """Runs of lines between blank lines."""
    run: list[Line] = []
    for line in lines(text):
        if line.text:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """The paragraphs of a text in order; `typed` says that its lines were broken at one width, not where they end."""

    paragraphs: tuple[Paragraph, ...]
    typed: bool


def lay_out(text: str, *, blank_lines_only: bool = False) -> Layout:
    """The reading of the line ends of `text` that fits all of it; or blank lines part paragraphs, as in Markdown."""
    runs = list(blocks(text))
    width = _typed_width(runs)
    parts: list[list[Line]] = []
    for run in runs:
        parts += [run] if blank_lines_only or _flows(run, width) else [[line] for line in run]
    alone = {run[0].number: run[-1].number for run in runs}
    found = tuple(
        Paragraph(
            start=part[0].start,
            end=part[-1].end,
            text=text[part[0].start : part[-1].end],
            first=part[0].number,
            last=part[-1].number,
            indent=min(line.indent for line in part),
            alone=alone.get(part[0].number) == part[-1].number,
        )
        for part in parts
    )
    return Layout(paragraphs=found, typed=width is not None)


def _typed_width(runs: Sequence[Sequence[Line]]) -> int | None:
    """The line length that the text was broken at; None where a line is a paragraph.

    Wide lines must show that they were broken: nearly each of them must be too full for the next word.
    """
    lengths = sorted(len(line.text) for run in runs for line in run)
    width = lengths[int(0.95 * len(lengths))] if lengths else 0
    if width < _MIN_TYPED_LINE:
        return None
    if sum(length for length in lengths if length > _MAX_TYPED_LINE) <= 0.3 * sum(lengths):
        return width
    pairs = [pair for run in runs for pair in pairwise(run)]
    if width > _MAX_WIDE_LINE or len(pairs) < _MIN_BROKEN_LINES:
        return None
    return width if sum(_is_full(*pair, width) for pair in pairs) >= 0.7 * len(pairs) else None


def _flows(run: Sequence[Line], width: int | None) -> bool:
    """Whether the lines are one broken paragraph: they are full, or broken where a clause ends and go on in small letters."""
    if len(run) == 1:
        return True
    if width is None:
        return False
    broken = sum(_is_full(line, after, width) or _goes_on(line, after, width) for line, after in pairwise(run))
    return broken >= 0.6 * (len(run) - 1)


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the following line, which begins no item of a list, was too much for this one."""
    if _ITEM.match(following.text):
        return False
    return line.indent + len(line.text) + 1 + len(following.text.split()[0]) > 0.92 * width


def _goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether the following line goes on with the sentence of this one, which is longer than most verses and no row of a table."""
    if _LETTERED.match(following.text) or _ROW.search(line.text):
        return False
    return (
        len(line.text) > 0.5 * width
        and following.text.lstrip(_OPENING)[:1].islower()
        and _ENDS_SENTENCE.search(line.text) is None
    )
