"""Paragraphs and what stands beside them to one text, with pages, headings, masks and joins."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from seeds.document import Join, Mask, MaskReason, Page
from seeds.readers.pdf.furniture import Aside
from seeds.readers.pdf.hyphens import Known, run_on
from seeds.readers.pdf.paragraphs import Kind, Paragraph, opens_part
from seeds.structure.sections import Heading

_BETWEEN = "\n\n"
_LEADERS = re.compile(r"(?:\.\s?|…\s?){4,}\s*(?P<page>\d+|[ivxlc]+)\W*\Z")

_MORE_THAN_PAGES = 1_000
"""An article of few pages may begin on page 900 of its volume; larger numbers after leaders are figures in a table."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Assembled:
    """The text, and ranges in it. A heading's rank is 1 for the largest type."""

    text: str
    pages: tuple[tuple[int, int, int], ...]  # start, end, number of the page from 0
    headings: tuple[Heading, ...]
    masks: tuple[Mask, ...]
    joins: tuple[Join, ...]

    def labelled(self, page: Callable[[int, int, int], Page]) -> tuple[Page, ...]:
        """The pages, made by a function of start, end and number."""
        return tuple(page(*each) for each in self.pages)


@dataclass(slots=True)
class _Building:
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[int, int]] = field(default_factory=list)  # where a page begins or goes on, and which
    headings: list[tuple[int, Paragraph]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    masks: list[Mask] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)

    def put(self, text: str) -> int:
        """Adds a paragraph; where it begins."""
        if self.pieces:
            self.pieces.append(_BETWEEN)
            self.length += len(_BETWEEN)
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        self.starts.append(start)
        return start


def assemble(paragraphs: Sequence[Paragraph], asides: Sequence[Sequence[Aside]]) -> Assembled:
    """One text. What stood beside a page follows its last paragraph, so that sentences go on over pages."""
    known = Known.from_lines(line.text for part in paragraphs for _, line in part.lines)
    building = _Building()
    waiting = 0
    for k, part in enumerate(paragraphs):
        _put_paragraph(building, part, known, last_page=len(asides) + _MORE_THAN_PAGES)
        following = paragraphs[k + 1].lines[0][0] if k + 1 < len(paragraphs) else len(asides)
        reached = max(waiting, following)
        for page in range(waiting, reached):
            _put_asides(building, page, asides[page])
        waiting = reached
    return Assembled(
        text="".join(building.pieces),
        pages=tuple(_ranges(building.marks, building.length)),
        headings=tuple(_headings(building)),
        masks=tuple(sorted(building.masks, key=lambda mask: mask.start)),
        joins=tuple(building.joins),
    )


def _put_paragraph(building: _Building, part: Paragraph, known: Known, last_page: int) -> None:
    running = run_on([line.text for _, line in part.lines], known)
    start = building.put(running.text)
    building.marks += [(start + at, page) for at, (page, _) in zip(running.starts, part.lines, strict=True)]
    building.joins += [Join(at=start + join.at, printed=join.printed) for join in running.joins]
    if part.kind is Kind.HEADING:
        building.headings.append((start, part))
    elif (found := _LEADERS.search(running.text)) and int(
        found["page"] if found["page"].isdecimal() else 0
    ) <= last_page:
        building.masks.append(Mask(start=start, end=start + len(running.text), reason=MaskReason.NAVIGATION))


def _put_asides(building: _Building, page: int, asides: Iterable[Aside]) -> None:
    for aside in asides:
        start = building.put(aside.line.text)
        building.marks.append((start, page))
        building.masks.append(Mask(start=start, end=building.length, reason=aside.reason))


def _ranges(marks: Sequence[tuple[int, int]], end: int) -> Iterable[tuple[int, int, int]]:
    begun: tuple[int, int] | None = None
    for start, page in marks:
        if begun and begun[1] == page:
            continue
        if begun:
            yield begun[0], start, begun[1]
        begun = start, page
    if begun:
        yield begun[0], end, begun[1]


def _headings(building: _Building) -> Iterable[Heading]:
    """The headings; one that stands right above another, as a chapter's number above its name, is one with it."""
    heights = [_height(part, building.headings) for _, part in building.headings]
    sizes = sorted(set(heights), reverse=True)
    following = dict(zip(building.starts, [*building.starts[1:], building.length], strict=True))
    k = 0
    while k < len(building.headings):
        (start, part), rank = building.headings[k], 1 + sizes.index(heights[k])
        title, body = " ".join(part.text.split()), following[start]
        if k + 1 < len(building.headings) and building.headings[k + 1][0] == body and len(title.split()) <= 3:
            below = building.headings[k + 1][1]
            title, body = f"{title}: {' '.join(below.text.split())}", following[body]
            k += 1
        yield Heading(start=start, body=body, title=title, rank=rank)
        k += 1


def _height(part: Paragraph, headings: Sequence[tuple[int, Paragraph]]) -> int:
    """The height of a heading's type; all that open numbered parts rank as the tallest of them."""
    if not opens_part(part.text):
        return round(part.size)
    return max(round(other.size) for _, other in headings if opens_part(other.text))
