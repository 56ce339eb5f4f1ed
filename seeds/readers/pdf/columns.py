"""The order in which the lines of a page are read: down one column, then down the next, between lines across all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seeds.readers.pdf.lines import Line, merged

_FEWEST = 4
"""A column has at least so many lines."""
_NARROWEST = 0.18
"""Half of a column's lines are at least this share of the page's text wide; figures in a table are not."""
_ALIGNED = 8.0
"""The lines of a column begin within so many points of each other, also on a scan that lies askew."""
_STEP = 1.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """Lines that are read one after another, and the edges between which they stand."""

    lines: tuple[Line, ...]
    left: float
    right: float


def columns(parts: Sequence[Line]) -> list[Column]:
    """The columns of a page, in the order in which they are read."""
    if not parts:
        return []
    gutter = _gutter(parts)
    if gutter is None:
        return [_column(merged(parts))]
    width = _width(parts)
    found: list[Column] = []
    for across, band in _bands(parts, gutter):
        found += [_column([line]) for line in across]
        if _stand_beside(band, gutter, width):
            for side in _sides(band, gutter):
                found += columns(side)
        elif band:
            found.append(_column(merged(band)))
    return _rejoined(found)


def _gutter(parts: Sequence[Line]) -> float | None:
    """Where, across, a space runs down with columns of text on both sides; None where there is one column."""
    left, width = min(part.left for part in parts), _width(parts)
    edges = sorted(part.left for part in parts if left + 0.15 * width < part.left < left + 0.85 * width)
    best, gutter = 0, None
    tried = None
    for k, edge in enumerate(edges):
        aligned = bisect_right(edges, edge + _ALIGNED) - k
        if aligned < _FEWEST or (tried is not None and edge - tried < _ALIGNED / 2):
            continue
        tried = edge
        x = edge - 1.0
        lines = sum(len(band) for _, band in _bands(parts, x) if _stand_beside(band, x, width))
        if lines > best:
            best, gutter = lines, x
    return gutter


def _bands(parts: Sequence[Line], gutter: float) -> Iterator[tuple[list[Line], list[Line]]]:
    """The lines that cross the space between columns and the pieces below them, from the top down, by turns."""
    across = sorted(
        (part for part in parts if part.left < gutter - _STEP and part.right > gutter + _STEP), key=lambda p: p.middle
    )
    inside = sorted(
        (part for part in parts if part.left >= gutter - _STEP or part.right <= gutter + _STEP), key=lambda p: p.middle
    )
    heights = [part.middle for part in inside]
    above: list[Line] = []
    begun = 0
    for line in across:
        until = bisect_left(heights, line.middle)
        if until > begun:
            yield above, inside[begun:until]
            above, begun = [], until
        above.append(line)
    yield above, inside[begun:]


def _sides(band: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    return [part for part in band if part.left < gutter - _STEP], [part for part in band if part.left >= gutter - _STEP]


def _stand_beside(band: Sequence[Line], gutter: float, width: float) -> bool:
    """Whether two columns of text stand beside each other."""
    for side in _sides(band, gutter):
        if len(side) < _FEWEST:
            return False
        widths = sorted(part.right - part.left for part in side)
        if widths[len(widths) // 2] < _NARROWEST * width:
            return False
    before, after = _sides(band, gutter)
    beside = min(max(p.bottom for p in before), max(p.bottom for p in after)) - max(
        min(p.top for p in before), min(p.top for p in after)
    )
    return beside > 3 * min(part.size for part in band)


def _width(parts: Sequence[Line]) -> float:
    return max(part.right for part in parts) - min(part.left for part in parts)


def _column(lines: Sequence[Line]) -> Column:
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    # The edges that most lines keep: some are indented, few stand out.
    return Column(lines=tuple(lines), left=lefts[len(lefts) // 5], right=rights[-1 - len(rights) // 10])


def _rejoined(found: Sequence[Column]) -> list[Column]:
    """The columns, lines across all of them that follow one another made one."""
    whole: list[Column] = []
    for column in found:
        last = whole[-1] if whole else None
        if last and len(column.lines) == 1 and _goes_on(last, column):
            lines = tuple(merged([*last.lines, *column.lines]))
            whole[-1] = Column(lines=lines, left=min(last.left, column.left), right=max(last.right, column.right))
        else:
            whole.append(column)
    return whole


def _goes_on(last: Column, column: Column) -> bool:
    wide = column.right - column.left
    return 0.5 * wide <= last.right - last.left <= 2 * wide and last.left < column.right and column.left < last.right
