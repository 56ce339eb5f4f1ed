"""Everything that a text says about itself, put together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from seeds.cleaning import Page
from seeds.document import Mask, MaskReason, Metadata
from seeds.metadata.front import Front, read_front, states_facts
from seeds.metadata.imprint import imprint
from seeds.metadata.language import language_of
from seeds.metadata.library import library_header
from seeds.metadata.title_page import TitlePage, read_title_page
from seeds.structure.counting import count_words
from seeds.structure.layout import Paragraph
from seeds.structure.sections import NUMBERED_RANKS, Heading

_MAX_FRONT = 30
_TEXT_WORDS = 20
_MIN_COPY = 600
_MAX_TITLE_WORDS = 25


@dataclass(frozen=True, kw_only=True, slots=True)
class Detected:
    """What a text says about itself. `titles` are headings of rank 0 that cover the lines which say only that."""

    metadata: Metadata
    titles: tuple[Heading, ...] = ()


def detect(page: Page, masks: Sequence[Mask], found: Sequence[Heading]) -> Detected:
    """The facts in the lines above the text, round it, and in the title above a second copy of it.

    `found` are the headings that the text seems to have, its title perhaps among them.
    """
    lines = _front_lines(page, masks, found)
    front = read_front(lines, page.text)
    around = imprint(page, masks)
    header = library_header(page.text, masks)
    copy = _title_of_copy(page, masks) if front.title is None else None
    title = header.title or front.title or (copy.title if copy else None)
    printed = _title_page(page, masks, title or "")
    metadata = Metadata(
        title=title,
        author=header.author or front.author or around.author,
        translator=header.translator or printed.translator,
        published=printed.year or _not_in(title, front.published) or around.year,
        publisher=front.publisher or around.publisher,
        url=front.url,
        language=language_of(page.text),
    )
    above = _heading(page, lines, front, metadata.title)
    return Detected(metadata=metadata, titles=tuple(heading for heading in (above, copy) if heading))


def _title_page(page: Page, masks: Sequence[Mask], title: str) -> TitlePage:
    """What the first pages of a book say; nothing for what is none."""
    start = next((mask.end for mask in masks if mask.reason is MaskReason.LICENCE and mask.start == 0), None)
    if start is None and not page.book:
        return TitlePage()
    return read_title_page(page.text, start or 0, title)


def _not_in(title: str | None, published: str | None) -> str | None:
    """A date, unless its year is one that the title is about."""
    return None if published and title and published[:4] in title else published


def _front_lines(page: Page, masks: Sequence[Mask], found: Sequence[Heading]) -> dict[int, Paragraph]:
    """The paragraphs above the prose that are not masked, by number.

    They end at a heading that has a title above it, or that is one of several chapters. A lone heading below another
    line is a sub-title.
    """
    lines: dict[int, Paragraph] = {}
    ranks = Counter(heading.rank for heading in found)
    chapters = {heading.start for heading in found if heading.rank in NUMBERED_RANKS and ranks[heading.rank] > 1}
    inner = {heading.start for heading in (found if len(found) > 1 else ())}
    numbers = {part.start: k for k, part in enumerate(page.paragraphs)}
    for part in page.outside(masks):
        k = numbers[part.start]
        if (page.prose[k] and count_words(part.text) >= _TEXT_WORDS) or len(lines) == _MAX_FRONT:
            break
        below_title = any(not page.prose[n] and not states_facts(line.text) for n, line in lines.items())
        if part.start in chapters or (part.start in inner and below_title and not states_facts(part.text)):
            break
        lines[k] = part
    return lines


def _heading(page: Page, lines: dict[int, Paragraph], front: Front, title: str | None) -> Heading | None:
    """The lines of the front, from the first that was understood to the first that was not."""
    understood = sorted(front.lines)
    if not understood or title is None:
        return None
    first = last = understood[0]
    while last + 1 in front.lines or (last + 1 not in lines and any(k > last + 1 for k in front.lines)):
        last += 1
    body = page.paragraphs[last + 1].start if last + 1 < len(page.paragraphs) else len(page.text)
    return Heading(start=page.paragraphs[first].start, body=body, title=title, rank=0)


def _title_of_copy(page: Page, masks: Sequence[Mask]) -> Heading | None:
    """The line that stands directly above the second copy of a long text."""
    for mask in masks:
        if mask.reason is not MaskReason.DUPLICATE or mask.end - mask.start < _MIN_COPY:
            continue
        above = [part for part in page.paragraphs if part.end <= mask.start]
        masked = above and any(other.start <= above[-1].start < other.end for other in masks)
        if (
            above
            and not masked
            and count_words(above[-1].text) <= _MAX_TITLE_WORDS
            and above[-1].text[-1] not in ".:;,"
        ):
            title = " ".join(above[-1].text.split())
            return Heading(start=above[-1].start, body=mask.start, title=title, rank=0)
    return None
