"""What stands on a page beside the text: running heads and feet, page numbers, numbers of lines."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seeds.document import MaskReason
from seeds.readers.pdf.lines import Line, merged

_ROMAN = r"[ivxlc]+|[IVXLC]+"
NUMBER = re.compile(rf"\d{{1,4}}|{_ROMAN}")
_PAGE_NUMBER = re.compile(
    rf"[\W_]*(?:(?:page|seite|p\.|стр\.?)\s*)?(?:\d{{1,4}}|{_ROMAN})(?:\s*(?:of|/|von|из)\s*\d{{1,4}})?[\W_]*",
    re.IGNORECASE,
)
_VARIABLE = re.compile(rf"\d+|\b(?:{_ROMAN})\b")
_ZONE = 0.15
"""Running heads and feet stand in this share of the height of what is printed on the page, at its top and its bottom."""
_OUTERMOST = 3
_OFTEN = 3
_LINE_NUMBER = re.compile(r"\d{1,3}")
_FEWEST_NUMBERS = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Aside:
    """A line beside the text, and why it is not quoted."""

    line: Line
    reason: MaskReason


@dataclass(frozen=True, kw_only=True, slots=True)
class PageParts:
    """The pieces of a page that are its text, and what stands beside it, from top to bottom."""

    body: tuple[Line, ...]
    asides: tuple[Aside, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    parts: tuple[Line, ...]
    slot: tuple[bool, int]  # whether it is at the top, and its height there

    @property
    def key(self) -> str:
        return " ".join(_VARIABLE.sub("#", self.line.text).casefold().split())


def parted(pages: Sequence[Sequence[Line]]) -> list[PageParts]:
    """Each page's pieces, parted into its text and what stands beside it, by what the pages have in common."""
    rows = [_outer_rows(parts) for parts in pages]
    texts = Counter(key for page in rows for key in {row.key for row in page})
    often = _OFTEN if len(pages) > _OFTEN else 2
    repeated = {key for key, count in texts.items() if count >= often and any(map(str.isalnum, key))}
    slots = Counter(slot for page in rows for slot in {row.slot for row in page if row.key in repeated})
    usual = {slot for slot, count in slots.items() if count >= max(often, 0.4 * len(pages))}
    found = [_part(parts, outer, repeated, usual) for parts, outer in zip(pages, rows, strict=True)]
    if any(page.body for page in found):
        return found
    return [PageParts(body=tuple(parts), asides=()) for parts in pages]  # one text, printed on every page


def _part(parts: Sequence[Line], outer: Sequence[_Row], repeated: set[str], usual: set[tuple[bool, int]]) -> PageParts:
    asides: list[Aside] = []
    gone: set[int] = set()
    for at_top in (True, False):
        for depth, row in enumerate(row for row in outer if row.slot[0] is at_top):
            reason = _reason(row, repeated, usual)
            if reason is None or (depth and not gone):
                break
            asides.append(Aside(line=row.line, reason=reason))
            gone.update(map(id, row.parts))
    for number in _line_numbers([part for part in parts if id(part) not in gone]):
        asides.append(Aside(line=number, reason=MaskReason.LINE_NUMBER))
        gone.add(id(number))
    return PageParts(
        body=tuple(part for part in parts if id(part) not in gone),
        asides=tuple(sorted(asides, key=lambda aside: aside.line.middle)),
    )


def _reason(row: _Row, repeated: set[str], usual: set[tuple[bool, int]]) -> MaskReason | None:
    if _PAGE_NUMBER.fullmatch(row.line.text):
        return MaskReason.PAGE_NUMBER
    if row.key in repeated or (row.slot in usual and len(row.line.text.split()) <= 14):
        return MaskReason.RUNNING_HEAD
    return None


def _outer_rows(parts: Sequence[Line]) -> list[_Row]:
    """The outermost rows of a page, first those at the top from the edge inwards, then those at the bottom."""
    if not parts:
        return []
    top, bottom = min(part.top for part in parts), max(part.bottom for part in parts)
    depth = _ZONE * (bottom - top) + parts[0].size
    near = [part for part in parts if part.middle < top + depth or part.middle > bottom - depth]
    rows: list[_Row] = []
    lines = merged(near)
    for at_top, ordered in ((True, lines), (False, lines[::-1])):
        side = [line for line in ordered if (2 * line.middle < top + bottom) is at_top][:_OUTERMOST]
        rows += [
            _Row(
                line,
                tuple(part for part in near if line.top - 1 <= part.middle <= line.bottom + 1),
                (at_top, round(line.middle / 4)),
            )
            for line in side
        ]
    return rows


def _line_numbers(parts: Iterable[Line]) -> list[Line]:
    """Pieces at the edge of the text that are nothing but numbers, each one more than the one above it."""
    listed = list(parts)
    numbers = sorted((p for p in listed if _LINE_NUMBER.fullmatch(p.text)), key=lambda part: part.middle)
    if len(numbers) < _FEWEST_NUMBERS:
        return []
    found: list[Line] = []
    for edges in ([round(part.left / 6) for part in numbers], [round(part.right / 6) for part in numbers]):
        place, count = Counter(edges).most_common(1)[0]
        aligned = [part for part, edge in zip(numbers, edges, strict=True) if abs(edge - place) <= 1]
        steps = sum(int(after.text) - int(before.text) == 1 for before, after in pairwise(aligned))
        rest = [part for part in listed if part not in aligned]
        outside = not rest or all(
            part.right < min(other.left for other in rest) or part.left > max(other.right for other in rest)
            for part in aligned
        )
        if count >= _FEWEST_NUMBERS and steps >= 0.8 * (len(aligned) - 1) and outside and len(aligned) > len(found):
            found = aligned
    return found
