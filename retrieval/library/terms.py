"""The lexical projection: BM25 over sentences, windows and passages. With `analyzers` the only module that imports tantivy.

Two indexes, because BM25 compares a text's length with the mean of its index: one of sentences with their windows,
one of passages. They store ids only, of terms that `analyzers` made in each text's language. Questions are never parsed:
words become terms, terms are searched for.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy
from tantivy import Occur, Query, TextAnalyzerBuilder, Tokenizer

from retrieval.library.analyzers import GAP, QuestionAnalyzer, gapped, terms_of
from retrieval.library.faults import system_error
from retrieval.library.records import Card, Unit, View

_AS_GIVEN = "terms"
"""Name of the tokenizer of texts that are terms already, with blanks between them."""

_HEAP = 64_000_000
_UNIT = {
    View.SENTENCE: Unit.SENTENCE,
    View.WINDOW: Unit.SENTENCE,
    View.PASSAGE: Unit.PASSAGE,
    View.SURROUNDINGS: Unit.PASSAGE,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A sentence or passage to be indexed: its id, its version, and its terms in each view of its unit, in order."""

    id: int
    version: int
    terms: Mapping[View, Sequence[str]]


def _schema(unit: Unit) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    builder.add_unsigned_field("version", indexed=True)
    for view, owner in _UNIT.items():
        if owner is unit:
            builder.add_text_field(view.value, tokenizer_name=_AS_GIVEN, index_option="freq")
    return builder.build()


class Terms:
    """Finds sentences and passages by their words."""

    def __init__(self, indexes: dict[Unit, tantivy.Index], languages: Iterable[str]):
        self._indexes = indexes
        self.questions = QuestionAnalyzer(languages)
        for index in indexes.values():
            index.register_tokenizer(_AS_GIVEN, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
        self._searchers = {unit: index.searcher() for unit, index in indexes.items()}

    @classmethod
    def create(cls, folder: Path | None, languages: Iterable[str]) -> "Terms":
        """Empty indexes in that folder, or in memory, for texts in the languages. OSError where the disk refuses."""
        indexes = {}
        for unit in Unit:
            path = folder / unit.value if folder else None
            if path:
                path.mkdir(parents=True)
            try:
                indexes[unit] = tantivy.Index(_schema(unit), path=str(path) if path else None)
            except ValueError as fault:
                raise system_error(fault) from fault
        return cls(indexes, languages)

    @classmethod
    def open(cls, folder: Path, languages: Iterable[str]) -> "Terms":
        """The indexes in that folder; ValueError if they cannot be read."""
        return cls({unit: tantivy.Index.open(str(folder / unit.value)) for unit in Unit}, languages)

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
            for view, terms in entry.terms.items():
                document.add_text(view.value, " ".join(terms))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def analyze(self, text: str) -> list[str]:
        """The terms that a question's words are looked for by, in all languages of the library."""
        return self.questions.terms(text)

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
        """Units that hold the word in any of its forms, of a compound's terms the rarest; 0 for a stop word."""
        searcher = self._searchers[_UNIT[view]]

        def units(language: str) -> int:
            return min((int(searcher.doc_freq(view.value, term)) for term in terms_of(word, language)), default=0)

        lost = [int(searcher.doc_freq(view.value, term)) for term in self._with_gaps(word, view)]
        return max([*map(units, self.questions.languages), *lost])

    def _with_gaps(self, text: str, view: View) -> list[str]:
        """The terms of words that lost letters in the library's texts, and may be words of this text."""
        searcher = self._searchers[_UNIT[view]]
        if not searcher.doc_freq(view.value, GAP):
            return []
        forms = (form for word in self.questions.words(text) for form in gapped(word))
        return [form for form in dict.fromkeys(forms) if searcher.doc_freq(view.value, form)]

    def _query(self, words: str | Sequence[str], view: View, allowed: Sequence[Card] | None) -> Query | None:
        text = words if isinstance(words, str) else " ".join(words)
        terms = [*self.analyze(text), *self._with_gaps(text, view)]
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
