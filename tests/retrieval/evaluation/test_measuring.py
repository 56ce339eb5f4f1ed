"""Measures against values worked out by hand, and what must hold of them always."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.evaluation.collection import AnswerSpan
from retrieval.evaluation.measuring import auroc, is_right, quote_hits, rank_measures, silence
from retrieval.types import Answer, Citation, Quote, Understood

SCORES = st.lists(st.integers(-8, 8).map(float), min_size=1, max_size=12)


def quote(start: int, end: int, document: str = "d1") -> Quote:
    citation = Citation(
        author=None, title=None, published=None, publisher=None, url=None, locator="", speaker=None, permalink="", link=None
    )  # fmt: skip
    return Quote(
        text="x" * (end - start), document=document, source="", sha256="", start=start, end=end, confidence=0.5,
        citation=citation,
    )  # fmt: skip


def answer(*quotes: Quote, confidence: float = 0.5, abstained: bool = False) -> Answer:
    return Answer(
        question="", understood=Understood(text=""), quotes=quotes, confidence=confidence, threshold=0.1,
        abstained=abstained, reason=None, generation=1,
    )  # fmt: skip


# Rankings


def test_rankings_are_measured_as_by_hand() -> None:
    relevant = {"q1": {"a": 1}, "q2": {"b": 1, "c": 1}, "q3": {"z": 1}}
    rankings = {"q1": ["a", "x", "y"], "q2": ["x", "b", "y", "c"], "q3": ["x", "y"]}
    found = rank_measures(relevant, rankings)
    second = (1 / math.log2(3) + 1 / math.log2(5)) / (1 + 1 / math.log2(3))
    expected = {
        "R@1": (1 + 0 + 0) / 3,
        "R@5": (1 + 1 + 0) / 3,
        "R@10": (1 + 1 + 0) / 3,
        "MRR@10": (1 + 1 / 2 + 0) / 3,
        "nDCG@10": (1 + second + 0) / 3,
        "hit@1": 1 / 3,
        "hit@10": 2 / 3,
    }
    assert found == pytest.approx(expected, abs=1e-4)


def test_grades_weigh_in_ndcg_and_not_in_recall() -> None:
    found = rank_measures({"q": {"a": 3, "b": 1}}, {"q": ["b", "a"]})
    gain = (1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3))
    assert found["nDCG@10"] == pytest.approx(gain, abs=1e-4)
    assert (found["R@1"], found["R@5"], found["MRR@10"]) == (0.5, 1.0, 1.0)


def test_a_question_without_a_single_hit_counts_as_nothing() -> None:
    found = rank_measures({"q1": {"a": 1}, "q2": {"b": 1}}, {"q1": ["a"], "q2": []})
    assert set(found.values()) == {0.5}


def test_a_hit_at_rank_eleven_is_none_at_ten() -> None:
    found = rank_measures({"q": {"a": 1}}, {"q": [*map(str, range(10)), "a"]})
    assert set(found.values()) == {0.0}


def test_questions_that_were_not_ranked_do_not_count() -> None:
    assert set(rank_measures({"q1": {"a": 1}, "other": {"b": 1}}, {"q1": ["a"]}).values()) == {1.0}


@given(st.permutations("abcdef"), st.sets(st.sampled_from("abcdef"), min_size=1))
def test_measures_are_shares_and_grow_with_depth(ranking: list[str], relevant: set[str]) -> None:
    found = rank_measures({"q": dict.fromkeys(relevant, 1)}, {"q": ranking})
    assert all(0 <= value <= 1 + 1e-9 for value in found.values())
    assert found["R@1"] <= found["R@5"] <= found["R@10"]
    assert found["hit@1"] <= found["hit@10"]
    assert found["MRR@10"] == pytest.approx(1 / (1 + min(ranking.index(each) for each in relevant)), abs=1e-4)


# Quotes


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [
        (100, 200, True),
        (0, 1000, True),  # holds the answer and more
        (140, 260, True),  # 60 of its 100 characters
        (141, 260, False),
        (120, 140, True),  # 20 characters of the answer and nothing else
        (120, 139, False),
        (98, 120, True),  # two characters beyond the edge are a quotation mark and a blank
        (97, 120, False),
        (180, 202, True),
        (200, 300, False),
        (0, 100, False),
    ],
)
def test_a_quote_is_right_that_holds_the_answer(start: int, end: int, right: bool) -> None:
    span = AnswerSpan(document="d1", start=100, end=200)
    assert is_right(quote(start, end), [span]) == right
    assert is_right(quote(start, end), [AnswerSpan(document="d1", start=900, end=980), span]) == right or right
    assert not is_right(quote(start, end, "d2"), [span])
    assert not is_right(quote(start, end), [])


def test_quotes_are_measured_as_by_hand() -> None:
    span = [AnswerSpan(document="d1", start=0, end=50)]
    good, bad = quote(0, 50), quote(100, 150)
    answers = [
        (answer(good), span),
        (answer(bad, good), span),
        (answer(bad, bad, bad, good), span),
        (answer(abstained=True), span),
    ]
    assert quote_hits(answers) == {"quote hit@1": 0.25, "quote hit@3": 0.5, "quote hit@5": 0.75}


# Silence


def test_silence_is_measured_as_by_hand() -> None:
    yes = [answer(confidence=0.9), answer(confidence=0.5), answer(confidence=0.3, abstained=True)]
    no = [answer(confidence=0.5), answer(confidence=0.1, abstained=True)]
    found = silence(yes, no)
    # Pairs: .9>.5, .9>.1, .5=.5, .5>.1, .3<.5, .3>.1
    assert found.auroc == pytest.approx((1 + 1 + 0.5 + 1 + 0 + 1) / 6)
    assert found.answerable_refused == pytest.approx(1 / 3)
    assert found.unanswerable_refused == pytest.approx(1 / 2)


@given(SCORES, SCORES)
def test_the_area_is_a_probability_and_turns_with_its_sides(yes: list[float], no: list[float]) -> None:
    area = auroc(yes, no)
    assert 0 <= area <= 1
    assert area + auroc(no, yes) == pytest.approx(1)
    assert auroc(yes, yes) == pytest.approx(0.5)


@given(SCORES, SCORES)
def test_only_the_order_of_scores_counts(yes: list[float], no: list[float]) -> None:
    def stretched(scores: list[float]) -> list[float]:
        return [score**3 + 2 * score for score in scores]

    assert auroc(stretched(yes), stretched(no)) == auroc(yes, no)


@given(SCORES, SCORES)
def test_what_is_apart_is_told_apart(yes: list[float], no: list[float]) -> None:
    above = [score + 17 for score in yes]
    assert auroc(above, no) == 1.0
    assert auroc(no, above) == 0.0


@given(SCORES, SCORES, st.integers(-8, 8))
def test_a_higher_score_for_what_should_score_high_never_hurts(yes: list[float], no: list[float], score: int) -> None:
    assert auroc([max(yes) + 1, *yes[1:]], no) >= auroc([yes[0], *yes[1:]], no)
    assert auroc(yes, [*no, float(score)]) <= 1.0
