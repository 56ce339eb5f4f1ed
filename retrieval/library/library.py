"""A library: one folder that holds documents and answers from them. Opening it, writing to it, reading from it."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from embeddings.embedder import Embedder
from retrieval.errors import LibraryError, UnknownDocument
from retrieval.library import generations, indexing, lock, requests, store
from retrieval.library.faults import told_plainly
from retrieval.library.generations import Generation
from retrieval.library.records import Progress, Report
from retrieval.library.snapshot import Snapshot, model_mismatch
from retrieval.library.stored_vectors import model_id
from retrieval.library.versions import has_version, load_version
from seeds.document import Document, Metadata
from seeds.sources import read as read_file

UNKNOWN = Metadata()


def read_source(location: str) -> Document:
    """The document at a path; SourceError where it cannot be read."""
    return read_file(Path(location))


class Library:
    """A library in a folder, which need not exist yet. Readers and one writer may work at the same time."""

    def __init__(self, home: Path, *, readonly: bool):
        self.home = home
        self._readonly = readonly
        self._pointer: sqlite3.Connection | None = None
        self._snapshot: Snapshot | None = None
        self._lock = threading.RLock()

    @classmethod
    def open(cls, home: Path, *, readonly: bool = False) -> "Library":
        """The library in that folder. A read-only one never writes, not even to repair an index."""
        return cls(Path(home).absolute(), readonly=readonly)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the library's files, the last snapshot's too."""
        with self._lock:
            for part in (self._snapshot, self._pointer):
                if part is not None:
                    part.close()
            self._snapshot = self._pointer = None

    # Reading

    def snapshot(self) -> Snapshot:
        """The current generation, opened once and again after each change.

        A snapshot that was handed out before goes on answering from its own generation; whoever holds it may close it.
        """
        with self._lock, told_plainly(self.home):
            number = self._current()
            if self._snapshot is None or self._snapshot.generation != number:
                self._snapshot = self._open_snapshot()
            return self._snapshot

    def reread(self, version: int) -> Document | None:
        """A document as the file on disk has it at this moment, past every cache; None where it is not kept any more."""
        with told_plainly(self.home):
            connection = store.open_for_reading(self.home)
            if connection is None:
                return None
            try:
                return load_version(connection, version) if has_version(connection, version) else None
            finally:
                connection.close()

    def requests(self) -> list[requests.SourceRequest]:
        """Sources that are still to be taken in, and those that could not be."""
        with self._lock, told_plainly(self.home):
            self._current()
            return requests.requests_of(self._pointer) if self._pointer else []

    # Writing

    def add(
        self,
        sources: Iterable[str | Path | Document],
        embedder: Embedder,
        *,
        model_name: str = "",
        overrides: Metadata = UNKNOWN,
        read: Callable[[str], Document] = read_source,
        progress: Progress | None = None,
    ) -> Report:
        """Takes documents in and shows them. `overrides` are facts that count more than what the documents say.

        Raises LibraryError, LibraryBusy. A source that cannot be read is in the report's `failed`.
        """
        given = {each.source if isinstance(each, Document) else _location(each): each for each in sources}
        with self._writer() as connection:
            base = self._guard(connection, embedder)
            model = model_id(connection, embedder, model_name or base.model_name or embedder.fingerprint)
            requests.enqueue(connection, given, overrides)
            run = indexing.Run.begin(connection, self.home, embedder, model, read, progress)
            wanted = [request for request in requests.requests_of(connection) if request.location in given]
            indexing.take_in(run, wanted, {at: each for at, each in given.items() if isinstance(each, Document)})
            return indexing.show(run)

    def remove(self, documents: Iterable[str], embedder: Embedder, *, progress: Progress | None = None) -> Report:
        """Shows the library without those documents; UnknownDocument, and nothing done, if one is not there."""
        with self._writer() as connection:
            base = self._guard(connection, embedder)
            model = model_id(connection, embedder, base.model_name or embedder.fingerprint)
            run = indexing.Run.begin(connection, self.home, embedder, model, read_source, progress)
            for document in documents:
                card = run.members.pop(document, None)
                if card is None:
                    raise UnknownDocument(
                        f"there is no document {document!r} in the library; `quoth sources` lists them"
                    )
                run.removed.append(document)
                run.settled.append(card.source)
            return indexing.show(run)

    def rollback(self) -> int:
        """Makes the generation before the last change current again, and returns its number; once more undoes that."""
        with self._writer() as connection:
            previous = generations.previous_number(connection)
            if not previous:
                raise LibraryError(f"the library at '{self.home}' has no earlier generation to return to")
            with store.transaction(connection):
                generations.swap(connection)
            return previous

    # Inside

    def _current(self) -> int:
        """Number of the current generation."""
        if self._pointer is None:
            self._pointer = store.open_for_reading(self.home)
        return generations.current_number(self._pointer) if self._pointer else 0

    def _open_snapshot(self) -> Snapshot:
        connection = store.open_for_reading(self.home)
        generation = generations.EMPTY
        if connection is not None:
            # The transaction stays open: it is what keeps this generation's rows as they are.
            connection.execute("BEGIN")
            generation = generations.load_generation(connection, generations.current_number(connection))
        return Snapshot(connection, generation, _folder(self.home, generation), self._repair)

    def _repair(self, generation: Generation) -> bool:
        """Rebuilds the projections of the current generation, if this process may write and nobody else does."""
        if self._readonly:
            return False
        from retrieval.library import workshop

        with suppress(LibraryError), self._writer() as connection:
            if generations.current_number(connection) != generation.number:
                return False
            workshop.put_in_place(connection, self.home, generation, None, None)
            return True
        return False

    @contextmanager
    def _writer(self) -> Iterator[sqlite3.Connection]:
        if self._readonly:
            raise LibraryError(f"the library at '{self.home}' was opened to read only")
        with lock.writing(self.home), told_plainly(self.home):
            connection = store.open_for_writing(self.home)
            try:
                yield connection
            finally:
                connection.close()

    def _guard(self, connection: sqlite3.Connection, embedder: Embedder) -> Generation:
        """The current generation; LibraryError if its vectors are another model's."""
        generation = generations.load_generation(connection, generations.current_number(connection))
        if generation.cards and generation.fingerprint != embedder.fingerprint:
            raise LibraryError(model_mismatch(generation, embedder.fingerprint))
        return generation


def _location(source: str | Path) -> str:
    text = str(source)
    return text if indexing.is_url(text) else str(Path(text).resolve())


def _folder(home: Path, generation: Generation) -> Path:
    return home / "generations" / str(generation.number)
