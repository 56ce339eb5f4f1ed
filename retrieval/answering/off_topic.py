"""Messages that ask nothing of a library of texts. These are rules, not shades: no probability is weighed for them."""

import re
from collections.abc import Callable

from retrieval.question.words import content_words

_ADDRESS = re.compile(r"https?://|\bwww\.|@everyone|@here|<@[!&]?\d+>", re.IGNORECASE)
_CODE = re.compile(
    r"```|[{};]\s*$|[=!<>]=|=>|->|\w\([^)]*\)\s*[:;{]|\b(?:SELECT\s.+\sFROM|DROP\s+TABLE|INSERT\s+INTO)\b"
)
_ARITHMETIC = re.compile(r"\d\s*[-+*/^x×÷=]\s*\(?\d")
_ORDER = (
    r"(?:\A|[.!?;:]\s)\W*(?:(?:please|now|okay|ok|hey|hi|hello|just|so|then|and|quoth|bot|let['’]s)\b[,\s]+)*"
    r"(?:(?:can|could|would|will)\syou\s(?:please\s)?|i(?:\swant|\sneed|['’]d\slike|\swould\slike)\syou\sto\s|you\s(?:are\sto|must|should)\s)?"
)
"""How a sentence begins that orders: a question that speaks of inventing begins otherwise."""

_INVENT = re.compile(
    rf"{_ORDER}(?:invent\b|make\s(?:me\s)?up\b(?!\sof\b)|fabricate\b|role-?play\b|act\sas\b|(?:pretend|imagine)\s(?:that\s)?(?:you|to\sbe)\b"
    r"|(?:ignore|forget|disregard)\s(?:(?:all|any|your|the|these|those|my|previous|prior|earlier|above)\s)+(?:instructions|rules|prompt)\b"
    r"|(?:write|compose|tell|give|make)\s(?:me\s|us\s)?(?:an?|some)\s(?:[\w-]+\s){0,2}(?:poem|song|rap|joke|limerick|haiku|sonnet|tweet|meme)s?"
    r"(?=\W*\Z|\W*\n|[.!?]|\s(?:about|on|for|as|where|with)\b))",
    re.IGNORECASE,
)


def asks_to_invent(question: str) -> bool:
    """Whether it is an order to make something up, which is no question: "invent a speech by Lenin", "write me a poem"."""
    return bool(_INVENT.search(question))


def asks_nothing(question: str, occurs: Callable[[str], bool]) -> bool:
    """Whether a question has no word that carries content, or only words that no text holds.

    `occurs` tells whether a word stands in the library, in any inflection.
    """
    return not any(occurs(word) for word in content_words(question))


def is_foreign(message: str) -> bool:
    """Whether a message holds an address, code or a sum, wherever it stands."""
    return bool(_ADDRESS.search(message) or _CODE.search(message) or _is_sum(message))


def _is_sum(question: str) -> bool:
    """Numbers joined by signs, unless they are years of a span ("1914-1918") in a question of words."""
    return bool(_ARITHMETIC.search(question)) and not re.search(r"[^\W\d_]{4}", question)
