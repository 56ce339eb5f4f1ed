"""The second opinion fits the default cross-encoder, and tells answers from what is only about the same thing."""

from pathlib import Path

import numpy as np
import pytest

from embeddings.embedder import PairReadings, PairScorer
from retrieval.answering.second_opinion import ANSWERING, RANKING, Head, SecondOpinion, shipped

PAIRS = [
    (
        "In which year was the mill opened?",
        "The mill was opened in 1771.",
        "The mill stood by the river and employed two hundred hands.",
    ),
    (
        "Who designed the bridge?",
        "The bridge was designed by Anna Petrova, an engineer from Tver.",
        "The bridge was the longest in the province when it was opened by the governor.",
    ),
    (
        "How many sailors were killed at the fort?",
        "At the fort eleven sailors were killed.",
        "The sailors held the fort until the evening, and then they marched to the station.",
    ),
    (
        "Why did the bakers strike?",
        "The bakers struck because their wages no longer bought bread.",
        "The strike of the bakers began on a Monday and lasted nine days.",
    ),
]


TWINS = [
    ("The mill was opened in 1771.", "In which year was the mill opened?", "In which year was the mill closed?"),
    (
        "Of the three brothers only Pavel joined the strike; the other two went on working.",
        "Which of the brothers joined the strike?",
        "Which of the brothers led the strike?",
    ),
    (
        "From 1811 to 1829 the house belonged to the baker Hudson, who built the tower.",
        "Who owned the house from 1812 to 1820?",
        "Who owned the house from 1835 to 1840?",
    ),
    (
        "The largest of the ships carried ninety guns and was built at Narva.",
        "Where was the largest ship built?",
        "Where was the smallest ship built?",
    ),
]


@pytest.fixture(scope="module")
def opinion(scorer: PairScorer) -> SecondOpinion:
    found = shipped(scorer.fingerprint)
    assert found, "the cross-encoder has changed: run benchmarks/second_opinion.py --write"
    return found


@pytest.mark.parametrize(("question", "answer", "near_miss"), PAIRS)
def test_an_answer_is_preferred_to_a_near_miss(
    question: str, answer: str, near_miss: str, opinion: SecondOpinion, scorer: PairScorer
) -> None:
    readings = scorer.read(question, [answer, near_miss])

    for head in (opinion.ranking, opinion.answering):
        yes, no = head.of(readings)
        assert yes > 0 > no


@pytest.mark.parametrize(("passage", "answered", "twin"), TWINS)
def test_a_question_is_preferred_to_its_unanswerable_twin(
    passage: str, answered: str, twin: str, opinion: SecondOpinion, scorer: PairScorer
) -> None:
    yes, no = (opinion.answering.of(scorer.read(question, [passage]))[0] for question in (answered, twin))

    assert yes > no


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


@pytest.mark.parametrize("file", [RANKING, ANSWERING])
def test_they_are_small_enough_to_ship(file: Path) -> None:
    assert file.stat().st_size < 400_000
