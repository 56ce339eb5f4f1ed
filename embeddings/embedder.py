"""The seams of the models: text to vectors, and pairs of texts to scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into unit vectors whose inner product is their cosine similarity."""

    @property
    def fingerprint(self) -> str:
        """Names the model, its weights, its precision and its limits: equal fingerprints give equal vectors."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    @property
    def max_tokens(self) -> int:
        """Tokens that the model reads of one text, the two special ones included."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as the model would read it without a limit, the two special ones included."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (len(texts), dimension); independent of how texts are batched.

        A text over `max_tokens` is embedded in pieces of whole words whose vectors are averaged (weighted by tokens)
        and normalised again; nothing is cut off silently.
        """


@dataclass(frozen=True, kw_only=True, slots=True)
class PairReadings:
    """What a cross-encoder makes of a question with each of some passages.

    `logits`, float32, shape (passages,), are those of `score`. `features`, float32, shape (passages, length), are states
    of its last layers, for heads trained on them; their length is 0 for a model that does not show its layers.
    """

    logits: NDArray[np.float32]
    features: NDArray[np.float32]


class PairScorer(Protocol):
    """Scores how well a passage answers a question (a cross-encoder)."""

    @property
    def fingerprint(self) -> str:
        """Names the model, its weights, its precision and its limits."""

    @property
    def max_tokens(self) -> int:
        """Tokens that the model reads of question and passage together; a longer passage is cut at the end."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text by itself without a limit, the two special ones included."""

    def score(self, question: str, passages: Sequence[str]) -> NDArray[np.float32]:
        """Logits, float32, shape (len(passages),); higher is more relevant."""

    def read(self, question: str, passages: Sequence[str]) -> PairReadings:
        """The same logits and, from the same run of the model, features of each pair."""

    def answers(self, question: str, passages: Sequence[str]) -> NDArray[np.float32] | None:
        """Log-odds that each passage answers the question, float32, shape (len(passages),): a passage about the same thing that
        does not hold the asked-for fact has low ones. None for a model that was not taught to tell.
        """
