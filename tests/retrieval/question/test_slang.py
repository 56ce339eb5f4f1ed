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
        ("who betrayed the toffs?", "who betrayed the aristocrats?"),
        ("who bumped off the regent?", "who killed the regent?"),
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
        ("bruh why did they leg it lol", "why did they flee"),
        ("in whose whip did the duke dip out of town lol", "in whose car did the duke leave town"),
        ("were they salty about it cos the bread was gone lol", "were they angry about it because the bread was gone"),
        ("lol whats his take on the war", "what's his opinion of the war"),
        ("why did ppl loot the palace", "why did people loot the palace"),
        ("who was shot by the firing squad lol", "who was shot by the firing squad"),
        ("can u tell me abt the duke", "can you tell me about the duke"),
        ("WHO WAS THE DUDE IN THE HAT LOL", "who was the dude in the hat"),
        ("wen was the duke born", "when was the duke born"),
        ("lol did he dip out of town w baker and miller", "did he leave town with baker and miller"),
        ("wtf, when did the duke arrive", "when did the duke arrive"),
    ],
)
def test_slang_is_said_in_the_words_of_a_book(typed: str, meant: str) -> None:
    assert in_writing(typed, lambda word: False) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Who owned the motor works in 1913?",
        "What whip did the Cossacks carry?",
        "Who was it that bumped off the regent?",
        "who won the battle of barnet",
        "who ripped off the epaulettes",
        "when did the strike kick off",
        "who was george w bush",
        "samuel n ward",
        "who led the r. party of the town",
        "who was the queen of r&b",
        "What did TF 38 do at Leyte?",
        "did they have any idea",
        "who was his bro",
        "Le Duc Tho",
        "Who wrote Im Westen nichts Neues?",
        "What did Wat Tyler ask for?",
        "who said 'the dude legged it from the palace' of the duke",
        'what did he mean by "u cant"',
        "Wat is de Aurora?",
        "Für wen sprach er im Winter?",
        "Kto ty?",
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


@given(st.lists(st.sampled_from([*SLANG, "the miller", "kerensky", "and", "lol", "w", "did they"]), max_size=6))
def test_plain_words_are_left_as_they_are(words: list[str]) -> None:
    plain = written_out(" ".join(["who", "was", *words]))

    assert plain.startswith("who was")
    assert written_out(plain) == plain


@pytest.mark.parametrize("said", sorted(TABLE["always"]))
def test_each_is_said_in_other_words(said: str) -> None:
    assert TABLE["always"][said] in written_out(f"was it there that {said} they")


@pytest.mark.parametrize("said", sorted(TABLE["in_chat"]))
def test_each_that_has_another_meaning_is_so_in_a_chat_only(said: str) -> None:
    assert TABLE["in_chat"][said] in written_out(f"lol was it there that {said} they")
    assert said in written_out(f"was it there that {said} they")


@pytest.mark.parametrize("said", TABLE["nothing"]["before"])
def test_what_says_nothing_goes_from_before_a_question(said: str) -> None:
    assert written_out(f"{said} who kept the ferry") == "who kept the ferry"
    assert "they" in written_out(f"{said} they")


@pytest.mark.parametrize("said", TABLE["nothing"]["behind"])
def test_what_says_nothing_goes_from_its_end(said: str) -> None:
    assert written_out(f"who kept the ferry, {said}") == "who kept the ferry"


def test_no_phrase_is_in_two_tables() -> None:
    assert not set(TABLE["always"]) & set(TABLE["in_chat"])
    assert not STOP_WORDS & {*TABLE["always"], *TABLE["in_chat"]}
