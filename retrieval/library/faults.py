"""Faults of the disk and of the database, told in one sentence."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retrieval.errors import LibraryBusy, LibraryError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)
_NEXT_TO_NOTHING = 1_000_000
"""Bytes below which a disk counts as full when SQLite cannot say why it failed."""


@contextmanager
def told_plainly(home: Path) -> Iterator[None]:
    """Turns what the operating system or SQLite raises into a LibraryError of one sentence."""
    try:
        yield
    except sqlite3.Error as fault:
        raise _of_database(home, fault) from fault
    except OSError as fault:
        raise _of_system(home, fault) from fault


def system_error(fault: Exception) -> OSError:
    """The fault of a library that tells of the system's refusal only in words, as the system would have raised it."""
    message = str(fault)
    number = next((each for each in (*_FULL, *_READ_ONLY) if os.strerror(each) in message), errno.EIO)
    return OSError(number, message)


def _of_database(home: Path, fault: sqlite3.Error) -> LibraryError:
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF  # the primary one of an extended code
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _has_no_room(home)):
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
    return _unreadable(home, str(fault))


def _of_system(home: Path, fault: OSError) -> LibraryError:
    if fault.errno in _FULL:
        return _full(home)
    if fault.errno in _READ_ONLY:
        return _read_only(home)
    return _unreadable(home, fault.strerror or str(fault))


def _has_no_room(home: Path) -> bool:
    return shutil.disk_usage(home).free < _NEXT_TO_NOTHING


def _full(home: Path) -> LibraryError:
    return LibraryError(
        f"the disk is full: the library at '{home}' is as it was before; make room and run the command again"
    )


def _read_only(home: Path) -> LibraryError:
    return LibraryError(
        f"the library at '{home}' cannot be written to; check the rights of that folder, or name another with --home"
    )


def _unreadable(home: Path, why: str) -> LibraryError:
    return LibraryError(
        f"the library at '{home}' could not be read or written ({why}); it is as it was before: check the disk and run "
        "`quoth doctor`"
    )
