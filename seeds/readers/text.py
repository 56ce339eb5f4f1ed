"""Plain text: books, articles, and web pages saved as text."""

from seeds.cleaning import Page, find_masks
from seeds.encoding import decode
from seeds.readers.reader import Reading


def read_text(data: bytes, *, name: str) -> Reading:
    """The decoded file, unchanged, and what its lines tell.

    Raises:
        SourceError: where the bytes are no text.
    """
    decoded = decode(data, name=name)
    text = decoded.text
    return Reading(
        text=text,
        encoding=decoded.encoding,
        media_type="text/plain",
        masks=find_masks(Page.from_text(text)),
        warnings=decoded.warnings,
    )
