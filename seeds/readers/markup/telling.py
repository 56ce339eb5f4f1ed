"""What a marked-up text tells, put together for its readers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from seeds.books import Book, ended_by_notes, ornaments
from seeds.cleaning import Page, disjoint, find_masks
from seeds.document import Mask, MaskReason, Metadata, Note, Section, Voice
from seeds.metadata import detect
from seeds.readers.markup.assembling import Assembled
from seeds.structure.divisions import division
from seeds.structure.sections import Heading, headings, sections
from seeds.voices.finding import find_voices

_FEWEST = 3
_LONG = 100_000
"""A book of more characters than this with fewer headings marked as such has them as bold or centred lines."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """The parts of a marked-up document."""

    metadata: Metadata
    sections: tuple[Section, ...]
    masks: tuple[Mask, ...]
    voices: tuple[Voice, ...]
    notes: tuple[Note, ...]


def tell(made: Assembled, *, book: bool, title_page: bool = True) -> Told:
    """Metadata, sections, masks, voices and notes. `book` says that no site stands round the text, `title_page` that its
    first lines may be its title and author, which nothing else states.
    """
    text = made.text
    page = Page.from_text(text, blank_lines_only=True)
    page = replace(page, book=True) if book else page
    starts = {heading.start for heading in made.headings}
    lines = [mask for mask in find_masks(page) if mask.start not in starts or mask.reason is MaskReason.LICENCE]
    masks = disjoint([*made.masks, *lines])
    found = _chapters([each for each in made.headings if not _masked(each.start, masks)])
    if book and len(found) < _FEWEST and len(text) > _LONG:
        found = headings(page.outside(masks), typed=True)
    if book:
        about = ornaments(Book(text=text, paragraphs=page.paragraphs, headings=tuple(found), typed=False))
        masks = disjoint([*masks, *about.masks])
        linked = {note.start for note in made.notes}
        notes = (*made.notes, *(note for note in about.notes if note.start not in linked))
    else:
        notes = made.notes
    quotable = [part for part in page.outside(masks) if part.start not in starts]
    facts = detect(page, masks, found)
    titles = facts.titles if title_page else ()
    inner = [each for each in found if not any(title.start <= each.start < title.body for title in titles)]
    return Told(
        metadata=facts.metadata,
        sections=ended_by_notes(sections([*titles, *inner], len(text)), page.paragraphs, notes),
        masks=masks,
        voices=find_voices(text, quotable, (heading.start for heading in inner), made.quotations),
        notes=tuple(sorted(notes, key=lambda note: note.start)),
    )


def _chapters(found: Sequence[Heading]) -> list[Heading]:
    """The headings, "Chapter I" and the name of the chapter directly below it as one."""
    made: list[Heading] = []
    for heading in found:
        above = made[-1] if made else None
        if above and above.body == heading.start and heading.rank >= above.rank and _lacks_name(above, heading):
            made[-1] = replace(above, body=heading.body, title=f"{above.title}: {heading.title}")
        else:
            made.append(heading)
    return made


def _lacks_name(above: Heading, below: Heading) -> bool:
    """Whether the first only numbers a part of the book and the second does not."""
    numbered = division(above.title)
    return numbered is not None and not numbered[1] and division(below.title) is None


def _masked(start: int, masks: Iterable[Mask]) -> bool:
    return any(mask.start <= start < mask.end and mask.reason is MaskReason.LICENCE for mask in masks)
