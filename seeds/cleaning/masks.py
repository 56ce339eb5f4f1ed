"""All that is found in one text that must not be quoted."""

from seeds.cleaning.duplicates import duplicates
from seeds.document import Mask
from seeds.structure.layout import paragraphs


def find_masks(text: str) -> tuple[Mask, ...]:
    """The ranges of `text` that must not be quoted, in order and disjoint."""
    return tuple(duplicates(text, paragraphs(text)))
