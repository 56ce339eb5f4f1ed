"""One generation of a library, to read from: documents, sentences, passages, and the searches over them."""

import json
import sqlite3
import threading
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import numpy as np

from embeddings.embedder import Vectors
from retrieval.calendars.reading import Dated
from retrieval.errors import LibraryError, UnknownDocument
from retrieval.library.captures import load_capture
from retrieval.library.dates import dates_in, dates_on, ruling_year, years_named
from retrieval.library.editions import Edition, load_editions, was_shown
from retrieval.library.faults import told_plainly
from retrieval.library.generations import Generation
from retrieval.library.indexes import Indexes, Repair
from retrieval.library.records import Card, Counts, Unit, View, Word, span_of
from retrieval.library.versions import headings_of, load_version
from retrieval.library.vocabulary import as_words
from retrieval.permalinks import Permalink
from retrieval.types import Passage, Sentence
from seeds.document import Document
from seeds.web.capture import Capture

if TYPE_CHECKING:
    from retrieval.library.kgrams import KGrams

_T = TypeVar("_T")

TEXT_CACHE = 64_000_000
"""Characters of document texts that are kept at hand."""


class Snapshot:
    """A generation, held open: it answers the same whatever is written meanwhile. Threads may share it.

    Ids of sentences and passages are unique in the library and grow by one inside a document.
    """

    def __init__(self, connection: sqlite3.Connection | None, generation: Generation, folder: Path, repair: Repair):
        self._connection = connection
        self._generation = generation
        self._folder = folder
        self._repair = repair
        self._lock = threading.RLock()
        self._by_id = {card.id: card for card in generation.cards}
        self._first = {
            Unit.SENTENCE: [card.first_sentence for card in generation.cards],
            Unit.PASSAGE: [card.first_passage for card in generation.cards],
        }
        self._texts: OrderedDict[str, Document] = OrderedDict()
        self._indexes = Indexes(generation, folder, self._read, repair)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the library's files."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None
            self._indexes.close()

    def read_through(self, connection: sqlite3.Connection) -> None:
        """Reads through another connection from now on, in whose transaction the same generation is current."""
        with self._lock:
            unused, self._connection = (self._connection, connection) if self._connection else (connection, None)
        unused.close()

    @property
    def generation(self) -> int:
        """Number of the generation; 0 for a library to which nothing was ever added."""
        return self._generation.number

    @property
    def fingerprint(self) -> str:
        """Fingerprint of the model that its vectors are of; empty in generation 0."""
        return self._generation.fingerprint

    @property
    def model_name(self) -> str:
        """Name by which that model can be loaded; empty in generation 0."""
        return self._generation.model_name

    @property
    def created(self) -> str:
        """When the generation was made (ISO 8601, UTC); empty for generation 0."""
        return self._generation.created

    @property
    def counts(self) -> Counts:
        """How many documents, passages and sentences it holds."""
        cards = self._generation.cards
        return Counts(
            documents=len(cards),
            passages=sum(card.passages for card in cards),
            sentences=sum(card.sentences for card in cards),
        )

    @property
    def is_english(self) -> bool:
        """Whether all its documents are in English, or too short to tell."""
        return all((card.metadata.language or "en").lower().startswith("en") for card in self._generation.cards)

    def require(self, fingerprint: str) -> None:
        """LibraryError unless the vectors are of the model with this fingerprint."""
        if self._generation.number and fingerprint != self._generation.fingerprint:
            raise LibraryError(model_mismatch(self._generation, fingerprint))

    # Documents

    def documents(self) -> tuple[Card, ...]:
        """The documents without their texts, in the order in which they were taken in."""
        return self._generation.cards

    def card(self, document: str) -> Card:
        """The document of that id without its text; UnknownDocument if there is none."""
        try:
            return self._by_id[document]
        except KeyError:
            raise unknown_document(document) from None

    def document(self, document: str) -> Document:
        """The document of that id; UnknownDocument if there is none."""
        card = self.card(document)
        with self._lock:
            if document not in self._texts:
                self._texts[document] = self._read(lambda connection: load_version(connection, card.version))
                while len(self._texts) > 1 and sum(len(each.text) for each in self._texts.values()) > TEXT_CACHE:
                    self._texts.popitem(last=False)
            self._texts.move_to_end(document)
            return self._texts[document]

    def headings(self) -> list[tuple[str, str]]:
        """The headings in the documents, each with the id of its document."""
        return self._read(lambda connection: headings_of(connection, self.generation)) if self.generation else []

    def editions(self, document: str, sha256: str) -> list[Edition]:
        """The texts that a document had under a SHA-256 in this or an earlier generation, the latest first."""
        if not self._generation.number:
            return []
        return self._read(lambda connection: load_editions(connection, document, sha256))

    def capture(self, address: str, sha256: str) -> Capture | None:
        """The page at an address as it was captured with that SHA-256; None where that is not kept."""
        return self._read(lambda connection: load_capture(connection, address, sha256))

    def was_shown(self, document: str) -> bool:
        """Whether this or an earlier generation has a document of that id."""
        return bool(self._generation.number) and self._read(lambda connection: was_shown(connection, document))

    # Sentences and passages

    def sentences(self, ids: Collection[int]) -> list[Sentence]:
        """The sentences with those ids, in that order; ids that the generation does not have are left out."""
        query = 'SELECT id, "start", "end", paragraph, passage FROM sentences'
        return [
            Sentence(id=number, document=card.id, start=start, end=end, paragraph=paragraph, passage=passage)
            for card, (number, start, end, paragraph, passage) in self._rows(query, Unit.SENTENCE, ids)
        ]

    def passages(self, ids: Collection[int]) -> list[Passage]:
        """The passages with those ids, in that order; ids that the generation does not have are left out."""
        query = 'SELECT id, "start", "end", "first", "last" FROM passages'
        return [
            Passage(id=number, document=card.id, start=start, end=end, first=first, last=last)
            for card, (number, start, end, first, last) in self._rows(query, Unit.PASSAGE, ids)
        ]

    def sentences_of_passage(self, passage: int) -> list[Sentence]:
        """The sentences of a passage, in order; none if there is no such passage."""
        return [each for p in self.passages([passage]) for each in self.sentences(range(p.first, p.last + 1))]

    def sentences_of_document(self, document: str) -> list[Sentence]:
        """All sentences of a document, in order; UnknownDocument if there is none."""
        card = self.card(document)
        return self.sentences(range(card.first_sentence, card.first_sentence + card.sentences))

    def neighbours(self, sentence: int, reach: int = 1) -> list[Sentence]:
        """The sentence and up to `reach` on either side in its document, in order; none if there is no such one."""
        card = self._owner(sentence, Unit.SENTENCE)
        if card is None:
            return []
        first = max(card.first_sentence, sentence - reach)
        last = min(card.first_sentence + card.sentences - 1, sentence + reach)
        return self.sentences(range(first, last + 1))

    def sentences_in(self, document: str, start: int, end: int) -> list[Sentence]:
        """The sentences of a document that have a character in the range, in order. UnknownDocument."""
        card = self.card(document)
        rows = self._read(
            lambda connection: connection.execute(
                'SELECT id FROM sentences WHERE version = ? AND "start" < ? AND "end" > ? ORDER BY id',
                (card.version, end, start),
            ).fetchall()
        )
        return self.sentences([row[0] for row in rows])

    def text(self, unit: Sentence | Passage) -> str:
        """The words of a sentence or passage."""
        return self.document(unit.document).text[unit.start : unit.end]

    def sample_sentence_ids(self, count: int) -> list[int]:
        """Ids of sentences drawn at random, the same ones each time; all where there are no more than that."""
        ids = np.concatenate(
            [np.arange(c.first_sentence, c.first_sentence + c.sentences) for c in self._generation.cards]
            or [np.empty(0, dtype=np.int64)]
        )
        if len(ids) > count:
            ids = np.sort(np.random.default_rng(0).choice(ids, count, replace=False))
        return [int(number) for number in ids]

    def dates_in(self, sentences: Collection[int]) -> list[tuple[int, Dated]]:
        """The dates that those sentences name, each with its sentence's id, in the order of the text."""
        return self._read(lambda connection: dates_in(connection, sentences))

    def dates_on(self, day: int) -> list[tuple[int, Dated]]:
        """The dates that may be a day (an ordinal), each with its sentence's id, in order."""
        found = self._read(lambda connection: dates_on(connection, day)) if self._generation.number else []
        return [pair for pair in found if self._owner(pair[0], Unit.SENTENCE)]

    def years_named(self) -> list[int]:
        """The years of the days that sentences name."""
        return self._read(years_named) if self._generation.number else []

    def ruling_year(self, document: str) -> int | None:
        """The year in which most of the days lie that a document names, if more than half do."""
        first, count = span_of(self.card(document), Unit.SENTENCE)
        return self._read(lambda connection: ruling_year(connection, first, first + count - 1))

    # Searches. `allowed` are the ids of the documents to look in, None for all; an empty set finds nothing.

    def search_terms(
        self, words: str | Sequence[str], view: View, limit: int, allowed: Collection[str] | None = None
    ) -> list[tuple[int, float]]:
        """Ids of sentences (or passages, as the view says) that hold any of the words, with BM25 scores, best first."""
        cards = self._allowed(allowed)
        return self._indexes.terms().search(words, view, limit, cards) if self._generation.cards else []

    def search_vectors(
        self, vector: Vectors, unit: Unit, limit: int, allowed: Collection[str] | None = None
    ) -> list[tuple[int, float]]:
        """Ids of the sentences or passages nearest to the unit vector, with cosines, best first."""
        if not self._generation.cards:
            return []
        ids, cosines = self._indexes.vectors().search(vector, unit, limit, self._allowed(allowed))
        return list(zip(ids.tolist(), cosines.tolist(), strict=True))

    def vectors(self, ids: Sequence[int], unit: Unit) -> Vectors:
        """The vectors of those units, float32, shape (len(ids), dimension). KeyError for an unknown id."""
        for number in ids:
            if self._owner(number, unit) is None:
                raise KeyError(number)
        if not self._generation.cards:
            return np.empty((0, self._generation.dimension), dtype=np.float32)
        return self._indexes.vectors().vectors(np.array(ids, dtype=np.int64), unit)

    def document_frequency(self, word: str, view: View = View.SENTENCE) -> int:
        """How many sentences hold the word in any inflection (the rarest part of a compound); 0 for a stop word."""
        return self._indexes.terms().document_frequency(word, view) if self._generation.cards else 0

    def kgrams(self) -> "KGrams":
        """Where in the texts the k-grams of a quotation stand."""
        return self._indexes.kgrams()

    def capitalised(self, word: str) -> float | None:
        """The share of a word's uses that have a capital; None where the library's sentences do not hold it."""
        uses = self._indexes.words().get(word.lower()) if self._generation.cards else None
        return uses[1] / uses[0] if uses else None

    def vocabulary(self) -> Iterator[Word]:
        """The words of all sentences, most frequent first."""
        return as_words(self._indexes.words()) if self._generation.cards else iter(())

    def holds_word(self, word: str) -> bool:
        """Whether the word stands in a sentence, in just this inflection; capitals do not matter."""
        return bool(self._generation.cards) and word.lower() in self._indexes.words()

    # Inside

    def _read(self, query: Callable[[sqlite3.Connection], _T]) -> _T:
        with self._lock, told_plainly(self._folder.parent.parent):
            if self._connection is None:
                raise LibraryError("this view of the library was closed")
            return query(self._connection)

    def _owner(self, number: int, unit: Unit) -> Card | None:
        """The document that has this sentence or passage."""
        at = bisect_right(self._first[unit], number) - 1
        if at < 0:
            return None
        card = self._generation.cards[at]
        first, count = span_of(card, unit)
        return card if number < first + count else None

    def _rows(self, select: str, unit: Unit, ids: Collection[int]) -> list[tuple[Card, tuple[int, ...]]]:
        """The rows with those ids (their first column), in that order, each with the document that has it."""
        owners = {number: card for number in ids if (card := self._owner(number, unit))}
        if not owners:
            return []
        query = f"{select} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - one of two constants
        rows = self._read(lambda connection: connection.execute(query, (json.dumps(list(owners)),)).fetchall())
        by_id = {row[0]: row for row in rows}
        return [(owners[number], by_id[number]) for number in ids if number in by_id]

    def _allowed(self, allowed: Collection[str] | None) -> list[Card] | None:
        if allowed is None:
            return None
        return [self._by_id[document] for document in sorted(set(allowed)) if document in self._by_id]


def unknown_document(name: str) -> UnknownDocument:
    """The fault of naming a document that is not there, or a permalink that is not whole."""
    if "@" in name and Permalink.parse(name) is None:
        return UnknownDocument(f"{name!r} is no whole permalink: one reads DOCUMENT@SHA256:START-END")
    return UnknownDocument(f"there is no document {name!r} in the library; `quoth sources` lists them")


def model_mismatch(generation: Generation, fingerprint: str) -> str:
    """The sentence that says which model made the library's vectors and which one would be used."""
    return (
        f"the library's vectors are of the model {generation.model_name!r} ({generation.fingerprint}), not of "
        f"{fingerprint!r}; use that model, or re-embed the library with `quoth embed --model NAME`"
    )
