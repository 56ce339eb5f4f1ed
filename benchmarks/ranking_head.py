"""Train the head that ranks on the project's own pairs of question and passage, and say how well it tells them apart.

    python benchmarks/ranking_head.py [--write]

Reads benchmarks/pairs, the twins excepted, with the default cross-encoder (some minutes), prints a cross-validation over
documents, and with --write puts the head, fitted on all pairs, where the package ships it.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from training_pairs import written

from embeddings.embedder import PairReadings, PairScorer
from embeddings.loading import load_cross_encoder
from retrieval.answering.second_opinion import RANKING, Head
from retrieval.evaluation.measuring import auroc

PENALTY = 500.0
"""L2 penalty on standardised features. Values of 100 to 1000 cross-validate alike; larger ones lose."""

FOLDS = 4
STEPS = 5  # of Newton's method; it has converged by then

Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pairs:
    """What the cross-encoder makes of each pair, whether its passage answers, and the document it is about."""

    logits: Floats
    features: Floats
    answers: Floats
    documents: NDArray[np.str_]

    def where(self, chosen: NDArray[np.bool_]) -> "Pairs":
        """Some of them."""
        return Pairs(
            logits=self.logits[chosen],
            features=self.features[chosen],
            answers=self.answers[chosen],
            documents=self.documents[chosen],
        )


def read_pairs(scorer: PairScorer) -> Pairs:
    """All pairs, read one by one."""
    pairs = list(written(twins=False))
    readings = [scorer.read(pair.question, [pair.passage]) for pair in pairs]
    return Pairs(
        logits=np.concatenate([reading.logits for reading in readings]),
        features=np.concatenate([reading.features for reading in readings]),
        answers=np.array([pair.answers for pair in pairs], dtype=np.float32),
        documents=np.array([pair.document for pair in pairs]),
    )


def fit(pairs: Pairs, fingerprint: str) -> Head:
    """Logistic regression with an L2 penalty by Newton's method (Murphy, "Machine Learning", 2012, sections 8.3.4 and 8.3.6)."""
    columns = np.hstack([pairs.logits[:, None], pairs.features])
    centre, scale = columns.mean(axis=0), columns.std(axis=0) + 1e-3
    columns = (columns - centre) / scale
    weights, intercept = np.zeros(columns.shape[1], dtype=np.float32), np.float32(0)
    for _ in range(STEPS):
        odds = columns @ weights + intercept
        chance = 1 / (1 + np.exp(-odds))
        curvature = np.maximum(chance * (1 - chance), 1e-4)
        target = odds + (pairs.answers - chance) / curvature
        share = curvature / curvature.sum()
        middle, level = share @ columns, share @ target
        scaled = (columns - middle) * np.sqrt(curvature)[:, None]
        covariance = scaled.T @ scaled
        covariance[np.diag_indices_from(covariance)] += PENALTY
        weights = np.linalg.solve(covariance, scaled.T @ (np.sqrt(curvature) * (target - level)))
        intercept = level - middle @ weights
    raw = (weights / scale).astype(np.float32)
    return Head(
        fingerprint=fingerprint,
        weights=raw[1:],
        logit_weight=float(raw[0]),
        intercept=float(intercept - centre @ (weights / scale)),
    )


def cross_validated(pairs: Pairs, fingerprint: str) -> Floats:
    """Log-odds of each pair by a head that saw no pair about the same document."""
    documents = sorted(set(pairs.documents.tolist()))
    random.Random(1917).shuffle(documents)
    odds = np.empty_like(pairs.logits)
    for fold in range(FOLDS):
        held_out = np.isin(pairs.documents, documents[fold::FOLDS])
        odds[held_out] = opinion(fit(pairs.where(~held_out), fingerprint), pairs.where(held_out))
    return odds


def opinion(head: Head, pairs: Pairs) -> Floats:
    """Log-odds of each pair."""
    return head.of(PairReadings(logits=pairs.logits, features=pairs.features))


def _auroc(scores: Floats, answers: Floats) -> float:
    return auroc(scores[answers == 1].tolist(), scores[answers == 0].tolist())


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, print, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args(arguments)
    scorer = load_cross_encoder()
    pairs = read_pairs(scorer)
    documents = len(set(pairs.documents.tolist()))
    print(f"{len(pairs.answers):,} pairs about {documents} documents; {pairs.answers.mean():.0%} answer")
    print(f"AUROC of the logit alone: {_auroc(pairs.logits, pairs.answers):.3f}")
    held_out = cross_validated(pairs, scorer.fingerprint)
    print(f"AUROC of the head, cross-validated over documents: {_auroc(held_out, pairs.answers):.3f}")
    if chosen.write:
        fit(pairs, scorer.fingerprint).save(RANKING)


if __name__ == "__main__":
    main()
