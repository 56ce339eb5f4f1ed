"""A book as the rules of this package see it, and what they find."""

from collections.abc import Sequence
from dataclasses import dataclass

from seeds.document import Mask, Note
from seeds.structure.layout import Paragraph
from seeds.structure.sections import Heading


@dataclass(frozen=True, kw_only=True, slots=True)
class Book:
    """The text, its paragraphs and its headings in order; `typed` says that its lines are broken at one width."""

    text: str
    paragraphs: Sequence[Paragraph]
    headings: Sequence[Heading]
    typed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Ornaments:
    """What must not be quoted of it, and its footnotes bound to their marks."""

    masks: tuple[Mask, ...]
    notes: tuple[Note, ...]
