"""What the operator asked for and is not done yet: sources to take in, and those that could not be."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from retrieval.library.codec import dump_metadata, load_metadata
from retrieval.library.facts import amended
from retrieval.library.store import transaction
from seeds.document import UNKNOWN, Metadata


class State(StrEnum):
    """Where a request stands."""

    PENDING = "pending"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceRequest:
    """A source to take in, facts given by hand for it, why it failed if it did, and its version once it is read.

    The facts amend those given for its document before; an empty one takes one back.
    """

    location: str
    state: State
    why: str | None
    overrides: Metadata
    version: int | None


def enqueue(connection: sqlite3.Connection, locations: Iterable[str], overrides: Metadata) -> None:
    """Records that the sources are to be taken in, before anything is done about it.

    Facts amend those of a request that is still waiting.
    """
    waiting = {request.location: request.overrides for request in requests_of(connection)}
    with transaction(connection):
        connection.executemany(
            "INSERT INTO requests (location, state, overrides) VALUES (?, 'pending', ?) ON CONFLICT (location)"
            " DO UPDATE SET state = 'pending', why = NULL, version = NULL, overrides = excluded.overrides",
            ((location, dump_metadata(amended(overrides, waiting.get(location, UNKNOWN)))) for location in locations),
        )


def requests_of(connection: sqlite3.Connection) -> list[SourceRequest]:
    """All requests, in the order of their locations."""
    rows = connection.execute("SELECT location, state, why, overrides, version FROM requests ORDER BY location")
    return [
        SourceRequest(
            location=location, state=State(state), why=why, overrides=load_metadata(overrides), version=version
        )
        for location, state, why, overrides, version in rows
    ]


def mark_read(connection: sqlite3.Connection, location: str, version: int) -> None:
    """Remembers the version that a source was read into."""
    with transaction(connection):
        connection.execute("UPDATE requests SET version = ? WHERE location = ?", (version, location))


def mark_failed(connection: sqlite3.Connection, request: SourceRequest, why: str) -> None:
    """Remembers why a source could not be taken in."""
    with transaction(connection):
        connection.execute(
            "INSERT INTO requests (location, state, why, overrides) VALUES (?, 'failed', ?, ?)"
            " ON CONFLICT (location) DO UPDATE SET state = 'failed', why = excluded.why",
            (request.location, why, dump_metadata(request.overrides)),
        )


def settle(connection: sqlite3.Connection, locations: Iterable[str]) -> None:
    """Forgets requests that are fulfilled or withdrawn. In a transaction."""
    connection.executemany("DELETE FROM requests WHERE location = ?", ((location,) for location in locations))
