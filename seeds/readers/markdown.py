"""Markdown: the file as it stands, with front matter, headings and quotations understood."""

from seeds.cleaning import Page, find_masks
from seeds.document import Mask, MaskReason
from seeds.encoding import decode
from seeds.readers.front_matter import front_matter
from seeds.readers.reader import Reading


def read_markdown(data: bytes, *, name: str) -> Reading:
    """The decoded file, unchanged, its front matter as metadata, and what its marks tell.

    Raises:
        SourceError: where the bytes are no text, or the front matter is broken.
    """
    decoded = decode(data, name=name)
    text = decoded.text
    metadata, body = front_matter(text, name=name)
    masks = find_masks(Page.from_text(text))
    if body:
        front = Mask(start=0, end=body, reason=MaskReason.FRONT_MATTER)
        masks = (front, *(mask for mask in masks if mask.start >= body))
    return Reading(
        text=text,
        encoding=decoded.encoding,
        media_type="text/markdown",
        metadata=metadata,
        masks=masks,
        warnings=decoded.warnings,
    )
