"""The files in an EPUB's ZIP archive, read one by one within limits on their sizes (EPUB 3.3, Open Container Format)."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Self

from seeds.errors import SourceError
from seeds.readers.markup.parsing import decoded, refuse_entities

MEGABYTE = 1_000_000
LARGEST_FILE = 40 * MEGABYTE
"""Bytes of one file in a book, unpacked. The largest chapters known are below 3 MB."""
LARGEST_TEXT = 120 * MEGABYTE
"""Bytes of all files that are read of one book."""
_MOST_FILES = 20_000
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    struct.error,
)


@dataclass(slots=True)
class Container:
    """An opened archive. `name` is the book's, for messages; `unpacked` counts the bytes that were read of it."""

    archive: zipfile.ZipFile
    name: str
    names: frozenset[str]
    unpacked: int = 0

    @classmethod
    def open(cls, data: bytes, *, name: str) -> Self:
        """The archive in `data`. Raises SourceError where it is none, or encrypted, or holds too many files."""
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            infos = archive.infolist()
        except _DAMAGE as error:
            raise SourceError(
                f"{name!r} is no EPUB, or a damaged one (its ZIP archive is broken): get it again"
            ) from error
        if len(infos) > _MOST_FILES:
            raise SourceError(
                f"{name!r} holds {len(infos):,} files: that is no book, unpack it and add what you want of it"
            )
        return cls(archive=archive, name=name, names=frozenset(info.filename for info in infos))

    def text(self, path: str) -> str | None:
        """The characters of a file; None where it is missing or damaged.

        Raises:
            SourceError: where it is larger than any file of a book, encrypted, or declares XML entities.
        """
        data = self._bytes(path)
        if data is None or not data.strip():
            return None
        try:
            text = decoded(data, name=f"{self.name}: {path}").text
        except SourceError:
            return None
        refuse_entities(text, name=self.name)
        return text

    def _bytes(self, path: str) -> bytes | None:
        if path not in self.names:
            return None
        info = self.archive.getinfo(path)
        if info.flag_bits & 0x1:
            raise SourceError(f"{self.name!r} is encrypted: add a copy without encryption")
        limit = min(LARGEST_FILE, LARGEST_TEXT - self.unpacked)
        try:
            with self.archive.open(info) as file:
                data = file.read(limit + 1)
        except _DAMAGE:
            return None
        if len(data) > limit:
            raise SourceError(
                f"{self.name!r} unpacks to more than {limit // MEGABYTE} MB at {path!r}: it may be a ZIP bomb"
            )
        self.unpacked += len(data)
        return data
