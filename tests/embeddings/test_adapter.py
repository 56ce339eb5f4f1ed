"""The adapter fits the default cross-encoder, and tells answers from what is only about the same thing."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest

from embeddings.adapter import SHIPPED, Adapter, trained_on
from embeddings.adapting import adapt
from embeddings.embedder import PairScorer
from embeddings.graphs import optimise, show
from embeddings.loading import load_cross_encoder
from embeddings.manifest import GRAPH
from embeddings.models import DEFAULT_CROSS_ENCODER, find_weights
from embeddings.parity import QUESTIONS, SENTENCES
from embeddings.weights import Task
from tests.near_misses import NEAR_MISSES

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


def odds(scorer: PairScorer, question: str, *passages: str) -> list[float]:
    told = scorer.answers(question, passages)
    assert told is not None, "the cross-encoder has changed: run benchmarks/answering_adapter.py --all --write"
    found: list[float] = told.tolist()
    return found


@pytest.mark.parametrize(("question", "answer", "near_miss"), NEAR_MISSES)
def test_an_answer_is_told_from_a_near_miss(question: str, answer: str, near_miss: str, scorer: PairScorer) -> None:
    yes, no = odds(scorer, question, answer, near_miss)

    assert yes > 0 > no


@pytest.mark.parametrize(("passage", "answered", "twin"), TWINS)
def test_a_question_is_told_from_its_unanswerable_twin(
    passage: str, answered: str, twin: str, scorer: PairScorer
) -> None:
    assert odds(scorer, answered, passage) > odds(scorer, twin, passage)


def test_log_odds_do_not_depend_on_the_other_passages(scorer: PairScorer) -> None:
    alone = [odds(scorer, QUESTIONS[0], sentence)[0] for sentence in SENTENCES[:5]]

    assert odds(scorer, QUESTIONS[0], *SENTENCES[:5]) == alone
    assert odds(scorer, QUESTIONS[0]) == []


def test_log_odds_do_not_depend_on_what_was_read_before(models: Path) -> None:
    fresh, other = (load_cross_encoder(models=models) for _ in range(2))
    other.read(QUESTIONS[0], SENTENCES[:4])

    assert odds(fresh, QUESTIONS[0], *SENTENCES[:6]) == odds(other, QUESTIONS[0], *SENTENCES[:6])


def test_another_cross_encoder_has_none(tiny_cross_encoder: Path, tmp_path: Path) -> None:
    assert load_cross_encoder(tiny_cross_encoder, models=tmp_path).answers("who?", ["they", "we"]) is None


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    halves = np.array([[0.5, -2.0]], dtype=np.float32)
    adapter = Adapter(
        weights="ab" * 32,
        down={"a.bias": halves.T},
        up={"a.bias": halves},
        vectors={"a.bias": halves[0]},
        head=halves[0],
        own=0.25,
        intercept=-1.0,
    )

    adapter.save(tmp_path / "adapter.npz")
    loaded = Adapter.load(tmp_path / "adapter.npz")

    assert trained_on(tmp_path / "adapter.npz") == loaded.weights == adapter.weights
    assert (loaded.own, loaded.intercept) == (0.25, -1.0)
    assert loaded.head.tolist() == [0.5, -2.0]
    for kind in ("down", "up", "vectors"):
        before, after = getattr(adapter, kind), getattr(loaded, kind)
        assert {name: array.tolist() for name, array in after.items()} == {
            name: array.tolist() for name, array in before.items()
        }


def test_an_adapter_that_changes_nothing_gives_the_logit_again(scorer: PairScorer, tmp_path: Path) -> None:
    shipped = Adapter.load()
    weights = find_weights(DEFAULT_CROSS_ENCODER, Task.PAIRS)
    optimise(weights.folder / GRAPH, tmp_path / "plain.onnx")
    constants = {each.name: each for each in onnx.load(str(tmp_path / "plain.onnx")).graph.initializer}
    idle = Adapter(
        weights=shipped.weights,
        down=shipped.down,
        up={name: np.zeros_like(up) for name, up in shipped.up.items()},
        vectors={name: onnx.numpy_helper.to_array(constants[name]) for name in shipped.vectors},
        head=np.zeros_like(shipped.head),
        own=1.0,
        intercept=0.5,
    )

    states = adapt(tmp_path / "plain.onnx", tmp_path / "idle.onnx", idle)
    show(tmp_path / "plain.onnx", states)
    plain, changed = (onnxruntime.InferenceSession(str(tmp_path / file)) for file in ("plain.onnx", "idle.onnx"))

    for sentence in SENTENCES[:8]:
        (read,) = scorer._tokenizer.pairs(QUESTIONS[0], [sentence])  # type: ignore[attr-defined]
        fields = {"input_ids": read.ids, "attention_mask": read.attention_mask, "token_type_ids": read.type_ids}
        given = {name: np.array([of], dtype=np.int64) for name, of in fields.items()}
        logits, below = plain.run(None, given)
        more = given | {states: below}
        (told,) = changed.run(None, {each.name: more[each.name] for each in changed.get_inputs()})
        np.testing.assert_allclose(told - 0.5, logits, atol=0.6)  # the weights are rounded anew


def test_it_is_small_enough_to_ship() -> None:
    assert SHIPPED.stat().st_size < 600_000


def test_what_was_told_once_is_told_again(scorer: PairScorer) -> None:
    question, passages = "Who kept the ferry?", ["Mrs. Quill kept the ferry.", "The ferry was red.", "It sank in May."]
    first = odds(scorer, question, passages[1])

    assert odds(scorer, question, *passages)[1:2] == first
    assert odds(scorer, question, *reversed(passages)) == list(reversed(odds(scorer, question, *passages)))
