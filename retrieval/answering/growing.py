"""Growing a quote: where it answers better with a neighbour, it is read on in that direction while it answers about as well; and
it does not end with a question whose answer follows.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.answering.ranking import Judge, Judgement, Ranked
from retrieval.answering.spans import Span, Spans

GROWING = 5
"""The first excerpts, which are read on: as many as are shown."""

WITHIN = 4.0
"""How far, in logits, an excerpt's score may lie below the best one's for it to be read on."""

SURE = 6.0
"""The logit from which an excerpt says it already, and needs no more words."""

STEPS = 2
"""Sentences, at most, by which an excerpt is read on."""

LOSS = 0.5
"""How much merit, in logits, one more sentence may cost."""

ASKING = 2
"""Sentences, at most, that a quote is given besides where it would end with a question."""

_ASKS = re.compile(r"\?[\"'”’»)\]]*\s*\Z")


def read_on(ranked: Sequence[Ranked], spans: Spans, judge: Judge) -> list[Ranked]:
    """The same in the same order, the first with wider spans where the text goes on answering."""
    grown = list(ranked)
    growing = [
        n
        for n, each in enumerate(grown[:GROWING])
        if each.logit is not None and each.logit < SURE and each.score >= grown[0].score - WITHIN
    ]
    for _ in range(STEPS):
        options = [(n, span) for n in growing for span in spans.further(grown[n].span, grown[n].candidate.sentence)]
        if not options:
            break
        wider = [(n, span, judged) for (n, span), judged in zip(options, _judged(options, spans, judge), strict=True)]
        growing = []
        for n in dict.fromkeys(n for n, _, _ in wider):
            span, best = max(((span, judged) for m, span, judged in wider if m == n), key=lambda each: each[1].merit)
            if best.merit >= _merit(grown[n]) - LOSS:
                grown[n] = _over(grown[n], span, best)
                growing.append(n)
    return [*(_answered(each, spans) for each in grown[:GROWING]), *grown[GROWING:]]


def _answered(ranked: Ranked, spans: Spans) -> Ranked:
    """The same, with what follows where it ends with a question."""
    if ranked.logit is None:
        return ranked
    span = ranked.span
    for _ in range(ASKING):
        onward = spans.onward(span) if _ASKS.search(spans.text(span)) else None
        if onward is None:
            break
        span = onward
    return replace(ranked, span=span)


def _judged(options: Sequence[tuple[int, Span]], spans: Spans, judge: Judge) -> Sequence[Judgement]:
    return judge([spans.reading(span) for _, span in options])


def _merit(ranked: Ranked) -> float:
    assert ranked.logit is not None, "only what was read is read on"
    return Judgement(logit=ranked.logit, opinion=ranked.opinion).merit


def _over(ranked: Ranked, span: Span, judged: Judgement) -> Ranked:
    return replace(
        ranked,
        span=span,
        logit=judged.logit,
        read=max(judged.logit, ranked.read if ranked.read is not None else judged.logit),
        opinion=judged.opinion,
    )
