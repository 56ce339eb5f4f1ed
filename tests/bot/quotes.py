"""Quotes and answers for tests, with sensible facts where a test does not care."""

from typing import Any

from retrieval.types import Answer, Citation, Quote, Understood

SHA256 = "ab" * 32


def citation(**facts: Any) -> Citation:
    known: dict[str, Any] = {
        "author": "Ada Scholar",
        "title": "A Winter of Decrees",
        "published": "7 November 1927",
        "publisher": "Example Press",
        "url": "https://example.org/winter",
        "locator": "“The night”, paragraph 3",
        "speaker": None,
        "permalink": f"winter@{SHA256}:10-40",
        "link": "https://example.org/winter#:~:text=the%20night",
    }
    return Citation(**(known | facts))


def quote(text: str = "The guard had left its post before the bridge was raised.", **facts: Any) -> Quote:
    known: dict[str, Any] = {
        "text": text,
        "document": "winter",
        "source": "/library/winter.md",
        "sha256": SHA256,
        "start": 10,
        "end": 10 + len(text),
        "confidence": 0.9,
        "citation": citation(),
    }
    return Quote(**(known | facts))


def answer(question: str = "Who left the bridge?", *quotes: Quote, **facts: Any) -> Answer:
    known: dict[str, Any] = {
        "question": question,
        "understood": Understood(text=question),
        "quotes": quotes,
        "confidence": 0.9,
        "threshold": 0.1,
        "abstained": False,
        "reason": None,
        "generation": 1,
    }
    return Answer(**(known | facts))
