"""Health of a library: what is found, what of it is repaired from the store, and which command mends the rest."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from retrieval.errors import LibraryError
from retrieval.library import workshop
from retrieval.library.generations import Generation, current_number, load_generation, previous_number
from retrieval.library.publishing import clear_up
from retrieval.library.records import Check, Health, Unit
from retrieval.library.requests import requests_of
from retrieval.library.sources import survey
from retrieval.library.stored_vectors import find_texts
from retrieval.library.versions import has_sound_text, load_version
from retrieval.library.withheld import FILE, read_withheld


def examine(connection: sqlite3.Connection, home: Path, *, repair: bool) -> Iterator[Check]:
    """All checks, each relying on those before. To `repair`, the caller holds the writer's lock."""
    yield _database(connection)
    current = load_generation(connection, current_number(connection))
    yield Check(
        name="generation",
        health=Health.OK,
        detail=f"generation {current.number} of {current.created or 'a new library'}, {len(current.cards)} documents",
    )
    yield _texts(connection, current)
    vectors = _vectors(connection, current)
    yield vectors
    for generation in (current, load_generation(connection, previous_number(connection))):
        if generation.number and vectors.health is Health.OK:
            yield _index(connection, home, generation, repair=repair)
    if repair:
        yield _leftovers(connection, home)
    yield _withheld(home)
    yield _requests(connection)
    yield _sources(current)


def _database(connection: sqlite3.Connection) -> Check:
    faults = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    strays = connection.execute("PRAGMA foreign_key_check").fetchall()
    if faults != ["ok"] or strays:
        detail = f"library.sqlite is damaged ({'; '.join(faults)}); restore it from a backup, or add the documents anew"
        return Check(name="database", health=Health.BAD, detail=detail)
    return Check(name="database", health=Health.OK, detail="library.sqlite is sound")


def _texts(connection: sqlite3.Connection, generation: Generation) -> Check:
    """Every sentence is a slice of its document that neither begins nor ends with a blank."""
    wrong = []
    damaged = [card.id for card in generation.cards if not has_sound_text(connection, card.version)]
    if damaged:
        detail = (
            f"the texts of {', '.join(damaged)} are damaged, so nothing of them is shown; "
            "remove these documents and add them again"
        )
        return Check(name="sentences", health=Health.BAD, detail=detail)
    for card in generation.cards:
        text = load_version(connection, card.version).text
        spans = connection.execute('SELECT "start", "end" FROM sentences WHERE version = ?', (card.version,)).fetchall()
        if len(spans) != card.sentences or any(not _is_clean(text[start:end]) for start, end in spans):
            wrong.append(card.id)
    if wrong:
        detail = f"sentences of {', '.join(wrong)} do not fit their text; run `quoth embed --full`"
        return Check(name="sentences", health=Health.BAD, detail=detail)
    return Check(name="sentences", health=Health.OK, detail="every sentence is a slice of its document")


def _is_clean(sentence: str) -> bool:
    return bool(sentence) and sentence == sentence.strip()


def _vectors(connection: sqlite3.Connection, generation: Generation) -> Check:
    versions = [card.version for card in generation.cards]
    missing = sum(len(find_texts(connection, versions, generation.model, unit, missing_only=True)) for unit in Unit)
    if missing:
        detail = f"{missing} texts have no vector; run `quoth embed`"
        return Check(name="vectors", health=Health.BAD, detail=detail)
    return Check(name="vectors", health=Health.OK, detail="every sentence and passage has its vector")


def _index(connection: sqlite3.Connection, home: Path, generation: Generation, *, repair: bool) -> Check:
    name = f"index of generation {generation.number}"
    fault = workshop.fault(home, generation, thorough=True)
    if fault is None:
        return Check(name=name, health=Health.OK, detail="vectors, terms, words and k-grams are as they were built")
    if not repair:
        return Check(name=name, health=Health.BAD, detail=f"its folder {fault}; run `quoth doctor` where it may write")
    try:
        workshop.put_in_place(connection, home, generation, None, None)
    except LibraryError as failure:
        return Check(name=name, health=Health.BAD, detail=str(failure))
    return Check(name=name, health=Health.REPAIRED, detail=f"its folder {fault}; it was built again from the store")


def _leftovers(connection: sqlite3.Connection, home: Path) -> Check:
    count = clear_up(connection, home)
    if count:
        return Check(
            name="leftovers", health=Health.REPAIRED, detail=f"{count} folders of unfinished runs were deleted"
        )
    return Check(name="leftovers", health=Health.OK, detail="nothing is left of unfinished runs")


def _withheld(home: Path) -> Check:
    """What the last look before showing has kept back: nothing, unless a text was damaged while it was being read."""
    found = read_withheld(home)
    if not found.count:
        return Check(name="withheld", health=Health.OK, detail="no quote was ever withheld")
    detail = (
        f"{found.count} quotes were withheld, since the stored documents did not hold their words any more "
        f"(the last: {found.last}); '{home / FILE}' lists them, and may be deleted"
    )
    return Check(name="withheld", health=Health.OK, detail=detail)


def _requests(connection: sqlite3.Connection) -> Check:
    requests = requests_of(connection)
    if requests:
        detail = f"{len(requests)} sources are not taken in yet, the first {requests[0].location!r}; run `quoth embed`"
        return Check(name="requests", health=Health.BAD, detail=detail)
    return Check(name="requests", health=Health.OK, detail="all that was added is in the library")


def _sources(generation: Generation) -> Check:
    found = survey(generation.cards)
    if found.changed:
        detail = f"{len(found.changed)} files have changed, the first {found.changed[0].source!r}; run `quoth embed`"
        return Check(name="sources", health=Health.BAD, detail=detail)
    if found.vanished:
        detail = (
            f"{len(found.vanished)} files are gone, the first {found.vanished[0].source!r}; their documents are kept"
        )
        return Check(name="sources", health=Health.OK, detail=detail)
    return Check(name="sources", health=Health.OK, detail="every file is as it was read")
