"""The question is found in what somebody writes, and again in the answer to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions import question_above, question_to
from bot.rendering import headline
from retrieval.types import Understood
from tests.bot.quotes import answer, quote

QUESTIONS = st.one_of(
    st.text(max_size=200), st.text(alphabet="*_`\\<>[]@:# -1.\n?a", max_size=200)
).filter(lambda text: text.split())  # fmt: skip


@given(QUESTIONS)
def test_the_question_above_an_answer_is_the_one_that_was_asked(question: str) -> None:
    assert question_above(headline(answer(question, quote()))) == " ".join(question.split())


@given(QUESTIONS, QUESTIONS)
def test_a_follow_up_is_taken_up_as_it_was_understood(question: str, understood: str) -> None:
    head = headline(answer(question, quote(), understood=Understood(text=understood)))
    assert question_above(head) in (" ".join(understood.split()), " ".join(question.split()))
    assert ("Understood as" in head) == (understood.casefold().split() != question.casefold().split()) or (
        "Understood as" in question + understood
    )


@pytest.mark.parametrize(
    ("content", "question"),
    [
        ("<@7> who was it?", "who was it?"),
        ("who <@!7> was\nit?", "who was it?"),
        ("<@7>", ""),
        ("<@8> who?", "<@8> who?"),
        ("", ""),
    ],
)
def test_the_mention_is_no_part_of_the_question(content: str, question: str) -> None:
    assert question_to(content, 7) == question


@pytest.mark.parametrize("content", ["", "plain words", "**bold** and more", "Let us go on here. Mention me"])
def test_other_messages_answer_no_question(content: str) -> None:
    assert question_above(content) is None
