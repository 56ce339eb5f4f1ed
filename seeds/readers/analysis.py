"""What the lines of a text tell, put together for the readers of text formats."""

from collections.abc import Sequence
from dataclasses import dataclass

from seeds.books import Book, Ornaments, ended_by_gaps, ornaments
from seeds.cleaning import Page, disjoint, find_masks
from seeds.document import UNKNOWN, Mask, MaskReason, Metadata, Note, Section, Voice
from seeds.metadata import detect
from seeds.metadata.language import language_of
from seeds.structure.markdown import markdown_headings, markup
from seeds.structure.sections import LOWEST_RANK, Heading, headings, sections
from seeds.voices.finding import find_voices


@dataclass(frozen=True, kw_only=True, slots=True)
class Analysis:
    """The parts of a document that its text tells."""

    metadata: Metadata
    sections: tuple[Section, ...]
    masks: tuple[Mask, ...]
    voices: tuple[Voice, ...]
    notes: tuple[Note, ...] = ()


def analyse(text: str, known: Sequence[Mask] = (), marked: Sequence[Heading] = ()) -> Analysis:
    """Metadata, sections, masks and voices of a text without mark-up, or of one whose mark-up is `known` to be masked.

    `marked` are the headings that its mark-up makes.
    """
    page = Page.from_text(text)
    masks = disjoint([*known, *(mask for mask in find_masks(page) if not _is_marked(mask, known))])
    about = _ornaments(page, masks, marked)
    masks = disjoint([*about.masks, *masks])
    quotable = page.outside(masks)
    found = [*headings(quotable, typed=page.typed), *_labels(text, masks)]
    found = [*marked, *(each for each in found if not any(mark.start <= each.start < mark.body for mark in marked))]
    facts = detect(page, masks, found)
    inner = [h for h in found if not any(title.start <= h.start < title.body for title in facts.titles)]
    return Analysis(
        metadata=facts.metadata,
        sections=ended_by_gaps(sections([*facts.titles, *inner], len(text)), page.paragraphs),
        masks=masks,
        voices=find_voices(text, quotable, (heading.start for heading in inner)),
        notes=about.notes,
    )


def analyse_markdown(text: str, body: int, language: str | None = None) -> Analysis:
    """The same of Markdown whose front matter ends at `body` and perhaps names the language; headings are what their marks
    make them.
    """
    page = Page.from_text(text, blank_lines_only=True)
    found = markdown_headings(text, page.paragraphs, body)
    starts = frozenset(heading.start for heading in found)
    front = [Mask(start=0, end=body, reason=MaskReason.FRONT_MATTER)] if body else []
    lines = [mask for mask in find_masks(page) if mask.start >= body and mask.start not in starts]
    masks = disjoint([*front, *markup(text, body), *lines])
    quotable = [part for part in page.outside(masks) if part.start not in starts]
    title = found[0].title if found and found[0].rank == 1 else None
    return Analysis(
        metadata=Metadata(title=title, language=language or language_of(text[body:])) if body < len(text) else UNKNOWN,
        sections=sections(found, len(text)),
        masks=masks,
        voices=find_voices(text, quotable, starts),
    )


def _ornaments(page: Page, masks: tuple[Mask, ...], marked: Sequence[Heading]) -> Ornaments:
    """What a book has beside its text; a page of the web has none of it."""
    if not page.book and not any(mask.reason is MaskReason.LICENCE for mask in masks):
        return Ornaments(masks=(), notes=())
    paragraphs = page.outside(mask for mask in masks if mask.reason in (MaskReason.LICENCE, MaskReason.MARKUP))
    found = [*marked, *headings(paragraphs, typed=page.typed)]
    return ornaments(Book(text=page.text, paragraphs=paragraphs, headings=found, typed=page.typed))


def _is_marked(mask: Mask, known: Sequence[Mask]) -> bool:
    """Whether a mask, a licence excepted, took mark-up for something else."""
    overlaps = any(each.start < mask.end and mask.start < each.end for each in known)
    return overlaps and mask.reason is not MaskReason.LICENCE


def _labels(text: str, masks: tuple[Mask, ...]) -> list[Heading]:
    """The first of two equal labels with only blanks between them heads what follows the second."""
    return [
        Heading(start=mask.repeats[0], body=mask.end, title=text[mask.start : mask.end], rank=LOWEST_RANK)
        for mask in masks
        if mask.reason is MaskReason.REPEATED_LABEL and mask.repeats and not text[mask.repeats[1] : mask.start].strip()
    ]
