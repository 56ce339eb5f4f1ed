"""What a writer does to a library, under the writer's lock."""

import sqlite3
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from embeddings.embedder import Embedder
from retrieval.errors import LibraryError
from retrieval.library.due import find_due
from retrieval.library.generations import current_number, load_generation, previous_number, swap
from retrieval.library.indexing import Run, finish, refresh, reread, restage, take_in
from retrieval.library.publishing import publish
from retrieval.library.records import Progress, Report
from retrieval.library.requests import enqueue, requests_of, settle
from retrieval.library.snapshot import model_mismatch, unknown_document
from retrieval.library.sources import is_url, location_of
from retrieval.library.staging import outdated
from retrieval.library.store import transaction
from retrieval.library.stored_vectors import model_id
from seeds.document import Document, Metadata


def choose_model(connection: sqlite3.Connection, embedder: Embedder, name: str, *, switch: bool) -> int:
    """The model's number in the store; LibraryError if the vectors are another's, unless it may switch."""
    generation = load_generation(connection, current_number(connection))
    same = generation.fingerprint == embedder.fingerprint
    if generation.cards and not same and not switch:
        raise LibraryError(model_mismatch(generation, embedder.fingerprint))
    return model_id(connection, embedder, name or (generation.model_name if same else embedder.fingerprint))


def add(run: Run, given: Mapping[str, str | Path | Document], overrides: Metadata) -> Report:
    """Takes in the given sources, by their locations."""
    enqueue(run.connection, given, overrides)
    wanted = [request for request in requests_of(run.connection) if request.location in given]
    take_in(run, wanted, {at: each for at, each in given.items() if isinstance(each, Document)})
    return finish(run)


def sync(run: Run, *, fetch_again: bool) -> Report:
    """Brings the library up to its sources, the run's model and today's rules; `fetch_again` its pages, too."""
    due = find_due(run.connection, run.base.cards, full=run.afresh)
    run.vanished = tuple(card.id for card in due.vanished)
    take_in(run, due.requests, {})
    pages = [card for card in run.base.cards if is_url(card.source)]
    if fetch_again:
        refresh(run, pages)
    elif run.afresh:
        reread(run, pages)
    restage(run, outdated(run.connection, run.members.values(), run.model))
    return finish(run, check=run.members.values())


def remove(connection: sqlite3.Connection, home: Path, names: Sequence[str], progress: Progress | None) -> Report:
    """Shows the library without those documents, and forgets requests of those locations."""
    began = time.monotonic()
    base = load_generation(connection, current_number(connection))
    left = {card.id: card for card in base.cards}
    waiting = {request.location for request in requests_of(connection)}
    for name in names:
        if name not in left and location_of(name) not in waiting:
            raise unknown_document(name)
    gone = [left.pop(name) for name in names if name in left]
    settled = [*(card.source for card in gone), *map(location_of, names)]
    number = base.number
    if gone:
        number = publish(
            connection,
            home,
            base=base,
            afresh=False,
            model=base.model,
            cards=left.values(),
            settled=settled,
            progress=progress,
        )
    else:
        with transaction(connection):
            settle(connection, settled)
    return Report(generation=number, removed=tuple(card.id for card in gone), seconds=time.monotonic() - began)


def rollback(connection: sqlite3.Connection, home: Path) -> int:
    """Makes the previous generation current, and the current one previous."""
    previous = previous_number(connection)
    if not previous:
        raise LibraryError(f"the library at '{home}' has no earlier generation to return to")
    with transaction(connection):
        swap(connection)
    return previous
