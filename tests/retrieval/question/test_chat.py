"""What a chat message asks: the talk goes, the question stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.chat import calmed, plain, without_talk, written_out

NAMES = frozenset({"kerensky", "winter", "palace", "aurora"})


def is_name(word: str) -> bool:
    return word in NAMES


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("WHO STORMED THE WINTER PALACE", "who stormed the Winter Palace"),
        ("DID KERENSKY FLEE OR NOT LOL", "did Kerensky flee or not"),
        ("US and UK policy", "US and UK policy"),
        ("NKVD OGPU KGB", "NKVD OGPU KGB"),
        ("wat did teh sailors want", "what did the sailors want"),
        ("why did ppl hate the govt lol", "why did people hate the government"),
        ("who led the R. Party", "who led the R. Party"),
        ("what is in U. S. archives", "what is in U. S. archives"),
        ("hey, who commanded the Aurora that night?", "who commanded the Aurora that night?"),
        ("ok so who commanded the Aurora that night?", "who commanded the Aurora that night?"),
        ("can you show us the part where the Aurora fires its gun?", "the Aurora fires its gun?"),
        ("does anyone know when the Aurora fired its gun?", "when the Aurora fired its gun?"),
        (
            "i have to give a talk tomorrow and my teacher is strict, who commanded the Aurora that night?",
            "who commanded the Aurora that night?",
        ),
        ("I was wondering why the Aurora fired blank shots", "why the Aurora fired blank shots"),
    ],
)
def test_a_message_becomes_its_question(typed: str, meant: str) -> None:
    assert plain(typed, is_name) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Who stormed the Winter Palace?",
        "tell me more",
        "show me the speech of Martov",
        "what did my enemies, the Kadets, say in the Duma?",
        "I'm drawing a map of Reval in 1917, who names the forts and the minefields?",
        "why?",
        "",
    ],
)
def test_a_question_stays_as_it_stands(question: str) -> None:
    assert plain(question, is_name) == question


@given(st.text(max_size=200))
def test_talk_is_only_ever_taken_from_the_front(text: str) -> None:
    assert text.endswith(without_talk(text))


@given(st.text(alphabet=st.characters(categories=["Ll", "Zs", "Po"]), max_size=100))
def test_a_question_without_capitals_is_not_shouted(text: str) -> None:
    assert calmed(text, is_name) == text


@given(st.text(max_size=100))
def test_writing_out_is_done_once(text: str) -> None:
    assert written_out(written_out(text)) == written_out(text)
