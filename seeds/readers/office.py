"""What the readers of word processors' files share: files in encrypted wrappers, and a tree of HTML as a document."""

import io
import zipfile
import zlib
from dataclasses import replace

from lxml import etree

from seeds.document import Metadata
from seeds.errors import SourceError
from seeds.readers.markup.assembling import assemble
from seeds.readers.markup.blocks import blocks_of
from seeds.readers.markup.shown import shown
from seeds.readers.markup.telling import tell
from seeds.readers.reader import Reading

LARGEST_PART = 150_000_000
"""Bytes of one part of a file, unpacked."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def archive_of(data: bytes, *, name: str, kind: str) -> zipfile.ZipFile:
    """The ZIP archive that a word processor's file is. Raises SourceError where it is none."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise SourceError(f"{name!r} is no {kind}, or one that was cut off or damaged: get it again") from error


def part_of(archive: zipfile.ZipFile, path: str, *, name: str) -> bytes | None:
    """A part of the file, None where there is none.

    Raises:
        SourceError: where it is damaged, or larger than any text.
    """
    try:
        with archive.open(path) as stream:
            part = stream.read(LARGEST_PART + 1)
    except KeyError:
        return None
    except _DAMAGE as error:
        raise SourceError(f"{name!r} is damaged ({path}): get it again, or open it and save it again") from error
    if len(part) > LARGEST_PART:
        raise SourceError(f"{name!r} swells as a zip bomb does: its text would be over {LARGEST_PART / 1e6:.0f} MB")
    return part


def reading_of(tree: etree._Element, *, name: str, media_type: str, stated: Metadata) -> Reading:
    """The reading of an HTML tree that a word processor's file was turned into.

    Raises:
        SourceError: where it holds no text.
    """
    blocks = blocks_of(shown(tree))
    if not any(map(str.isalnum, "".join(block.text for block in blocks))):
        raise SourceError(f"{name!r} holds no text: there is nothing to quote in it")
    made = assemble(blocks)
    told = tell(made, book=True)
    return Reading(
        text=made.text,
        encoding="utf-8",
        media_type=media_type,
        metadata=_together(stated, told.metadata),
        sections=told.sections,
        masks=told.masks,
        voices=told.voices,
        notes=told.notes,
    )


def _together(stated: Metadata, told: Metadata) -> Metadata:
    """What the file states over what its text tells; the date is the text's, since the file's is that of its making."""
    return replace(stated.over(told), published=told.published)
