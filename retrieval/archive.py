"""The front door: open a library, ask it, close it."""

import threading
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import Self

from embeddings.embedder import Embedder, PairScorer
from embeddings.loading import load_cross_encoder, load_embedder
from retrieval.answering.asking import Reader, Request
from retrieval.answering.chronicle import DayQuotes, chronicle
from retrieval.answering.excerpts import excerpt
from retrieval.answering.searching import search
from retrieval.confirming import WITHHELD, Confirmer
from retrieval.conversation import Conversation
from retrieval.errors import UnknownDocument
from retrieval.library.library import Library
from retrieval.library.records import Card, Counts
from retrieval.library.snapshot import Snapshot
from retrieval.permalinks import Permalink
from retrieval.question.query import Turn
from retrieval.settings import Settings
from retrieval.types import Answer, Filters, Hit, Quote
from retrieval.verifying.shelf import LibraryShelf
from retrieval.verifying.verdicts import Verification
from retrieval.verifying.verifier import Verifier
from seeds.document import Document


class Archive:
    """A library and the models that read it. Safe to share between threads; a question sees one generation throughout."""

    def __init__(
        self, library: Library, embedder: Embedder, scorer: PairScorer | None, threshold: float | None = None
    ) -> None:
        self._library = library
        self._current = Reader(
            snapshot=library.snapshot(),
            embedder=embedder,
            scorer=scorer,
            threshold=threshold,
        )
        self._users: Counter[Snapshot] = Counter()
        self._lock = threading.Lock()
        self._refreshing = threading.Lock()
        self._confirmer = Confirmer(library)

    @classmethod
    def open(cls, settings: Settings, *, rerank: bool = True) -> Self:
        """The library at the settings' home, with the model that embedded it. Raises LibraryError, ModelError."""
        with ThreadPoolExecutor(1, "models") as aside:  # the two models load side by side
            scorer = aside.submit(load_cross_encoder, settings.reranker) if rerank else None
            library = Library.open(settings.home, readonly=False)
            snapshot = library.snapshot()
            embedder = load_embedder(snapshot.model_name or settings.model)
            snapshot.require(embedder.fingerprint)
            return cls(library, embedder, scorer.result() if scorer else None, settings.threshold)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(
        self,
        question: str,
        *,
        k: int = 5,
        filters: Filters = Filters(),
        context: int = 0,
        explain: bool = False,
        after: Turn | None = None,
    ) -> Answer:
        """Quotes that answer a question, or an abstention. Raises QuestionError for one that cannot be asked.

        `after` is the turn of a conversation that the question leans on.
        """
        request = Request(question=question, k=k, filters=filters, context=context, explain=explain, after=after)
        with self._in_use() as reader:
            return reader.answer(request)

    def conversation(self) -> Conversation:
        """A new conversation, whose turns may lean on the ones before."""
        return Conversation(self.ask, self._authors, self._is_common)

    def _authors(self) -> Sequence[str]:
        return [card.metadata.author for card in self.cards() if card.metadata.author]

    def _is_common(self, word: str) -> bool:
        with self._in_use() as reader:
            return reader.understanding.is_common(word)

    def search(self, words: str, *, k: int = 10, filters: Filters = Filters()) -> tuple[Hit, ...]:
        """The passages that rank best for some words, without a quoting step."""
        with self._in_use() as reader:
            return search(reader, words, k, filters)

    def confirm(self, answer: Answer) -> Answer:
        """The answer as it may be shown: each quote is read again from the stored document, and one that differs is withheld.

        An answer of which nothing is left is an abstention.
        """
        with self._in_use() as reader:
            kept = self._confirmer.kept(reader.snapshot, answer.quotes)
        if len(kept) == len(answer.quotes) and (kept or answer.abstained):
            return answer
        if kept or answer.abstained:
            return replace(answer, quotes=kept)
        return replace(answer, quotes=(), confidence=0.0, abstained=True, reason=WITHHELD)

    @property
    def withheld(self) -> int:
        """How many quotes of this library were ever withheld."""
        return self._confirmer.withheld

    def confirmed(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """The quotes that still stand in the stored documents; what is withheld is counted."""
        with self._in_use() as reader:
            return self._confirmer.kept(reader.snapshot, quotes)

    def when(self, date: str, *, k: int = 20, filters: Filters = Filters()) -> tuple[DayQuotes, ...]:
        """Sentences about a day, by either calendar, in order. Raises QuestionError where the text names no day."""
        with self._in_use() as reader:
            return chronicle(reader.snapshot, date, k, filters)

    def verify(
        self, text: str, *, speaker: str | None = None, documents: Collection[str] | None = None
    ) -> Verification:
        """The verdict on a quotation, as it may be shown; `speaker` is the one to whom it is ascribed. Raises QuestionError.

        Only in the documents of the given ids, where there are any given.
        """
        with self._in_use() as reader:
            verifier = Verifier(LibraryShelf(reader.snapshot), partial(self._confirmer.kept, reader.snapshot))
            return verifier.verify(text, speaker=speaker, documents=documents)

    def cards(self) -> Sequence[Card]:
        """The documents without their texts."""
        with self._in_use() as reader:
            return reader.snapshot.documents()

    def document(self, id: str) -> Document:  # noqa: A002 - the field's name for it
        """A document of the library. Raises UnknownDocument."""
        with self._in_use() as reader:
            return reader.snapshot.document(id)

    def resolve(self, permalink: str, *, context: int = 0) -> Quote:
        """The words that a permalink names, with so many paragraphs around them. Raises UnknownDocument."""
        link = Permalink.parse(permalink)
        if link is None:
            raise UnknownDocument(f"{permalink!r} is no permalink: one looks like 'document@sha256:120-260'")
        with self._in_use() as reader:
            return excerpt(reader.snapshot, link, context)

    @property
    def generation(self) -> int:
        """Number of the generation that the next question sees."""
        return self._current.snapshot.generation

    @property
    def counts(self) -> Counts:
        """How much the library holds."""
        return self._current.snapshot.counts

    @property
    def made(self) -> str:
        """When that generation was made (ISO 8601, UTC); empty where nothing was ever added."""
        return self._current.snapshot.created

    @property
    def model(self) -> str:
        """Name of the model that embedded it; empty where nothing was ever added."""
        return self._current.snapshot.model_name

    def refresh(self) -> bool:
        """Switch to the library's current generation; whether it was a newer one. Questions under way keep theirs."""
        with self._refreshing:
            fresh, embedder = self._library.snapshot(), self._current.embedder
            if fresh is self._current.snapshot:
                return False
            if fresh.fingerprint not in ("", embedder.fingerprint):
                embedder = load_embedder(fresh.model_name)
            with self._lock:
                old = self._current.snapshot
                self._current = replace(self._current, snapshot=fresh, embedder=embedder)
                idle = old not in self._users
            if idle:
                old.close()
            return True

    def close(self) -> None:
        """Release the library."""
        self._current.snapshot.close()
        self._library.close()

    @contextmanager
    def _in_use(self) -> Iterator[Reader]:
        """The current generation and its models, kept open until the caller is done with them."""
        with self._lock:
            reader = self._current
            self._users[reader.snapshot] += 1
        try:
            yield reader
        finally:
            with self._lock:
                done = self._leave(reader.snapshot) and reader.snapshot is not self._current.snapshot
            if done:
                reader.snapshot.close()

    def _leave(self, snapshot: Snapshot) -> bool:
        """Counts one user less; whether it was the last."""
        self._users[snapshot] -= 1
        if self._users[snapshot]:
            return False
        del self._users[snapshot]  # a key would keep the snapshot and its texts in memory
        return True
