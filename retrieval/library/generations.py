"""Generations in the store: which documents each shows, for which model, and which one is current."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from retrieval.library import stamps
from retrieval.library.captures import forget_captures
from retrieval.library.editions import forget_editions, record_editions
from retrieval.library.records import Card
from retrieval.library.versions import cards_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Generation:
    """A state of the library: its number (0 before the first), its model, when it was made, and its documents.

    `model` is the model's number in the store, `fingerprint` and `model_name` are empty in generation 0.
    """

    number: int
    model: int
    fingerprint: str
    model_name: str
    dimension: int
    created: str
    cards: tuple[Card, ...]

    @property
    def identity(self) -> str:
        """Names everything that its projections follow from."""
        return stamps.identity(self.number, self.fingerprint, self.cards)


EMPTY = Generation(number=0, model=0, fingerprint="", model_name="", dimension=1, created="", cards=())
"""The library before anything was added."""


def current_number(connection: sqlite3.Connection) -> int:
    """Number of the current generation; 0 before the first."""
    return int(connection.execute("SELECT coalesce(current, 0) FROM state").fetchone()[0])


def previous_number(connection: sqlite3.Connection) -> int:
    """Number of the generation that a rollback returns to; 0 if there is none."""
    return int(connection.execute("SELECT coalesce(previous, 0) FROM state").fetchone()[0])


def load_generation(connection: sqlite3.Connection, number: int) -> Generation:
    """That generation, with the cards of its documents."""
    if not number:
        return EMPTY
    row = connection.execute(
        "SELECT g.model, m.fingerprint, m.name, m.dimension, g.created FROM generations g"
        " JOIN models m ON m.id = g.model WHERE g.id = ?",
        (number,),
    ).fetchone()
    model, fingerprint, name, dimension, created = row
    return Generation(
        number=number,
        model=model,
        fingerprint=fingerprint,
        model_name=name,
        dimension=dimension,
        created=created,
        cards=tuple(cards_of(connection, number)),
    )


def next_generation(connection: sqlite3.Connection, model: int, cards: Sequence[Card]) -> Generation:
    """The generation that would come next with these documents; it is not in the store yet."""
    last = connection.execute(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'generations'"
    ).fetchone()[0]
    fingerprint, name, dimension = connection.execute(
        "SELECT fingerprint, name, dimension FROM models WHERE id = ?", (model,)
    ).fetchone()
    return Generation(
        number=last + 1,
        model=model,
        fingerprint=fingerprint,
        model_name=name,
        dimension=dimension,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        cards=tuple(sorted(cards, key=lambda card: card.version)),
    )


def make_current(connection: sqlite3.Connection, generation: Generation) -> None:
    """Makes the generation current and the current one previous, and forgets older ones. In a transaction."""
    connection.execute(
        "INSERT INTO generations (id, model, created) VALUES (?, ?, ?)",
        (generation.number, generation.model, generation.created),
    )
    connection.executemany(
        "INSERT INTO members (generation, version) VALUES (?, ?)",
        ((generation.number, card.version) for card in generation.cards),
    )
    record_editions(connection, generation.number, generation.created)
    connection.execute("UPDATE state SET previous = current, current = ?", (generation.number,))
    connection.execute(
        "DELETE FROM generations WHERE id NOT IN (SELECT current FROM state) AND id NOT IN"
        " (SELECT previous FROM state WHERE previous IS NOT NULL)"
    )


def swap(connection: sqlite3.Connection) -> None:
    """Makes the previous generation current and the current one previous. In a transaction."""
    connection.execute("UPDATE state SET current = previous, previous = current")


def forget_unused(connection: sqlite3.Connection) -> None:
    """Deletes versions that nothing holds, and texts, vectors and models that only they used. What was
    shown of a document that is still there stays, for its permalinks. In a transaction."""
    connection.execute(
        "DELETE FROM versions WHERE id NOT IN (SELECT version FROM members)"
        " AND id NOT IN (SELECT version FROM requests WHERE version IS NOT NULL)"
    )
    if not connection.execute("SELECT changes()").fetchone()[0]:
        return
    forget_captures(connection)
    forget_editions(connection)
    connection.execute(
        "DELETE FROM vectors WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.model = vectors.model)"
        " OR key NOT IN (SELECT key FROM sentences UNION SELECT key FROM passages)"
    )
    connection.execute(
        "DELETE FROM models WHERE id NOT IN (SELECT model FROM versions) AND id NOT IN (SELECT model FROM generations)"
    )
