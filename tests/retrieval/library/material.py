"""Documents of our own for tests of the library, and models that obey the seam."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from embeddings.embedder import Embedder, Vectors
from retrieval.library.kgrams import grams_of
from retrieval.library.records import Unit, View
from retrieval.library.snapshot import Snapshot
from seeds.document import Document, Metadata

HARBOUR = """The harbour of Vellin froze over in the first week of January. Ships lay in the ice until March.

The dockers had not been paid since autumn. On the ninth they walked out, and the sailors followed them.
Governor Brandt telegraphed the capital for troops. None came.

By the end of the month the strike committee ran the bakeries, the trams and the telegraph office.
"""

MILLS = """Eighteen cotton mills stood along the river Osk. Their owners had sold the cloth before it was woven.

When the price of bread doubled, the weavers of the Osk mills put down their shuttles. The owners closed the gates.
Old Marta Lund, who had woven for forty years, spoke from a cart. Nobody had heard her raise her voice before.
"""

RAILWAY = """The railway reached Tarn in 1889. It brought newspapers, potatoes and recruiting sergeants.

The engine drivers were the first to form a union there. The union paid for a doctor and for a library of
three hundred books.
"""

STAMPS = """Postage stamps of the province show a heron. The heron was drawn by a clerk of the tax office.

Collectors pay most for the green heron of 1902, which was printed upside down. Eleven copies are known.
"""


def document(text: str, name: str = "harbour", **facts: object) -> Document:
    """A document as the text reader would make it."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        **{
            "id": name,
            "source": f"/nowhere/{name}.txt",
            "sha256": sha256,
            "text": text,
            "encoding": "utf-8",
            "media_type": "text/plain",
            "metadata": Metadata(title=name.title()),
            **facts,
        }
    )


def write(folder: Path, **texts: str) -> list[Path]:
    """A text file for each."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in texts.items():
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


QUESTIONS = ("who walked out of the harbour", "bread and the weavers", "a library and a union", "green heron")


def answers(snapshot: Snapshot, embedder: Embedder) -> list[object]:
    """What the snapshot says to some questions in every view, without ids, which differ from library to library."""
    found: list[object] = [sorted((card.id, card.sha256, card.metadata) for card in snapshot.documents())]
    for question, vector in zip(QUESTIONS, embedder.embed(QUESTIONS), strict=True):
        for view in View:
            hits = snapshot.search_terms(question, view, 3)
            found.append(
                [
                    (round(score, 3), _text(snapshot, view in (View.PASSAGE, View.SURROUNDINGS), number))
                    for number, score in hits
                ]
            )
        for unit in Unit:
            hits = snapshot.search_vectors(vector, unit, 3)
            found.append([(round(score, 3), _text(snapshot, unit is Unit.PASSAGE, number)) for number, score in hits])
    found.append(sorted((word.text, word.count) for word in snapshot.vocabulary()))
    found += [_places(snapshot, words) for words in ("they walked out, and the sailors", "one green heron of 1902")]
    return found


def _places(snapshot: Snapshot, words: str) -> list[tuple[str, int]]:
    """Documents and offsets of the k-grams of some words."""
    kgrams, by_version = snapshot.kgrams(), {card.version: card.id for card in snapshot.documents()}
    ranges = zip(*kgrams.ranges(grams_of(words).hashes), strict=True)
    found = (kgrams.locate(int(place)) for low, high in ranges for place in kgrams.places(int(low), int(high)))
    return sorted((by_version[each.version], each.offset) for each in found)


def _text(snapshot: Snapshot, passage: bool, number: int) -> str:
    units = snapshot.passages([number]) if passage else snapshot.sentences([number])
    return snapshot.text(units[0])


@dataclass
class Counting:
    """A model that counts the texts that it embeds."""

    model: Embedder
    texts: list[str] = field(default_factory=list)

    @property
    def fingerprint(self) -> str:
        return self.model.fingerprint

    @property
    def dimension(self) -> int:
        return self.model.dimension

    @property
    def max_tokens(self) -> int:
        return self.model.max_tokens

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self.model.count_tokens(texts)

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.texts.extend(texts)
        return self.model.embed(texts)


@dataclass
class Half:
    """Another model: the first half of each of the real one's vectors, and half of what it reads."""

    model: Embedder
    fingerprint: str = "half"

    @property
    def dimension(self) -> int:
        return self.model.dimension // 2

    @property
    def max_tokens(self) -> int:
        return self.model.max_tokens // 2

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self.model.count_tokens(texts)

    def embed(self, texts: Sequence[str]) -> Vectors:
        vectors = self.model.embed(texts)[:, : self.dimension]
        return vectors / (vectors**2).sum(axis=1, keepdims=True) ** 0.5
