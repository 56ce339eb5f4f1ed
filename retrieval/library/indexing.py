"""Indexing as one pipeline: read, segment, embed what is new, index, check, show.

Nothing that a reader sees changes before the last transaction. Each step leaves in the store what the next run needs to
go on from there, so that a process may end at any moment.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from embeddings.embedder import Embedder
from retrieval.library import workshop
from retrieval.library.generations import (
    Generation,
    current_number,
    forget_unused,
    load_generation,
    make_current,
    next_generation,
    previous_number,
)
from retrieval.library.records import Card, Progress, Report, Unit
from retrieval.library.requests import SourceRequest, mark_failed, mark_read, settle
from retrieval.library.store import transaction
from retrieval.library.stored_vectors import embed_missing, missing
from retrieval.library.versions import card_of, load_overrides, load_version, stage
from seeds.document import Document
from seeds.errors import SourceError

Read = Callable[[str], Document]
"""Reads the document at a path or URL; raises SourceError."""


@dataclass(kw_only=True, slots=True)
class Run:
    """One indexing run: where it writes, with which model, the documents of the generation to come, and what happened."""

    connection: sqlite3.Connection
    home: Path
    embedder: Embedder
    model: int
    read: Read
    progress: Progress | None
    base: Generation
    members: dict[str, Card]
    settled: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    @classmethod
    def begin(
        cls,
        connection: sqlite3.Connection,
        home: Path,
        embedder: Embedder,
        model: int,
        read: Read,
        progress: Progress | None,
    ) -> "Run":
        """A run that starts from the current generation."""
        base = load_generation(connection, current_number(connection))
        return cls(
            connection=connection,
            home=home,
            embedder=embedder,
            model=model,
            read=read,
            progress=progress,
            base=base,
            members={card.id: card for card in base.cards},
        )


def take_in(run: Run, requests: Iterable[SourceRequest], given: Mapping[str, Document]) -> None:
    """Reads and stages the requested sources (`given` ones are read already); what fails is recorded and passed over."""
    queue = list(requests)
    for done, request in enumerate(queue):
        if run.progress:
            run.progress("reading", done, len(queue))
        try:
            document = given.get(request.location) or _read(run, request)
            _take_in_one(run, request, document)
        except SourceError as fault:
            mark_failed(run.connection, request.location, str(fault))
            run.failed.append((request.location, str(fault)))


def restage(run: Run, cards: Iterable[Card]) -> None:
    """Segments documents anew, for the run's model and by today's rules, from their stored text."""
    for card in list(cards):
        overrides = load_overrides(run.connection, card.version)
        staged = stage(run.connection, load_version(run.connection, card.version), overrides, run.model, run.embedder)
        run.members[card.id] = card_of(run.connection, staged.version)


def show(run: Run) -> Report:
    """Embeds what has no vector yet, builds the projections, and makes the new generation current, if anything changed."""
    versions = sorted(card.version for card in run.members.values())
    counts = {Unit.SENTENCE: 0, Unit.PASSAGE: 0}
    number = run.base.number
    if versions != [card.version for card in run.base.cards] or run.model != run.base.model:
        new = sorted(set(versions) - {card.version for card in run.base.cards})
        counts = _embed(run, new)
        generation = next_generation(run.connection, run.model, list(run.members.values()))
        workshop.put_in_place(run.connection, run.home, generation, run.base, run.progress)
        with transaction(run.connection):
            make_current(run.connection, generation)
            settle(run.connection, run.settled)
        number = generation.number
    elif run.settled:
        with transaction(run.connection):
            settle(run.connection, run.settled)
    clear_up(run.connection, run.home)
    return _report(run, number, counts)


def clear_up(connection: sqlite3.Connection, home: Path) -> None:
    """Deletes what no kept generation needs, in the store and on disk."""
    with transaction(connection):
        forget_unused(connection)
    workshop.prune(home, (current_number(connection), previous_number(connection)))


def _read(run: Run, request: SourceRequest) -> Document:
    if request.version is not None:
        return load_version(run.connection, request.version)
    return run.read(request.location)


def _take_in_one(run: Run, request: SourceRequest, document: Document) -> None:
    same_source = next((card for card in run.members.values() if card.source == document.source), None)
    twin = next((card for card in run.members.values() if card.sha256 == document.sha256), None)
    if same_source is None and twin is not None and not _has_moved(twin):
        run.duplicates.append((request.location, twin.id))
        run.settled.append(request.location)
        return
    known = same_source or twin
    identifier = known.id if known else _free_id(run, document)
    staged = stage(run.connection, replace(document, id=identifier), request.overrides, run.model, run.embedder)
    mark_read(run.connection, request.location, staged.version)
    run.members[identifier] = card_of(run.connection, staged.version)
    run.settled.append(request.location)
    if known is None:
        run.added.append(identifier)
    elif known.version == staged.version:
        run.unchanged.append(identifier)
    else:
        run.changed.append(identifier)


def _has_moved(card: Card) -> bool:
    """Whether the file that a document came from is gone, so that the same bytes elsewhere are the same document moved."""
    return not is_url(card.source) and not Path(card.source).exists()


def is_url(source: str) -> bool:
    """Whether a source is an address rather than a path."""
    return "://" in source


def _free_id(run: Run, document: Document) -> str:
    return document.id if document.id not in run.members else f"{document.id}-{document.sha256[:8]}"


def _embed(run: Run, versions: list[int]) -> dict[Unit, int]:
    """Embeds what the versions miss; how many sentences and passages that were."""
    sentences = missing(run.connection, versions, run.model, Unit.SENTENCE)
    passages = missing(run.connection, versions, run.model, Unit.PASSAGE)
    embed_missing(run.connection, sentences | passages, run.model, run.embedder, run.progress)
    return {Unit.SENTENCE: len(sentences), Unit.PASSAGE: len(passages)}


def _report(run: Run, number: int, counts: Mapping[Unit, int]) -> Report:
    return Report(
        generation=number,
        added=tuple(run.added),
        changed=tuple(run.changed),
        unchanged=tuple(run.unchanged),
        removed=tuple(run.removed),
        duplicates=tuple(run.duplicates),
        failed=tuple(run.failed),
        vanished=tuple(run.vanished),
        passages_embedded=counts[Unit.PASSAGE],
        sentences_embedded=counts[Unit.SENTENCE],
        seconds=time.monotonic() - run.began,
    )
