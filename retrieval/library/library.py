"""A library: one folder that holds documents and answers from them. Opening it, writing to it, reading from it.

What only writers need is imported where it is used: most processes come to ask one question.
"""

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from embeddings.embedder import Embedder
from retrieval.errors import DamagedText, LibraryError
from retrieval.library import lock, store
from retrieval.library.facts import amended, standing
from retrieval.library.faults import told_plainly
from retrieval.library.generations import EMPTY, Generation, current_number, load_generation
from retrieval.library.records import Check, Plan, Progress, Read, Report
from retrieval.library.requests import SourceRequest, requests_of
from retrieval.library.snapshot import Snapshot
from retrieval.library.sources import location_of, read_source
from retrieval.library.versions import given_before, has_sound_text, has_version, load_version
from retrieval.library.workshop import folder_of, put_in_place
from seeds.document import UNKNOWN, Document, Metadata

if TYPE_CHECKING:
    from seeds.web.fetching import Fetch


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

        A snapshot handed out before goes on answering from its own generation; whoever holds it may close it.
        """
        with self._lock, told_plainly(self.home):
            number = self._current()
            if self._snapshot is None or self._snapshot.generation != number:
                self._snapshot = self._open_snapshot()
            elif not self._readonly and store.has_long_log(self.home):
                self._let_log_go(self._snapshot)
            return self._snapshot

    def generation(self) -> Generation:
        """The current generation, with nothing held open: a snapshot would make the log of a run that follows grow."""
        with told_plainly(self.home):
            connection = store.open_for_reading(self.home)
            if connection is None:
                return EMPTY
            with closing(connection):
                connection.execute("BEGIN")
                return load_generation(connection, current_number(connection))

    def reread(self, version: int) -> Document | None:
        """A document as the disk has it at this moment, past every cache; None where it is not kept any more.

        Raises DamagedText where its text is not what was once stored.
        """
        with told_plainly(self.home):
            connection = store.open_for_reading(self.home)
            if connection is None:
                return None
            with closing(connection):
                if not has_version(connection, version):
                    return None
                if not has_sound_text(connection, version):
                    raise DamagedText(
                        "the document's stored text is damaged, so it is not shown; `quoth doctor` tells more"
                    )
                return load_version(connection, version)

    def requests(self) -> list[SourceRequest]:
        """Sources that are still to be taken in, and those that could not be."""
        with self._lock, told_plainly(self.home):
            self._current()
            return requests_of(self._pointer) if self._pointer else []

    def facts(self, source: str | Path, given: Metadata) -> Metadata:
        """The facts given by hand that would hold for a source, if these were given now."""
        location = location_of(source)
        with self._lock, told_plainly(self.home):
            self._current()
            before = given_before(self._pointer, location) if self._pointer else UNKNOWN
        return standing(amended(given, before))

    def plan(
        self, embedder: Embedder, *, sources: Iterable[str | Path] = (), full: bool = False, read: Read = read_source
    ) -> Plan:
        """What a sync with this model would cost, and with it taking in the sources; nothing is written."""
        from retrieval.library.planning import plan_first, plan_next

        locations = [location_of(source) for source in sources]
        with told_plainly(self.home):
            connection = store.open_for_reading(self.home)
            if connection is None:
                return plan_first(locations, embedder, read)
            with closing(connection):
                return plan_next(connection, locations, embedder, read, full=full)

    # Writing

    def add(
        self,
        sources: Iterable[str | Path | Document],
        embedder: Embedder,
        *,
        model_name: str = "",
        overrides: Metadata = UNKNOWN,
        read: Read = read_source,
        fetch: "Fetch | None" = None,
        progress: Progress | None = None,
    ) -> Report:
        """Takes documents in and shows them. `overrides` are facts that count more than what the documents say: they amend
        those that were given for the same sources before, and an empty one takes a fact back.

        `model_name` is the name by which the embedder can be loaded again. Pages are fetched with `fetch`, by default from
        public addresses only. A source that cannot be read is in the
        report's `failed`. LibraryError where the library's vectors are another model's, or the disk refuses.
        """
        from retrieval.library import writing
        from retrieval.library.indexing import Run
        from seeds.web.fetching import Fetcher

        given = {each.source if isinstance(each, Document) else location_of(each): each for each in sources}
        with self._writer() as connection:
            model = writing.choose_model(connection, embedder, model_name, switch=False)
            run = Run.begin(
                connection,
                self.home,
                embedder=embedder,
                model=model,
                read=read,
                fetch=fetch or Fetcher(),
                progress=progress,
            )
            return writing.add(run, given, overrides)

    def sync(
        self,
        embedder: Embedder,
        *,
        model_name: str = "",
        switch: bool = False,
        full: bool = False,
        refresh: bool = False,
        read: Read = read_source,
        fetch: "Fetch | None" = None,
        progress: Progress | None = None,
    ) -> Report:
        """Brings the library up to its sources: finishes what was begun, reads changed files, embeds what is missing.

        `switch` allows another model than that of the library's vectors; `full` reads, embeds and indexes everything
        again, `refresh` fetches pages again. A document whose file or page is gone is kept.
        """
        from retrieval.library import writing
        from retrieval.library.indexing import Run
        from seeds.web.fetching import Fetcher

        with self._writer() as connection:
            model = writing.choose_model(connection, embedder, model_name, switch=switch)
            run = Run.begin(
                connection,
                self.home,
                embedder=embedder,
                model=model,
                read=read,
                fetch=fetch or Fetcher(),
                progress=progress,
                afresh=full,
            )
            return writing.sync(run, fetch_again=refresh)

    def remove(self, names: Iterable[str], *, progress: Progress | None = None) -> Report:
        """Shows the library without those documents, named by id; a source that is not taken in yet, by its location.

        UnknownDocument, and nothing done, if one is not there.
        """
        from retrieval.library import writing

        with self._writer() as connection:
            return writing.remove(connection, self.home, list(dict.fromkeys(names)), progress)

    def rollback(self) -> int:
        """Makes the generation before the last change current again, and returns its number; once more undoes that."""
        from retrieval.library import writing

        with self._writer() as connection:
            return writing.rollback(connection, self.home)

    def doctor(self) -> list[Check]:
        """Checks of everything, repairing what can be rebuilt; a library opened to read only is only looked at."""
        from retrieval.library.doctor import examine

        if self._readonly:
            with told_plainly(self.home):
                connection = store.open_for_reading(self.home)
                if connection is None:
                    return []
                with closing(connection):
                    return list(examine(connection, self.home, repair=False))
        with self._writer() as connection:
            return list(examine(connection, self.home, repair=True))

    # Inside

    def _current(self) -> int:
        """Number of the current generation."""
        if self._pointer is None:
            self._pointer = store.open_for_reading(self.home)
        return current_number(self._pointer) if self._pointer else 0

    def _open_snapshot(self) -> Snapshot:
        connection = self._open_transaction()
        generation = load_generation(connection, current_number(connection)) if connection else EMPTY
        return Snapshot(connection, generation, folder_of(self.home, generation), self._repair)

    def _open_transaction(self) -> sqlite3.Connection | None:
        """A connection whose transaction stays open: it is what keeps a generation's rows as they are."""
        connection = store.open_for_reading(self.home)
        if connection is not None:
            connection.execute("BEGIN")
        return connection

    def _let_log_go(self, snapshot: Snapshot) -> None:
        """Shortens a log that is long because the snapshot was opened before its end: a run's, or that of many runs."""
        store.shorten_log(self.home)
        connection = self._open_transaction()
        if connection is None:
            return
        if current_number(connection) == snapshot.generation:
            snapshot.read_through(connection)
            store.shorten_log(self.home)
        else:
            connection.close()

    def _repair(self, generation: Generation) -> bool:
        """Rebuilds the projections of the current generation, if this process may write and nobody else does."""
        if self._readonly:
            return False
        with suppress(LibraryError), self._writer() as connection:
            if current_number(connection) != generation.number:
                return False
            put_in_place(connection, self.home, generation, None, None)
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
                store.close_after_writing(connection)
