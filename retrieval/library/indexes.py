"""The projections of a generation as its reader has them: opened when first asked for, repaired where need be."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from retrieval.errors import LibraryError
from retrieval.library.generations import Generation
from retrieval.library.stamps import DamagedProjection
from retrieval.library.vocabulary import Uses

if TYPE_CHECKING:  # these import faiss and tantivy, which a reader that only lists documents never needs
    from retrieval.library.kgrams import KGrams
    from retrieval.library.terms import Terms
    from retrieval.library.vectors import VectorIndex

_T = TypeVar("_T")

Repair = Callable[[Generation], bool]
"""Rebuilds a generation's projections on disk; False where that is not possible now."""


class Read(Protocol):
    """Runs a query on the store as the generation's reader sees it."""

    def __call__(self, query: Callable[[sqlite3.Connection], _T]) -> _T:
        """What the query returns."""


class Indexes:
    """Vectors, terms, words and k-grams of a generation. Threads may share it."""

    def __init__(self, generation: Generation, folder: Path, read: Read, repair: Repair):
        self._generation = generation
        self._folder = folder
        self._read = read
        self._repair = repair
        self._lock = threading.RLock()
        self._vectors: VectorIndex | None = None
        self._terms: Terms | None = None
        self._words: Uses | None = None
        self._kgrams: KGrams | None = None

    def vectors(self) -> "VectorIndex":
        """The dense index; LibraryError where it can be neither opened nor rebuilt."""
        from retrieval.library.projections import build_vectors, open_vectors

        with self._lock:
            if self._vectors is None:
                self._vectors = self._opened(
                    lambda: open_vectors(self._folder, self._generation),
                    lambda connection: build_vectors(connection, self._generation, None, None),
                )
            return self._vectors

    def terms(self) -> "Terms":
        """The lexical index; LibraryError where it can be neither opened nor rebuilt."""
        from retrieval.library.projections import build_terms, open_terms

        with self._lock:
            if self._terms is None:
                self._terms = self._opened(
                    lambda: open_terms(self._folder, self._generation),
                    lambda connection: build_terms(connection, self._generation),
                )
            return self._terms

    def words(self) -> Uses:
        """The vocabulary; LibraryError where it can be neither opened nor rebuilt."""
        from retrieval.library.projections import build_words, open_words

        with self._lock:
            if self._words is None:
                self._words = self._opened(
                    lambda: open_words(self._folder, self._generation),
                    lambda connection: build_words(connection, self._generation, None),
                )
            return self._words

    def kgrams(self) -> "KGrams":
        """The k-grams; LibraryError where they can be neither opened nor rebuilt."""
        from retrieval.library.projections import build_kgrams, open_kgrams

        with self._lock:
            if self._kgrams is None:
                self._kgrams = self._opened(
                    lambda: open_kgrams(self._folder, self._generation),
                    lambda connection: build_kgrams(connection, self._generation, None, None),
                )
            return self._kgrams

    def close(self) -> None:
        """Lets go of the files."""
        with self._lock:
            self._vectors = self._terms = self._words = self._kgrams = None

    def _opened(self, from_disk: Callable[[], _T], in_memory: Callable[[sqlite3.Connection], _T]) -> _T:
        """The projection from its folder; where that is not right, repaired there, or made in memory from the store."""
        try:
            return from_disk()
        except DamagedProjection:
            try:
                return from_disk() if self._repair(self._generation) else self._read(in_memory)
            except DamagedProjection as fault:
                raise LibraryError(f"the library's index cannot be rebuilt ({fault}); run `quoth embed`") from fault
