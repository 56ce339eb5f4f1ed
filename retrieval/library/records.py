"""The nouns of a library's inside."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from seeds.document import Document, Metadata

Progress = Callable[[str, int, int], None]
"""Told what is being done ("reading", "embedding", "indexing"), how much of it is done, and of how much."""


Read = Callable[[str], Document]
"""Reads the document at a path or URL; raises SourceError."""


class Unit(StrEnum):
    """What has a vector."""

    SENTENCE = "sentence"
    PASSAGE = "passage"


class View(StrEnum):
    """Where words are looked for. A window is a sentence with its neighbours in the paragraph, surroundings are a passage with
    those of its document around it, in other languages than English; they have its id.
    """

    SENTENCE = "sentence"
    WINDOW = "window"
    PASSAGE = "passage"
    SURROUNDINGS = "surroundings"


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """A document of a generation without its text. Its sentences' and passages' ids grow by one from the first."""

    version: int
    id: str
    source: str
    sha256: str
    metadata: Metadata
    first_sentence: int
    sentences: int
    first_passage: int
    passages: int


def span_of(card: Card, unit: Unit) -> tuple[int, int]:
    """First id and number of a document's sentences or passages."""
    if unit is Unit.SENTENCE:
        return card.first_sentence, card.sentences
    return card.first_passage, card.passages


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """How much a generation holds."""

    documents: int
    passages: int
    sentences: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A word of the library's sentences in lower case, its uses, and the share of them with a capital."""

    text: str
    count: int
    capitalised: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What an indexing run did: ids of documents, and sources with their sentence.

    `duplicates` are sources whose bytes the library already has, with the id of the document; `vanished` are documents
    whose source is no longer there: they are kept until they are removed. `drifted` are pages that hold other bytes now,
    with the share of their lines that changed; `warnings` are what readers said of new and changed documents, and facts given
    for duplicates, which change nothing.
    """

    generation: int
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    vanished: tuple[str, ...] = ()
    drifted: tuple[tuple[str, float], ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()
    passages_embedded: int = 0
    sentences_embedded: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What a sync would cost: documents to take in, texts to embed, seconds, and megabytes of disk."""

    documents: int
    passages: int
    sentences: int
    seconds: float
    megabytes: float
    failed: tuple[tuple[str, str], ...] = ()


class Health(StrEnum):
    """Outcome of a check."""

    OK = "ok"
    REPAIRED = "repaired"
    BAD = "bad"


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """One thing that was looked at, how it was found, and a sentence about it."""

    name: str
    health: Health
    detail: str
