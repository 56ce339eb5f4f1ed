"""Judging texts against a question: what the cross-encoder and the second opinion make of each, over every reading of it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import PairScorer
from retrieval.answering.ranking import Judge, Judgement
from retrieval.answering.second_opinion import SecondOpinion
from retrieval.question.query import Query


def judge_of(query: Query, scorer: PairScorer, second: SecondOpinion | None) -> Judge:
    """Judges by the weighted mean over the readings of the question, equal texts once; `second` is None where it does not know
    the language.
    """
    weights = np.array([reading.weight for reading in query.readings], dtype=np.float32)

    def mean(figures: Sequence[NDArray[np.float32]]) -> list[float]:
        found: list[float] = (weights @ np.stack(figures)).tolist()
        return found

    def judged(texts: Sequence[str]) -> list[Judgement]:
        read = [scorer.read(reading.text, texts) for reading in query.readings]
        logits = mean([each.logits for each in read])
        if second is None:
            return [Judgement(logit=logit, opinion=None, answering=None) for logit in logits]
        opinions = mean([second.ranking.of(each) for each in read])
        answering = mean([second.answering.of(each) for each in read])
        return [
            Judgement(logit=logit, opinion=opinion, answering=answers)
            for logit, opinion, answers in zip(logits, opinions, answering, strict=True)
        ]

    def judge(texts: Sequence[str]) -> list[Judgement]:
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, judged(distinct), strict=True))
        return [known[text] for text in texts]

    return judge
