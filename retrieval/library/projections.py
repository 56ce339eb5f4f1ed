"""The projections of a generation: vectors, terms, words and k-grams. They follow from the store and are built from it, in a
folder or in memory; what the generation before has already is taken over from its folder."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from embeddings.embedder import Vectors
from retrieval.library import stamps
from retrieval.library.analyzers import language_code
from retrieval.library.entries import entries
from retrieval.library.generations import Generation
from retrieval.library.kgrams import KGrams
from retrieval.library.records import Progress, Unit, span_of
from retrieval.library.stamps import DamagedProjection
from retrieval.library.stored_vectors import load_text, load_vectors
from retrieval.library.terms import Terms
from retrieval.library.vectors import FlatVectors
from retrieval.library.vocabulary import Uses, dump_words, load_words, merge, without

VECTORS, TERMS, WORDS, KGRAMS = "vectors.faiss", "terms", "words.json", "kgrams"

MOST_TOMBSTONES = 0.1
"""Share of removed units at which the terms are built anew, because BM25 goes on counting them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Base:
    """The projections of another generation of the same model, to start from."""

    generation: Generation
    folder: Path


def build(
    connection: sqlite3.Connection,
    generation: Generation,
    folder: Path,
    base: Base | None,
    progress: Progress | None,
) -> None:
    """Builds all projections in the folder, an empty one, and stamps them. DamagedProjection if vectors are missing."""
    if base and (
        base.generation.model != generation.model or stamps.fault(base.folder, base.generation.identity) is not None
    ):
        base = None
    before = stamps.read(base.folder) if base else None
    build_vectors(connection, generation, base, progress).save(folder / VECTORS)
    tombstones = _build_terms(connection, generation, folder, base, before.tombstones if before else 0, progress)
    (folder / WORDS).write_text(dump_words(build_words(connection, generation, base)), encoding="utf-8")
    build_kgrams(connection, generation, base, progress).save(folder / KGRAMS)
    stamps.write(folder, generation.identity, tombstones, before.files if before else {})


def open_vectors(folder: Path, generation: Generation) -> FlatVectors:
    """The vectors in the folder; DamagedProjection if they are not those of the generation."""
    _require(folder, generation)
    return FlatVectors.open(folder / VECTORS, generation.cards, generation.dimension)


def open_terms(folder: Path, generation: Generation) -> Terms:
    """The terms in the folder; DamagedProjection if they are not those of the generation."""
    _require(folder, generation)
    try:
        terms = Terms.open(folder / TERMS, languages_of(generation))
    except ValueError as fault:
        raise DamagedProjection(f"{folder / TERMS} cannot be read: {fault}") from fault
    for unit in Unit:
        if terms.count(unit) != sum(span_of(card, unit)[1] for card in generation.cards):
            raise DamagedProjection(f"{folder / TERMS} is of another generation")
    return terms


def languages_of(generation: Generation) -> set[str]:
    """The languages of a generation's documents, as `analyzers` knows them."""
    return {language_code(card.metadata.language) for card in generation.cards}


