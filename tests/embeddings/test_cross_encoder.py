"""The default cross-encoder puts answers first, and judges each passage by itself."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embeddings.embedder import PairScorer
from embeddings.loading import load_cross_encoder
from embeddings.parity import QUESTIONS, SENTENCES


@pytest.mark.parametrize(("question", "answer"), list(zip(QUESTIONS, SENTENCES, strict=False)))
def test_the_answer_comes_first(question: str, answer: str, scorer: PairScorer) -> None:
    logits = scorer.score(question, SENTENCES[:12])

    assert logits.shape == (12,)
    assert logits.dtype == np.float32
    assert SENTENCES[int(logits.argmax())] == answer


def test_no_passages_give_no_logits(scorer: PairScorer) -> None:
    assert scorer.score("who?", []).shape == (0,)


@given(order=st.permutations(range(8)), count=st.integers(1, 8))
@settings(max_examples=10, deadline=None)
def test_a_logit_does_not_depend_on_the_other_passages_by_a_single_bit(
    scorer: PairScorer, order: list[int], count: int
) -> None:
    passages = SENTENCES[-8:]
    alone = [scorer.score(QUESTIONS[0], [passage])[0] for passage in passages]

    together = scorer.score(QUESTIONS[0], [passages[index] for index in order[:count]])

    assert together.tolist() == [alone[index] for index in order[:count]]


def test_logits_do_not_depend_on_threads(scorer: PairScorer, models: object) -> None:
    single = load_cross_encoder(models=models, threads=1)

    assert single.score(QUESTIONS[0], SENTENCES[:9]).tolist() == scorer.score(QUESTIONS[0], SENTENCES[:9]).tolist()


def test_what_is_over_the_limit_is_cut_at_the_passages_end(scorer: PairScorer) -> None:
    passage = "harvest " * 300
    question = "Why did the harvest fail?"

    cut, same, shorter = scorer.score(question, [passage, passage + "Three weeks without rain.", "harvest " * 100])

    assert cut == same != shorter


def test_a_question_over_the_limit_leaves_room_for_the_passage(scorer: PairScorer) -> None:
    logits = scorer.score("why did the harvest fail " * 200, ["Three weeks without rain.", "It snowed in town."])

    assert np.isfinite(logits).all()
    assert logits[0] != logits[1]


@pytest.mark.parametrize("text", ["", "\ud800", "🙂🙂", "'; DROP TABLE passages; --", "[SEP] [CLS]"])
def test_strange_texts_are_judged(text: str, scorer: PairScorer) -> None:
    assert np.isfinite(scorer.score(text, [text, SENTENCES[0]])).all()


def test_digits_stay(scorer: PairScorer) -> None:
    logits = scorer.score(QUESTIONS[1], SENTENCES[1:3])

    np.testing.assert_allclose(logits, [8.83, -11.02], atol=0.3)


def test_reading_gives_the_same_logits_to_the_bit_and_features_of_each_pair(scorer: PairScorer) -> None:
    readings = scorer.read(QUESTIONS[0], SENTENCES[:6])

    assert readings.logits.tolist() == scorer.score(QUESTIONS[0], SENTENCES[:6]).tolist()
    assert readings.features.shape == (6, 5 * 3 * 384)
    assert readings.features.dtype == np.float32
    assert np.isfinite(readings.features).all()


def test_features_do_not_depend_on_the_other_passages(scorer: PairScorer) -> None:
    together = scorer.read(QUESTIONS[0], SENTENCES[:4]).features
    alone = scorer.read(QUESTIONS[0], SENTENCES[3:4]).features

    assert together[3].tolist() == alone[0].tolist()


def test_no_passages_give_no_readings(scorer: PairScorer) -> None:
    readings = scorer.read("who?", [])

    assert readings.logits.shape == (0,)
    assert readings.features.shape == (0, 5 * 3 * 384)
