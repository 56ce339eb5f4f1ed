"""A cross-encoder on onnxruntime: how well each passage answers a question."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import PairReadings
from embeddings.manifest import ANSWERING, GRAPH, TOKENIZER, Manifest
from embeddings.recent import Recent
from embeddings.session import Outputs, Session
from embeddings.tokens import TextTokenizer

_KEPT = 256
"""Pairs whose states and log-odds are kept: those of two or three questions, some 25 MB."""


class OnnxPairScorer:
    """Logits of a compiled cross-encoder (see the `PairScorer` protocol); safe to share between threads."""

    def __init__(
        self, manifest: Manifest, tokenizer: TextTokenizer, session: Session, answering: Session | None
    ) -> None:
        self._manifest = manifest
        self._tokenizer = tokenizer
        self._session = session
        self._answering = answering
        self._states: Recent[tuple[str, str], NDArray[np.float32]] = Recent(_KEPT)
        self._odds: Recent[tuple[str, str], float] = Recent(_KEPT)

    @classmethod
    def load(cls, folder: Path, manifest: Manifest, threads: int | None = None) -> "OnnxPairScorer":
        """From a folder that `compile_model` wrote. Raises ModelError."""
        tokenizer = TextTokenizer.load(folder / TOKENIZER, manifest.max_tokens)
        answering = Session.load(folder / ANSWERING, threads) if ANSWERING in manifest.sizes else None
        return cls(manifest, tokenizer, Session.load(folder / GRAPH, threads), answering)

    @property
    def fingerprint(self) -> str:
        """Names the model, its weights, its precision and its limits."""
        return self._manifest.fingerprint

    @property
    def max_tokens(self) -> int:
        """Tokens that the model reads of question and passage together; a longer passage is cut at the end."""
        return self._manifest.max_tokens

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text by itself without a limit, the two special ones included."""
        return self._tokenizer.count(texts)

    def score(self, question: str, passages: Sequence[str]) -> NDArray[np.float32]:
        """Logits, float32, shape (len(passages),); a passage's logit does not depend on the other passages."""
        if not passages:
            return np.empty(0, dtype=np.float32)
        logits = self._session.run(self._tokenizer.pairs(question, passages))
        return logits.reshape(len(passages))

    def read(self, question: str, passages: Sequence[str]) -> PairReadings:
        """The same logits and, from the same run of the model, features of each pair (see the `PairReadings` noun)."""
        count, length = len(passages), self._manifest.features
        if not passages or not length:
            nothing = np.empty((count, length), dtype=np.float32)
            return PairReadings(logits=self.score(question, passages), features=nothing)
        logits, features = zip(*(run[:2] for run in self._runs(question, passages)), strict=True)
        return PairReadings(logits=np.concatenate(logits), features=np.stack(features))

    def answers(self, question: str, passages: Sequence[str]) -> NDArray[np.float32] | None:
        """Log-odds that each passage answers the question, float32, shape (len(passages),); None where no adapter fits the model.

        The changed layers go on from the states below them; those of the pairs read last are still known.
        """
        if self._answering is None:
            return None
        known = {passage: self._odds.get((question, passage)) for passage in passages}
        missing = [passage for passage, odds in known.items() if odds is None]
        if missing:
            states = [[each] for each in self._states_of(question, missing)]
            odds = self._answering.run(self._tokenizer.pairs(question, missing), states).reshape(len(missing)).tolist()
            for passage, found in zip(missing, odds, strict=True):
                known[passage] = found
                self._odds.put((question, passage), found)
        return np.array([known[passage] for passage in passages], dtype=np.float32)

    def _states_of(self, question: str, passages: Sequence[str]) -> list[NDArray[np.float32]]:
        """What the layers below the changed ones give of each pair."""
        known = {passage: self._states.get((question, passage)) for passage in passages}
        missing = [passage for passage, states in known.items() if states is None]
        if missing:
            known |= dict(zip(missing, (run[2] for run in self._runs(question, missing)), strict=True))
        return [states for states in known.values() if states is not None]

    def _runs(self, question: str, passages: Sequence[str]) -> list[Outputs]:
        """All that the model gives of each pair, whose states are kept if there is an adapter."""
        runs = self._session.outputs(self._tokenizer.pairs(question, passages))
        if self._answering is not None:
            for passage, run in zip(passages, runs, strict=True):
                self._states.put((question, passage), run[2])
        return runs
