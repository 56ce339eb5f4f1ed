"""The front door: where models are kept, what is imported, and how much memory it takes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from embeddings.errors import ModelError
from embeddings.loading import default_models_folder, load_cross_encoder, load_embedder
from embeddings.parity import QUESTIONS, SENTENCES

BGE = "BAAI/bge-small-en-v1.5"


def run(code: str, models: Path) -> dict[str, object]:
    """What a fresh process prints."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "QUOTH_MODELS": str(models)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    facts: dict[str, object] = json.loads(done.stdout)
    return facts


ASK = """
import json, re, sys
from pathlib import Path
from embeddings.loading import load_cross_encoder, load_embedder
embedder, scorer = load_embedder(), load_cross_encoder()
embedder.embed(["who?"]); scorer.score("who?", ["word " * 250] * 20)
status = Path("/proc/self/status")  # getrusage would give the peak of the process that started this one
peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) / 1024 if status.exists() else 0
print(json.dumps({"modules": sorted({name.partition(".")[0] for name in sys.modules}), "peak": peak}))
"""


@pytest.fixture(scope="module")
def facts(embedder: object, scorer: object, models: Path) -> dict[str, object]:
    return run(ASK, models)


@pytest.mark.parametrize(
    "module", ["torch", "transformers", "sentence_transformers", "huggingface_hub", "onnx", "filelock", "distributed"]
)
def test_compiled_models_run_without(module: str, facts: dict[str, object]) -> None:
    assert module not in facts["modules"]  # type: ignore[operator]


def test_both_models_together_stay_small(facts: dict[str, object]) -> None:
    assert facts["peak"] < 350  # type: ignore[operator]  # MB; a whole question may take 600


def test_the_front_door_alone_does_not_import_onnxruntime(models: Path) -> None:
    code = "import json, sys, embeddings.loading; print(json.dumps({'loaded': 'onnxruntime' in sys.modules}))"

    assert run(code, models) == {"loaded": False}


def test_models_are_kept_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QUOTH_MODELS", str(tmp_path))
    assert default_models_folder() == tmp_path

    monkeypatch.delenv("QUOTH_MODELS")
    assert default_models_folder().parts[-2:] == ("quoth", "models")


def test_a_compiled_models_folder_is_loaded_as_it_is(embedder: Embedder, models: Path, tmp_path: Path) -> None:
    elsewhere = load_embedder(models / embedder.fingerprint, models=tmp_path)

    assert elsewhere.fingerprint == embedder.fingerprint
    assert elsewhere.embed(["It snowed."]).tobytes() == embedder.embed(["It snowed."]).tobytes()
    assert list(tmp_path.iterdir()) == []


def test_a_compiled_model_is_not_taken_for_one_of_the_other_kind(embedder: Embedder, models: Path) -> None:
    with pytest.raises(ModelError):
        load_cross_encoder(models / embedder.fingerprint, models=models)


def test_the_packaged_bge_embeds_by_its_first_token(models: Path) -> None:
    bge = load_embedder(BGE, models=models)

    vectors = bge.embed([*QUESTIONS, *SENTENCES])
    nearest = (vectors[: len(QUESTIONS)] @ vectors[len(QUESTIONS) :].T).argmax(axis=1)

    assert (bge.dimension, bge.max_tokens) == (384, 512)
    assert nearest.tolist() == [0, 1, 2, 3, 4]
