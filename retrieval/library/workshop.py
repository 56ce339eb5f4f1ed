"""The folders of the generations' projections: built beside, checked, and put in place by one rename."""

import os
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from retrieval.library import stamps
from retrieval.library.generations import Generation
from retrieval.library.records import Progress

FOLDER = "generations"
_UNFINISHED = ".unfinished"
_REPLACED = ".replaced"


def folder_of(home: Path, generation: Generation) -> Path:
    """Where a generation's projections are, or belong."""
    return home / FOLDER / str(generation.number)


def put_in_place(
    connection: sqlite3.Connection,
    home: Path,
    generation: Generation,
    base: Generation | None,
    progress: Progress | None,
) -> None:
    """Builds the generation's projections, checks them, and puts them where readers look. Under the writer's lock."""
    from retrieval.library.checking import check_projections  # these import faiss and tantivy
    from retrieval.library.projections import Base, build

    final, work, old = folder_of(home, generation), home / FOLDER / _UNFINISHED, home / FOLDER / _REPLACED
    for folder in (work, old):
        shutil.rmtree(folder, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        start = Base(generation=base, folder=folder_of(home, base)) if base and base.number else None
        build(connection, generation, work, start, progress)
        check_projections(connection, generation, work)
        _flush(work)
        if final.exists():
            final.rename(old)
        work.rename(final)
    finally:
        for folder in (work, old):
            shutil.rmtree(folder, ignore_errors=True)


def _flush(folder: Path) -> None:
    """Has the disk hold what was written, so that a power cut leaves no half-empty files. tantivy flushes its own."""
    for path in folder.iterdir():
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())


def fault(home: Path, generation: Generation, *, thorough: bool) -> str | None:
    """What is wrong with the generation's projections, None if nothing is; `thorough` reads every byte of them."""
    return stamps.fault(folder_of(home, generation), generation.identity, thorough=thorough)


def prune(home: Path, keep: Iterable[int]) -> int:
    """Deletes all other folders, and says how many. Readers that have opened their files go on reading them."""
    names = {str(number) for number in keep}
    folder = home / FOLDER
    others = [path for path in folder.iterdir() if path.name not in names] if folder.is_dir() else []
    for path in others:
        shutil.rmtree(path, ignore_errors=True)
    return len(others)
