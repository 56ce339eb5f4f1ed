"""Thanks, greetings and small talk: what they are, and what is left without them."""

import pytest

from retrieval.question.courtesy import is_courtesy, without_courtesy


@pytest.mark.parametrize(
    ("message", "only"),
    [
        ("thanks!", True),
        ("ok cool, thank you so much", True),
        ("hello Quoth", True),
        ("good morning everyone, hi", True),
        ("wow, that is very interesting", True),
        ("hey there, how's it going?", True),
        ("how are you doing today?", True),
        ("what can you do?", True),
        ("are you a bot?", True),
        ("how are you sure that Lenin wrote it?", False),
        ("how is life in the trenches described?", False),
        ("good bot", True),
        ("great, more", False),
        ("thanks, why?", False),
        ("hello Lenin", False),
        ("ok, no", False),
        ("", False),
        ("?", False),
    ],
)
def test_messages_that_only_greet_or_thank(message: str, only: bool) -> None:
    assert is_courtesy(message) is only


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("thanks! more", "more"),
        ("Who fled? Thanks!", "Who fled?"),
        ("hi, thanks, and the fleet, please", "and the fleet,"),
        ("thank you", "thank you"),
        ("Who fled?", "Who fled?"),
    ],
)
def test_courtesy_at_either_end_goes(message: str, rest: str) -> None:
    assert without_courtesy(message) == rest
