"""A second opinion: which of several passages answers the question, and which are only about the same thing?

A cross-encoder that was trained to rank tells what a passage is about better than whether the asked-for fact stands in
it. Its inner layers know more than its logit: a linear head on them, trained by benchmarks/ranking_head.py on pairs
written for this project, tells answers from near misses. It reads what the model computed anyway and costs nothing.
"""

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import PairReadings

RANKING = Path(__file__).with_name("ranking_head.npz")


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """A logistic regression on the features and the logit of one cross-encoder, named by its fingerprint."""

    fingerprint: str
    weights: NDArray[np.float32]
    logit_weight: float
    intercept: float

    @classmethod
    def load(cls, file: Path) -> Self:
        """From a file that `save` wrote."""
        with np.load(file, allow_pickle=False) as stored:
            return cls(
                fingerprint=str(stored["fingerprint"]),
                weights=stored["weights"],
                logit_weight=float(stored["logit_weight"]),
                intercept=float(stored["intercept"]),
            )

    def save(self, file: Path) -> None:
        """Write it to a .npz file."""
        np.savez(
            file,
            fingerprint=np.array(self.fingerprint),
            weights=self.weights,
            logit_weight=np.float32(self.logit_weight),
            intercept=np.float32(self.intercept),
        )

    def of(self, readings: PairReadings) -> NDArray[np.float32]:
        """Log-odds that each passage answers, float32, shape (passages,)."""
        return (
            readings.features @ self.weights
            + np.float32(self.logit_weight) * readings.logits
            + np.float32(self.intercept)
        )


@functools.cache
def shipped(fingerprint: str) -> Head | None:
    """The head that comes with Quoth, or None for a cross-encoder that it was not trained on."""
    head = Head.load(RANKING)
    return head if head.fingerprint == fingerprint else None
