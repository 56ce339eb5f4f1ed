"""One writer at a time. The lock is the operating system's: it ends with the process that holds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retrieval.errors import LibraryBusy, LibraryError
from retrieval.library.faults import told_plainly

FILE = "writer.lock"


@contextmanager
def writing(home: Path) -> Iterator[None]:
    """Holds the library for this process, and makes its folder; LibraryBusy at once if another process holds it."""
    import filelock  # readers never need it

    with told_plainly(home):
        try:
            home.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise LibraryError(
                f"no folder can be made at '{home}', where something else stands; name another with --home"
            ) from None
        lock = filelock.FileLock(home / FILE)
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout:
            raise LibraryBusy(
                f"another process is writing to the library at '{home}'; wait until it is done and try again"
            ) from None
    try:
        yield
    finally:
        lock.release()
