"""What a compiled model's folder holds, and whether it holds it still."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from embeddings.weights import Task

GRAPH = "model.onnx"
ANSWERING = "answering.onnx"  # the last layers of a cross-encoder as an adapter changes them, where there is one for it
TOKENIZER = "tokenizer.json"
MANIFEST = "manifest.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """The facts of a compiled model."""

    fingerprint: str
    name: str
    task: Task
    origin: str
    dimension: int  # of a vector; 1 for a cross-encoder's logit
    max_tokens: int
    parity: Mapping[str, float]  # agreement with sentence-transformers; empty where the weights came quantised
    made_with: Mapping[str, str]  # versions of the libraries that compiled it
    sizes: Mapping[str, int]  # bytes of each file
    features: int = 0  # length of what a cross-encoder tells of its layers; 0 where it tells nothing

    def to_json(self) -> str:
        """One JSON object."""
        return json.dumps(dataclasses.asdict(self), indent=2) + "\n"

    @classmethod
    def of(cls, folder: Path) -> "Manifest | None":
        """The manifest of a compiled model, or None where the folder is missing, of another kind, or damaged."""
        try:
            fields = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            manifest = cls(**(fields | {"task": Task(fields["task"])}))
            intact = all((folder / file).stat().st_size == size for file, size in manifest.sizes.items())
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        return manifest if intact else None
