"""What a reader of one format gives: the text of a file and what its form tells about it."""

from dataclasses import dataclass
from typing import Protocol

from seeds.document import UNKNOWN, Join, Mask, Metadata, Note, Page, Section, Voice


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A file as its reader understood it: the parts of a `Document` that do not depend on where the file lies."""

    text: str
    encoding: str
    media_type: str
    metadata: Metadata = UNKNOWN
    sections: tuple[Section, ...] = ()
    pages: tuple[Page, ...] = ()
    joins: tuple[Join, ...] = ()
    masks: tuple[Mask, ...] = ()
    voices: tuple[Voice, ...] = ()
    notes: tuple[Note, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What the operator said about reading: the password of encrypted files, and the languages of scanned pages.

    `ocr` are Tesseract's names of languages ("eng", "eng+rus"); None leaves scanned pages unread. `charset` is the encoding
    that a server named for a page.
    """

    password: str | None = None
    ocr: str | None = None
    charset: str | None = None


PLAIN = Options()
"""No password, and scanned pages left unread."""


class TextReader(Protocol):
    """Reads a format whose bytes are characters. `charset` is the encoding that a server names for them."""

    def __call__(self, data: bytes, *, name: str, charset: str | None = None) -> Reading:
        """The file's text and what its form tells. Raises SourceError."""
        ...


class Reader(Protocol):
    """Reads the bytes of one format. `name` is the file's name, for messages."""

    def __call__(self, data: bytes, *, name: str) -> Reading:
        """The file's text and what its form tells.

        Raises:
            SourceError: where the bytes are not of the format, or hold no text.
        """
        ...
