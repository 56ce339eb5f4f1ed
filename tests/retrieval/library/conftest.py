"""The real embedding model, a library to write to, and documents to put into it."""

from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from embeddings.loading import load_embedder
from retrieval.library.library import Library


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return load_embedder()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def library(home: Path):
    with Library.open(home) as library:
        yield library
