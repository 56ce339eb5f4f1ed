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


def missing(connection: sqlite3.Connection, versions: Iterable[int], model: int, unit: Unit) -> dict[bytes, tuple[int, int, int]]:
    """Of each text that has no vector yet, by its key: a version that holds it, and where."""
    table = _TABLES[unit]
    found: dict[bytes, tuple[int, int, int]] = {}
    for version in versions:
        rows = connection.execute(
            f'SELECT key, "start", "end" FROM {table} u WHERE version = ?'  # noqa: S608 - the table is one of two
            " AND NOT EXISTS (SELECT 1 FROM vectors WHERE model = ? AND vectors.key = u.key)",
            (version, model),
        )
        for key, start, end in rows:
            found.setdefault(key, (version, start, end))
    return found


def embed_missing(
    connection: sqlite3.Connection,
    wanted: dict[bytes, tuple[int, int, int]],
    model: int,
    embedder: Embedder,
    progress: Progress | None,
) -> None:
    """Embeds the wanted texts and stores their vectors, a batch at a time; what is stored stays if this is cut short."""
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
    """The vectors of a version's sentences or passages in order, shape (count, dimension); fewer where some are missing."""
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
        connection.executemany("INSERT OR IGNORE INTO vectors (model, key, vector) VALUES (?, ?, ?)", rows)


def _texts(connection: sqlite3.Connection, places: Sequence[tuple[int, int, int]]) -> list[str]:
    whole: dict[int, str] = {}
    for version in {version for version, _, _ in places}:
        row = connection.execute("SELECT text FROM texts WHERE id = (SELECT text FROM versions WHERE id = ?)", (version,))
        whole[version] = row.fetchone()[0]
    return [whole[version][start:end] for version, start, end in places]


def unit_texts(connection: sqlite3.Connection, card: Card, unit: Unit) -> Iterator[tuple[int, str]]:
    """Id and text of each sentence or passage of a version, in order."""
    row = connection.execute("SELECT text FROM texts WHERE id = (SELECT text FROM versions WHERE id = ?)", (card.version,))
    text = row.fetchone()[0]
    rows = connection.execute(
        f'SELECT id, "start", "end" FROM {_TABLES[unit]} WHERE version = ? ORDER BY id',  # noqa: S608 - one of two
        (card.version,),
    )
    return ((number, text[start:end]) for number, start, end in rows)
