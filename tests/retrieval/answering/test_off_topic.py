"""Greetings, addresses, code and sums are no questions to a library; questions of words are, whatever stands in them."""

import pytest

from retrieval.answering.off_topic import asks_nothing

LIBRARY = frozenset("lenin war vote table passages going october sailors why".split())


def occurs(word: str) -> bool:
    return word.casefold() in LIBRARY


@pytest.mark.parametrize(
    "message",
    [
        "why?",
        "asdfghjkl qwerty",
        "best borscht recipe?",
        "@everyone lenin here",
        "see https://example.org/lenin",
        "'; DROP TABLE passages; --",
        "for x in range(10): print(lenin)",
        "is 17 * 23 war",
        "",
    ],
)
def test_what_asks_nothing(message: str) -> None:
    assert asks_nothing(message, occurs)


@pytest.mark.parametrize(
    "question",
    [
        "what did Lenin say",
        "the war of 1914-1918 and the sailors",
        "Lenin (the leader) and the vote?",
        "was the vote 10-2, and who abstained?",
        "Lenin's war; the vote",
        "Lenin's vote in October (the new calendar)",
        "what does the vote V(n) measure?",
        "October",
    ],
)
def test_what_asks_something(question: str) -> None:
    assert not asks_nothing(question, occurs)
