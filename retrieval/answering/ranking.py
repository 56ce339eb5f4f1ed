"""Re-ranking: a cross-encoder reads the best candidates, alone and with their neighbours.

A cascade keeps it cheap: single sentences for `DEPTH` candidates; then for the best `WIDENED` of them, as far as they come near
the first, the sentence with those on both sides; then for the best `PARTED` of these with each side alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from retrieval.answering.candidates import Candidate
from retrieval.answering.spans import Span, Spans


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """How well a text answers the question at hand: a cross-encoder's logit, and the second opinion's log-odds if there is one."""

    logit: float
    opinion: float | None

    @property
    def merit(self) -> float:
        """What it is ranked by: the logit, and a share of the second opinion."""
        return self.logit + OPINION_WEIGHT * (self.opinion or 0.0)


Judge = Callable[[Sequence[str]], Sequence[Judgement]]
"""Gives a judgement of each text."""

OPINION_WEIGHT = 1.0
"""What the second opinion weighs beside the logit."""

DEPTH = 20
WIDENED = 7
WITHIN = 6.0
"""How far, in logits, a sentence may lie below the best one for its neighbours to be read."""

PARTED = 3
"""The best candidates so far, of which it is read with which of the neighbours they answer best."""

AROUND = 2 / 3
"""What a sentence with its neighbours counts in the score; the sentence by itself counts the rest."""

FUSED_WEIGHT = 0.35
"""Weight of the fused score beside the cross-encoder's logit."""

YEARS_WEIGHT = 8.0
"""What it is worth, in logits, that a candidate tells of all years that the question names: the cross-encoder hardly tells one
year from another.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranked:
    """A candidate, the span that answers best around it, that span's logit, and the score that it is ranked by.

    `read` is the best logit of all spans around it, `opinion` the second opinion's log-odds of the span. The logits are None where no
    cross-encoder read it, the opinion where there is none.
    """

    candidate: Candidate
    span: Span
    score: float
    logit: float | None
    read: float | None
    opinion: float | None


def unread(candidates: Sequence[Candidate], spans: Spans) -> list[Ranked]:
    """Candidates in fused order, each its own sentence."""
    return [
        Ranked(
            candidate=candidate,
            span=spans.alone(candidate.sentence),
            score=candidate.fused,
            logit=None,
            read=None,
            opinion=None,
        )
        for candidate in candidates
    ]


def rerank(candidates: Sequence[Candidate], spans: Spans, judge: Judge) -> list[Ranked]:
    """Candidates by how well they answer, best first, each with the span to quote; those not read follow in fused order."""
    if not candidates:
        return []
    read, rest = _chosen(candidates)
    best_fused = max(candidate.fused for candidate in read)
    alone = [spans.alone(candidate.sentence) for candidate in read]
    judged = judge([spans.reading(span) for span in alone])
    lead = [
        each.merit + candidate.fused - best_fused + YEARS_WEIGHT * candidate.years
        for each, candidate in zip(judged, read, strict=True)
    ]
    order = sorted(range(len(read)), key=lambda i: -lead[i])
    head = [i for i in order[:WIDENED] if lead[i] >= lead[order[0]] - WITHIN]
    tail = order[len(head) :]
    widened = _widened([(read[i], judged[i]) for i in head], spans, judge, best_fused)
    return [
        *sorted(widened, key=lambda ranked: -ranked.score),
        *(_single(read[i], alone[i], lead[i], judged[i]) for i in tail),
        *unread(rest, spans),
    ]


def _single(candidate: Candidate, span: Span, score: float, judged: Judgement) -> Ranked:
    """A candidate whose neighbours were not read."""
    return Ranked(
        candidate=candidate,
        span=span,
        score=score,
        logit=judged.logit,
        read=judged.logit,
        opinion=judged.opinion,
    )


def _chosen(candidates: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Those to read, and the rest. Where a person's words are asked for, half as many of his are read besides."""
    beyond = [candidate for candidate in candidates[DEPTH:] if candidate.preferred][: DEPTH // 2]
    chosen = [*candidates[:DEPTH], *beyond]
    read = {candidate.sentence.id for candidate in chosen}
    return chosen, [candidate for candidate in candidates if candidate.sentence.id not in read]


def _widened(
    head: Sequence[tuple[Candidate, Judgement]], spans: Spans, judge: Judge, best_fused: float
) -> list[Ranked]:
    options = [spans.widened(candidate.sentence) for candidate, _ in head]
    judged = _judged([each.widest for each in options if each.widest], spans, judge)
    scores = [
        (1 - AROUND) * single.merit
        + AROUND * (judged[each.widest] if each.widest else single).merit
        + FUSED_WEIGHT * (candidate.fused - best_fused)
        + YEARS_WEIGHT * candidate.years
        for (candidate, single), each in zip(head, options, strict=True)
    ]
    parted = sorted(range(len(head)), key=lambda i: -scores[i])[:PARTED]
    sides = [span for i in parted for span in options[i].present() if span not in judged]
    judged |= _judged(sides, spans, judge)
    return [
        _best_of(candidate, score, {spans.alone(candidate.sentence): single} | _among(judged, each.present()))
        for (candidate, single), score, each in zip(head, scores, options, strict=True)
    ]


def _best_of(candidate: Candidate, score: float, read: Mapping[Span, Judgement]) -> Ranked:
    """The candidate with the best of the spans that were read, the widest of those that are equal."""
    span, best = max(reversed([*read.items()]), key=lambda each: each[1].merit)
    return Ranked(
        candidate=candidate,
        span=span,
        score=score,
        logit=best.logit,
        read=max(each.logit for each in read.values()),
        opinion=best.opinion,
    )


def _judged(asked: Sequence[Span], spans: Spans, judge: Judge) -> dict[Span, Judgement]:
    return dict(zip(asked, judge([spans.reading(span) for span in asked]), strict=True))


def _among(judged: Mapping[Span, Judgement], asked: Sequence[Span]) -> dict[Span, Judgement]:
    return {span: judged[span] for span in asked if span in judged}
