"""The question is found in what somebody writes, and again in the answer to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mentions import without_marks
from bot.questions import Asked, calls, question_above, words_of
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
        ("<@7> <@8> what was the zemstvo?", "what was the zemstvo?"),
        ("<@7>, <@&11>: what was the zemstvo <@!8>?", "what was the zemstvo?"),
        ("what, <@8>, was the zemstvo, <@9>", "what, was the zemstvo"),
        ("what does <#12> say of the zemstvo", "what does say of the zemstvo"),
        ("the zemstvo <:pepe:123456789012345678> <a:dance:9>", "the zemstvo"),
        ("what was on <t:-1643040000:D>", "what was on"),
        ("who spoke </ask:77> @everyone @here!", "who spoke!"),
        ("who spoke <@8>, <@9>, <@10> of land", "who spoke, of land"),
        ("what, <@8>: was the zemstvo", "what: was the zemstvo"),
        ("mail to someone@here.example", "mail to someone@here.example"),
        ("is 3 <5 and a <b>bold</b>?", "is 3 <5 and a <b>bold</b>?"),
        ("<@7> <:pepe:1>", ""),
        ("", ""),
    ],
)
def test_whom_a_message_calls_is_no_part_of_the_question(content: str, question: str) -> None:
    assert Asked.in_message(content).words == question


@pytest.mark.parametrize(
    ("content", "question"),
    [
        ("```\nwho sang?\n```", "who sang?"),
        ("```who sang?```", "who sang?"),
        ("who sang?\n```py\nprint(1)\n```", "who sang?"),
        ("||who sang?||", "who sang?"),
        ("**Who** sang _in the steppe_, ~~Ida~~ `Reeve`?", "Who sang in the steppe, Ida Reeve?"),
        ("**Ree**ve", "Reeve"),
        ("<@7> ## who sang?", "who sang?"),
        ("- who sang?", "who sang?"),
        ("[Reeve](https://a.example/b_c) sang what?", "Reeve sang what?"),
        ("who sang? <https://a.example/b_c>", "who sang?"),
        ("<@7> https://a.example who sang?", "who sang?"),
        ("/ask who sang?", "who sang?"),
        ("1917 -> 1918, a_name, 5*6*7, 2 * 3 and ~50", "1917 -> 1918, a_name, 5*6*7, 2 * 3 and ~50"),
    ],
)
def test_how_a_question_is_set_is_no_part_of_it(content: str, question: str) -> None:
    assert Asked.in_message(content).words == question


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", [",", " ,", "<@1>", "<@1> ", "<@1>,", "@here ", "<", "</a"])
def test_no_message_takes_long_to_be_read(unit: str) -> None:
    message = "who " + unit * (200_000 // len(unit)) + " spoke"  # with a step for each pair of signs it takes minutes
    assert without_marks(message).startswith("who")


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "unit", ["*", "a*", "_", "`", "```", "|", "[", "[a](", "[a](https://b", "https://", "- ", "\n- "]
)
def test_no_markup_takes_long_to_be_read(unit: str) -> None:
    message = "who " + unit * (200_000 // len(unit)) + " spoke"
    assert words_of(message).startswith("who")


@pytest.mark.parametrize(
    ("content", "words", "quoted"),
    [
        ("> the zemstvo was a choir\n<@7> is this true?", "is this true?", "the zemstvo was a choir"),
        ("<@7> is this true?\n>>> a choir\nin the steppe", "is this true?", "a choir in the steppe"),
        ("<@7>\n> who sang?", "who sang?", ""),
        ("<@7> 1917 >1916?", "1917 >1916?", ""),
        ("```a choir in the steppe```<@7> is this true?", "is this true?", "a choir in the steppe"),
    ],
)
def test_what_a_message_quotes_is_not_its_own_words(content: str, words: str, quoted: str) -> None:
    asked = Asked.in_message(content)
    assert (asked.words, asked.quoted) == (words, quoted)


@pytest.mark.parametrize(
    ("content", "called"),
    [
        ("<@7> who?", True),
        ("who, <@!7>?", True),
        ("> <@7> who?\nha", False),
        ("ha\n>>> x\n<@7> who?", False),
        ("", False),
    ],
)
def test_a_mention_in_what_is_quoted_calls_nobody(content: str, called: bool) -> None:
    assert calls(content, 7) is called


@pytest.mark.parametrize(
    ("content", "wordless"), [("👍", True), ("?!", True), ("<:x:1>", True), ("_ _", True), ("ok", False)]
)
def test_what_has_no_words(content: str, wordless: bool) -> None:
    assert Asked.in_message(content).is_wordless is wordless


@pytest.mark.parametrize("content", ["", "plain words", "**bold** and more", "Let us go on here. Mention me"])
def test_other_messages_answer_no_question(content: str) -> None:
    assert question_above(content) is None
