"""A cross-encoder that keeps what it read, for scripts that ask the same questions many times."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import PairReadings, PairScorer

Pair = tuple[str, str]


class Remembering:
    """The same logits, features and log-odds as of the cross-encoder that it asks; each pair is read once."""

    def __init__(self, scorer: PairScorer) -> None:
        self._scorer = scorer
        self._read: dict[Pair, tuple[np.float32, NDArray[np.float32]]] = {}
        self._told: dict[Pair, np.float32] = {}
        self.fingerprint = scorer.fingerprint
        self.max_tokens = scorer.max_tokens

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text by itself without a limit, the two special ones included."""
        return self._scorer.count_tokens(texts)

    def score(self, question: str, passages: Sequence[str]) -> NDArray[np.float32]:
        """Logits, float32, shape (len(passages),)."""
        return self.read(question, passages).logits

    def read(self, question: str, passages: Sequence[str]) -> PairReadings:
        """Logits and features of each pair."""
        if not passages:
            return self._scorer.read(question, passages)
        missing = _missing(self._read, question, passages)
        if missing:
            found = self._scorer.read(question, missing)
            for passage, logit, features in zip(missing, found.logits, found.features, strict=True):
                self._read[question, passage] = logit, features
        logits, features = zip(*(self._read[question, passage] for passage in passages), strict=True)
        return PairReadings(logits=np.array(logits, dtype=np.float32), features=np.stack(features))

    def answers(self, question: str, passages: Sequence[str]) -> NDArray[np.float32] | None:
        """Log-odds that each passage answers the question; None where the cross-encoder cannot tell."""
        missing = _missing(self._told, question, passages)
        found = self._scorer.answers(question, missing) if missing else None
        if missing and found is None:
            return None
        for passage, odds in zip(missing, found if found is not None else (), strict=True):
            self._told[question, passage] = odds
        return np.array([self._told[question, passage] for passage in passages], dtype=np.float32)


def _missing(known: Mapping[Pair, object], question: str, passages: Sequence[str]) -> list[str]:
    return [passage for passage in dict.fromkeys(passages) if (question, passage) not in known]
