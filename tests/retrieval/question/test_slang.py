"""Slang in the words of a book, and nothing else."""

import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.chat import in_writing, written_out
from retrieval.question.words import STOP_WORDS

TABLE = tomllib.loads(resources.files("retrieval.question").joinpath("slang.toml").read_text("utf-8"))
SLANG = [*TABLE["always"], *TABLE["in_chat"], *TABLE["nothing"]["before"], *TABLE["nothing"]["behind"]]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("who ratted out the miller", "who betrayed the miller"),
        ("Who got rid of the toffs?", "Who got rid of the aristocrats?"),
        ("Who bumped off the regent?", "Who killed the regent?"),
        (
            "where did the guards nab the dude w the red scarf",
            "where did the guards capture the man with the red scarf",
        ),
        ("how many blokes n sprogs were on the barge", "how many men and children were on the barge"),
        ("did they get in w/o a fight", "did they get in without a fight"),
        ("y did the baker leg it", "why did the baker flee"),
        ("wtf happened at the quay", "what happened at the quay"),
        ("tf is a zemstvo", "what is a zemstvo"),
        ("who tf let the duke in", "who let the duke in"),
        ("yo tf was the duke even tryna do", "what was the duke even trying to do"),
        ("wtf when did the duke leave", "when did the duke leave"),
        ("yo chat who built the ferry", "who built the ferry"),
        ("random question but when was the ferry built, asking for a friend", "when was the ferry built"),
        ("did the miller come back or nah", "did the miller come back"),
        ("bruh why did they bail lol", "why did they leave"),
        ("in whose motor did the duke bounce out", "in whose car did the duke leave"),
        ("were they salty cos the bread was gone", "were they angry because the bread was gone"),
        ("whats his take on the war", "what's his opinion of the war"),
    ],
)
def test_slang_is_said_in_the_words_of_a_book(typed: str, meant: str) -> None:
    assert in_writing(typed, lambda word: False) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Who owned the motor works in 1913?",
        "how much beef was sold in the town",
        "Who bounced out of the carriage?",
        "what did the spook say",
        "Chat noir: who was the owner?",
        "yo la tengo",
        "what was carried on the wheels",
        'who said "he legged it" of the duke',
        "Who wrote “The Toffs”?",
        "who sang in spider man",
        "Wen besuchte der Herzog im Winter, sus, dude?",
        "¿Quién vendió sus barcos?",
        "¿Qué hace el Doctor Who en sus viajes?",
        "what did v. i. lenin say of w. wilson",
        "what is the order of n in the list of n?",
    ],
)
def test_what_is_no_slang_stays(question: str) -> None:
    assert in_writing(question, lambda word: False) == question


@given(
    st.lists(
        st.sampled_from([*SLANG, "who", "did", "the miller", "when", "kerensky", "and", "lol", "w"]),
        min_size=1,
        max_size=8,
    )
)
def test_plain_words_are_left_as_they_are(words: list[str]) -> None:
    plain = written_out(" ".join(words))

    assert plain
    assert written_out(plain) == plain


def test_the_tables_hold_what_can_be_found() -> None:
    assert not set(TABLE["always"]) & set(TABLE["in_chat"])
    for said in SLANG:
        assert said == " ".join(said.lower().split())
    for said, meaning in (TABLE["always"] | TABLE["in_chat"]).items():
        assert said not in STOP_WORDS
        assert meaning != said
