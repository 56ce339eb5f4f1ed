"""Messages of several sentences, asked of the starter library: what the others tell counts, for and against an answer."""

import pytest

from retrieval.answering.asking import Reader, Request


def test_a_question_is_answered_by_what_its_message_names(reader: Reader) -> None:
    answer = reader.answer(
        Request(question="I am reading about the Women's Battalion of Death. Who founded it, please? Thanks!")
    )
    assert not answer.abstained
    assert "(about" in answer.understood.text
    assert "Bochkareva" in answer.quotes[0].text


@pytest.mark.parametrize(
    "question", ["I read about Napoleon. What did he do in Petrograd?", "What did Napoleon do in Petrograd?"]
)
def test_whom_nobody_knows_speaks_against_an_answer_wherever_he_is_named(reader: Reader, question: str) -> None:
    answer = reader.answer(Request(question=question))
    assert answer.abstained
    assert answer.reason is not None
    assert "“Napoleon”" in answer.reason


def test_a_source_may_be_named_beside_the_question(quick: Reader) -> None:
    answer = quick.answer(
        Request(question="I like the Two Calendars text. What became of the October Revolution in it?")
    )
    assert answer.understood.sources
    assert answer.quotes[0].document == "two-calendars"


def test_an_address_anywhere_makes_a_message_none_of_ours(quick: Reader) -> None:
    answer = quick.answer(Request(question="Free coins at https://coins.example now! Who stormed the Winter Palace?"))
    assert answer.abstained
    assert answer.confidence == 0.0
