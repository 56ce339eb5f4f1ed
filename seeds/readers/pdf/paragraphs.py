"""Lines to paragraphs, by what a reader goes by: indents, gaps, short last lines, sizes of type."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from seeds.readers.pdf.columns import Column
from seeds.readers.pdf.hyphens import NOTHING_KNOWN, is_parted, run_on
from seeds.readers.pdf.lines import Line
from seeds.structure.divisions import division

_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*\d{0,3}\Z")
_BULLET = re.compile(r"[•·▪◦●■►▸‣]\s|[-–—*]\s|\(?\d{1,2}[.)]\s")
_CAPTION = re.compile(r"(?:figure|fig\.|table|plate|map|chart|illustration|abb\.|рис\.)\s+[\dIVXA]", re.IGNORECASE)
_NUMBERED = re.compile(r"\w+\.?\s+(?:the\s+)?(?:\d|[^\W\d_a-zа-я])")
_PAGE_AT_END = re.compile(r"\s(?:\d{1,4}|[ivxlc]+)\Z")
_BIG, _SMALL = 1.12, 0.91
_WIDE_GAP = 1.35
_LETTERS = 0.5
_MAX_HEADING_WORDS, _MAX_HEADING_LINES = 18, 3


class Kind(Enum):
    """What a paragraph is on its page."""

    TEXT = auto()
    HEADING = auto()
    APART = auto()  # a footnote or a caption: the text goes on behind it


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph, each with the number of its page from 0. `right` is the edge that its column keeps."""

    lines: list[tuple[int, Line]] = field(default_factory=list)
    kind: Kind = Kind.TEXT
    right: float = 0.0
    indented: bool = False

    @property
    def size(self) -> float:
        """Height of its type."""
        return Counter({line.size: len(line.text) for _, line in self.lines}).most_common(1)[0][0]

    @property
    def text(self) -> str:
        """Its lines, with blanks between them, words whole."""
        return run_on([line.text for _, line in self.lines], NOTHING_KNOWN).text


@dataclass(frozen=True, kw_only=True, slots=True)
class Manner:
    """How most of a document is set: height of its type, from line to line, and whether it is bold."""

    size: float
    pitch: float
    bold: bool


def manner_of(pages: Iterable[Sequence[Column]]) -> Manner:
    """How most of the text is set."""
    sizes: Counter[float] = Counter()
    pitches: Counter[float] = Counter()
    bold = 0
    for column in (column for page in pages for column in page):
        for line in column.lines:
            sizes[round(line.size, 1)] += len(line.text)
            bold += len(line.text) if line.bold else -len(line.text)
        for before, after in zip(column.lines, column.lines[1:], strict=False):
            if abs(before.size - after.size) < 0.5:
                pitches[round(after.middle - before.middle, 1)] += 1
    size = max(1.0, sizes.most_common(1)[0][0] if sizes else 0.0)
    likely = [(pitch, count) for pitch, count in pitches.items() if 0.7 * size < pitch < 2.6 * size]
    pitch = max(likely, key=lambda each: (each[1], -each[0]))[0] if likely else 1.2 * size
    return Manner(size=size, pitch=pitch, bold=bold > 0)


def paragraphs(page: int, columns: Sequence[Column], manner: Manner) -> Iterator[Paragraph]:
    """The paragraphs of one page, in order; one that goes on in the next column is two."""
    for column in columns:
        current: Paragraph | None = None
        for k, line in enumerate(column.lines):
            if current is None or _begins(current, line, column, manner) or _left_room(column, k, manner):
                if current:
                    yield _sorted(current, manner)
                indented = line.left > column.left + 0.6 * line.size
                current = Paragraph(right=column.right, indented=indented)
            current.lines.append((page, line))
        if current:
            yield _sorted(current, manner)


