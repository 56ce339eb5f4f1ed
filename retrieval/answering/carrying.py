"""How well a model carries the language of a question, told by how many pieces its tokenizer makes of a word."""

import re
from collections.abc import Callable, Sequence

FLUENT = 1.6
STRANGE = 3.0
"""Tokens per word up to which a model reads a language as its own, and from which it only spells it.

Measured with the default model's tokenizer (2, 50 and 98 % of 400 questions each): English 1.1, 1.1, 1.6; Spanish 1.5, 1.9,
2.7; German 1.5, 2.3, 3.4; Turkish 2.4, 3.2, 4.4; Russian 3.9, 6.1, 8.5.
"""

LEAST = 0.25
"""What cosines are worth even where a model only spells: names and numbers are spelled alike.

300 questions of xquad-ru, recall@10 by weight: 0 .990, 1/4 .997, 1/2 .993, 1 .947; of xquad-de: .987, .990, .990, .990.
"""

ENOUGH = 0.25
"""Below this a cross-encoder's order is worse than that of the words alone."""

_SPECIAL_TOKENS = 2
_WORD = re.compile(r"\w+")


def weight_of_cosines(question: str, count_tokens: Callable[[Sequence[str]], list[int]]) -> float:
    """The share of their weight that cosines have for a question, `LEAST` to 1."""
    return max(LEAST, carried(question, count_tokens))


def carried(question: str, count_tokens: Callable[[Sequence[str]], list[int]]) -> float:
    """From 0, the model does not know the question's language, to 1, it is one of the model's own."""
    words = len(_WORD.findall(question))
    if not words:
        return 1.0
    fertility = (count_tokens([question])[0] - _SPECIAL_TOKENS) / words
    return min(1.0, max(0.0, (STRANGE - fertility) / (STRANGE - FLUENT)))
