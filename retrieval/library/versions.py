"""Document versions in the store: taken in once with their sentences and passages, never changed."""

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from embeddings.embedder import Embedder
from retrieval.library.codec import dump_metadata, dump_structure, load_document, load_metadata
from retrieval.library.records import Card
from retrieval.library.segmentation import RULES, Segmentation, segment, text_key
from retrieval.library.store import transaction
from retrieval.library.vocabulary import count_words, dump_words
from seeds.document import Document, Metadata

_CARD = "v.id, v.document, v.source, v.sha256, v.metadata, v.first_sentence, v.sentences, v.first_passage, v.passages"


def stage(
    connection: sqlite3.Connection, document: Document, overrides: Metadata, model: int, embedder: Embedder
) -> int:
    """Puts the document, segmented for the model, into the store, where no generation shows it yet; its version.

    The same document with the same overrides is the same version, however often it is staged.
    """
    document = replace(document, metadata=overrides.over(document.metadata))
    digest = _digest(document, overrides, model)
    row = connection.execute("SELECT id FROM versions WHERE digest = ?", (digest,)).fetchone()
    if row:
        return int(row[0])
    segmentation = segment(document, embedder.count_tokens, embedder.max_tokens)
    with transaction(connection):
        return _insert(connection, document, overrides, model, digest, segmentation)


def has_version(connection: sqlite3.Connection, version: int) -> bool:
    """Whether the library keeps this version of a document."""
    return connection.execute("SELECT 1 FROM versions WHERE id = ?", (version,)).fetchone() is not None


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


def outdated(connection: sqlite3.Connection, cards: Iterable[Card], model: int) -> list[Card]:
    """Those of the documents that were segmented for another model or by other rules."""
    rows = connection.execute("SELECT id FROM versions WHERE model <> ? OR rules <> ?", (model, RULES))
    others = {row[0] for row in rows}
    return [card for card in cards if card.version in others]


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


def _digest(document: Document, overrides: Metadata, model: int) -> bytes:
    parts = (
        str(model),
        str(RULES),
        document.id,
        document.source,
        document.sha256,
        text_key(document.text).hex(),
        document.encoding,
        document.media_type,
        dump_metadata(document.metadata),
        dump_metadata(overrides),
        dump_structure(document),
    )
    return hashlib.sha256("\0".join(parts).encode()).digest()


def _insert(
    connection: sqlite3.Connection,
    document: Document,
    overrides: Metadata,
    model: int,
    digest: bytes,
    segmentation: Segmentation,
) -> int:
    key, text = text_key(document.text), document.text
    connection.execute("INSERT OR IGNORE INTO texts (key, text) VALUES (?, ?)", (key, text))
    text_id = connection.execute("SELECT id FROM texts WHERE key = ?", (key,)).fetchone()[0]
    sentence, passage = connection.execute("SELECT next_sentence, next_passage FROM state").fetchone()
    sentences, passages = segmentation.sentences, segmentation.passages
    version = connection.execute(
        "INSERT INTO versions (digest, model, rules, document, source, sha256, text, encoding, media_type, metadata,"
        " overrides, structure, words, first_sentence, sentences, first_passage, passages)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            digest,
            model,
            RULES,
            document.id,
            document.source,
            document.sha256,
            text_id,
            document.encoding,
            document.media_type,
            dump_metadata(document.metadata),
            dump_metadata(overrides),
            dump_structure(document),
            dump_words(count_words(text[s.start : s.end] for s in sentences)),
            sentence,
            len(sentences),
            passage,
            len(passages),
        ),
    ).lastrowid
    assert version is not None
    connection.executemany(
        "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (number, version, p.start, p.end, sentence + p.first, sentence + p.last, text_key(text[p.start : p.end]))
            for number, p in enumerate(passages, passage)
        ),
    )
    connection.executemany(
        "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (number, version, s.start, s.end, s.paragraph, passage + s.passage, text_key(text[s.start : s.end]))
            for number, s in enumerate(sentences, sentence)
        ),
    )
    connection.execute(
        "UPDATE state SET next_sentence = ?, next_passage = ?", (sentence + len(sentences), passage + len(passages))
    )
    return version
