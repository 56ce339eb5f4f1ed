"""Whom a sentence speaks of, without those whom its writer asks about: "I asked whether Orme had come" is an answer's beginning."""

import re

from seeds.voices.mentions.subjects import Mention, mentions

_ASKED = re.compile(r"\b(?:I|[Ww]e)\s(?:\w+\s)?(?:asked|inquired|enquired|wondered)\b")


def spoken_of(sentence: str) -> list[Mention]:
    """The mentions of a sentence; behind "I asked" only of the one who stands next to it, who is asked."""
    everybody = list(mentions(sentence))
    asked = _ASKED.search(sentence)
    if asked is None:
        return everybody
    return [each for each in everybody if each.start < asked.end() or not sentence[asked.end() : each.start].strip()]
