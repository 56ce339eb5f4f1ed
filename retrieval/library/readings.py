"""What files were last read into, so that a file whose bytes, catalogue and rules are the same is not read again."""

import hashlib
import sqlite3

from retrieval.library.codec import dump_metadata
from retrieval.library.segmentation import RULES
from retrieval.library.store import transaction
from seeds.document import Metadata


def reading_key(fingerprint: str, overrides: Metadata, model: int) -> bytes:
    """The key of a reading: of all that the version depends on."""
    return hashlib.sha256("\0".join((fingerprint, dump_metadata(overrides), str(model), str(RULES))).encode()).digest()


def find_reading(connection: sqlite3.Connection, location: str, key: bytes) -> int | None:
    """The version that a file was read into when its key was this one; None where it was another, or never read."""
    row = connection.execute("SELECT version FROM readings WHERE location = ? AND key = ?", (location, key)).fetchone()
    return int(row[0]) if row else None


def remember_reading(connection: sqlite3.Connection, location: str, key: bytes, version: int) -> None:
    """Remembers what a file was read into: a duplicate into the version of the document that it repeats."""
    with transaction(connection):
        connection.execute(
            "INSERT INTO readings (location, key, version) VALUES (?, ?, ?) ON CONFLICT (location) DO UPDATE"
            " SET key = excluded.key, version = excluded.version WHERE key <> excluded.key OR version <> excluded.version",
            (location, key, version),
        )


def duplicates(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Files that held the bytes of another file's document when they were read, each with the id of the document."""
    rows = connection.execute(
        "SELECT r.location, v.document FROM readings r JOIN versions v ON v.id = r.version"
        " WHERE r.location <> v.source ORDER BY r.location"
    )
    return [(location, document) for location, document in rows]


def hold_duplicates(connection: sqlite3.Connection) -> None:
    """Has duplicates remembered with the current version of their document, where theirs is shown no more. In a transaction."""
    connection.execute(
        "WITH shown (document, version) AS (SELECT v.document, v.id FROM members m JOIN versions v ON v.id = m.version"
        " WHERE m.generation = (SELECT current FROM state))"
        " UPDATE readings SET version = shown.version FROM shown, versions old"
        " WHERE old.id = readings.version AND shown.document = old.document AND readings.location <> old.source"
    )
