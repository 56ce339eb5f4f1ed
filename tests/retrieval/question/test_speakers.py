"""Whose words a question asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.speakers import asked_speaker, is_same_person


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did Trotsky tell the Mensheviks who walked out?", "Trotsky"),
        ("what did trotsky say", "trotsky"),
        ("How does Victor Serge describe the night?", "Victor Serge"),
        ("What was Lenin's reply?", "Lenin"),
        ("what was Lenin’s first answer to him", "Lenin"),
        ("Who, according to Sukhanov, was late?", "Sukhanov"),
        ("Did Martov ever say that he was sorry?", "Martov"),
        ("what Kerensky said at the station", "Kerensky"),
        ("Who stormed the Winter Palace?", None),
        ("What did he say?", None),
        ("When did they tell the others?", None),
        ("Why did it happen?", None),
        ("", None),
        ("???", None),
    ],
)
def test_a_question_asks_for_the_words_of_a_person_or_of_nobody(question: str, speaker: str | None) -> None:
    assert asked_speaker(question) == speaker


@pytest.mark.parametrize(
    ("asked", "speaker", "same"),
    [
        ("Trotsky", "Leon Trotsky", True),
        ("Leon Trotzki", "Trotsky", True),
        ("antonov", "V. Antonov-Ovseenko", True),
        ("Victor Serge", "Victor Chernov", False),
        ("Lenin", "Kamenev", False),
        ("Orme", "a friend of Orme", False),
        ("Orme", "Orme's brother", False),
        ("the ambassador", "the ambassador of Saxony", True),
    ],
)
def test_a_person_is_known_by_the_surname(asked: str, speaker: str, same: bool) -> None:
    assert is_same_person(asked, speaker) == same


@given(st.text())
def test_any_question_asks_for_somebodys_words_or_nobodys(question: str) -> None:
    name = asked_speaker(question)
    assert name is None or name in " ".join(question.split()) or name in question
