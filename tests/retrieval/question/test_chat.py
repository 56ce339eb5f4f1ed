"""What a chat message asks, as one would write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.chat import calmed, in_writing, said_in, written_out

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
        ("whyyyy did ppl cheer lmaooo", "why did people cheer"),
        ("Who was pope after Leo xiii?", "Who was pope after Leo xiii?"),
        ("who led the R. Party", "who led the R. Party"),
        ("what is in U. S. archives", "what is in U. S. archives"),
        ("wat happened in 44 bc", "what happened in 44 bc"),
        ("he left in 1917 bc he was ill", "he left in 1917 because he was ill"),
        ("did u read how u boats sank the u s ships", "did you read how u boats sank the u s ships"),
        ("did u ask what the u s s r signed", "did you ask what the u s s r signed"),
    ],
)
def test_a_message_becomes_its_question(typed: str, meant: str) -> None:
    assert in_writing(typed, is_name) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Who stormed the Winter Palace?",
        "tell me more",
        "show me the speech of Martov",
        "what did my enemies, the Kadets, say in the Duma?",
        "I'm drawing a map of Reval in 1917, who names the forts and the minefields?",
        "how did u boats sink so many ships",
        "when was angkor wat abandoned",
        "who dug up the royal tombs of ur",
        "why?",
        "",
    ],
)
def test_a_question_stays_as_it_stands(question: str) -> None:
    assert in_writing(question, is_name) == question


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        ("thanks! and the fleet?", "and the fleet?"),
        ("ok cool, thx! but why did they wait?", "but why did they wait?"),
        ("thank you so much! more?", "more?"),
        ("great, can u tell me who replaced him?", "who replaced him?"),
        ("no, the other one", "no, the other one"),
        ("why?", "why?"),
    ],
)
def test_a_turn_says_what_is_left_without_thanks(turn: str, said: str) -> None:
    assert said_in(turn) == said


@given(st.text(alphabet=st.characters(categories=["Ll", "Zs", "Po"]), max_size=100))
def test_a_question_without_capitals_is_not_shouted(text: str) -> None:
    assert calmed(text, is_name) == text


@given(st.text(max_size=100))
def test_writing_out_is_done_once(text: str) -> None:
    assert written_out(written_out(text)) == written_out(text)
