"""Models are compiled once: exported, quantised to int8, optimised, compared with sentence-transformers, and kept."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from embeddings.errors import ModelError
from embeddings.fingerprints import fingerprint
from embeddings.manifest import MANIFEST, Manifest
from embeddings.weights import Precision, Weights

Progress = Callable[[int, int], None]

STEPS = 5


def compile_model(weights: Weights, *, models: Path, progress: Progress | None = None) -> Path:
    """Folder of the compiled model, below `models`, made now if it is not there in one piece.

    Several processes may ask at once: one compiles, the others wait for it. A process killed at any moment leaves
    nothing that could be taken for a model. Raises ModelError.
    """
    name = fingerprint(weights, Precision.INT8, memory=models / ".digests")
    folder = models / name
    if Manifest.of(folder):
        return folder
    from filelock import FileLock  # 30 ms that a question need not pay

    try:
        models.mkdir(parents=True, exist_ok=True)
        with FileLock(models / f".{name}.lock"):
            if not Manifest.of(folder):
                _compile_into(folder, weights, progress or _unseen)
    except OSError as error:
        raise ModelError(
            f"The model {weights.name!r} cannot be compiled into {str(models)!r}: {error.strerror or error}; "
            f"set QUOTH_MODELS to a folder that can be written."
        ) from error
    return folder


def _unseen(done: int, total: int) -> None:
    """Progress that nobody asked for."""


def _compile_into(folder: Path, weights: Weights, progress: Progress) -> None:
    """Call it with the lock held."""
    building = folder.with_name(f".{folder.name}.building")
    shutil.rmtree(building, ignore_errors=True)  # of a process that was killed
    building.mkdir()
    try:
        from embeddings.recipes import make  # brings onnx, and for most models torch

        progress(0, STEPS)
        manifest = make(weights, building, folder.name, lambda done: progress(done, STEPS))
        (building / MANIFEST).write_text(manifest.to_json(), encoding="utf-8")
        for file in building.iterdir():
            _flush(file)
        shutil.rmtree(folder, ignore_errors=True)  # damaged, or it would not be made again
        building.rename(folder)
        progress(STEPS, STEPS)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _flush(file: Path) -> None:
    """Bring a file to the disk: a rename may reach it before the content does."""
    with file.open("rb") as stream:
        os.fsync(stream.fileno())
