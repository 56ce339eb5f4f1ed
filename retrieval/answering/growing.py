"""Growing a quote: where it answers better with a neighbour, it is read on in that direction while it answers about as well; and
it does not end with a question whose answer follows, or with the colon before what it only leads in.
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
"""Sentences, at most, that a quote is given besides where it would end with a question or a colon."""

_LEADS_IN = re.compile(r":(?:--|—)?[\"'”’»)\]]*\s*\Z")
_SAYS = re.compile(r"(?:[^\W\d_]+\W+){6}")
_SMALL = re.compile(r"\b[a-zß-öø-ÿа-яё]{3}")
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
    """The same, with what follows where it ends with a question or a colon; what is in another paragraph, or somebody else's words, is
    quoted in its place.
    """
    if ranked.logit is None:
        return ranked
    span = ranked.span
    for _ in range(ASKING):
        text = spans.text(span)
        onward = spans.onward(span) if _ASKS.search(text) or _LEADS_IN.search(text) else None
        if onward is None:
            break
        span = onward
    if not _LEADS_IN.search(spans.text(span)):
        return replace(ranked, span=span)
    return _led_in(replace(ranked, span=span), spans)


def _led_in(ranked: Ranked, spans: Spans) -> Ranked:
    """What the excerpt leads in, if that says something; else the excerpt."""
    sentence = spans.following(ranked.span)
    if sentence is None:
        return ranked
    span = spans.alone(sentence)
    text = spans.text(span)
    if not _SAYS.search(text) or not _SMALL.search(text):
        return ranked  # a letter's head, a list
    wider = spans.onward(span)
    return replace(ranked, candidate=replace(ranked.candidate, sentence=sentence), span=wider or span)


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
