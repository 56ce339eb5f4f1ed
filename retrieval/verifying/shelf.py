"""What verifying reads of a library."""

from collections.abc import Collection
from typing import Protocol

from retrieval.answering import quoting
from retrieval.answering.locating import paragraph_number
from retrieval.library.kgrams import KGrams
from retrieval.library.snapshot import Snapshot
from retrieval.types import Quote
from seeds.document import Document


class Shelf(Protocol):
    """Texts with an index of their k-grams."""

    def kgrams(self) -> KGrams:
        """The index; its versions are numbers of documents."""
        ...

    def numbers(self, documents: Collection[str]) -> list[int]:
        """The numbers of the documents with those ids."""
        ...

    def document(self, number: int) -> Document:
        """The document of that number."""
        ...

    def capitalised(self, word: str) -> float | None:
        """The share of a word's uses that have a capital; None where no text holds it."""
        ...

    def quote(self, document: Document, start: int, end: int, *, confidence: float) -> Quote | None:
        """The quote of a slice; None where it may not be quoted."""
        ...


class LibraryShelf:
    """A generation of a library."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._by_version = {card.version: card for card in snapshot.documents()}

    def kgrams(self) -> KGrams:
        """The index of the library's canonical texts."""
        return self._snapshot.kgrams()

    def numbers(self, documents: Collection[str]) -> list[int]:
        """The versions of the documents with those ids; ids that the library does not have are left out."""
        return [card.version for card in self._by_version.values() if card.id in documents]

    def document(self, number: int) -> Document:
        """The document of that version."""
        return self._snapshot.document(self._by_version[number].id)

    def capitalised(self, word: str) -> float | None:
        """The share of a word's uses in sentences that have a capital; None where no sentence holds it."""
        return self._snapshot.capitalised(word)

    def quote(self, document: Document, start: int, end: int, *, confidence: float) -> Quote | None:
        """The quote of a slice with its citation; None where it touches a mask."""
        inside = self._snapshot.sentences_in(document.id, start, end)
        return quoting.make(
            document,
            start,
            end,
            paragraph=paragraph_number(self._snapshot, document, inside[0]) if inside else 1,
            confidence=confidence,
        )
