"""Compiling leaves a whole model or none, whoever else compiles and whenever it is killed."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from embeddings import parity
from embeddings.compiling import compile_model
from embeddings.errors import ModelError
from embeddings.loading import load_cross_encoder, load_embedder
from embeddings.manifest import GRAPH, MANIFEST, TOKENIZER, Manifest
from embeddings.models import DEFAULT_CROSS_ENCODER, find_weights
from embeddings.weights import Task, Weights

COMPILE = (
    "import sys; from pathlib import Path; from embeddings.loading import load_cross_encoder;"
    "scorer = load_cross_encoder(models=Path(sys.argv[1]));"
    "print(scorer.score('who?', ['they', 'nobody']).tobytes().hex())"
)


@pytest.fixture(scope="module")
def cross_encoder() -> Weights:
    """Packaged as a quantised graph: compiles in half a second and without torch."""
    return find_weights(DEFAULT_CROSS_ENCODER, Task.PAIRS)


def start(models: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", COMPILE, str(models)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
    )


def visible(models: Path) -> list[str]:
    return sorted(path.name for path in models.iterdir() if not path.name.startswith("."))


def test_a_compiled_model_says_what_it_is(embedder: object, models: Path) -> None:
    (folder,) = models.glob("all-MiniLM-L6-v2-int8-*")

    facts = json.loads((folder / MANIFEST).read_text())

    assert sorted(path.name for path in folder.iterdir()) == [MANIFEST, GRAPH, TOKENIZER]
    assert facts["fingerprint"] == folder.name
    assert (facts["dimension"], facts["max_tokens"], facts["task"]) == (384, 256, "embedding")
    assert facts["parity"]["texts"] == len(parity.SENTENCES)
    assert facts["parity"]["least_cosine"] >= 0.97
    assert facts["parity"]["mean_cosine"] >= 0.99
    assert "torch" in facts["made_with"]


def test_it_is_compiled_once_and_tells_its_progress(cross_encoder: Weights, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []

    first = compile_model(cross_encoder, models=tmp_path, progress=lambda *step: steps.append(step))
    again = compile_model(cross_encoder, models=tmp_path, progress=lambda *step: pytest.fail("compiled again"))

    assert first == again
    assert steps == sorted(steps)
    assert steps[-1] == (5, 5)
    assert visible(tmp_path) == [first.name]


def test_two_processes_at_once_make_one_model(tmp_path: Path) -> None:
    printed = {process.communicate()[0] for process in [start(tmp_path) for _ in range(3)]}

    assert len(printed) == 1
    assert printed != {""}
    assert len(visible(tmp_path)) == 1


def test_killed_at_any_moment_it_leaves_a_whole_model_or_none(cross_encoder: Weights, tmp_path: Path) -> None:
    chance = random.Random(1917)
    for _ in range(6):
        process = start(tmp_path)
        time.sleep(chance.uniform(0.1, 1.5))
        process.send_signal(signal.SIGKILL)
        process.communicate()

        assert all(Manifest.of(tmp_path / name) for name in visible(tmp_path))

    folder = compile_model(cross_encoder, models=tmp_path)
    assert Manifest.of(folder)
    assert not list(tmp_path.glob(".*.building"))


@pytest.mark.parametrize("file", [GRAPH, TOKENIZER, MANIFEST])
@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_a_damaged_model_is_compiled_again(file: str, damage: str, cross_encoder: Weights, tmp_path: Path) -> None:
    folder = compile_model(cross_encoder, models=tmp_path)
    whole = (folder / file).read_bytes()
    if damage == "cut":
        (folder / file).write_bytes(whole[: len(whole) // 2])
    else:
        (folder / file).unlink()

    load_cross_encoder(models=tmp_path)

    assert (folder / file).read_bytes() == whole


def test_a_graph_that_does_not_run_is_named_with_the_cure(cross_encoder: Weights, tmp_path: Path) -> None:
    folder = compile_model(cross_encoder, models=tmp_path)
    (folder / GRAPH).write_bytes(bytes((folder / GRAPH).stat().st_size))

    with pytest.raises(ModelError, match=r"delete the folder .* it will be compiled again"):
        load_cross_encoder(models=tmp_path)


def test_a_folder_that_cannot_be_written_is_named_with_the_cure(cross_encoder: Weights, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")

    with pytest.raises(ModelError, match=r"cannot be compiled into .*blocked.*set QUOTH_MODELS"):
        compile_model(cross_encoder, models=blocked)


def test_a_saved_embedder_agrees_with_sentence_transformers(tiny_embedder: Path, tmp_path: Path) -> None:
    compiled = load_embedder(tiny_embedder, models=tmp_path)
    exact = load_embedder(str(tiny_embedder), models=tmp_path, runtime="torch")

    cosines = np.einsum("ij,ij->i", compiled.embed(parity.SENTENCES), exact.embed(parity.SENTENCES))

    assert (compiled.dimension, compiled.max_tokens) == (exact.dimension, exact.max_tokens) == (32, 64)
    assert cosines.min() > 0.95


def test_a_saved_cross_encoder_agrees_with_sentence_transformers(tiny_cross_encoder: Path, tmp_path: Path) -> None:
    scorer = load_cross_encoder(tiny_cross_encoder, models=tmp_path)

    (folder,) = (tmp_path / name for name in visible(tmp_path))
    manifest = Manifest.of(folder)

    assert manifest is not None
    assert manifest.parity["correlation"] >= parity.LEAST_CORRELATION
    assert scorer.fingerprint == folder.name
    assert scorer.max_tokens == 256
    assert manifest.features == scorer.read("who?", ["they"]).features.shape[1]


def test_a_cross_encoder_of_several_scores_is_refused(tiny_classifier: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="gives 3 scores a pair"):
        load_cross_encoder(tiny_classifier, models=tmp_path)

    assert visible(tmp_path) == []


def test_weights_that_do_not_load_are_named(tiny_embedder: Path, tmp_path: Path) -> None:
    import shutil

    broken = tmp_path / "broken"
    shutil.copytree(tiny_embedder, broken)
    (broken / "model.safetensors").write_bytes(b"no weights")

    with pytest.raises(ModelError, match=r"cannot load the model .*broken") as raised:
        load_embedder(broken, models=tmp_path / "models")

    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(("noise", "accepted"), [(0.0, True), (0.1, True), (0.5, False), (float("nan"), False)])
def test_vectors_too_far_from_the_reference_are_refused(noise: float, accepted: bool) -> None:
    chance = np.random.default_rng(7)
    exact = chance.normal(size=(50, 384)).astype(np.float32)
    exact /= np.linalg.norm(exact, axis=1, keepdims=True)
    other = exact + noise * chance.normal(size=exact.shape).astype(np.float32) / np.sqrt(384)
    other /= np.linalg.norm(other, axis=1, keepdims=True)

    if accepted:
        assert parity.check_vectors("m", other, exact)["mean_cosine"] >= parity.LEAST_MEAN_COSINE
    else:
        with pytest.raises(ModelError, match="does not agree with sentence-transformers"):
            parity.check_vectors("m", other, exact)


def test_logits_that_do_not_follow_the_reference_are_refused() -> None:
    exact = np.arange(50, dtype=np.float32)

    assert parity.check_logits("m", exact * 2 + 1, exact)["correlation"] == 1
    with pytest.raises(ModelError, match="does not agree with sentence-transformers"):
        parity.check_logits("m", -exact, exact)
