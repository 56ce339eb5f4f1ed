"""Judging texts against a question: what the cross-encoder and the second opinion make of each, over every reading of it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import PairScorer
from retrieval.answering.ranking import Judge, Judgement
from retrieval.answering.second_opinion import Head
from retrieval.question.query import Query


def judge_of(query: Query, scorer: PairScorer, second: Head | None) -> Judge:
    """Judges by the weighted mean over the readings of the question, equal texts once; `second` is None where it does not know
    the language.
    """

    def judged(texts: Sequence[str]) -> list[Judgement]:
        read = [scorer.read(reading.text, texts) for reading in query.readings]
        logits = over_readings(query, [each.logits for each in read])
        opinions = over_readings(query, [second.of(each) for each in read]) if second else [None] * len(texts)
        return [Judgement(logit=logit, opinion=opinion) for logit, opinion in zip(logits, opinions, strict=True)]

    def judge(texts: Sequence[str]) -> list[Judgement]:
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, judged(distinct), strict=True))
        return [known[text] for text in texts]

    return judge


def over_readings(query: Query, figures: Sequence[NDArray[np.float32]]) -> list[float]:
    """The weighted mean of what each reading of the question gives for some texts."""
    weights = np.array([reading.weight for reading in query.readings], dtype=np.float32)
    found: list[float] = (weights @ np.stack(figures)).tolist()
    return found
