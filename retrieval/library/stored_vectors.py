"""Vectors in the store, by model and text: what is missing is embedded, what is there is never embedded again."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from embeddings.embedder import Embedder, Vectors
from retrieval.library.records import Card, Progress, Unit
from retrieval.library.store import transaction

BATCH = 128
"""Texts that are embedded between two commits: what a crash can cost."""

RUN = 16 * BATCH
"""Texts that are looked at together, to be sorted by length."""

_TABLES = {Unit.SENTENCE: "sentences", Unit.PASSAGE: "passages"}


def model_id(connection: sqlite3.Connection, embedder: Embedder, name: str) -> int:
    """The number of the embedder's model in the store, which learns of it if it is new."""
    with transaction(connection):
        connection.execute(
            "INSERT INTO models (fingerprint, name, dimension) VALUES (?, ?, ?)"
            " ON CONFLICT (fingerprint) DO UPDATE SET name = excluded.name",
            (embedder.fingerprint, name, embedder.dimension),
        )
    return int(connection.execute("SELECT id FROM models WHERE fingerprint = ?", (embedder.fingerprint,)).fetchone()[0])


Place = tuple[int, int, int]
"""A version and the range of a text in it."""


def find_texts(
    connection: sqlite3.Connection, versions: Iterable[int], model: int, unit: Unit, *, missing_only: bool
) -> dict[bytes, Place]:
    """A place of each different text of the versions' units, by its key; only of those without a vector if so asked."""
    missing = " AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.model = ? AND v.key = u.key)" if missing_only else ""
    select = f'SELECT key, "start", "end" FROM {_TABLES[unit]} u WHERE version = ?{missing}'  # noqa: S608 - constants
    found: dict[bytes, Place] = {}
    for version in versions:
        for key, start, end in connection.execute(select, (version, model) if missing_only else (version,)):
            found.setdefault(key, (version, start, end))
    return found


def embed_texts(
    connection: sqlite3.Connection,
    wanted: dict[bytes, Place],
    model: int,
    embedder: Embedder,
    progress: Progress | None,
) -> None:
    """Embeds the texts and stores their vectors, a batch at a time; what is stored stays if this is cut short."""
    places, done = list(wanted.items()), 0
    for start in range(0, len(places), RUN):
        run = places[start : start + RUN]
        texts = dict(zip((key for key, _ in run), _texts(connection, [place for _, place in run]), strict=True))
        # Texts of like length share a batch, so that the model computes little padding.
        keys = sorted(texts, key=lambda key: (len(texts[key]), key))
        for first in range(0, len(keys), BATCH):
            if progress:
                progress("embedding", done, len(places))
            batch = keys[first : first + BATCH]
            _store(connection, batch, embedder.embed([texts[key] for key in batch]), model)
            done += len(batch)
    if progress:
        progress("embedding", done, len(places))


def load_vectors(connection: sqlite3.Connection, card: Card, unit: Unit, model: int, dimension: int) -> Vectors:
    """The vectors of a document's sentences or passages in order, shape (count, dimension), without missing ones."""
    rows = connection.execute(
        f"SELECT v.vector FROM {_TABLES[unit]} u JOIN vectors v ON v.model = ? AND v.key = u.key"  # noqa: S608 - one of two
        " WHERE u.version = ? ORDER BY u.id",
        (model, card.version),
    )
    data = b"".join(row[0] for row in rows)
    return np.frombuffer(data, dtype="<f4").astype(np.float32, copy=False).reshape(-1, dimension)


def _store(connection: sqlite3.Connection, keys: Sequence[bytes], vectors: Vectors, model: int) -> None:
    rows = ((model, key, vector.astype("<f4").tobytes()) for key, vector in zip(keys, vectors, strict=True))
    with transaction(connection):
        connection.executemany("INSERT OR REPLACE INTO vectors (model, key, vector) VALUES (?, ?, ?)", rows)


def _texts(connection: sqlite3.Connection, places: Sequence[Place]) -> list[str]:
    whole = {version: load_text(connection, version) for version in {version for version, _, _ in places}}
    return [whole[version][start:end] for version, start, end in places]


def unit_texts(connection: sqlite3.Connection, card: Card, unit: Unit) -> Iterator[tuple[int, str]]:
    """Id and text of each sentence or passage of a version, in order."""
    text = load_text(connection, card.version)
    rows = connection.execute(
        f'SELECT id, "start", "end" FROM {_TABLES[unit]} WHERE version = ? ORDER BY id',  # noqa: S608 - one of two
        (card.version,),
    )
    return ((number, text[start:end]) for number, start, end in rows)


def load_text(connection: sqlite3.Connection, version: int) -> str:
    """The canonical text of a version."""
    row = connection.execute("SELECT t.text FROM versions v JOIN texts t ON t.id = v.text WHERE v.id = ?", (version,))
    return str(row.fetchone()[0])
