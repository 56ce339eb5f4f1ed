"""How sure Quoth is, and what it says where it is silent."""

import pytest

from retrieval.answering.asking import Reader, Request
from retrieval.answering.confidence import reason


@pytest.mark.parametrize(
    ("question", "known", "named"),
    [
        ("Who invented the carburettor?", {"invented"}, ["carburettor"]),
        ("Did Rasputin own a bicycle?", {"own"}, ["Rasputin", "bicycle"]),
        ("Who won?", {"won"}, []),
        ("Why didn't Kerensky's car start?", {"Kerensky", "car", "start"}, []),
        ("??", set(), []),
    ],
)
def test_a_silence_names_the_words_that_the_library_lacks(question: str, known: set[str], named: list[str]) -> None:
    said = reason(question, known.__contains__, None)
    assert [word for word in (*named, *known) if f"“{word}”" in said] == named
    assert said.count("“") == len(named)
    assert said.endswith(".")


def test_a_silence_offers_the_nearest_excerpts_and_says_where_they_are_from(reader: Reader) -> None:
    answer = reader.answer(Request(question="Who in Petrograd tuned the carburettor of the Tsar's motor car?"))
    assert answer.abstained
    assert answer.reason is not None
    assert "“carburettor”" in answer.reason
    assert answer.quotes
    assert f"“{answer.quotes[0].citation.title}”" in answer.reason


@pytest.mark.parametrize("question", ["Who stormed the Winter Palace?", "How do I tune a carburettor?", "Kornilov"])
def test_confidence_is_a_probability_with_and_without_re_ranking(question: str, reader: Reader, quick: Reader) -> None:
    for each in (reader, quick):
        answer = each.answer(Request(question=question))
        assert 0 <= answer.confidence <= 1
        assert all(0 <= quote.confidence <= 1 for quote in answer.quotes)


def test_an_answer_is_surer_than_a_silence(reader: Reader, quick: Reader) -> None:
    for each in (reader, quick):
        known = each.answer(Request(question="Who stormed the Winter Palace?"))
        unknown = each.answer(Request(question="How do I tune a carburettor for high altitude?"))
        assert known.confidence > unknown.confidence
        assert unknown.abstained
        assert not known.abstained
