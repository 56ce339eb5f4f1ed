"""Confidence: how probable it is that the quotes answer the question, and what to say when it is not."""

import math
from collections.abc import Callable, Sequence

from retrieval.answering.ranking import Ranked
from retrieval.question.words import content_words

THRESHOLD = 0.2
"""Below it Quoth abstains. docs/ranking.md shows what each setting refuses of answerable and of unanswerable questions."""

# Logistic regression on the relevance of the best excerpts, fitted by benchmarks/calibration.py on several question sets.
_INTERCEPT, _LOGIT, _COSINE = -1.2, 0.22, 3.0
_UNREAD_INTERCEPT, _UNREAD_COSINE = -3.2, 7.5


def of_quote(ranked: Ranked) -> float:
    """The probability, 0 to 1, that this excerpt answers the question."""
    cosine = ranked.candidate.views["cosine sentence"]
    if ranked.read is None:
        return _sigmoid(_UNREAD_INTERCEPT + _UNREAD_COSINE * cosine)
    return _sigmoid(_INTERCEPT + _LOGIT * ranked.read + _COSINE * cosine)


def of_answer(ranked: Sequence[Ranked]) -> float:
    """The probability, 0 to 1, that one of the excerpts answers the question; 0 without any."""
    if not ranked:
        return 0.0
    cosine = max(each.candidate.views["cosine sentence"] for each in ranked)
    read = [each.read for each in ranked if each.read is not None]
    if not read:
        return _sigmoid(_UNREAD_INTERCEPT + _UNREAD_COSINE * cosine)
    return _sigmoid(_INTERCEPT + _LOGIT * max(read) + _COSINE * cosine)


def reason(question: str, occurs: Callable[[str], bool], closest: str | None) -> str:
    """Why the library is silent, in a sentence or two. `closest` is the title of the document nearest to the question."""
    missing = [word for word in content_words(question) if not occurs(word)]
    near = f" The closest excerpt is from “{closest}”." if closest else ""
    if missing:
        listed = " and ".join(f"“{word}”" for word in missing[:3])
        return f"{listed} {'occurs' if len(missing) == 1 else 'occur'} nowhere in the library.{near}"
    return f"Nothing in the library seems to answer this.{near}"


def _sigmoid(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-x))