def joined(parts: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, those that go on in another column or on another page made whole; what stands between follows them."""
    whole: Paragraph | None = None
    waiting: list[Paragraph] = []
    for part in parts:
        if part.kind is Kind.APART:
            waiting.append(part)
        elif whole and part.kind is Kind.TEXT and _continues(whole, part):
            whole.lines += part.lines
            whole.right = part.right
        else:
            yield from _flush(whole, waiting)
            whole, waiting = part, []
    yield from _flush(whole, waiting)


def _flush(whole: Paragraph | None, waiting: list[Paragraph]) -> Iterator[Paragraph]:
    if whole:
        yield whole
    yield from waiting


def _begins(current: Paragraph, line: Line, column: Column, manner: Manner) -> bool:
    """Whether a line begins another paragraph than the one before it."""
    last = current.lines[-1][1]
    if is_parted(last.text, line.text) and abs(last.size - line.size) < 0.12 * line.size:
        return False
    if abs(last.size - line.size) > 0.12 * max(last.size, line.size) or last.bold != line.bold:
        return len(line.text) > 3 and len(last.text) > 3
    pitch = manner.pitch * line.size / manner.size
    if line.middle - last.middle > _WIDE_GAP * pitch or line.middle < last.middle - pitch:
        return True
    em = 0.6 * line.size
    ended = bool(_ENDS.search(last.text))
    if _BULLET.match(line.text) and (ended or last.right < column.right - 2 * em):
        return True
    if len(current.lines) > 1:
        # An indent after lines that keep the edge, or the edge after lines that are indented, as block quotations are.
        return abs(line.left - last.left) > em and abs(last.left - current.lines[1][1].left) < em
    return line.left > last.left + em and (ended or last.left <= column.left + em)


def _left_room(column: Column, k: int, manner: Manner) -> bool:
    """Whether the line before was ended although the first word of this one had room there, by the lines around it."""
    if k == 0:
        return False
    last, line = column.lines[k - 1], column.lines[k]
    if last.size > _BIG * manner.size or (last.bold and not manner.bold) or is_parted(last.text, line.text):
        return False  # headings are broken for their looks
    if line.text[:1].islower() and not _ENDS.search(last.text):
        return False
    edge = max(each.right for each in column.lines[max(0, k - 4) : k + 4])
    letter = (last.right - last.left) / max(1, len(last.text))
    needed = (len(line.text.split(maxsplit=1)[0]) + 2) * letter
    return edge - last.right > needed + 0.04 * (edge - last.left)


def _sorted(part: Paragraph, manner: Manner) -> Paragraph:
    part.kind = _kind(part, manner)
    return part


def _kind(part: Paragraph, manner: Manner) -> Kind:
    text, size = part.text, part.size
    if _CAPTION.match(text):
        return Kind.APART
    words = len(text.split())
    letters = sum(map(str.isalpha, text))
    if words <= _MAX_HEADING_WORDS and len(part.lines) <= _MAX_HEADING_LINES and letters > _LETTERS * len(text):
        ended = text.rstrip()[-1:] in ".,;:"
        bold = all(line.bold for _, line in part.lines) and not manner.bold
        if size > _BIG * manner.size or (bold and size > _SMALL * manner.size and not ended):
            return Kind.HEADING
        if opens_part(text) and not ended:
            return Kind.HEADING
        if text.isupper() and len(text) > 3 and size > _SMALL * manner.size and not ended:
            return Kind.HEADING
    return Kind.APART if size < _SMALL * manner.size else Kind.TEXT


def opens_part(text: str) -> bool:
    """Whether this is "CHAPTER ONE: The Ferry", and not its line in a table of contents."""
    numbered = division(text)
    if numbered is None or not _NUMBERED.match(text):
        return False
    return not (numbered[1] and _PAGE_AT_END.search(numbered[1]))


def _continues(whole: Paragraph, part: Paragraph) -> bool:
    """Whether a paragraph at the top of a column or page goes on with the one before."""
    if whole.kind is not Kind.TEXT or abs(whole.size - part.size) > 0.1 * whole.size:
        return False
    (page, last), (other, first) = whole.lines[-1], part.lines[0]
    if other == page and first.middle > last.middle and first.left < last.right:
        return False  # below it in the same column: the page parts them
    if _ENDS.search(last.text) or _BULLET.match(first.text):
        return False
    opening = first.text.lstrip("\"'“‘«([")[:1]
    return opening.islower() or opening.isdigit() or (not part.indented and last.right > whole.right - 2 * last.size)
