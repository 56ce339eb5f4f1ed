"""What a sync would cost, found out without writing anything."""

import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from embeddings.embedder import Embedder
from retrieval.library.due import find_due
from retrieval.library.generations import current_number, load_generation
from retrieval.library.records import Plan, Read, Unit
from retrieval.library.segmentation import segment, text_key
from retrieval.library.versions import load_version
from seeds.document import Document
from seeds.errors import SourceError

SAMPLE = 48
"""Texts that are embedded to measure the machine."""

_COPIES = 2.2
"""A vector is kept in the store and in the index; the store's rows and keys take the rest."""
_TEXT_COPIES = 3.0
"""A text is kept once; its sentences' and passages' rows and terms take about twice as much again."""


def plan_first(locations: Iterable[str], embedder: Embedder, read: Read) -> Plan:
    """What taking in the sources would cost where there is no library yet."""
    work = _Work()
    work.gather(_read(locations, read, work.failed), embedder)
    return work.estimate(embedder, known=set())


def plan_next(
    connection: sqlite3.Connection, locations: Iterable[str], embedder: Embedder, read: Read, *, full: bool
) -> Plan:
    """What a sync that also takes in the sources would cost; if `full`, one that does everything again."""
    generation = load_generation(connection, current_number(connection))
    due = find_due(connection, generation.cards, full=full)
    staged = [request.version for request in due.requests if request.version is not None]
    unread = [request.location for request in due.requests if request.version is None]
    work = _Work()
    work.gather((load_version(connection, version) for version in staged), embedder)
    work.gather(_read(dict.fromkeys([*unread, *locations]), read, work.failed), embedder)
    if generation.fingerprint != embedder.fingerprint:
        kept = [card for card in generation.cards if card.source not in unread]
        work.gather((load_version(connection, card.version) for card in kept), embedder)
    return work.estimate(embedder, known=set() if full else _known(connection, embedder.fingerprint))


@dataclass(kw_only=True, slots=True)
class _Work:
    """Documents and texts that are still to be taken in and embedded."""

    documents: int = 0
    characters: int = 0
    texts: dict[Unit, dict[bytes, str]] = field(default_factory=lambda: {unit: {} for unit in Unit})
    failed: list[tuple[str, str]] = field(default_factory=list)

    def gather(self, documents: Iterable[Document], embedder: Embedder) -> None:
        """Counts the documents in."""
        for document in documents:
            segmentation = segment(document, embedder.count_tokens, embedder.max_tokens)
            self.documents += 1
            self.characters += len(document.text)
            for unit, spans in ((Unit.SENTENCE, segmentation.sentences), (Unit.PASSAGE, segmentation.passages)):
                for span in spans:
                    text = document.text[span.start : span.end]
                    self.texts[unit][text_key(text)] = text

    def estimate(self, embedder: Embedder, known: set[bytes]) -> Plan:
        """The plan, less the texts that have a vector; the speed is measured on some of the others."""
        missing = {
            unit: {key: text for key, text in each.items() if key not in known} for unit, each in self.texts.items()
        }
        texts = list((missing[Unit.SENTENCE] | missing[Unit.PASSAGE]).values())
        vectors = len(texts) * embedder.dimension * 4
        return Plan(
            documents=self.documents,
            passages=len(missing[Unit.PASSAGE]),
            sentences=len(missing[Unit.SENTENCE]),
            seconds=_seconds(texts, embedder),
            megabytes=(vectors * _COPIES + self.characters * _TEXT_COPIES) / 1e6,
            failed=tuple(self.failed),
        )


def _read(locations: Iterable[str], read: Read, failed: list[tuple[str, str]]) -> Iterator[Document]:
    for location in locations:
        try:
            yield read(location)
        except SourceError as fault:
            failed.append((location, str(fault)))


def _known(connection: sqlite3.Connection, fingerprint: str) -> set[bytes]:
    rows = connection.execute(
        "SELECT key FROM vectors WHERE model = (SELECT id FROM models WHERE fingerprint = ?)", (fingerprint,)
    )
    return {row[0] for row in rows}


def _seconds(texts: list[str], embedder: Embedder) -> float:
    if not texts:
        return 0.0
    by_length = sorted(texts, key=len)
    sample = by_length[:: -(-len(by_length) // SAMPLE)]
    embedder.embed(sample[:1])  # the first call pays for what later ones find warm
    began = time.perf_counter()
    embedder.embed(sample)
    spent = time.perf_counter() - began
    return spent * sum(map(len, texts)) / sum(map(len, sample))
