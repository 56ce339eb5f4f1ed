"""Editions: what a document's text was under each SHA-256 of its source, kept for permalinks.

A permalink names a range of the text that came from certain bytes. Answers are not recorded, so which ranges were ever
cited is not known, and every text that was shown is kept whole, until the document is removed.
"""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """A text that was shown, and since when (ISO 8601, UTC); None where the document was removed and its words forgotten."""

    text: str | None
    shown: str


def record_editions(connection: sqlite3.Connection, generation: int, created: str) -> None:
    """Keeps the texts of a generation's documents. In a transaction."""
    connection.execute(
        "INSERT OR IGNORE INTO editions (document, sha256, text, shown)"
        " SELECT v.document, v.sha256, v.text, ? FROM members m JOIN versions v ON v.id = m.version"
        " WHERE m.generation = ?",
        (created, generation),
    )


def forget_editions(connection: sqlite3.Connection) -> None:
    """Deletes texts that no version holds, and no document that some kept generation shows had before. In a transaction."""
    connection.execute(
        "DELETE FROM texts WHERE id NOT IN (SELECT text FROM versions) AND id NOT IN (SELECT e.text FROM editions e"
        " WHERE e.text IS NOT NULL AND e.document IN (SELECT v.document FROM versions v JOIN members m"
        " ON m.version = v.id))"
    )
    connection.execute(
        "DELETE FROM editions WHERE text IS NULL AND id NOT IN (SELECT max(id) FROM editions GROUP BY document, sha256)"
    )


def load_editions(connection: sqlite3.Connection, document: str, sha256: str) -> list[Edition]:
    """The texts that a document had under a SHA-256, the latest first; none where it was never shown so."""
    rows = connection.execute(
        "SELECT t.text, e.shown FROM editions e LEFT JOIN texts t ON t.id = e.text"
        " WHERE e.document = ? AND e.sha256 = ? ORDER BY e.id DESC",
        (document, sha256),
    )
    return [Edition(text=text, shown=shown) for text, shown in rows]


def was_shown(connection: sqlite3.Connection, document: str) -> bool:
    """Whether any generation has shown a document of that id."""
    return connection.execute("SELECT 1 FROM editions WHERE document = ?", (document,)).fetchone() is not None
