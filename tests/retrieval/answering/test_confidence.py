"""Confidence is a probability, follows the evidence, and silence says in plain words what was missing."""

import json
import statistics
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.asking import Reader
from retrieval.answering.asking import Request as Asked
from retrieval.answering.candidates import Candidate
from retrieval.answering.confidence import THRESHOLD, Closest, of_answer, of_quote, reason
from retrieval.answering.doubts import Doubts
from retrieval.answering.ranking import Ranked
from retrieval.answering.spans import Span
from retrieval.evaluation.measuring import auroc
from retrieval.types import Sentence

GOLD = Path(__file__).resolve().parents[2] / "gold" / "starter"
LIBRARY = frozenset("when was the founded led who in lenin kerensky soviet winter palace stormed napoleon".split())


def occurs(word: str) -> bool:
    return word.casefold() in LIBRARY


def ranked(cosine: float, read: float | None = None) -> Ranked:
    sentence = Sentence(id=1, document="d", paragraph=0, passage=0, start=0, end=9)
    views = {"cosine sentence": cosine}
    candidate = Candidate(sentence=sentence, fused=0.0, terms=0.0, vectors=0.0, preferred=False, views=views)
    span = Span(document="d", first=1, last=1, start=0, end=9)
    return Ranked(candidate=candidate, span=span, score=0.0, logit=read, read=read, opinion=None)


LOGITS = st.none() | st.floats(-12, 12)


DOUBTS = st.builds(
    Doubts,
    strangers=st.booleans(),
    untold=st.floats(0, 1),
    affirmed=st.booleans(),
    to_come=st.booleans(),
    asserted=st.booleans(),
)


@given(cosine=st.floats(-1, 1), read=LOGITS, answering=LOGITS, doubts=DOUBTS)
def test_it_is_a_probability(cosine: float, read: float | None, answering: float | None, doubts: Doubts) -> None:
    each = ranked(cosine, read)

    assert 0 <= of_answer([each], answering, doubts) <= 1
    assert 0 <= of_quote(each, answering, doubts) <= 1


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ((ranked(0.2, 1.0), 0.0), (ranked(0.6, 1.0), 0.0)),
        ((ranked(0.4, -6.0), 0.0), (ranked(0.4, 6.0), 0.0)),
        ((ranked(0.4, 1.0), -3.0), (ranked(0.4, 1.0), 3.0)),
        ((ranked(0.4, -6.0), None), (ranked(0.4, 6.0), None)),
        ((ranked(0.2), None), (ranked(0.6), None)),
    ],
    ids=["cosine", "relevance", "second opinion", "relevance without a second opinion", "cosine without re-ranking"],
)
@pytest.mark.parametrize("doubts", [Doubts(), Doubts(strangers=True), Doubts(untold=0.5, affirmed=True)])
def test_more_evidence_means_more_confidence(
    weaker: tuple[Ranked, float | None], stronger: tuple[Ranked, float | None], doubts: Doubts
) -> None:
    assert of_answer([weaker[0]], weaker[1], doubts) < of_answer([stronger[0]], stronger[1], doubts)
    assert of_quote(*weaker, doubts) < of_quote(*stronger, doubts)


@pytest.mark.parametrize(
    "doubts",
    [
        Doubts(strangers=True),
        Doubts(untold=0.5),
        Doubts(untold=1.0),
        Doubts(affirmed=True),
        Doubts(to_come=True),
        Doubts(asserted=True),
    ],
)
@pytest.mark.parametrize(
    ("each", "answering"), [(ranked(0.4), None), (ranked(0.4, 1.0), None), (ranked(0.4, 1.0), 2.0)]
)
def test_every_doubt_makes_it_less(each: Ranked, answering: float | None, doubts: Doubts) -> None:
    assert of_answer([each], answering, doubts) < of_answer([each], answering, Doubts())
    assert of_quote(each, answering, doubts) < of_quote(each, answering, Doubts())


