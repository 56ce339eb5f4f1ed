"""One writer at a time. The lock is the operating system's: it ends with the process that holds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retrieval.errors import LibraryBusy
from retrieval.library.faults import told_plainly

FILE = "writer.lock"


@contextmanager
def writing(home: Path) -> Iterator[None]:
    """Holds the library for this process, and makes its folder; LibraryBusy at once if another process holds it."""
    import filelock  # readers never need it

    with told_plainly(home):
        home.mkdir(parents=True, exist_ok=True)
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
