"""Letters to lines: runs of letters on one base line, and the lines of a column that they make up."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from seeds.readers.pdf.glyphs import Glyph

# In ems. Between words of one line there is less, between columns more, save in text that is spaced out.
_WIDEST_GAP = 1.1
_WORD_GAP = 0.17
_INITIAL = 1.6
"""A single capital so many times as high as the letters beside it is an initial that reaches over several lines."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """Text on one base line, in points from the top left corner of the page; `size` is the height of most of its letters."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """Half way between its top and its bottom."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class _Run:
    glyphs: list[Glyph] = field(default_factory=list)

    def takes(self, glyph: Glyph) -> bool:
        last = self.glyphs[-1]
        overlap = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
        height = min(last.size, glyph.size)
        if overlap < 0.5 * height:
            return False
        em = max(last.size, glyph.size)
        gap = last.left - glyph.right if _is_rtl(glyph.text) and glyph.left < last.left else glyph.left - last.right
        return -0.6 * em < gap < _WIDEST_GAP * em * (1 if glyph.spaced else 0.6)

    def line(self) -> Line:
        letters = self.glyphs
        text = letters[0].text + "".join((" " if each.spaced else "") + each.text for each in letters[1:])
        sizes = sorted(each.size for each in letters)
        return Line(
            text=text,
            left=min(each.left for each in letters),
            right=max(each.right for each in letters),
            top=sorted(each.top for each in letters)[len(letters) // 2],
            bottom=sorted(each.bottom for each in letters)[len(letters) // 2],
            size=sizes[len(sizes) // 2],
            bold=sum(each.bold for each in letters) * 2 > len(letters),
        )


def pieces(glyphs: Iterable[Glyph]) -> list[Line]:
    """The runs of letters that stand together on one base line, in the order of the file."""
    runs: list[_Run] = []
    for glyph in glyphs:
        if runs and runs[-1].takes(glyph):
            runs[-1].glyphs.append(glyph)
        else:
            runs.append(_Run([glyph]))
    return [run.line() for run in runs]


def merged(parts: Sequence[Line]) -> list[Line]:
    """The lines that pieces of one column make up, from top to bottom."""
    initials = [part for part in parts if _is_initial(part, parts)]
    rows: list[list[Line]] = []
    for part in sorted((part for part in parts if part not in initials), key=lambda part: part.middle):
        row = next((row for row in reversed(rows[-3:]) if _beside(row, part)), None)
        if row is None:
            rows.append([part])
        else:
            row.append(part)
    for initial in initials:
        beside = [row for row in rows if initial.top - 0.3 * initial.size <= row[0].middle <= initial.bottom]
        if beside:
            beside[0].append(initial)
        else:
            rows.append([initial])
    return sorted((_joined(row) for row in rows), key=lambda line: line.middle)


def _beside(row: Sequence[Line], part: Line) -> bool:
    widest = max(row, key=lambda other: other.right - other.left)
    overlap = min(widest.bottom, part.bottom) - max(widest.top, part.top)
    return overlap > 0.5 * min(widest.size, part.size)


def _is_initial(part: Line, parts: Sequence[Line]) -> bool:
    if len(part.text) != 1 or not part.text.isupper():
        return False
    beside = [other for other in parts if other is not part and part.top <= other.middle <= part.bottom]
    return len(beside) >= 2 and part.size > _INITIAL * max(other.size for other in beside)


def _joined(row: Sequence[Line]) -> Line:
    rtl = sum(_is_rtl(part.text) for part in row) * 2 > len(row)
    ordered = sorted(row, key=lambda part: part.left, reverse=rtl)
    main = max(row, key=lambda part: len(part.text))
    text = ordered[0].text
    for before, part in pairwise(ordered):
        gap = (before.left - part.right) if rtl else (part.left - before.right)
        initial = len(before.text) == 1 and before.size > _INITIAL * part.size and part.text[:1].islower()
        text += ("" if initial or gap < _WORD_GAP * min(before.size, part.size) else " ") + part.text
    return Line(
        text=text,
        left=min(part.left for part in row),
        right=max(part.right for part in row),
        top=main.top,
        bottom=main.bottom,
        size=main.size,
        bold=sum(len(part.text) for part in row if part.bold) * 2 > sum(len(part.text) for part in row),
    )


def _is_rtl(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(character) in ("R", "AL") for character in text[:8])
