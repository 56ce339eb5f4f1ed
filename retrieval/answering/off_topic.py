"""Messages that ask nothing of a library of texts. These are rules, not shades: no probability is weighed for them."""

import re
from collections.abc import Callable

from retrieval.question.words import content_words

_ADDRESS = re.compile(r"https?://|\bwww\.|@everyone|@here|<@[!&]?\d+>", re.IGNORECASE)
_CODE = re.compile(
    r"```|[{};]\s*$|[=!<>]=|=>|->|\w\([^)]*\)\s*[:;{]|\b(?:SELECT\s.+\sFROM|DROP\s+TABLE|INSERT\s+INTO)\b"
)
_ARITHMETIC = re.compile(r"\d\s*[-+*/^x×÷=]\s*\(?\d")
_INVENT = re.compile(
    r"(?:\A|[.!?;:]\s|\b(?:and|then|please|just|now|you|you\sto)\s)\s*(?:invent|make\s(?:me\s)?up|fabricate|roleplay|role-play"
    r"|(?:pretend|imagine)\s(?:that\s)?(?:you|to\sbe)\b|act\sas\b|(?:ignore|forget|disregard)\s(?:\w+\s){0,3}(?:instructions|rules|prompt)"
    r"|(?:write|compose|tell|give|make|do)\s(?:me\s|us\s)?(?:an?|some)\s(?:[\w-]+\s){0,2}(?:poem|song|rap|joke|limerick|haiku|sonnet|tweet|meme))\b",
    re.IGNORECASE,
)


def asks_to_invent(question: str) -> bool:
    """Whether it is an order to make something up, which is no question: "invent a speech by Lenin", "write me a poem"."""
    return bool(_INVENT.search(question))


def asks_nothing(question: str, occurs: Callable[[str], bool]) -> bool:
    """Whether a question holds an address, code or a sum, no word that carries content, or only words that no text holds.

    `occurs` tells whether a word stands in the library, in any inflection.
    """
    wanted = content_words(question)
    if not any(occurs(word) for word in wanted):
        return True
    return bool(_ADDRESS.search(question) or _CODE.search(question) or _is_sum(question))


def _is_sum(question: str) -> bool:
    """Numbers joined by signs, unless they are years of a span ("1914-1918") in a question of words."""
    return bool(_ARITHMETIC.search(question)) and not re.search(r"[^\W\d_]{4}", question)
