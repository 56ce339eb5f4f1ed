"""The language of a text, by its most frequent little words."""

import re
import tomllib
from collections.abc import Mapping
from importlib import resources

_MIN_WORDS = 20
_MIN_SHARE = 0.08
_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language, by the middle of the text; None where it is too short or not one of ours."""
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    words = [word.casefold() for word in _WORD.findall(text[middle : middle + _SAMPLE])]
    if len(words) < _MIN_WORDS:
        return None
    shares = {code: sum(word in little for word in words) / len(words) for code, little in _LITTLE_WORDS.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= _MIN_SHARE else None


def _little_words() -> Mapping[str, frozenset[str]]:
    lists = tomllib.loads(resources.files(__package__).joinpath("languages.toml").read_text("utf-8"))
    return {code: frozenset(words.split()) for code, words in lists.items()}


_LITTLE_WORDS = _little_words()
