"""What the lexical index is given: sentences with their windows, and passages under their title, with those around them or without."""

import sqlite3
from collections.abc import Iterator, Sequence

from retrieval.library.analyzers import DEFAULT, language_code, terms_of
from retrieval.library.records import Card, Unit, View
from retrieval.library.stored_vectors import unit_texts
from retrieval.library.terms import Entry

REACH = 2
"""Passages before and after a passage whose words count among its surroundings, in texts that are not in the models' language."""


def entries(connection: sqlite3.Connection, card: Card, unit: Unit) -> Iterator[Entry]:
    """The entries of a document's sentences or passages, in order."""
    language = language_code(card.metadata.language)
    units = [(number, terms_of(text, language)) for number, text in unit_texts(connection, card, unit)]
    if unit is Unit.PASSAGE:
        title = terms_of(card.metadata.title or "", language)
        for at, (number, terms) in enumerate(units):
            views = {View.PASSAGE: [*title, *terms]}
            if language != DEFAULT:
                views[View.SURROUNDINGS] = [*title, *_joined(units[max(0, at - REACH) : at + REACH + 1])]
            yield Entry(id=number, version=card.version, terms=views)
        return
    rows = connection.execute("SELECT paragraph FROM sentences WHERE version = ? ORDER BY id", (card.version,))
    paragraphs = [row[0] for row in rows]
    for at, (number, terms) in enumerate(units):
        near = range(max(0, at - 1), min(len(units), at + 2))
        window = _joined([units[i] for i in near if paragraphs[i] == paragraphs[at]])
        yield Entry(id=number, version=card.version, terms={View.SENTENCE: terms, View.WINDOW: window})


def _joined(units: Sequence[tuple[int, Sequence[str]]]) -> list[str]:
    return [term for _, terms in units for term in terms]
