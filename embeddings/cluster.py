"""Embedding on a cluster: texts fan out over the workers of a Dask scheduler and come back in their order.

Needs the optional extra `cluster`. Workers need Quoth installed, and no weights: they get the compiled model itself, so
that every worker computes with the same bits.
"""

import contextlib
import shutil
import socket
import uuid
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from embeddings.embedder import Vectors
from embeddings.errors import ModelError, first_line
from embeddings.fingerprints import RECIPE
from embeddings.loading import compiled, default_models_folder
from embeddings.manifest import GRAPH, MANIFEST, TOKENIZER, Manifest
from embeddings.models import DEFAULT_EMBEDDER
from embeddings.onnx import OnnxEmbedder
from embeddings.weights import Task

try:
    from distributed import Client, Worker, get_worker
    from distributed.diagnostics.plugin import WorkerPlugin
except ImportError as error:
    raise ModelError("Embedding on a cluster needs the package distributed: pip install 'quoth[cluster]'.") from error

TEXTS_PER_TASK = 32  # a fifth of a second of work, against milliseconds of transport
TASKS_PER_THREAD = 4  # keeps threads busy while results travel
PATIENCE = 15.0  # seconds


class ClusterEmbedder:
    """Vectors of a compiled model (see the `Embedder` protocol), computed by the workers of a cluster.

    Bits equal those of a local embedder on workers whose processors have the same instructions; on others floating
    point sums may round otherwise.
    """

    def __init__(self, client: Client, local: OnnxEmbedder, address: str) -> None:
        self._client = client
        self._local = local
        self._address = address
        self._plugin = f"quoth-{local.fingerprint}-{uuid.uuid4().hex}"  # two clients do not take each other's away
        self._equipped = False

    @classmethod
    def connect(
        cls, address: str, name: str | Path = DEFAULT_EMBEDDER, *, models: Path | None = None
    ) -> "ClusterEmbedder":
        """From a scheduler's address, `tcp://host:port`; every worker, also one that joins later, gets the model.

        Raises ModelError where the scheduler does not answer, has no workers, or a worker cannot run the model.
        """
        folder, manifest = compiled(name, Task.EMBEDDING, models or default_models_folder(), None)
        try:
            client = Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise ModelError(f"No Dask scheduler answers at {address!r} ({first_line(error)}): start one.") from error
        embedder = cls(client, OnnxEmbedder.load(folder, manifest), address)
        try:
            embedder._equip(folder)
        except BaseException:
            embedder.close()
            raise
        return embedder

    @property
    def fingerprint(self) -> str:
        """Names the model, its weights, its precision and its limits."""
        return self._local.fingerprint

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._local.dimension

    @property
    def max_tokens(self) -> int:
        """Tokens that the model reads of one text, the two special ones included."""
        return self._local.max_tokens

    @property
    def block(self) -> int:
        """Texts that keep the whole cluster at work for a while: give `embed_all` this many at a time."""
        threads: int = sum(self._client.nthreads().values())
        return TEXTS_PER_TASK * TASKS_PER_THREAD * max(1, threads)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as the model would read it without a limit; counted here, not on the cluster."""
        return self._local.count_tokens(texts)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (len(texts), dimension). Raises ModelError when the cluster fails."""
        if not texts:
            return self._local.embed(texts)
        tasks = [list(texts[start : start + TEXTS_PER_TASK]) for start in range(0, len(texts), TEXTS_PER_TASK)]
        futures = self._client.map(_embed, tasks, plugin=self._plugin, pure=False)
        try:
            return np.concatenate(self._client.gather(futures))
        except ModelError:
            raise
        except Exception as error:  # whatever a task raised, or distributed about a lost worker
            raise ModelError(f"The cluster at {self._address!r} failed: {first_line(error)}.") from error
        finally:
            self._client.cancel(futures)

    def close(self) -> None:
        """Leave the cluster; its workers forget the model."""
        if self._equipped:
            with contextlib.suppress(OSError, TimeoutError):  # the scheduler is gone, and the workers with it
                self._client.unregister_worker_plugin(self._plugin)
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _equip(self, folder: Path) -> None:
        files = {name: (folder / name).read_bytes() for name in (GRAPH, TOKENIZER, MANIFEST)}
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
            self._equipped = True
            self._client.register_plugin(_CompiledModel(self._plugin, self.fingerprint, RECIPE, files))
        except ModelError:
            raise
        except TimeoutError as error:
            raise ModelError(f"The scheduler at {self._address!r} has no workers: start some.") from error
        except Exception as error:  # what a worker raised while it unpacked the model
            raise ModelError(
                f"A worker of {self._address!r} cannot run the model ({first_line(error)}): "
                f"install the same version of Quoth there."
            ) from error


class _CompiledModel(WorkerPlugin):
    """A compiled model on its way to a worker, which keeps it in its scratch folder while the client is connected."""

    def __init__(self, name: str, fingerprint: str, recipe: int, files: dict[str, bytes]) -> None:
        self.name = name
        self.fingerprint = fingerprint
        self.recipe = recipe
        self.files = files
        self.embedder: OnnxEmbedder | None = None

    def setup(self, worker: Worker) -> None:
        if self.recipe != RECIPE:
            raise ModelError(
                f"The worker {worker.address} on {socket.gethostname()} makes vectors by recipe {RECIPE}, "
                f"not {self.recipe}: install the same version of Quoth there."
            )
        folder = Path(worker.local_directory) / self.name
        folder.mkdir(parents=True)
        for name, content in self.files.items():
            (folder / name).write_bytes(content)
        manifest = Manifest.of(folder)
        if manifest is None or manifest.fingerprint != self.fingerprint:
            raise ModelError(f"The worker {worker.address} did not receive the model {self.fingerprint!r} whole.")
        self.files = {}
        self.embedder = OnnxEmbedder.load(folder, manifest, threads=1)  # the worker's own threads share the cores

    def teardown(self, worker: Worker) -> None:
        self.embedder = None
        shutil.rmtree(Path(worker.local_directory) / self.name, ignore_errors=True)


def _embed(texts: list[str], plugin: str) -> Vectors:
    """Runs on a worker."""
    model = get_worker().plugins[plugin]
    assert isinstance(model, _CompiledModel)
    assert model.embedder is not None, "a worker takes no task before its plugins are set up"
    return model.embedder.embed(texts)
