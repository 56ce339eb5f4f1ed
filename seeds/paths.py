"""What a path leads to where that is no file: a broken link, a pipe that waits for who writes into it, an endless device."""

import errno
import os
import stat
from pathlib import Path

from seeds.errors import SourceError

_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def special_kind(path: Path) -> str | None:
    """What stands at `path` where that is neither a file nor a folder, "a pipe"; None otherwise, or where it cannot be told."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return None
    return next((kind for is_kind, kind in _KINDS if is_kind(mode)), None)


def leads_to_folder(path: Path) -> bool:
    """Whether a folder, or a link to one, stands at `path`; not where it cannot be told."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def read_regular(path: Path) -> bytes:
    """The bytes of the file at `path`.

    Raises:
        SourceError: where something else stands there, which may keep its reader waiting for ever.
        OSError: where it cannot be read.
    """
    if fault := fault_of_kind(path):
        raise SourceError(fault)
    return path.read_bytes()


def fault_of_kind(path: Path) -> str | None:
    """Why what stands at a path cannot be taken in, in a sentence; None for files and folders."""
    kind = special_kind(path)
    if kind is None:
        return None
    return f"{str(path)!r} is {kind}, not a regular file: save what it gives in a file, and add that"


def fault_of_link(path: Path) -> str | None:
    """Why links lead nowhere, in a sentence; None for what is reached through none, or through sound ones."""
    try:
        path.stat()
    except OSError as error:
        if error.errno == errno.ELOOP:
            return f"{str(path)!r} is reached through links that lead in a circle: mend one or delete it"
        if error.errno in (errno.ENOENT, errno.ENOTDIR) and path.is_symlink():
            return f"{str(path)!r} is a link whose target, {str(path.readlink())!r}, is missing: mend the link or delete it"
    return None


def fault_of_name(path: Path) -> str | None:
    """Why no library can remember where a path leads, links followed, in a sentence."""
    real = os.path.realpath(path)
    try:
        real.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(real).decode("utf-8", "backslashreplace")
        return f"the name of '{shown}' is not in UTF-8: rename it, and add it again"
    return None
