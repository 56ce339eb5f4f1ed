"""Models for these tests: the real ones, compiled once a session, and tiny untrained ones that compile in a second."""

from pathlib import Path

import pytest

from embeddings.embedder import Embedder, PairScorer
from embeddings.loading import load_cross_encoder, load_embedder
from embeddings.models import DEFAULT_EMBEDDER, find_weights
from embeddings.weights import Task


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def embedder(models: Path) -> Embedder:
    return load_embedder(models=models)


@pytest.fixture(scope="session")
def torch_embedder(models: Path) -> Embedder:
    import torch

    torch.set_num_threads(1)  # its threads spin while they wait for each other, and the machine is shared
    return load_embedder(models=models, runtime="torch")


@pytest.fixture(scope="session")
def scorer(models: Path) -> PairScorer:
    return load_cross_encoder(models=models)


@pytest.fixture(scope="session")
def packaged() -> Path:
    """The folder of the default embedder's weights."""
    return find_weights(DEFAULT_EMBEDDER, Task.EMBEDDING).folder


@pytest.fixture(scope="session")
def tiny_embedder(tmp_path_factory: pytest.TempPathFactory, packaged: Path) -> Path:
    """A saved model of two small layers that reads its vector from the first token."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer

    folder = _transformer(tmp_path_factory.mktemp("tiny") / "transformer", packaged, labels=None)
    transformer = Transformer(str(folder), max_seq_length=64)
    pipeline = SentenceTransformer(modules=[transformer, Pooling(32, pooling_mode="cls")], device="cpu")
    saved = folder.with_name("embedder")
    pipeline.save(str(saved), create_model_card=False)
    return saved


@pytest.fixture(scope="session")
def tiny_cross_encoder(tmp_path_factory: pytest.TempPathFactory, packaged: Path) -> Path:
    """A saved cross-encoder of two small layers with one score."""
    return _transformer(tmp_path_factory.mktemp("tiny") / "cross-encoder", packaged, labels=1)


@pytest.fixture(scope="session")
def tiny_classifier(tmp_path_factory: pytest.TempPathFactory, packaged: Path) -> Path:
    """The same with three."""
    return _transformer(tmp_path_factory.mktemp("tiny") / "classifier", packaged, labels=3)


def _transformer(folder: Path, packaged: Path, labels: int | None) -> Path:
    import torch
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification, BertModel

    torch.manual_seed(1917)
    shape = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    if labels is None:
        BertModel(BertConfig(**shape, initializer_range=0.2)).save_pretrained(folder)
    else:
        config = BertConfig(**shape, initializer_range=0.2, num_labels=labels)
        BertForSequenceClassification(config).save_pretrained(folder)
    AutoTokenizer.from_pretrained(packaged).save_pretrained(folder)
    return folder
