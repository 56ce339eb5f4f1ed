"""The cascade: sentences by themselves, the best of them with their surroundings, the best of these with each side."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.candidates import Candidate
from retrieval.answering.ranking import DEPTH, PARTED, WIDENED, WITHIN, YEARS_WEIGHT, Judgement, rerank
from retrieval.answering.spans import Spans
from retrieval.types import Sentence
from tests.retrieval.library.material import document

PARAGRAPHS = 12
"""Of three sentences each; the candidates are those in the middle."""


def sentence(number: int) -> Sentence:
    return Sentence(
        id=number, document="page", start=6 * number, end=6 * number + 5, paragraph=number // 3, passage=number // 3
    )


SENTENCES = {number: sentence(number) for number in range(3 * PARAGRAPHS)}
TEXT = " ".join(f"{number:04}." for number in SENTENCES)
SPANS = Spans(SENTENCES, {"page": document(TEXT, "page")})


def middle(paragraph: int, fused: float = 0.0, years: float = 0.0) -> Candidate:
    return Candidate(
        sentence=SENTENCES[3 * paragraph + 1],
        fused=fused,
        terms=0,
        vectors=0,
        preferred=False,
        views={},
        years=years,
    )


class Judging:
    """Judges a run of sentences by a table, from their first to their last number; what is not in it is worth `else_`."""

    def __init__(self, table: dict[tuple[int, int], float], else_: float = 0.0) -> None:
        self.table = table
        self.else_ = else_
        self.read: list[tuple[int, int]] = []

    def __call__(self, texts: Sequence[str]) -> list[Judgement]:
        runs = [(int(text[:4]), int(text[-5:-1])) for text in texts]
        self.read += runs
        return [Judgement(logit=self.table.get(run, self.else_), opinion=None) for run in runs]


@pytest.mark.parametrize(
    ("worth", "quoted"),
    [
        pytest.param({(1, 1): 3.0}, (1, 1), id="by itself"),
        pytest.param({(1, 1): 3.0, (0, 1): 4.0}, (0, 1), id="with the sentence before"),
        pytest.param({(1, 1): 3.0, (1, 2): 4.0}, (1, 2), id="with the sentence after"),
        pytest.param({(1, 1): 3.0, (1, 2): 4.0, (0, 2): 5.0}, (0, 2), id="with both"),
        pytest.param({(1, 1): 3.0, (0, 1): 3.0, (0, 2): 3.0}, (0, 2), id="as much as reads no worse"),
    ],
)
def test_an_excerpt_is_what_answers_best(worth: dict[tuple[int, int], float], quoted: tuple[int, int]) -> None:
    (found,) = rerank([middle(0)], SPANS, Judging(worth))

    assert (found.span.first, found.span.last) == quoted
    assert found.logit == found.read == max(worth.values())


def test_what_stands_around_a_sentence_counts_more_than_the_sentence() -> None:
    alone = {(1, 1): 4.0, (0, 2): 1.0}
    around = {(4, 4): 2.0, (3, 5): 3.0}

    found = rerank([middle(0), middle(1)], SPANS, Judging(alone | around))

    assert [each.candidate.sentence.id for each in found] == [4, 1]


def test_only_what_comes_near_the_first_is_read_with_its_neighbours() -> None:
    judge = Judging({(1, 1): 5.0, (4, 4): 5.0 - WITHIN, (7, 7): 4.9 - WITHIN}, else_=-20.0)

    rerank([middle(0), middle(1), middle(2)], SPANS, judge)

    assert (3, 5) in judge.read
    assert not any(run[0] < 7 < run[1] for run in judge.read)


def test_only_the_best_are_read_with_each_side() -> None:
    judge = Judging({(3 * n, 3 * n + 2): float(-n) for n in range(PARAGRAPHS)})

    rerank([middle(n) for n in range(PARAGRAPHS)], SPANS, judge)

    wide = [run for run in judge.read if run[1] - run[0] == 2]
    sides = [run for run in judge.read if run[1] - run[0] == 1]
    assert len(wide) == WIDENED
    assert sorted(sides) == sorted(run for n in range(PARTED) for run in ((3 * n, 3 * n + 1), (3 * n + 1, 3 * n + 2)))


def test_what_tells_of_the_years_asked_for_goes_first() -> None:
    judge = Judging({(1, 1): YEARS_WEIGHT - 1, (0, 2): YEARS_WEIGHT - 1})

    found = rerank([middle(0), middle(1, years=1.0)], SPANS, judge)

    assert [each.candidate.sentence.id for each in found] == [4, 1]


def test_those_below_the_depth_follow_unread() -> None:
    one = middle(0)
    many = [one] * DEPTH + [middle(1)]

    *_, last = rerank(many, SPANS, Judging({}))

    assert (last.candidate.sentence.id, last.logit) == (4, None)


@given(st.lists(st.tuples(st.floats(-12, 12), st.floats(-12, 12), st.floats(0, 30)), min_size=1, max_size=PARAGRAPHS))
def test_nobody_is_lost_and_no_pair_is_read_twice(worth: list[tuple[float, float, float]]) -> None:
    table = {(3 * n + 1, 3 * n + 1): alone for n, (alone, _, _) in enumerate(worth)}
    table |= {(3 * n, 3 * n + 2): around for n, (_, around, _) in enumerate(worth)}
    judge = Judging(table)
    asked = [middle(n, fused=fused) for n, (_, _, fused) in enumerate(worth)]

    found = rerank(asked, SPANS, judge)

    assert sorted(each.candidate.sentence.id for each in found) == sorted(each.sentence.id for each in asked)
    assert len(judge.read) == len(set(judge.read))
    assert all(each.span.first <= each.candidate.sentence.id <= each.span.last for each in found)
