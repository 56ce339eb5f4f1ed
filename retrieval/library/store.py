"""The SQLite file that holds the truth of a library: opening it, its format, its transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path

from retrieval.errors import LibraryError, LibraryTooNew
from retrieval.library.faults import told_plainly

FORMAT = 4
"""Number of the schema, kept in the file's user_version."""

APPLICATION = 0x51554F54
"""Tells a library from other SQLite files ("QUOT", in the file's application_id)."""

FILE = "library.sqlite"

LONGEST_LOG = 64_000_000
"""Bytes that the write-ahead log may go on taking once all of it is in the library's file."""

_WAIT_SECONDS = 10.0


def open_for_writing(home: Path) -> sqlite3.Connection:
    """A connection to the library in that folder, made if there is none. The caller holds the writer's lock."""
    with told_plainly(home):
        connection = _connect(f"{(home / FILE).as_uri()}?mode=rwc")
        try:
            if _is_new(connection):
                _create(connection)
            _check(home, connection)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA journal_size_limit = {LONGEST_LOG}")
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
        return connection


def close_after_writing(connection: sqlite3.Connection) -> None:
    """Closes it with an empty write-ahead log, unless a reader needs that: then the next writer empties it.

    SQLite does so by itself only where the writer is the last to close; a reader that may not write leaves the log.
    """
    # What was committed is as safe in the log as in the file: that this did not work makes no failure of a run.
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.close()


def has_long_log(home: Path) -> bool:
    """Whether the write-ahead log takes more than it should when nobody writes."""
    log = _log(home / FILE)
    return log.exists() and log.stat().st_size > LONGEST_LOG


def shorten_log(home: Path) -> None:
    """Puts into the library's file what no reader needs in the log, and empties the log if that is all. Needs no lock."""
    with suppress(sqlite3.Error):  # as above; the file is not made where it is gone
        close_after_writing(_connect(f"{(home / FILE).as_uri()}?mode=rw"))


def open_for_reading(home: Path) -> sqlite3.Connection | None:
    """A connection that cannot write; None where there is no library yet."""
    path = home / FILE
    with told_plainly(home):
        if not path.exists():
            return None
        try:
            return _opened(home, f"{path.as_uri()}?mode=ro")
        except sqlite3.OperationalError as fault:
            # Readers share a file that SQLite makes. Where it cannot (a read-only or full disk) and no writer has left
            # anything in the log, the file is as good without.
            if (fault.sqlite_errorcode & 0xFF) not in _NO_SHARED_FILE or _has_log(path):
                raise
            return _opened(home, f"{path.as_uri()}?immutable=1")


_NO_SHARED_FILE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)


def _has_log(path: Path) -> bool:
    log = _log(path)
    return log.exists() and log.stat().st_size > 0


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _opened(home: Path, uri: str) -> sqlite3.Connection | None:
    connection = _connect(uri)
    try:
        if not _is_new(connection):
            _check(home, connection)
            return connection
    except BaseException:
        connection.close()
        raise
    connection.close()
    return None


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All that is executed inside, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have made SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _connect(uri: str) -> sqlite3.Connection:
    # Autocommit: transactions begin and end where this package says. Threads take turns under a lock of the snapshot's.
    return sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)


def _is_new(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _create(connection: sqlite3.Connection) -> None:
    script = files("retrieval.library").joinpath("schema.sql").read_text(encoding="utf-8")
    # Five vectors of 384 numbers fit a page, two fitted SQLite's of 4096, and a quarter was left empty.
    connection.executescript(
        f"PRAGMA page_size = 8192; BEGIN IMMEDIATE; {script} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT}; COMMIT;"
    )


def _check(home: Path, connection: sqlite3.Connection) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise LibraryError(
            f"'{home / FILE}' is not a library of Quoth's; move it away or name another folder with --home"
        )
    if version < FORMAT:
        raise LibraryError(
            f"the library at '{home}' is of an earlier format ({version}, this Quoth reads {FORMAT}); "
            "move the folder away and add its documents again"
        )
    if version > FORMAT:
        raise LibraryTooNew(
            f"the library at '{home}' was written by a newer Quoth (format {version}, this one reads {FORMAT}); "
            "update Quoth, or name another folder with --home"
        )
