"""The check that projections must pass before a generation is shown."""

import sqlite3
from pathlib import Path

import numpy as np

from retrieval.errors import LibraryError
from retrieval.library.generations import Generation
from retrieval.library.kgrams import KGrams, grams_of
from retrieval.library.projections import open_kgrams, open_terms, open_vectors
from retrieval.library.records import Card, Unit, View, span_of
from retrieval.library.stamps import DamagedProjection
from retrieval.library.stored_vectors import unit_texts

SAMPLES = 4
"""Newest documents of which two sentences each are looked for."""

_LIMIT = 20
_ALMOST_ONE = 0.999


def check_projections(connection: sqlite3.Connection, generation: Generation, folder: Path) -> None:
    """Raises LibraryError unless sentences find themselves, by their vectors, by their words and by their letters."""
    try:
        vectors, terms = open_vectors(folder, generation), open_terms(folder, generation)
        kgrams = open_kgrams(folder, generation)
    except DamagedProjection as fault:
        raise _failed(str(fault)) from fault
    for card in generation.cards[-SAMPLES:]:
        for number, text in _sample(connection, card):
            vector = vectors.vectors(np.array([number]), Unit.SENTENCE)[0]
            _, cosines = vectors.search(vector, Unit.SENTENCE, 1, None)
            if not len(cosines) or cosines[0] < _ALMOST_ONE:
                raise _failed(f"sentence {number} is not its own neighbour")
            found = terms.search(text, View.SENTENCE, _LIMIT, [card])
            # Many sentences may be equal to this one; then it need not be among the first, but they fill the list.
            if terms.analyze(text) and len(found) < _LIMIT and number not in (hit for hit, _ in found):
                raise _failed(f"sentence {number} is not found by its words")
            if not _is_found(kgrams, card, text):
                raise _failed(f"sentence {number} is not found by its letters")


def _is_found(kgrams: KGrams, card: Card, text: str) -> bool:
    """Whether the document is among the places of each k-gram of the text, save the first: a digit may stand before it."""
    [(begin, end)] = kgrams.within([card.version])
    for first, last in zip(*kgrams.ranges(grams_of(text).hashes[1:]), strict=True):
        places = kgrams.places(int(first), int(last))
        if not ((begin <= places) & (places < end)).any():
            return False
    return True


def _failed(what: str) -> LibraryError:
    return LibraryError(f"the new index failed its self-check ({what}), so the old one stays; run `quoth doctor`")


def _sample(connection: sqlite3.Connection, card: Card) -> list[tuple[int, str]]:
    texts = list(unit_texts(connection, card, Unit.SENTENCE))
    return texts[:: max(1, len(texts) // 2)][:2] if span_of(card, Unit.SENTENCE)[1] else []
