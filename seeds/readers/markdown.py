"""Markdown: the file as it stands, with front matter, headings and quotations understood."""

from seeds.encoding import decode
from seeds.readers.analysis import analyse_markdown
from seeds.readers.front_matter import front_matter
from seeds.readers.reader import Reading


def read_markdown(data: bytes, *, name: str, charset: str | None = None) -> Reading:
    """The decoded file, unchanged, its front matter as metadata, and what its marks tell.

    Raises:
        SourceError: where the bytes are no text, or the front matter is broken.
    """
    decoded = decode(data, name=name, declared=charset)
    facts, body = front_matter(decoded.text, name=name)
    told = analyse_markdown(decoded.text, body, facts.language)
    return Reading(
        text=decoded.text,
        encoding=decoded.encoding,
        media_type="text/markdown",
        metadata=facts.over(told.metadata),
        sections=told.sections,
        masks=told.masks,
        voices=told.voices,
        warnings=decoded.warnings,
    )
