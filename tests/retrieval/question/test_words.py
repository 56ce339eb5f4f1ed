"""Words of a question, and those of them that carry its content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.words import STOP_WORDS, content_words, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Who stormed the Winter Palace?", ["Who", "stormed", "the", "Winter", "Palace"]),
        ("Antonov-Ovseenko's S.R.s, No. 1", ["Antonov-Ovseenko's", "S.R.s", "No", "1"]),
        ("d’Artagnan—and snake_case", ["d’Artagnan", "and", "snake", "case"]),
        ("Керенский бежал", ["Керенский", "бежал"]),
        ("🚩 !!! ...", []),
    ],
)
def test_words_are_taken_as_they_stand(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Who stormed the Winter Palace?", ["stormed", "Winter", "Palace"]),
        ("What was Lenin's reply, and why did Lenin's brother die?", ["Lenin", "reply", "brother", "die"]),
        ("what's it about, didn't they say?", []),
        ("Soviet soviet SOVIET", ["Soviet"]),
        ("I or a U 7", []),
        ("What about the US?", ["US"]),
        ("what did the US's envoy tell the WHO of IT?", ["US", "envoy", "WHO", "IT"]),
        ("Who fell in 44 BC, in 480 B.C.E. or in A.D. 79?", ["fell", "44", "480", "79"]),
        ("WHO was it, and did they NOT know us?", []),
        ("WHAT ABOUT THE US?", []),
        ("US", []),
    ],
)
def test_content_words_are_neither_stop_words_nor_letters(text: str, found: list[str]) -> None:
    assert content_words(text) == found


@given(st.text())
def test_content_words_stand_in_the_text_once(text: str) -> None:
    found = content_words(text)
    assert len({word.lower() for word in found}) == len(found)
    assert not STOP_WORDS & {word.lower() for word in found if word not in ("US", "IT", "WHO")}
    assert all(word in text for word in found)