def test_no_excerpt_means_no_confidence() -> None:
    assert of_answer([], None, Doubts()) == 0


@pytest.mark.parametrize(
    ("question", "closest", "told"),
    [
        (
            "When was the Cheka founded?",
            Closest(names=("Kerensky", "July"), title="July"),
            "“Cheka” occurs nowhere in what the library can quote. The closest excerpt, from “July”, is about Kerensky and July.",
        ),
        (
            "Cheka or Okhrana?",
            Closest(names=(), title=None),
            "“Cheka” and “Okhrana” occur nowhere in what the library can quote. The closest excerpt is about something else.",
        ),
        (
            "tanks, planes, ships and submarines",
            None,
            "“tanks”, “planes” and “ships” occur nowhere in what the library can quote.",
        ),
        (
            "Who stormed the Winter Palace?",
            Closest(names=(), title="People"),
            "Nothing in the library seems to answer this. The closest excerpt is from “People”.",
        ),
    ],
)
def test_the_reason_says_which_words_are_missing_and_what_is_near(
    question: str, closest: Closest | None, told: str
) -> None:
    assert reason(question, occurs, closest) == told


@pytest.mark.parametrize(
    ("question", "near", "told"),
    [
        (
            "Who stormed the palace in 1921?",
            ["In 1917 the palace was stormed."],
            "No excerpt near this question tells of 1921.",
        ),
        (
            "Who stormed the palace from 1921 to 1923?",
            ["They stormed it.", "In 1919."],
            "No excerpt near this question tells of 1921 and 1923.",
        ),
        ("Who stormed the palace in 1917?", ["In 1917 they did."], "Nothing in the library seems to answer this."),
        (
            "Which soviet did not storm the palace?",
            ["The soviet stormed the palace."],
            "The excerpts near this question tell what was, and not what was not.",
        ),
        ("Which soviet did not storm the palace?", ["It never did."], "Nothing in the library seems to answer this."),
        (
            "Which soviet will storm the palace tomorrow?",
            ["The soviet stormed the palace."],
            "The excerpts near this question tell what was, and not what is to come.",
        ),
    ],
)
def test_the_reason_says_what_the_nearest_excerpts_do_not_tell(question: str, near: list[str], told: str) -> None:
    assert reason(question, lambda _: True, None, near) == told


@pytest.fixture(scope="session")
def confidences(reader: Reader) -> dict[str, list[float]]:
    """Confidence in the starter library's answers to its gold set, by kind of question; every third question is asked."""
    asked: dict[str, list[float]] = {}
    lines = [*_lines("questions.jsonl")[::3], *_lines("unanswerable.jsonl")]
    for line in lines:
        answer = reader.answer(Asked(question=str(line["question"])))
        asked.setdefault(str(line.get("category", "answerable")), []).append(answer.confidence)
    return asked


def _lines(name: str) -> Sequence[dict[str, object]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("kind", "least"), [("near", 0.9), ("history-other", 0.96), ("off-topic", 0.97)])
def test_answers_are_told_from_what_the_library_does_not_say(
    kind: str, least: float, confidences: dict[str, list[float]]
) -> None:
    assert auroc(confidences["answerable"], confidences[kind]) >= least


@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [("answerable", 0.0, 0.07), ("near", 0.4, 1.0), ("history-other", 0.85, 1.0), ("off-topic", 0.9, 1.0)],
)
def test_the_default_setting_refuses_what_it_should(
    kind: str, least: float, most: float, confidences: dict[str, list[float]]
) -> None:
    assert least <= statistics.fmean(each < THRESHOLD for each in confidences[kind]) <= most


def test_what_is_less_sure_than_the_default_is_an_abstention(quick: Reader) -> None:
    answers = [quick.answer(Asked(question=str(line["question"]))) for line in _lines("unanswerable.jsonl")]
    assert {each.abstained for each in answers} == {True, False}
    assert all(each.abstained == (each.confidence < THRESHOLD) for each in answers)
    assert {each.threshold for each in answers} == {THRESHOLD}
