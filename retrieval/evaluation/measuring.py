"""Measures of a run: document rankings by stage, quotes against answer spans, silence."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ir_measures
from ir_measures import RR, R, nDCG

from retrieval.evaluation.collection import AnswerSpan
from retrieval.types import Answer, Quote

MEASURES = {"R@1": R @ 1, "R@5": R @ 5, "R@10": R @ 10, "MRR@10": RR @ 10, "nDCG@10": nDCG @ 10}
COVERED = 0.6
"""Share of an answer's characters that a quote must hold to be right."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Silence:
    """How well confidence tells answerable from unanswerable questions, and who was refused at the default threshold."""

    auroc: float
    answerable_refused: float
    unanswerable_refused: float


def rank_measures(relevant: Mapping[str, Mapping[str, int]], rankings: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Means over the questions that were ranked: recall, reciprocal rank and nDCG by ir-measures, and hit@k.

    `rankings` are document ids, best first, by question.
    """
    judged = {query: relevant[query] for query in rankings}
    run = {
        query: {document: float(len(ranking) - place) for place, document in enumerate(ranking)}
        for query, ranking in rankings.items()
    }
    found = ir_measures.calc_aggregate(MEASURES.values(), judged, run)
    figures = {name: float(found[measure]) for name, measure in MEASURES.items()}
    for k in (1, 10):
        hits = [any(document in judged[query] for document in ranking[:k]) for query, ranking in rankings.items()]
        figures[f"hit@{k}"] = statistics.fmean(hits) if hits else 0.0
    return figures


def is_right(quote: Quote, spans: Sequence[AnswerSpan]) -> bool:
    """Whether a quote holds an answer: most of its characters, or at least 20 of it and nothing else."""
    for span in spans:
        if span.document != quote.document:
            continue
        shared = min(quote.end, span.end) - max(quote.start, span.start)
        within = quote.start >= span.start - 2 and quote.end <= span.end + 2
        if shared >= COVERED * (span.end - span.start) or (within and shared >= 20):
            return True
    return False


def quote_hits(answers: Sequence[tuple[Answer, Sequence[AnswerSpan]]]) -> dict[str, float]:
    """Share of questions with a right quote among the first 1, 3 and 5, whether or not Quoth was silent."""
    return {
        f"quote hit@{k}": statistics.fmean(
            any(is_right(quote, spans) for quote in answer.quotes[:k]) for answer, spans in answers
        )
        for k in (1, 3, 5)
    }


def silence(answerable: Sequence[Answer], unanswerable: Sequence[Answer]) -> Silence:
    """Figures of silence over both kinds of questions; neither may be empty."""
    yes = [answer.confidence for answer in answerable]
    no = [answer.confidence for answer in unanswerable]
    return Silence(
        auroc=auroc(yes, no),
        answerable_refused=statistics.fmean(answer.abstained for answer in answerable),
        unanswerable_refused=statistics.fmean(answer.abstained for answer in unanswerable),
    )


def auroc(positives: Sequence[float], negatives: Sequence[float]) -> float:
    """Probability that a positive scores above a negative, ties counting half (Mann-Whitney U)."""
    wins = sum((p > n) + 0.5 * (p == n) for p in positives for n in negatives)
    return wins / (len(positives) * len(negatives))
