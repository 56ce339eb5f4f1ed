"""What the language of a text decides about its full stops."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_ORDINAL_LANGUAGES = _words("de da nb nn no fi cs sk pl hu sl hr sr et lv tr")
"""ISO 639-1 codes of languages that write an ordinal number with a full stop."""
_GERMAN = _words("der die das und ist nicht ein eine den dem des von zu mit sich auf für im")
_OTHERS = _words("the of and to in was that le la les et de des du el los y en que il che di")


def has_ordinal_stops(text: str, language: str | None) -> bool:
    """Whether "3." may mean "the 3rd": by the language's code, else by the commonest words of the text's beginning."""
    if language:
        return language.lower().split("-")[0] in _ORDINAL_LANGUAGES
    words = [word.lower() for word in _WORD.findall(text, 0, _SAMPLE)]
    return sum(word in _GERMAN for word in words) > sum(word in _OTHERS for word in words)
