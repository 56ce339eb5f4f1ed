"""Small libraries made by hand, and how to ask them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embeddings.embedder import Embedder, PairScorer
from retrieval.answering.asking import Reader
from retrieval.library.library import Library
from seeds.document import Document


@contextmanager
def reading(
    documents: list[Document], home: Path, embedder: Embedder, scorer: PairScorer | None = None
) -> Iterator[Reader]:
    """A library of these documents, ready to be asked."""
    with Library.open(home) as library:
        library.add(documents, embedder)
        yield Reader(snapshot=library.snapshot(), embedder=embedder, scorer=scorer)