def open_words(folder: Path, generation: Generation) -> Uses:
    """The words in the folder; DamagedProjection if they are not those of the generation."""
    _require(folder, generation)
    try:
        return load_words((folder / WORDS).read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise DamagedProjection(f"{folder / WORDS} cannot be read: {fault}") from fault


def open_kgrams(folder: Path, generation: Generation) -> KGrams:
    """The k-grams in the folder; DamagedProjection if they are not those of the generation."""
    _require(folder, generation)
    try:
        kgrams = KGrams.open(folder / KGRAMS)
    except (OSError, ValueError, EOFError) as fault:
        raise DamagedProjection(f"{folder / KGRAMS} cannot be read: {fault}") from fault
    if sorted(kgrams.versions) != [card.version for card in generation.cards]:
        raise DamagedProjection(f"{folder / KGRAMS} is of another generation")
    return kgrams


def build_vectors(
    connection: sqlite3.Connection, generation: Generation, base: Base | None, progress: Progress | None
) -> FlatVectors:
    """The dense projection in memory."""
    known = {card.version for card in base.generation.cards} if base else set()
    old = open_vectors(base.folder, base.generation) if base else None

    def parts() -> Iterator[Vectors]:
        for unit in Unit:
            for done, card in enumerate(generation.cards):
                if progress:
                    progress(f"indexing vectors of {unit}s", done, len(generation.cards))
                if old and card.version in known:
                    yield old.run(*span_of(card, unit), unit)
                else:
                    yield load_vectors(connection, card, unit, generation.model, generation.dimension)

    return FlatVectors.build(generation.cards, generation.dimension, parts())


def build_terms(connection: sqlite3.Connection, generation: Generation) -> Terms:
    """The lexical projection in memory."""
    terms = Terms.create(None, languages_of(generation))
    for unit in Unit:
        terms.update(unit, (), (entry for card in generation.cards for entry in entries(connection, card, unit)))
    return terms


def build_words(connection: sqlite3.Connection, generation: Generation, base: Base | None) -> Uses:
    """The words of the generation's sentences."""
    now = {card.version for card in generation.cards}
    if base is None:
        return merge(_words(connection, now))
    then = {card.version for card in base.generation.cards}
    grown = merge([open_words(base.folder, base.generation), *_words(connection, now - then)])
    return without(grown, merge(_words(connection, then - now)))


def build_kgrams(
    connection: sqlite3.Connection, generation: Generation, base: Base | None, progress: Progress | None
) -> KGrams:
    """The k-grams of the generation's texts."""
    known = {card.version for card in base.generation.cards} if base else set()
    new = [card for card in generation.cards if card.version not in known]
    texts = (
        (card.version, load_text(connection, card.version))
        for done, card in enumerate(new)
        if _tell(progress, "indexing quotations", done, len(new))
    )
    old = open_kgrams(base.folder, base.generation) if base else None
    return KGrams.build(texts, old, {card.version for card in generation.cards})


def _build_terms(
    connection: sqlite3.Connection,
    generation: Generation,
    folder: Path,
    base: Base | None,
    tombstones: int,
    progress: Progress | None,
) -> int:
    """Builds the lexical projection and returns how many units it counts that are gone."""
    now = {card.version for card in generation.cards}
    gone = [card for card in base.generation.cards if card.version not in now] if base else []
    tombstones += sum(card.sentences for card in gone)
    if base and tombstones <= MOST_TOMBSTONES * sum(card.sentences for card in generation.cards):
        _link_tree(base.folder / TERMS, folder / TERMS)
        terms = Terms.open(folder / TERMS, languages_of(generation))
        known = {card.version for card in base.generation.cards}
    else:
        terms, known, gone, tombstones = Terms.create(folder / TERMS, languages_of(generation)), set(), [], 0
    new = [card for card in generation.cards if card.version not in known]
    for unit in Unit:
        added = (
            entry
            for done, card in enumerate(new)
            if _tell(progress, f"indexing words of {unit}s", done, len(new))
            for entry in entries(connection, card, unit)
        )
        terms.update(unit, [card.version for card in gone], added)
    return tombstones


def _tell(progress: Progress | None, what: str, done: int, total: int) -> bool:
    if progress:
        progress(what, done, total)
    return True


def _words(connection: sqlite3.Connection, versions: set[int]) -> Iterator[Uses]:
    for version in versions:
        yield load_words(connection.execute("SELECT words FROM versions WHERE id = ?", (version,)).fetchone()[0])


def _require(folder: Path, generation: Generation) -> None:
    fault = stamps.fault(folder, generation.identity)
    if fault:
        raise DamagedProjection(f"{folder} {fault}")


def _link_tree(source: Path, target: Path) -> None:
    """The files of a folder in another one. tantivy never changes a file in place but those of JSON and of locks."""
    for path in sorted(source.rglob("*")):
        copy = target / path.relative_to(source)
        if path.is_dir():
            copy.mkdir(parents=True)
        elif path.suffix == ".json" or path.name.startswith("."):
            if path.suffix == ".json":
                shutil.copy2(path, copy)
        else:
            _link(path, copy)


def _link(path: Path, copy: Path) -> None:
    with suppress(OSError):  # a file system without hard links
        os.link(path, copy)
        return
    shutil.copy2(path, copy)
