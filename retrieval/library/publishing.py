"""Making a new generation the library's current one: index, check, switch, clear up."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from retrieval.library import workshop
from retrieval.library.generations import (
    Generation,
    current_number,
    forget_unused,
    make_current,
    next_generation,
    previous_number,
)
from retrieval.library.readings import hold_duplicates
from retrieval.library.records import Card, Progress
from retrieval.library.requests import settle
from retrieval.library.store import transaction


def publish(
    connection: sqlite3.Connection,
    home: Path,
    *,
    base: Generation,
    afresh: bool,
    model: int,
    cards: Iterable[Card],
    settled: Iterable[str],
    progress: Progress | None,
) -> int:
    """Shows the library with these documents and forgets the settled requests; returns the generation's number.

    `base` is the current generation, whose projections are taken over as far as they go, unless all is built `afresh`.
    Before the one transaction that switches, nothing of this can be seen.
    """
    generation = next_generation(connection, model, list(cards))
    workshop.put_in_place(connection, home, generation, None if afresh else base, progress)
    try:
        with transaction(connection):
            make_current(connection, generation)
            settle(connection, settled)
    except BaseException:
        _prune(connection, home)
        raise
    clear_up(connection, home)
    return generation.number


def clear_up(connection: sqlite3.Connection, home: Path) -> int:
    """Deletes what no kept generation needs, in the store and on disk; how many folders that were."""
    with transaction(connection):
        hold_duplicates(connection)
        forget_unused(connection)
    return _prune(connection, home)


def _prune(connection: sqlite3.Connection, home: Path) -> int:
    return workshop.prune(home, (current_number(connection), previous_number(connection)))
