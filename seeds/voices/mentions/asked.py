"""Whom a sentence speaks of, without those whom its writer asks about: "I asked whether Orme had come" is an answer's beginning.

Nor does it speak of the place that it begins with: "At Lindener, in May, he fell ill".
"""

import re

from seeds.voices.mentions.roles import is_new
from seeds.voices.mentions.subjects import Mention, mentions
from seeds.voices.mentions.words import ROLES

_ASKED = re.compile(r"\b(?:I|[Ww]e)\s(?:\w+\s)?(?:asked|inquired|enquired|wondered)\b")


_APPOSES = re.compile(r"(?:,|\s?[—–]|\s?--|\s?\()\s?\Z")
_THEN = re.compile(r",\s(?:then|now|once|formerly|afterwards|late|lately|at\sthat\stime)\s\Z")
_APPOSES_NEXT = re.compile(r",\s|\s?[—–]\s?|\s?--\s?")
_OWNS = re.compile(r"[’']s?\s(?:[a-z-]+\s){1,3}")
_WHERE = re.compile(r"\W*(?:At|In|Near)\s[A-Z][^\s,]*(?<![’'])(?<![’']s),")


def spoken_of(sentence: str) -> list[Mention]:
    """The mentions of a sentence; behind "I asked" only of the one who stands next to it, who is asked.

    What somebody is, told right beside his name, is no mention of another: "Orme, an old miller", "one of the millers, Orme".
    Nor is he mentioned of whom it is only told that he has him: "Reeve's brother Orme".
    """
    place = _WHERE.match(sentence)
    named = {each.end for each in mentions(sentence) if each.name}
    begun = {each.start for each in mentions(sentence) if each.name}
    everybody = [
        each
        for each in mentions(sentence)
        if not (place and each.name and each.start < place.end())
        and not _is_apposed(each, sentence, named)
        and not _is_named_next(each, sentence, begun)
        and not _is_owner(each, sentence, begun)
    ]
    asked = _ASKED.search(sentence)
    if asked is None:
        return everybody
    return [each for each in everybody if each.start < asked.end() or not sentence[asked.end() : each.start].strip()]


def _is_named_next(mention: Mention, sentence: str, begun: set[int]) -> bool:
    """Whether the name of one who is new comes next to him: "one of the millers, Orme,"."""
    new = mention.name is None and is_new(mention.role or "")
    stop = _APPOSES_NEXT.match(sentence, mention.end) if new else None
    return stop is not None and stop.end() in begun


def _is_owner(mention: Mention, sentence: str, begun: set[int]) -> bool:
    """Whether it is only told whose he is who is named next to him: "Orme's brother Reeve"."""
    owned = _OWNS.match(sentence, mention.end) if mention.name else None
    return owned is not None and owned.end() in begun


def _is_apposed(mention: Mention, sentence: str, named: set[int]) -> bool:
    """Whether it says what the one is whose name ends just before it: "Orme, a miller", "Orme, Treasurer of Linden"."""
    if mention.role and mention.name is None and _THEN.search(sentence[: mention.start]):
        return True
    called = bool(mention.name) and str(mention.name).casefold() in ROLES and sentence.startswith(" of ", mention.end)
    new = mention.name is None and is_new(mention.role or "")
    stop = _APPOSES.search(sentence[: mention.start]) if new or called else None
    return stop is not None and stop.start() in named
