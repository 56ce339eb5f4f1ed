"""Whom a sentence speaks of, without those whom its writer asks about: "I asked whether Orme had come" is an answer's beginning.

Nor does it speak of the place that it begins with: "At Lindener, in May, he fell ill".
"""

import re

from seeds.voices.mentions.subjects import Mention, mentions

_ASKED = re.compile(r"\b(?:I|[Ww]e)\s(?:\w+\s)?(?:asked|inquired|enquired|wondered)\b")


_WHERE = re.compile(r"\W*(?:At|In|Near)\s[A-Z][^\s,]*(?<![’'])(?<![’']s),")


def spoken_of(sentence: str) -> list[Mention]:
    """The mentions of a sentence; behind "I asked" only of the one who stands next to it, who is asked."""
    place = _WHERE.match(sentence)
    everybody = [each for each in mentions(sentence) if not (place and each.name and each.start < place.end())]
    asked = _ASKED.search(sentence)
    if asked is None:
        return everybody
    return [each for each in everybody if each.start < asked.end() or not sentence[asked.end() : each.start].strip()]
