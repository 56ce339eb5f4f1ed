"""A model's word counts as much as it carries the language of the question."""

from pathlib import Path

import pytest

from embeddings.embedder import Embedder, PairScorer
from retrieval.answering.asking import Request
from retrieval.answering.carrying import LEAST, reads, weight_of_cosines
from seeds.document import Metadata
from tests.retrieval.library.material import HARBOUR, document
from tests.retrieval.material import reading

RUSSIAN = (
    "Пекари Нарвской заставы бастовали три недели подряд. Хлеб привозили с другого берега. Городской голова обещал муку, "
    "но никто ему не поверил, и лавки стояли закрытыми до конца февраля."
)


@pytest.mark.parametrize(
    "question", ["Who led the strike of the bakers?", "When did the old regime fall in France?", "!"]
)
def test_english_is_the_default_model_s_own(question: str, embedder: Embedder, scorer: PairScorer) -> None:
    assert weight_of_cosines(question, embedder.count_tokens) == 1.0
    assert reads(question, scorer.count_tokens)


def test_what_is_only_spelled_counts_least(embedder: Embedder) -> None:
    spanish = weight_of_cosines("¿Cuántos días duró la huelga de los panaderos en el puerto?", embedder.count_tokens)
    russian = weight_of_cosines("Сколько недель бастовали пекари?", embedder.count_tokens)
    assert LEAST == russian <= spanish < 1.0


def test_a_question_that_the_cross_encoder_cannot_read_is_not_re_ranked(
    embedder: Embedder, scorer: PairScorer, tmp_path: Path
) -> None:
    question = "Сколько недель бастовали пекари Нарвской заставы?"
    assert not reads(question, scorer.count_tokens)
    texts = [document(RUSSIAN, "bakers", metadata=Metadata(language="ru")), document(HARBOUR)]
    with reading(texts, tmp_path / "home", embedder, scorer) as reader:
        answer = reader.answer(Request(question=question, explain=True))
        assert "три недели" in answer.quotes[0].text
        explanation = answer.quotes[0].explanation
        assert explanation is not None
        assert "cross-encoder" not in explanation.scores
        english = reader.answer(Request(question="Why did the dockers walk out?", explain=True)).quotes[0].explanation
        assert english is not None
        assert "cross-encoder" in english.scores


def test_the_second_opinion_has_read_english_only(embedder: Embedder, scorer: PairScorer, tmp_path: Path) -> None:
    spanish = "La huelga de los panaderos duró tres semanas en el puerto."
    texts = [document(spanish, "bakers", metadata=Metadata(language="es")), document(HARBOUR)]
    with reading(texts, tmp_path / "home", embedder, scorer) as reader:
        foreign = reader.study(Request(question="¿Cuántos días duró la huelga de los panaderos en el puerto?"))
        english = reader.study(Request(question="Why did the dockers walk out?"))
        assert foreign.ranking.ranked[0].logit is not None
        assert reader.answering(foreign, foreign.ranking.ranked[:1]) == [None]
        assert reader.answering(english, english.ranking.ranked[:1]) != [None]
