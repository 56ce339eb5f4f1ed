"""The files that a library's documents came from: which have changed, and which are no longer there."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from retrieval.library.records import Card
from seeds.document import Document
from seeds.errors import SourceError


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
        sha256 = _sha256(Path(card.source))
        if sha256 is None:
            vanished.append(card)
        elif sha256 != card.sha256:
            changed.append(card)
    return Survey(changed=tuple(changed), vanished=tuple(vanished))


def has_moved(card: Card) -> bool:
    """Whether the file that a document came from is gone, so that the same bytes elsewhere are that document, moved."""
    return not is_url(card.source) and not Path(card.source).exists()


def is_url(source: str) -> bool:
    """Whether a source is an address rather than a path."""
    return "://" in source


def location_of(source: str | Path) -> str:
    """The source as it is remembered: an address as it is, a path absolute and without links."""
    text = str(source)
    return text if is_url(text) else str(Path(text).resolve())


def read_source(location: str, *, password: str | None = None, ocr: str | None = None) -> Document:
    """The document at a path; SourceError where it cannot be read.

    `password` opens encrypted files; `ocr` are Tesseract's languages ("eng+rus"), None leaves scanned pages unread.
    """
    from seeds.readers import Options
    from seeds.sources import read  # the readers take long to import, and a question needs none

    if is_url(location):
        raise SourceError(f"{location!r} is fetched when it is taken in: what it holds cannot be told before")
    return read(Path(location), options=Options(password=password, ocr=ocr))


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
