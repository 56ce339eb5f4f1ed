"""Document versions in the store: each was taken in once, with its sentences and passages, and is never changed."""

import hashlib
import sqlite3

from retrieval.library.codec import load_document, load_metadata
from retrieval.library.records import Card
from seeds.document import UNKNOWN, Document, Metadata

_CARD = "v.id, v.document, v.source, v.sha256, v.metadata, v.first_sentence, v.sentences, v.first_passage, v.passages"


def has_version(connection: sqlite3.Connection, version: int) -> bool:
    """Whether the library keeps this version of a document."""
    return connection.execute("SELECT 1 FROM versions WHERE id = ?", (version,)).fetchone() is not None


def has_sound_text(connection: sqlite3.Connection, version: int) -> bool:
    """Whether a version's text is the one that was stored, told by its SHA-256."""
    key, text = connection.execute(
        "SELECT t.key, t.text FROM versions v JOIN texts t ON t.id = v.text WHERE v.id = ?", (version,)
    ).fetchone()
    return isinstance(text, str) and key == hashlib.sha256(text.encode()).digest()


def load_version(connection: sqlite3.Connection, version: int) -> Document:
    """The document of a version."""
    row = connection.execute(
        "SELECT v.document, v.source, v.sha256, t.text, v.encoding, v.media_type, v.metadata, v.structure"
        " FROM versions v JOIN texts t ON t.id = v.text WHERE v.id = ?",
        (version,),
    ).fetchone()
    names = ("id", "source", "sha256", "text", "encoding", "media_type", "metadata", "structure")
    return load_document(**dict(zip(names, row, strict=True)))


def load_overrides(connection: sqlite3.Connection, version: int) -> Metadata:
    """The facts that the operator gave by hand for a version."""
    return load_metadata(connection.execute("SELECT overrides FROM versions WHERE id = ?", (version,)).fetchone()[0])


def given_before(connection: sqlite3.Connection, source: str) -> Metadata:
    """The facts that the operator gave by hand for the document that is shown of a source; none where none is."""
    row = connection.execute(
        "SELECT v.overrides FROM members m JOIN versions v ON v.id = m.version"
        " WHERE m.generation = (SELECT current FROM state) AND v.source = ?",
        (source,),
    ).fetchone()
    return load_metadata(row[0]) if row else UNKNOWN


def headings_of(connection: sqlite3.Connection, generation: int) -> list[tuple[str, str]]:
    """The headings in a generation's documents, each with the id of its document."""
    return connection.execute(
        "SELECT v.document, json_extract(section.value, '$.title') FROM members m JOIN versions v ON v.id = m.version,"
        " json_each(v.structure, '$.sections') section WHERE m.generation = ?",
        (generation,),
    ).fetchall()


def cards_of(connection: sqlite3.Connection, generation: int) -> list[Card]:
    """The documents of a generation, in the order of their versions and so of their ids."""
    rows = connection.execute(
        f"SELECT {_CARD} FROM members m JOIN versions v ON v.id = m.version WHERE m.generation = ? ORDER BY v.id",  # noqa: S608 - a constant
        (generation,),
    )
    return [_card(row) for row in rows]


def card_of(connection: sqlite3.Connection, version: int) -> Card:
    """The card of one version."""
    return _card(connection.execute(f"SELECT {_CARD} FROM versions v WHERE v.id = ?", (version,)).fetchone())  # noqa: S608 - a constant


def _card(row: tuple[int, str, str, str, str, int, int, int, int]) -> Card:
    version, document, source, sha256, metadata, first_sentence, sentences, first_passage, passages = row
    return Card(
        version=version,
        id=document,
        source=source,
        sha256=sha256,
        metadata=load_metadata(metadata),
        first_sentence=first_sentence,
        sentences=sentences,
        first_passage=first_passage,
        passages=passages,
    )
