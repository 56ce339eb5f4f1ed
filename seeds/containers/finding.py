"""Paths into files that hold documents: which there are, and what stands at one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Protocol

from seeds.containers import json_lines, zips
from seeds.errors import SourceError
from seeds.paths import read_regular

_DEEPEST = 2
"""An archive in an archive is looked into, one inside that is not."""


class Container(Protocol):
    """A file that holds documents, by their names in it."""

    def names(self) -> Iterator[tuple[str, str | None]]:
        """The names in it, each with the reason why it cannot be taken in, if there is one."""
        ...

    def read(self, name: str, password: str | None) -> bytes:
        """The bytes of one. Raises SourceError."""
        ...


class Opening(Protocol):
    """Opens the bytes of a container. `name` is for messages. Raises SourceError."""

    def __call__(self, data: bytes, *, name: str) -> Container:
        """The container in `data`."""
        ...


CONTAINERS: Mapping[str, Opening] = MappingProxyType(
    {".zip": zips.Archive.opened, ".jsonl": json_lines.Lines.opened, ".ndjson": json_lines.Lines.opened}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _State:
    """What tells whether a file is still the one that was opened."""

    path: Path
    modified: int
    size: int


def file_of(path: Path) -> Path:
    """The file on disk that a path leads to or into; the path itself where there is none."""
    return next((each for each in (path, *path.parents) if each.is_file()), path)


def bytes_at(path: Path, *, password: str | None = None) -> bytes:
    """What stands at a path, in a container or not.

    Raises:
        SourceError: where there is nothing or no regular file, or a container is damaged, encrypted or a bomb.
        OSError: where the file cannot be read.
    """
    file = file_of(path)
    if file == path:
        return read_regular(path)
    container, rest = _opened(file), path.relative_to(file).parts
    for depth in range(1, _DEEPEST + 1):
        name, inside = _split(rest)
        data = container.read(name, password)
        if not inside:
            return data
        if depth == _DEEPEST:
            break
        container, rest = CONTAINERS[PurePosixPath(name).suffix.casefold()](data, name=name), inside
    raise SourceError(f"{str(path)!r} lies deeper than an archive in an archive: unpack it")


def expand(path: Path) -> Iterator[tuple[Path, str | None]]:
    """The paths of what a container holds, and of what containers in it hold, each with the reason to pass it over, if any.

    Raises:
        SourceError: where it is damaged or a bomb.
    """
    yield from _below(path, _open_at(path), depth=1)


def _below(path: Path, container: Container, *, depth: int) -> Iterator[tuple[Path, str | None]]:
    for name, reason in container.names():
        inner = path / name
        opening = CONTAINERS.get(inner.suffix.casefold())
        if reason or opening is None:
            yield inner, reason
        elif depth == _DEEPEST:
            yield inner, "deeper than an archive in an archive"
        else:
            try:
                nested = opening(container.read(name, None), name=inner.name)
                found = list(_below(inner, nested, depth=depth + 1))
            except SourceError as fault:
                found = [(inner, str(fault))]
            yield from found


def _split(parts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The name in the container, and what follows where that is a container itself."""
    for k, part in enumerate(parts[:-1], start=1):
        if PurePosixPath(part).suffix.casefold() in CONTAINERS:
            return "/".join(parts[:k]), parts[k:]
    return "/".join(parts), ()


def _opened(file: Path) -> Container:
    if file.suffix.casefold() not in CONTAINERS:
        raise SourceError(f"there is nothing in {str(file)!r}: it is a file, not a folder or an archive")
    return _open_at(file)


def _open_at(file: Path) -> Container:
    about = file.stat()
    return _remembered(_State(path=file, modified=about.st_mtime_ns, size=about.st_size))


@lru_cache(maxsize=1)  # its documents are asked for one after the other
def _remembered(state: _State) -> Container:
    return CONTAINERS[state.path.suffix.casefold()](state.path.read_bytes(), name=state.path.name)
