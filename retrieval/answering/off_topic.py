"""Messages that ask nothing of a library of texts. These are rules, not shades: no probability is weighed for them."""

import re
from collections.abc import Callable

from retrieval.question.words import content_words

_ADDRESS = re.compile(r"https?://|\bwww\.|@everyone|@here|<@[!&]?\d+>", re.IGNORECASE)
_CODE = re.compile(
    r"```|[{};]\s*$|[=!<>]=|=>|->|\w\([^)]*\)\s*[:;{]|\b(?:SELECT\s.+\sFROM|DROP\s+TABLE|INSERT\s+INTO)\b"
)
_ARITHMETIC = re.compile(r"\d\s*[-+*/^x×÷=]\s*\(?\d")


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
