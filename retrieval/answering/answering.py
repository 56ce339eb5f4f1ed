"""Whether excerpts answer the question at all: the log-odds that the adapted cross-encoder gives of each."""

from collections.abc import Sequence
from dataclasses import replace

from embeddings.embedder import PairScorer
from retrieval.answering.judging import over_readings
from retrieval.answering.ranking import Ranked
from retrieval.answering.spans import Spans
from retrieval.question.query import Query

AHEAD = 3
"""The first excerpts, among which the one that answers most surely goes ahead."""

SURENESS = 1.25
"""What the log-odds that an excerpt answers weigh there, beside its score."""


def log_odds(query: Query, ranked: Sequence[Ranked], spans: Spans, scorer: PairScorer) -> list[float | None]:
    """Of each excerpt, the mean of its sentence by itself and of the whole span; None for those that the cross-encoder did not read,
    and where it cannot tell.
    """
    views = {
        n: (spans.reading(spans.alone(each.candidate.sentence)), spans.reading(each.span))
        for n, each in enumerate(ranked)
        if each.read is not None
    }
    texts = list(dict.fromkeys(text for pair in views.values() for text in pair))
    told = [scorer.answers(reading.text, texts) for reading in query.readings]
    known = [each for each in told if each is not None]
    if not texts or not known:
        return [None] * len(ranked)
    odds = dict(zip(texts, over_readings(query, known), strict=True))
    return [sum(odds[text] for text in views[n]) / 2 if n in views else None for n in range(len(ranked))]


def surest_first(ranked: Sequence[Ranked], odds: Sequence[float | None]) -> list[Ranked]:
    """The same, the first of them, whose log-odds these are, by score and log-odds together; as they are where one has none."""
    head, rest = ranked[: len(odds)], ranked[len(odds) :]
    told = [
        replace(each, score=each.score + SURENESS * of) for each, of in zip(head, odds, strict=True) if of is not None
    ]
    if len(told) < len(odds):
        return list(ranked)
    return [*sorted(told, key=lambda each: -each.score), *rest]
