"""What the lines of a plain text tell, put together for the readers of text formats."""

from dataclasses import dataclass

from seeds.cleaning import Page, find_masks
from seeds.document import Mask, MaskReason, Metadata, Section, Voice
from seeds.metadata import detect
from seeds.structure.sections import LOWEST_RANK, Heading, headings, sections
from seeds.voices import find_voices


@dataclass(frozen=True, kw_only=True, slots=True)
class Analysis:
    """The parts of a document that its text tells."""

    metadata: Metadata
    sections: tuple[Section, ...]
    masks: tuple[Mask, ...]
    voices: tuple[Voice, ...]


def analyse(text: str) -> Analysis:
    """Metadata, sections, masks and voices of a text without mark-up."""
    page = Page.from_text(text)
    masks = find_masks(page)
    quotable = page.outside(masks)
    found = headings(quotable, typed=page.typed)
    facts = detect(page, masks, found)
    found += [
        Heading(start=mask.repeats[0], body=mask.end, title=text[mask.start : mask.end], rank=LOWEST_RANK)
        for mask in masks
        if mask.reason is MaskReason.REPEATED_LABEL and mask.repeats
    ]
    inner = [h for h in found if not any(title.start <= h.start < title.body for title in facts.titles)]
    return Analysis(
        metadata=facts.metadata,
        sections=sections([*facts.titles, *inner], len(text)),
        masks=masks,
        voices=find_voices(text, quotable, (heading.start for heading in inner)),
    )
