"""The lexical projection: BM25 over sentences, windows and passages. The only module that imports tantivy.

Two indexes, because BM25 compares a text's length with the mean of its index: one of sentences with their windows,
one of passages. They store ids only. Questions are never parsed: words become terms, terms are searched for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy
from tantivy import Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

from retrieval.library.faults import system_error
from retrieval.library.records import Card, Unit, View

_ANALYZER = "quoth"
_LONGEST_WORD = 60
_HEAP = 64_000_000
_UNIT = {View.SENTENCE: Unit.SENTENCE, View.WINDOW: Unit.SENTENCE, View.PASSAGE: Unit.PASSAGE}


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A sentence or passage to be indexed: its id, its version, and its text in each view of its unit."""

    id: int
    version: int
    texts: dict[View, str]


def _analyzer() -> tantivy.TextAnalyzer:
    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(_LONGEST_WORD))
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
        .filter(Filter.stopword("english"))
        .filter(Filter.stemmer("english"))
        .build()
    )


def _schema(unit: Unit) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    builder.add_unsigned_field("version", indexed=True)
    for view, owner in _UNIT.items():
        if owner is unit:
            builder.add_text_field(view.value, tokenizer_name=_ANALYZER, index_option="freq")
    return builder.build()


class Terms:
    """Finds sentences and passages by their words."""

    def __init__(self, indexes: dict[Unit, tantivy.Index]):
        self._indexes = indexes
        self._analyzer = _analyzer()
        for index in indexes.values():
            index.register_tokenizer(_ANALYZER, _analyzer())
        self._searchers = {unit: index.searcher() for unit, index in indexes.items()}

    @classmethod
    def create(cls, folder: Path | None) -> "Terms":
        """Empty indexes in that folder, or in memory. OSError where the disk refuses."""
        indexes = {}
        for unit in Unit:
            path = folder / unit.value if folder else None
            if path:
                path.mkdir(parents=True)
            try:
                indexes[unit] = tantivy.Index(_schema(unit), path=str(path) if path else None)
            except ValueError as fault:
                raise system_error(fault) from fault
        return cls(indexes)

    @classmethod
    def open(cls, folder: Path) -> "Terms":
        """The indexes in that folder; ValueError if they cannot be read."""
        return cls({unit: tantivy.Index.open(str(folder / unit.value)) for unit in Unit})

    def count(self, unit: Unit) -> int:
        """Sentences or passages in the index."""
        return int(self._searchers[unit].num_docs)

    def update(self, unit: Unit, removed: Iterable[int], entries: Iterable[Entry]) -> None:
        """Takes out the units of the removed versions and puts the entries in. OSError where the disk refuses."""
        try:
            self._write(self._indexes[unit], removed, entries)
        except ValueError as fault:
            raise system_error(fault) from fault
        self._indexes[unit].reload()
        self._searchers[unit] = self._indexes[unit].searcher()

    def _write(self, index: tantivy.Index, removed: Iterable[int], entries: Iterable[Entry]) -> None:
        writer = index.writer(heap_size=_HEAP, num_threads=1)
        for version in removed:
            writer.delete_documents_by_query(Query.term_query(index.schema, "version", version))
        for entry in entries:
            document = tantivy.Document()
            document.add_unsigned("id", entry.id)
            document.add_unsigned("version", entry.version)
            for view, text in entry.texts.items():
                document.add_text(view.value, text)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def analyze(self, text: str) -> list[str]:
        """The terms of a text: lower case, without accents, stop words and endings."""
        return list(self._analyzer.analyze(text))

    def search(
        self, words: str | Sequence[str], view: View, limit: int, allowed: Sequence[Card] | None
    ) -> list[tuple[int, float]]:
        """Ids and BM25 scores, best first, at most `limit`, of the allowed documents' units (None: of all)."""
        query = self._query(words, view, allowed)
        if query is None or limit <= 0:
            return []
        searcher = self._searchers[_UNIT[view]]
        hits = searcher.search(query, limit, count=False).hits
        ids = searcher.fast_field_values("id", [address for _, address in hits])
        found = [
            (int(number), float(score)) for (score, _), number in zip(hits, ids, strict=True) if number is not None
        ]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))

    def document_frequency(self, word: str, view: View) -> int:
        """Units that hold the word in any of its forms, of several terms the rarest; 0 for a stop word."""
        searcher = self._searchers[_UNIT[view]]
        return min((int(searcher.doc_freq(view.value, term)) for term in self.analyze(word)), default=0)

    def _query(self, words: str | Sequence[str], view: View, allowed: Sequence[Card] | None) -> Query | None:
        text = words if isinstance(words, str) else " ".join(words)
        terms = list(dict.fromkeys(self.analyze(text)))
        if not terms or (allowed is not None and not allowed):
            return None
        schema = self._indexes[_UNIT[view]].schema
        any_term = Query.boolean_query(
            [(Occur.Should, Query.term_query(schema, view.value, term, "freq")) for term in terms]
        )
        if allowed is None:
            return any_term
        documents = Query.term_set_query(schema, "version", [card.version for card in allowed])
        # The filter must hold but must not add to the score.
        return Query.boolean_query([(Occur.Must, any_term), (Occur.Must, Query.const_score_query(documents, 0.0))])
