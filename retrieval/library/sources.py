"""The files that a library's documents came from: which have changed, and which are no longer there."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.library.records import Card
from seeds.document import Document
from seeds.errors import SourceError

if TYPE_CHECKING:
    from seeds.sources import Fingerprint


@dataclass(frozen=True, kw_only=True, slots=True)
class Survey:
    """Documents whose file holds other bytes now, and documents whose file is gone or cannot be read."""

    changed: tuple[Card, ...]
    vanished: tuple[Card, ...]


def survey(cards: Iterable[Card]) -> Survey:
    """Compares each document's file with the bytes that it was read from. What came from an address stays as it is."""
    changed, vanished = [], []
    for card in cards:
        if is_url(card.source):
            continue
        sha256 = sha256_of(card.source)
        if sha256 is None:
            vanished.append(card)
        elif sha256 != card.sha256:
            changed.append(card)
    return Survey(changed=tuple(changed), vanished=tuple(vanished))


def has_moved(card: Card) -> bool:
    """Whether the file that a document came from is gone, so that the same bytes elsewhere are that document, moved."""
    from seeds.containers import file_of  # for writers; a question needs no archives

    return not is_url(card.source) and not file_of(Path(card.source)).exists()


def is_url(source: str) -> bool:
    """Whether a source is an address rather than a path."""
    return "://" in source


def location_of(source: str | Path) -> str:
    """The source as it is remembered: an address as it is, a path absolute and without links."""
    text = str(source)
    return text if is_url(text) else os.path.realpath(text)


@dataclass(frozen=True, kw_only=True, slots=True)
class Files:
    """Reads files. `password` opens encrypted ones; `ocr` are Tesseract's languages ("eng+rus"), None leaves scans unread."""

    password: str | None = None
    ocr: str | None = None

    def __call__(self, location: str) -> Document:
        """The document at a path; SourceError where it cannot be read."""
        from seeds.readers import Options
        from seeds.sources import read  # the readers take long to import, and a question needs none

        if is_url(location):
            raise SourceError(f"{location!r} is fetched when it is taken in: what it holds cannot be told before")
        return read(Path(location), options=Options(password=self.password, ocr=self.ocr))

    def fingerprint(self, location: str) -> "Fingerprint | None":
        """What the document at a path depends on; None where it cannot be told."""
        from seeds.readers import Options
        from seeds.sources import fingerprint

        try:
            return fingerprint(Path(location), options=Options(ocr=self.ocr))
        except SourceError:
            return None


read_source = Files()
"""Reads files that need no password, and leaves scanned pages unread."""


def sha256_of(location: str) -> str | None:
    """The SHA-256 of the bytes at a path now; None where there is nothing, or it cannot be read."""
    from seeds.containers import bytes_at

    path = Path(location)
    try:
        if not path.is_file():
            return hashlib.sha256(bytes_at(path)).hexdigest()
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, SourceError):
        return None
