"""A cluster gives the vectors that this machine would give."""

import gc
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

from distributed import Client, LocalCluster

from embeddings import cluster
from embeddings.bulk import embed_all
from embeddings.cluster import ClusterEmbedder
from embeddings.embedder import Embedder
from embeddings.errors import ModelError
from embeddings.parity import SENTENCES

TEXTS = [f"{number}. {sentence}" for number in range(3) for sentence in SENTENCES]


@pytest.fixture(autouse=True)
def no_client_is_left() -> Iterator[None]:
    """A client that found no scheduler is closed here: where the collector finds it inside Dask's own lock, it waits for ever."""
    yield
    gc.collect()


@pytest.fixture(scope="module")
def local_cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=1, threads_per_worker=2, processes=False, dashboard_address=":0") as started:
        yield started


@pytest.fixture
def on_cluster(local_cluster: LocalCluster, embedder: Embedder, models: Path) -> Iterator[ClusterEmbedder]:
    with ClusterEmbedder.connect(local_cluster.scheduler_address, models=models) as connected:
        yield connected


def test_vectors_come_in_order_and_bit_by_bit_as_from_here(on_cluster: ClusterEmbedder, embedder: Embedder) -> None:
    assert on_cluster.embed(TEXTS).tobytes() == embedder.embed(TEXTS).tobytes()
    assert on_cluster.embed([]).shape == (0, 384)


def test_it_is_an_embedder_like_any_other(on_cluster: ClusterEmbedder, embedder: Embedder) -> None:
    assert on_cluster.fingerprint == embedder.fingerprint
    assert (on_cluster.dimension, on_cluster.max_tokens) == (embedder.dimension, embedder.max_tokens)
    assert on_cluster.count_tokens(TEXTS) == embedder.count_tokens(TEXTS)
    assert on_cluster.block == 2 * cluster.TEXTS_PER_TASK * cluster.TASKS_PER_THREAD
    blocks = list(embed_all(on_cluster, TEXTS, block=100))
    assert np.concatenate(blocks).tobytes() == embedder.embed(TEXTS).tobytes()


def test_workers_forget_the_model_when_the_client_leaves(
    local_cluster: LocalCluster, embedder: Embedder, models: Path
) -> None:
    with ClusterEmbedder.connect(local_cluster.scheduler_address, models=models):
        (worker,) = local_cluster.workers.values()
        assert list(Path(worker.local_directory).glob("quoth-*"))

    assert not list(Path(worker.local_directory).glob("quoth-*"))
    assert not [name for name in worker.plugins if name.startswith("quoth-")]


def test_a_worker_with_another_recipe_is_refused(
    local_cluster: LocalCluster, embedder: Embedder, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster._CompiledModel, "setup", _setup_of_an_older_quoth)

    with pytest.raises(ModelError, match=f"recipe 0, not {cluster.RECIPE}: install the same version of Quoth there"):
        ClusterEmbedder.connect(local_cluster.scheduler_address, models=models)

    (worker,) = local_cluster.workers.values()
    assert not [name for name in worker.plugins if name.startswith("quoth-")]
    with Client(local_cluster.scheduler_address, set_as_default=False) as client:
        assert client.submit(sum, [1, 2]).result() == 3


_setup = cluster._CompiledModel.setup


def _setup_of_an_older_quoth(model: cluster._CompiledModel, worker: object) -> None:
    ours, cluster.RECIPE = cluster.RECIPE, 0
    try:
        _setup(model, worker)  # type: ignore[arg-type]
    finally:
        cluster.RECIPE = ours


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x", "not an address"])
def test_an_address_without_a_scheduler_is_named(
    address: str, embedder: Embedder, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)

    with pytest.raises(ModelError, match="No Dask scheduler answers at"):
        ClusterEmbedder.connect(address, models=models)


def test_a_scheduler_without_workers_is_named(
    embedder: Embedder, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with LocalCluster(n_workers=0, processes=False, dashboard_address=":0") as empty:
        address = empty.scheduler_address
        with pytest.raises(ModelError, match="has no workers"):
            ClusterEmbedder.connect(address, models=models)
