"""What the lexical index is given: sentences with their windows, and passages with the title that they stand under."""

import sqlite3
from collections.abc import Iterator

from retrieval.library.analyzers import language_code
from retrieval.library.records import Card, Unit, View
from retrieval.library.stored_vectors import unit_texts
from retrieval.library.terms import Entry


def entries(connection: sqlite3.Connection, card: Card, unit: Unit) -> Iterator[Entry]:
    """The entries of a document's sentences or passages, in order."""
    texts, language = list(unit_texts(connection, card, unit)), language_code(card.metadata.language)
    if unit is Unit.PASSAGE:
        title = card.metadata.title or ""
        for number, text in texts:
            yield Entry(id=number, version=card.version, language=language, texts={View.PASSAGE: f"{title}\n{text}"})
        return
    rows = connection.execute("SELECT paragraph FROM sentences WHERE version = ? ORDER BY id", (card.version,))
    paragraphs = [row[0] for row in rows]
    for at, (number, text) in enumerate(texts):
        near = range(max(0, at - 1), min(len(texts), at + 2))
        window = " ".join(texts[i][1] for i in near if paragraphs[i] == paragraphs[at])
        views = {View.SENTENCE: text, View.WINDOW: window}
        yield Entry(id=number, version=card.version, language=language, texts=views)
