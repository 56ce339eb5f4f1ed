"""Plain text: books, articles, and web pages saved as text."""

from seeds.encoding import decode
from seeds.readers.analysis import analyse
from seeds.readers.reader import Reading


def read_text(data: bytes, *, name: str, charset: str | None = None) -> Reading:
    """The decoded file, unchanged, and what its lines tell.

    Raises:
        SourceError: where the bytes are no text.
    """
    decoded = decode(data, name=name, declared=charset)
    told = analyse(decoded.text)
    return Reading(
        text=decoded.text,
        encoding=decoded.encoding,
        media_type="text/plain",
        metadata=told.metadata,
        sections=told.sections,
        masks=told.masks,
        voices=told.voices,
        notes=told.notes,
        warnings=decoded.warnings,
    )
