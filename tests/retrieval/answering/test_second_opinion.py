"""The second opinion fits the default cross-encoder, and tells answers from what is only about the same thing."""

from pathlib import Path

import numpy as np
import pytest

from embeddings.embedder import PairReadings, PairScorer
from retrieval.answering.second_opinion import RANKING, Head, shipped
from tests.near_misses import NEAR_MISSES


@pytest.fixture(scope="module")
def head(scorer: PairScorer) -> Head:
    found = shipped(scorer.fingerprint)
    assert found, "the cross-encoder has changed: run benchmarks/ranking_head.py --write"
    return found


@pytest.mark.parametrize(("question", "answer", "near_miss"), NEAR_MISSES)
def test_an_answer_is_preferred_to_a_near_miss(
    question: str, answer: str, near_miss: str, head: Head, scorer: PairScorer
) -> None:
    yes, no = head.of(scorer.read(question, [answer, near_miss]))

    assert yes > 0 > no


def test_another_cross_encoder_has_none() -> None:
    assert shipped("another-model-int8-0123456789ab") is None


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    head = Head(fingerprint="m", weights=np.array([1, -2], dtype=np.float32), logit_weight=0.5, intercept=-0.25)
    readings = PairReadings(
        logits=np.array([2, 0], dtype=np.float32), features=np.array([[3, 1], [0, 1]], dtype=np.float32)
    )

    head.save(tmp_path / "head.npz")
    loaded = Head.load(tmp_path / "head.npz")

    assert loaded.fingerprint == "m"
    assert loaded.of(readings).tolist() == head.of(readings).tolist() == [1.75, -2.25]


def test_it_is_small_enough_to_ship() -> None:
    assert RANKING.stat().st_size < 400_000
