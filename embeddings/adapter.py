"""Small changes to a cross-encoder's last layers, after which it tells whether a passage answers a question.

A cross-encoder that was trained to rank tells what a passage is about better than whether the asked-for fact stands in
it. Low-rank changes to its last layers (Hu et al., "LoRA", 2021), trained by benchmarks/answering_adapter.py on pairs
written for this project, make it tell answers from near misses. Its own weights stay as they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

SHIPPED = Path(__file__).with_name("answering_adapter.npz")

Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True, slots=True)
class Adapter:
    """Changes to a BERT-like cross-encoder.

    `weights` is the sha256 of the graph that it was trained on. Of each linear map, named by its bias, `down` (inputs, rank) times
    `up` (rank, outputs) is added to its weights. `vectors` replace biases and scales, by their names. The log-odds that a passage
    answers are `own` times the changed logit, plus `head` (3 x width) times the last layer's state of the first token and its
    means over question and passage, plus `intercept`.
    """

    weights: str
    down: Mapping[str, Floats]
    up: Mapping[str, Floats]
    vectors: Mapping[str, Floats]
    head: Floats
    own: float
    intercept: float

    @classmethod
    def load(cls, file: Path = SHIPPED) -> Self:
        """From a file that `save` wrote."""
        with np.load(file, allow_pickle=False) as stored:
            parts: dict[str, dict[str, Floats]] = {"down": {}, "up": {}, "vector": {}}
            for name in stored.files:
                kind, _, rest = name.partition(":")
                if rest:
                    parts[kind][rest] = stored[name].astype(np.float32)
            own, intercept = stored["scalars"].tolist()
            return cls(
                weights=str(stored["weights"]),
                down=parts["down"],
                up=parts["up"],
                vectors=parts["vector"],
                head=stored["head"].astype(np.float32),
                own=own,
                intercept=intercept,
            )

    def save(self, file: Path = SHIPPED) -> None:
        """Write it to a .npz file, in half precision."""
        parts = (("down", self.down), ("up", self.up), ("vector", self.vectors))
        named = {f"{kind}:{name}": array.astype(np.float16) for kind, arrays in parts for name, array in arrays.items()}
        np.savez_compressed(
            file,
            weights=np.array(self.weights),
            head=self.head.astype(np.float16),
            scalars=np.array([self.own, self.intercept], dtype=np.float32),
            **named,  # type: ignore[arg-type]
        )


def trained_on(file: Path = SHIPPED) -> str:
    """The sha256 of the graph that a saved adapter was trained on."""
    with np.load(file, allow_pickle=False) as stored:
        return str(stored["weights"])
