"""Words of talk, by group (`talk.toml`), and words as they are looked up there."""

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from retrieval.question.words import words


@cache
def vocabulary(*groups: str) -> frozenset[str]:
    """The words of these groups."""
    return frozenset(word for group in groups for word in _table()[group].split())


@cache
def beginning(group: str) -> re.Pattern[str]:
    """How a message begins before it asks ("Hey all,"): phrases of a group, one or several, with the marks behind them."""
    phrases = "|".join(re.sub("['’]", "['’]", phrase.replace(" ", r"\s+")) for phrase in _table()[group])
    return re.compile(rf"\s*(?:(?:{phrases})(?![\w'’])[\s,:!.—–-]*)+(?:(?:so|but)\b[\s,]*)?(?=\w)", re.IGNORECASE)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("talk.toml").read_text("utf-8"))


def folded_words(stretch: str) -> list[str]:
    """The words of a stretch, folded, in order."""
    return [folded(word) for word in words(stretch)]


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """The word in lower case, without what follows an apostrophe."""
    return re.split("['’]", word.lower())[0]
