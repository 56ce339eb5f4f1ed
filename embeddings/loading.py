"""The front door: a model's name in, an embedder or a pair scorer out."""

import os
from pathlib import Path
from typing import Literal

import platformdirs

from embeddings.compiling import Progress, compile_model
from embeddings.embedder import Embedder, PairScorer
from embeddings.errors import ModelError
from embeddings.fingerprints import fingerprint
from embeddings.manifest import Manifest
from embeddings.models import DEFAULT_CROSS_ENCODER, DEFAULT_EMBEDDER, find_weights, is_path
from embeddings.weights import Precision, Task

Runtime = Literal["onnx", "torch"]


def default_models_folder() -> Path:
    """Where compiled models are kept: `QUOTH_MODELS`, else a cache of the user that all libraries share."""
    if named := os.environ.get("QUOTH_MODELS"):
        return Path(named).expanduser()
    return Path(platformdirs.user_cache_dir("quoth", appauthor=False)) / "models"


def load_embedder(
    name: str | Path = DEFAULT_EMBEDDER,
    *,
    runtime: Runtime = "onnx",
    models: Path | None = None,
    threads: int | None = None,
    progress: Progress | None = None,
) -> Embedder:
    """The embedder of a name (see `find_weights`) or of a compiled model's folder; compiled now if it never was.

    `models` defaults to `default_models_folder()`, `threads` to the available cores (the torch runtime has its own).
    `progress` hears (steps done, steps in all) while a model is compiled. Raises ModelError.
    """
    models = models or default_models_folder()
    if runtime == "torch":
        return _torch_embedder(name, models)
    folder, manifest = compiled(name, Task.EMBEDDING, models, progress)
    from embeddings.onnx import OnnxEmbedder

    return OnnxEmbedder.load(folder, manifest, threads)


def load_cross_encoder(
    name: str | Path = DEFAULT_CROSS_ENCODER,
    *,
    models: Path | None = None,
    threads: int | None = None,
    progress: Progress | None = None,
) -> PairScorer:
    """The cross-encoder of a name or folder, as `load_embedder` finds embedders. Raises ModelError."""
    folder, manifest = compiled(name, Task.PAIRS, models or default_models_folder(), progress)
    from embeddings.cross_encoder import OnnxPairScorer

    return OnnxPairScorer.load(folder, manifest, threads)


def compiled(name: str | Path, task: Task, models: Path, progress: Progress | None) -> tuple[Path, Manifest]:
    """Folder and facts of a compiled model, compiled now if it never was. Raises ModelError."""
    if is_path(name) and (manifest := Manifest.of(Path(name).expanduser())) and manifest.task is task:
        return Path(name).expanduser(), manifest
    folder = compile_model(find_weights(name, task), models=models, progress=progress)
    manifest = Manifest.of(folder)
    if manifest is None:
        raise ModelError(f"The compiled model {str(folder)!r} was changed while it was opened: try again.")
    return folder, manifest


def _torch_embedder(name: str | Path, models: Path) -> Embedder:
    from embeddings.sentence_transformer import TorchEmbedder

    weights = find_weights(name, Task.EMBEDDING)
    return TorchEmbedder.load(weights, fingerprint(weights, Precision.FP32, memory=models / ".digests"))
