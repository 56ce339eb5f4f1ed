"""Putting documents into the store, segmented for a model, before any generation shows them."""

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from embeddings.embedder import Embedder
from retrieval.calendars.reading import dates_of
from retrieval.library.codec import dump_metadata, dump_structure
from retrieval.library.dates import insert_dates
from retrieval.library.records import Card
from retrieval.library.segmentation import RULES, Segmentation, segment, text_key
from retrieval.library.store import transaction
from retrieval.library.vocabulary import count_words, dump_words
from seeds.document import Document, Metadata


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


def outdated(connection: sqlite3.Connection, cards: Iterable[Card], model: int) -> list[Card]:
    """Those of the documents that were segmented for another model or by other rules."""
    rows = connection.execute("SELECT id FROM versions WHERE model <> ? OR rules <> ?", (model, RULES))
    others = {row[0] for row in rows}
    return [card for card in cards if card.version in others]


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
    insert_dates(connection, dates_of(document), [(sentence + at, s.start, s.end) for at, s in enumerate(sentences)])
    connection.execute(
        "UPDATE state SET next_sentence = ?, next_passage = ?", (sentence + len(sentences), passage + len(passages))
    )
    return version
