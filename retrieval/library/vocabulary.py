"""The words of a library's sentences, and its names of several words: how often each stands there, and how often with a capital."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from retrieval.library.records import Word

_WORD = re.compile(r"[^\W\d_]+")

_NAME = re.compile(
    r"\b[^\W\d_a-zß-öø-ÿа-я][^\W\d_]*(?:[ \-\n](?:(?:of|the|and|for|des?)[ \n])*[^\W\d_a-zß-öø-ÿа-я][^\W\d_]+)+"
)
_BETWEEN = re.compile(r"[ \-\n]+")
JOINING = frozenset(("of", "the", "and", "for", "de", "des"))
"""Little words inside names."""

LONGEST_NAME = 6
"""Words of a name, the little ones in it included."""

Uses = dict[str, tuple[int, int]]
"""Of each word, or name of several words, in lower case: all its uses, and those with a capital."""


def count_words(texts: Iterable[str]) -> Uses:
    """Uses of each word and of each name of several words.

    The capital of a sentence's first word says nothing; it counts as the word's other uses do.
    """
    total: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    neutral: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for text in texts:
        for number, word in enumerate(_WORD.findall(unicodedata.normalize("NFC", text))):
            lower = word.lower()
            total[lower] += 1
            if word[0].isupper():
                (neutral if number == 0 else capital)[lower] += 1
        names.update(_names_in(text))
    words = {word: (count, _share(count, capital[word], neutral[word])) for word, count in total.items()}
    return words | {name: (count, count) for name, count in names.items()}


def _names_in(text: str) -> Iterator[str]:
    """Each name of several words, and what is left of it without its first words: a city's committee is a committee."""
    for match in _NAME.finditer(text):
        parts = [part.lower() for part in _BETWEEN.split(match.group())]
        for first in range(max(0, len(parts) - LONGEST_NAME), len(parts) - 1):
            if parts[first] not in JOINING:
                yield " ".join(parts[first:])


def merge(counts: Iterable[Uses]) -> Uses:
    """The uses of several collections together."""
    total: dict[str, tuple[int, int]] = {}
    for uses in counts:
        for word, (count, capitals) in uses.items():
            before = total.get(word, (0, 0))
            total[word] = (before[0] + count, before[1] + capitals)
    return total


def without(uses: Uses, removed: Uses) -> Uses:
    """The uses that are left when some are taken away."""
    left = dict(uses)
    for word, (count, capitals) in removed.items():
        before = left.get(word, (0, 0))
        left[word] = (before[0] - count, before[1] - capitals)
        if left[word][0] <= 0:
            del left[word]
    return left


def dump_words(uses: Uses) -> str:
    """The uses as JSON."""
    return json.dumps(uses, ensure_ascii=False, separators=(",", ":"))


def load_words(text: str) -> Uses:
    """The uses that `dump_words` wrote."""
    return {word: (count, capitals) for word, (count, capitals) in json.loads(text).items()}


def as_words(uses: Uses) -> Iterator[Word]:
    """The words, most frequent first."""
    for word, (count, capitals) in sorted(uses.items(), key=lambda item: (-item[1][0], item[0])):
        yield Word(text=word, count=count, capitalised=capitals / count)


def _share(count: int, capital: int, neutral: int) -> int:
    """Uses with a capital, the first words of sentences divided as the others are (all of them if there are none)."""
    others = count - neutral
    return capital + (round(neutral * capital / others) if others else neutral)
