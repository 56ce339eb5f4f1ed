"""The real models, and the starter library as one archive that all tests of a session read."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from embeddings.embedder import Embedder, PairScorer
from embeddings.loading import load_cross_encoder, load_embedder
from retrieval.answering.asking import Reader
from retrieval.archive import Archive
from retrieval.library.library import Library


@pytest.fixture(scope="session")
def embedder(models: Path) -> Embedder:
    return load_embedder(models=models)


@pytest.fixture(scope="session")
def scorer(models: Path) -> PairScorer:
    return load_cross_encoder(models=models)


@pytest.fixture(scope="session")
def archive(starter: Path, embedder: Embedder, scorer: PairScorer) -> Iterator[Archive]:
    """The starter library; nobody changes it."""
    with Archive(Library.open(starter), embedder, scorer) as opened:
        yield opened


@pytest.fixture(scope="session")
def quick_archive(starter: Path, embedder: Embedder) -> Iterator[Archive]:
    """The same without re-ranking, for tests that ask a lot."""
    with Archive(Library.open(starter), embedder, None) as opened:
        yield opened


@pytest.fixture(scope="session")
def reader(starter: Path, embedder: Embedder, scorer: PairScorer) -> Iterator[Reader]:
    """The same library as one generation of it is read."""
    with Library.open(starter) as library:
        yield Reader(snapshot=library.snapshot(), embedder=embedder, scorer=scorer)


@pytest.fixture(scope="session")
def quick(reader: Reader) -> Reader:
    """The same without re-ranking, for tests that ask a lot."""
    return replace(reader, scorer=None)
