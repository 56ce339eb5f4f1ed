"""Indexing as one pipeline: read, segment, embed what is new, publish.

Nothing that a reader sees changes before the last transaction. Each step leaves in the store what the next run needs to
go on from there, so that a process may end at any moment.
"""

import sqlite3
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from embeddings.embedder import Embedder
from retrieval.library.facts import amended, standing
from retrieval.library.generations import Generation, current_number, load_generation
from retrieval.library.pages import Pages, drift
from retrieval.library.publishing import clear_up, publish
from retrieval.library.readings import find_reading, reading_key, remember_reading
from retrieval.library.records import Card, Progress, Read, Report, Unit
from retrieval.library.requests import SourceRequest, State, mark_failed, mark_read, settle
from retrieval.library.sources import Files, has_moved, is_url
from retrieval.library.staging import stage
from retrieval.library.store import transaction
from retrieval.library.stored_vectors import embed_texts, find_texts
from retrieval.library.versions import card_of, load_overrides, load_version
from seeds.document import UNKNOWN, Document, Metadata
from seeds.errors import SourceError
from seeds.web.fetching import Fetch

if TYPE_CHECKING:
    from seeds.sources import Fingerprint


@dataclass(kw_only=True, slots=True)
class Run:
    """One indexing run: where it writes, with which model, the documents of the generation to come, and what happened.

    `afresh` embeds and indexes everything again, whether it is there or not.
    """

    connection: sqlite3.Connection
    home: Path
    embedder: Embedder
    model: int
    read: Read
    pages: Pages
    progress: Progress | None
    afresh: bool
    base: Generation
    members: dict[str, Card]
    by_source: dict[str, Card]
    by_sha256: dict[str, Card]
    settled: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    drifted: list[tuple[str, float]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    vanished: tuple[str, ...] = ()
    began: float = field(default_factory=time.monotonic)

    @classmethod
    def begin(
        cls,
        connection: sqlite3.Connection,
        home: Path,
        *,
        embedder: Embedder,
        model: int,
        read: Read,
        fetch: Fetch,
        progress: Progress | None,
        afresh: bool = False,
    ) -> "Run":
        """A run that starts from the current generation."""
        base = load_generation(connection, current_number(connection))
        return cls(
            connection=connection,
            home=home,
            embedder=embedder,
            model=model,
            read=read,
            pages=Pages(connection=connection, home=home, fetch=fetch),
            progress=progress,
            afresh=afresh,
            base=base,
            members={card.id: card for card in base.cards},
            by_source={card.source: card for card in base.cards},
            by_sha256={card.sha256: card for card in base.cards},
        )


def take_in(run: Run, requests: Iterable[SourceRequest], given: Mapping[str, Document]) -> None:
    """Reads and stages the requested sources (`given` ones are read already); failures are recorded and passed over."""
    # What a document no longer says may stand in a new copy: that is a twin of none, once the document is read.
    queue = sorted(requests, key=lambda request: request.location not in run.by_source)
    for done, request in enumerate(queue):
        if run.progress:
            run.progress("reading", done, len(queue))
        fingerprint = None if request.location in given else _fingerprint(run, request)
        version = _take_in_unread(run, request, fingerprint) if fingerprint else None
        try:
            version = version or _take_in_one(run, request, given.get(request.location) or _read(run, request))
        except SourceError as fault:
            mark_failed(run.connection, request, str(fault))
            run.failed.append((request.location, str(fault)))
        else:
            if fingerprint:
                key = reading_key(fingerprint.whole, load_overrides(run.connection, version), run.model)
                remember_reading(run.connection, request.location, key, version)
    if run.progress and queue:
        run.progress("reading", len(queue), len(queue))


def refresh(run: Run, cards: Iterable[Card]) -> None:
    """Fetches pages again and takes in what they hold now. One that cannot be fetched stays as it was captured."""
    queue = list(cards)
    for done, card in enumerate(queue):
        if run.progress:
            run.progress("fetching", done, len(queue))
        before = load_version(run.connection, card.version)
        try:
            document = run.pages.take(card.source, card.sha256)
        except SourceError as fault:
            run.failed.append((card.source, f"{fault}; the library keeps {card.id!r} as it was captured"))
            continue
        _take_in_one(run, _again(run, card), document)
        if document.sha256 != card.sha256:
            run.drifted.append((card.id, drift(before.text, document.text)))
    if run.progress and queue:
        run.progress("fetching", len(queue), len(queue))


def reread(run: Run, cards: Iterable[Card]) -> None:
    """Reads pages again from their captures, by today's readers and catalogue."""
    for card in cards:
        try:
            document = run.pages.reread(card.source, card.sha256)
        except SourceError as fault:
            run.failed.append((card.source, str(fault)))
            continue
        if document is not None:
            _take_in_one(run, _again(run, card), document)


def _again(run: Run, card: Card) -> SourceRequest:
    overrides = load_overrides(run.connection, card.version)
    return SourceRequest(location=card.source, state=State.PENDING, why=None, overrides=overrides, version=None)


def restage(run: Run, cards: Iterable[Card]) -> None:
    """Segments documents anew, for the run's model and by today's rules, from their stored text."""
    queue = list(cards)
    for done, card in enumerate(queue):
        if run.progress:
            run.progress("segmenting", done, len(queue))
        overrides = load_overrides(run.connection, card.version)
        staged = stage(run.connection, load_version(run.connection, card.version), overrides, run.model, run.embedder)
        _hold(run, card_of(run.connection, staged))


def finish(run: Run, check: Iterable[Card] = ()) -> Report:
    """Embeds what has no vector yet, of new documents and of those to `check`, and publishes if anything changed."""
    versions = {card.version for card in run.members.values()}
    before = {card.version for card in run.base.cards}
    counts = _embed(run, sorted(versions - before | {card.version for card in check if card.version in versions}))
    number = run.base.number
    if versions != before or run.model != run.base.model or run.afresh:
        number = publish(
            run.connection,
            run.home,
            base=run.base,
            afresh=run.afresh,
            model=run.model,
            cards=run.members.values(),
            settled=run.settled,
            progress=run.progress,
        )
    else:
        with transaction(run.connection):
            settle(run.connection, run.settled)
        clear_up(run.connection, run.home)
    return _report(run, number, counts)


def _read(run: Run, request: SourceRequest) -> Document:
    if request.version is not None:
        return load_version(run.connection, request.version)
    if not is_url(request.location):
        return run.read(request.location)
    shown = run.by_source.get(request.location)
    return run.pages.take(request.location, shown.sha256 if shown else None)


def _fingerprint(run: Run, request: SourceRequest) -> "Fingerprint | None":
    """What the document of a file that is to be read depends on; None for what is no file, or was read already."""
    if request.version is not None or not isinstance(run.read, Files) or is_url(request.location):
        return None
    return run.read.fingerprint(request.location)


def _facts(run: Run, request: SourceRequest, known: Card | None) -> Metadata:
    """The facts given by hand that hold for a source: those of the document that it is known as, amended by the request."""
    before = load_overrides(run.connection, known.version) if known else UNKNOWN
    return standing(amended(request.overrides, before))


def _take_in_unread(run: Run, request: SourceRequest, fingerprint: "Fingerprint") -> int | None:
    """The version of a file that need not be read: its twin's, or its own from before where that still holds; else None."""
    known = run.by_source.get(request.location)
    if twin := _twin(run, request, fingerprint.sha256):
        return _take_in_twin(run, request, twin)
    if run.afresh:
        return None
    facts = _facts(run, request, known)
    version = find_reading(run.connection, request.location, reading_key(fingerprint.whole, facts, run.model))
    if version is None:
        return None
    card = card_of(run.connection, version)
    shown = run.members.get(card.id)
    if card.source != request.location or (shown is not None and shown.source != card.source):
        return None
    _hold(run, card)
    run.settled.append(request.location)
    if shown is None:
        run.added.append(card.id)
    else:
        (run.unchanged if shown.version == version else run.changed).append(card.id)
    return version


def _twin(run: Run, request: SourceRequest, sha256: str) -> Card | None:
    """The document of another source that has these bytes, and still is there; None for a source that has its own."""
    twin = run.by_sha256.get(sha256)
    return twin if twin and request.location not in run.by_source and not has_moved(twin) else None


def _take_in_twin(run: Run, request: SourceRequest, twin: Card) -> int:
    """Tells that a source repeats a document, and does not change its facts; the document's version."""
    run.duplicates.append((request.location, twin.id))
    run.settled.append(request.location)
    if _facts(run, request, twin) != load_overrides(run.connection, twin.version):
        why = (
            f"the facts given for {request.location!r}, which repeats it, were not taken: give them for {twin.source!r}"
        )
        run.warnings.append((twin.id, why))
    return twin.version


def _take_in_one(run: Run, request: SourceRequest, document: Document) -> int:
    """Stages a document that was read; its version, the other's where the library has the same bytes from elsewhere."""
    if twin := _twin(run, request, document.sha256):
        return _take_in_twin(run, request, twin)
    known = run.by_source.get(request.location) or run.by_sha256.get(document.sha256)
    identifier = known.id if known else _free_id(run, document)
    facts = _facts(run, request, known)
    staged = stage(run.connection, replace(document, id=identifier), facts, run.model, run.embedder)
    mark_read(run.connection, request.location, staged)
    _hold(run, card_of(run.connection, staged))
    run.settled.append(request.location)
    if known is not None and known.version == staged:
        run.unchanged.append(identifier)
        return staged
    (run.changed if known else run.added).append(identifier)
    run.warnings += ((identifier, warning) for warning in document.warnings)
    return staged


def _hold(run: Run, card: Card) -> None:
    before = run.members.get(card.id)
    if before:
        run.by_source.pop(before.source, None)
        run.by_sha256.pop(before.sha256, None)
    run.members[card.id] = run.by_source[card.source] = run.by_sha256[card.sha256] = card


def _free_id(run: Run, document: Document) -> str:
    return document.id if document.id not in run.members else f"{document.id}-{document.sha256[:8]}"


def _embed(run: Run, versions: list[int]) -> dict[Unit, int]:
    """Embeds what the versions need; how many sentences and passages that were."""
    wanted = {unit: find_texts(run.connection, versions, run.model, unit, missing_only=not run.afresh) for unit in Unit}
    every = wanted[Unit.SENTENCE] | wanted[Unit.PASSAGE]
    embed_texts(run.connection, every, run.model, run.embedder, run.progress)
    return {unit: len(texts) for unit, texts in wanted.items()}


def _report(run: Run, number: int, counts: Mapping[Unit, int]) -> Report:
    return Report(
        generation=number,
        added=tuple(run.added),
        changed=tuple(run.changed),
        unchanged=tuple(run.unchanged),
        duplicates=tuple(run.duplicates),
        failed=tuple(run.failed),
        drifted=tuple(run.drifted),
        warnings=tuple(run.warnings),
        vanished=run.vanished,
        passages_embedded=counts[Unit.PASSAGE],
        sentences_embedded=counts[Unit.SENTENCE],
        seconds=time.monotonic() - run.began,
    )
