"""Whether an excerpt answers is read from its sentence and from the whole of it, and the surest of the best goes first."""

from pathlib import Path

import pytest

from embeddings.embedder import Embedder, PairScorer
from retrieval.answering.answering import log_odds, surest_first
from retrieval.answering.asking import Request
from retrieval.answering.candidates import Candidate
from retrieval.answering.ranking import Ranked
from retrieval.answering.spans import Span, Spans
from retrieval.question.query import Query, Turn
from retrieval.types import Sentence
from tests.retrieval.library.material import HARBOUR, document
from tests.retrieval.material import reading

QUESTION = "When did the mill of Orrel burn down?"
QUERY = Query(text=QUESTION)
FIRST, SECOND = "The mill of Orrel was the largest of the valley.", "It burnt down in the spring of 1771."
TEXT = f"{FIRST} {SECOND}"
BREAK = len(FIRST) + 1
SENTENCES = [
    Sentence(id=0, document="mill", start=0, end=len(FIRST), paragraph=0, passage=0),
    Sentence(id=1, document="mill", start=BREAK, end=len(TEXT), paragraph=0, passage=0),
]
SPANS = Spans({each.id: each for each in SENTENCES}, {"mill": document(TEXT, "mill")})


def excerpt(core: int, first: int, last: int, read: float | None = 1.0, score: float = 0) -> Ranked:
    candidate = Candidate(sentence=SENTENCES[core], fused=0, terms=0, vectors=0, preferred=False, views={})
    span = Span(document="mill", first=first, last=last, start=SENTENCES[first].start, end=SENTENCES[last].end)
    return Ranked(candidate=candidate, span=span, score=score, logit=read, read=read, opinion=None)


def told(scorer: PairScorer, *texts: str) -> list[float]:
    found = scorer.answers(QUESTION, texts)
    assert found is not None
    odds: list[float] = found.tolist()
    return odds


def test_it_is_the_mean_of_the_sentence_and_of_the_whole_excerpt(scorer: PairScorer) -> None:
    alone, whole = told(scorer, SECOND, TEXT)

    assert log_odds(QUERY, [excerpt(1, 1, 1), excerpt(1, 0, 1)], SPANS, scorer) == pytest.approx(
        [alone, (alone + whole) / 2], abs=1e-5
    )


def test_the_sentence_that_answers_has_the_higher_odds(scorer: PairScorer) -> None:
    about, answer = log_odds(QUERY, [excerpt(0, 0, 0), excerpt(1, 0, 1)], SPANS, scorer)

    assert about is not None
    assert answer is not None
    assert answer > about


def test_what_was_not_read_is_not_told(scorer: PairScorer) -> None:
    first, second = log_odds(QUERY, [excerpt(0, 0, 0, read=None), excerpt(1, 1, 1)], SPANS, scorer)

    assert first is None
    assert second is not None
    assert log_odds(QUERY, [], SPANS, scorer) == []


@pytest.mark.parametrize(
    ("scores", "odds", "order"),
    [
        ((3, 2, 1), (0, 0, 0), [0, 1, 2]),
        ((3, 2, 1), (-4, 1, 0), [1, 2, 0]),
        ((3, 2, 1), (-4, 0), [1, 0, 2]),
        ((3, 2, 1), (-9, None), [0, 1, 2]),
        ((2, 2, 1), (1, 1), [0, 1, 2]),
        ((3, 2), (), [0, 1]),
        ((), (), []),
    ],
)
def test_what_answers_most_surely_goes_ahead(
    scores: tuple[float, ...], odds: tuple[float | None, ...], order: list[int]
) -> None:
    ranked = [excerpt(0, 0, 0, score=score) for score in scores]

    found = surest_first(ranked, odds)

    assert sorted(map(id, (each.candidate for each in found))) == sorted(map(id, (each.candidate for each in ranked)))
    places = {id(each.candidate): n for n, each in enumerate(ranked)}
    assert [places[id(each.candidate)] for each in found] == order


def test_an_excerpt_that_answers_goes_before_one_that_has_the_question_s_words(
    tmp_path: Path, embedder: Embedder, scorer: PairScorer
) -> None:
    with reading([document(HARBOUR, "harbour")], tmp_path, embedder, scorer) as reader:
        answer = reader.answer(Request(question="Who walked out of the harbour of Vellin?"))
        turn = reader.answer(Request(question="Who walked out of the harbour of Vellin?", after=Turn(question="")))

    assert "walked out" in answer.quotes[0].text
    assert "walked out" in turn.quotes[1].text, "turns that lean on another are left as they are read"
