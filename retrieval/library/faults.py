"""Faults of the disk and of the database, told in one sentence."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retrieval.errors import LibraryBusy, LibraryError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def told_plainly(home: Path) -> Iterator[None]:
    """Turns what the operating system or SQLite raises into a LibraryError of one sentence."""
    try:
        yield
    except sqlite3.Error as fault:
        raise _of_database(home, fault) from fault
    except OSError as fault:
        raise _of_system(home, fault) from fault


def _of_database(home: Path, fault: sqlite3.Error) -> LibraryError:
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF  # the primary of an extended result code
    if code == sqlite3.SQLITE_FULL:
        return _full(home)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return _read_only(home)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryBusy(
            f"another process is writing to the library at '{home}'; wait until it is done and try again"
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return LibraryError(
            f"'{home / 'library.sqlite'}' is damaged ({fault}); restore it from a backup, or move it away and add the "
            "documents again"
        )
    return LibraryError(f"the library at '{home}' could not be read or written ({fault}); see `quoth doctor`")


def _of_system(home: Path, fault: OSError) -> LibraryError:
    if fault.errno in _FULL:
        return _full(home)
    if fault.errno in _READ_ONLY:
        return _read_only(home)
    return LibraryError(
        f"the library at '{home}' could not be read or written ({fault.strerror or fault}); see `quoth doctor`"
    )


def _full(home: Path) -> LibraryError:
    return LibraryError(
        f"the disk is full: the library at '{home}' is as it was before; make room and run the command again"
    )


def _read_only(home: Path) -> LibraryError:
    return LibraryError(
        f"the library at '{home}' cannot be written to; check the rights of that folder, or name another with --home"
    )
