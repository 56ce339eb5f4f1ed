"""Changing the library from Discord. Blocking, for a thread of its own."""

import re
import threading
import unicodedata
from typing import Protocol

from bot.errors import Stopping
from embeddings.embedder import Embedder
from retrieval.library.library import Library
from retrieval.library.records import Progress, Report
from retrieval.settings import Settings
from seeds.document import Metadata

LARGEST = 8_000_000
"""Bytes of the largest attachment that is taken in."""


class Workshop(Protocol):
    """Changes a library, one change at a time."""

    def add(self, name: str, content: bytes, facts: Metadata, progress: Progress) -> Report:
        """Take a file in."""
        ...

    def fetch(self, address: str, facts: Metadata, progress: Progress) -> Report:
        """Take a page of the web in."""
        ...

    def remove(self, document: str, progress: Progress) -> Report:
        """Take a document out."""
        ...

    def embed(self, progress: Progress) -> Report:
        """Bring the library up to its sources."""
        ...

    def rollback(self) -> int:
        """Return to the generation before; its number."""
        ...

    def stop(self) -> None:
        """Give up what is being done; the library stays as it was."""
        ...


class LibraryWorkshop:
    """Changes the library of this machine. Files that were sent are kept in its folder `uploads`."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stopping = threading.Event()

    def add(self, name: str, content: bytes, facts: Metadata, progress: Progress) -> Report:
        """Take a file in; a file of the same name is replaced. Raises LibraryError, ModelError, OSError."""
        folder = self._settings.home / "uploads"
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / safe_name(name)
        part = file.with_name(f"{file.name}.part")
        part.write_bytes(content)
        part.replace(file)
        with Library.open(self._settings.home) as library:
            model, embedder = self._model(library)
            return library.add([file], embedder, model_name=model, overrides=facts, progress=self._stoppable(progress))

    def fetch(self, address: str, facts: Metadata, progress: Progress) -> Report:
        """Take the page at an address in, as `quoth add` does. Raises SourceError, LibraryError, ModelError."""
        from seeds.web.fetching import Fetcher, parsed  # as below

        fetcher = Fetcher.allowing(self._settings.allowed_networks)
        page = str(parsed(address.strip()))
        with Library.open(self._settings.home) as library:
            model, embedder = self._model(library)
            return library.add(
                [page],
                embedder,
                model_name=model,
                overrides=facts,
                fetch=fetcher,
                progress=self._stoppable(progress),
            )

    def remove(self, document: str, progress: Progress) -> Report:
        """Take a document out. Raises UnknownDocument, LibraryError."""
        with Library.open(self._settings.home) as library:
            return library.remove([document], progress=self._stoppable(progress))

    def embed(self, progress: Progress) -> Report:
        """Finish what was begun, read what changed, embed what is missing. Raises LibraryError, ModelError."""
        with Library.open(self._settings.home) as library:
            model, embedder = self._model(library)
            return library.sync(embedder, model_name=model, progress=self._stoppable(progress))

    def rollback(self) -> int:
        """Return to the generation before; its number. Raises LibraryError."""
        with Library.open(self._settings.home) as library:
            return library.rollback()

    def stop(self) -> None:
        """Give up what is being done at its next step; the library takes no harm, and the next run finishes it."""
        self._stopping.set()

    def _model(self, library: Library) -> tuple[str, Embedder]:
        from embeddings.loading import load_embedder  # takes long to import, and asking needs it in another place

        name = library.generation().model_name or self._settings.model
        return name, load_embedder(name)

    def _stoppable(self, progress: Progress) -> Progress:
        def step(stage: str, done: int, total: int) -> None:
            if self._stopping.is_set():
                raise Stopping("The bot is being restarted: the next /library embed finishes this.")
            progress(stage, done, total)

        return step


def safe_name(name: str) -> str:
    """A file name without folders, hidden dots or signs that a file system minds."""
    plain = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    cleaned = re.sub(r"[^\w.() -]", "_", plain).strip(" .")
    stem, dot, suffix = cleaned.rpartition(".")
    return f"{stem[:80]}.{suffix[:10]}" if dot and stem else f"{cleaned[:80] or 'document'}.txt"
