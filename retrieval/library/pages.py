"""Pages of the web as sources: captured once, read from the capture ever after, fetched again only to see what drifted."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Indel

from retrieval.library.captures import keep_capture, load_capture
from seeds.catalogue import FILE_NAME, Catalogue, catalogue_at
from seeds.document import Document
from seeds.web.fetching import Fetch
from seeds.web.reading import document_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Pages:
    """Captures pages into a library and reads them; corrections stand in the catalogue of the library's folder."""

    connection: sqlite3.Connection
    home: Path
    fetch: Fetch

    def take(self, address: str, sha256: str | None) -> Document:
        """The page as it is now; `sha256` is of the capture that the library shows, if it shows one. SourceError."""
        shown = load_capture(self.connection, address, sha256) if sha256 else None
        fresh = self.fetch(address, shown.validators if shown else None)
        if fresh is not None and (shown is None or fresh.sha256 != shown.sha256):
            document = document_of(fresh, self._catalogue)  # what cannot be read is not kept
            keep_capture(self.connection, fresh)
            return document
        assert shown is not None, "a page that was never captured cannot be unchanged"
        return document_of(shown, self._catalogue)

    def reread(self, address: str, sha256: str) -> Document | None:
        """The page as it was captured, by today's readers and catalogue; None where the capture is not kept."""
        capture = load_capture(self.connection, address, sha256)
        return document_of(capture, self._catalogue) if capture else None

    @property
    def _catalogue(self) -> Catalogue:
        return catalogue_at(self.home / FILE_NAME)


def drift(before: str, after: str) -> float:
    """The share of a text's lines that is not in the other, 0 for none to 1 for all."""
    old, new = ([line.strip() for line in text.splitlines() if line.strip()] for text in (before, after))
    return Indel.normalized_distance(old, new)
