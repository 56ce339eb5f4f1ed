"""What a chat message asks, as one would write it: shorthand written out, slang in plain words, shouting calmed."""

import re
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from retrieval.calendars.eras import spells
from retrieval.question.courtesy import without_courtesy
from retrieval.question.slang import in_plain_words
from retrieval.question.talk import without_talk
from retrieval.question.words import STOP_WORDS

_WORD = re.compile(r"(?<![\w'’@&/.-])[^\W_]+(?![\w'’&/-])")
_ENGLISH = frozenset(
    """
    about and at can did do does explain for from had have he how in it me my of on she tell that the they this to was were what when where
    which who whom whose why with you
    """.split()
)
_FOREIGN = frozenset(
    """
    als am auf aus bei das dat de dem den der des die ein eine einen einer el em en er est et für het hoe ile im jsi kdo kim kto
    la le les los mit nach ne não o por pour que quem qui quién qué se sie sind su sus un una und une van ve vom von waar wann
    warum wat wen wer wie wo y zijn zu zum zur
    """.split()
)
"""Frequent words of Dutch, French, German, Italian, Polish, Portuguese, Spanish, Turkish and others; of English no more than a few."""
_SHARED = frozenset({"taht", "wat", "wen"})
"""Shorthand that is a word of another language."""
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]+[\"”“»]|(?<!\w)['‘][^'‘’]{3,}\s[^'‘’]{2,}['’](?!\w)")
_INITIALS = re.compile(r"\bu[ -]?(?=boats?\b)|\bu (?:s s r|s a|s|k)\b", re.IGNORECASE)
"""Where a letter is one of a name that is spelled out, and no word: "u boats", "the u s army"."""
_LETTERS = re.compile(r"[^\W\d_]+")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
SHOUTED = 0.7
"""Share of capitals among the letters from which a question is shouted."""


def in_writing(message: str, is_name: Callable[[str], bool]) -> str:
    """The message as one would write it; `is_name` tells whether a word in lower case is written with a capital.

    In what is shouted no slang is read: it has lost its capitals here, not in a chat.
    """
    plain = unicodedata.normalize("NFKC", message)
    calm = calmed(plain, is_name)
    return written_out(calm) if calm == plain else _without_shorthand(calm)


@lru_cache(maxsize=256)
def said_in(turn: str) -> str:
    """What a turn of a conversation says, without thanks for the one before and talk of oneself."""
    return without_talk(written_out(without_courtesy(turn)))


def calmed(question: str, is_name: Callable[[str], bool]) -> str:
    """A question in capitals in lower case, with capitals for names; any other as it stands."""
    letters = [letter for letter in question if letter.isalpha()]
    shouted = sum(letter.isupper() for letter in letters) >= SHOUTED * len(letters)
    lower = question.lower()
    if not shouted or not any(word in STOP_WORDS for word in _LETTERS.findall(lower)):
        return question  # acronyms, one beside another, are not shouted
    return _LETTERS.sub(lambda match: match[0].capitalize() if is_name(match[0]) else match[0], lower)


def written_out(question: str) -> str:
    """The question with chat shorthand and slang in full words of a book, and without words that say nothing."""
    written = _without_shorthand(question)
    if _QUOTED.search(written) or _is_foreign(written):
        return written  # who quotes words asks for these
    return in_plain_words(written, shorthand=_apart_from_apostrophes(written) != _apart_from_apostrophes(question))


def _without_shorthand(question: str) -> str:
    """The question with chat shorthand in full words, and without words that say nothing."""
    meanings = _shorthand()
    foreign = _is_foreign(question)
    english = _count(question, _ENGLISH) > 0
    kept = [range(each.start, each.end) for each in spells(question)]  # "44 bc" is no "because"
    kept += [range(*found.span()) for stays in (_QUOTED, _INITIALS, _itself()) for found in stays.finditer(question)]

    def meant(match: re.Match[str]) -> str:
        if any(match.start() in part for part in kept):
            return match[0]
        if len(match[0]) == 1 and match.string.startswith(".", match.end()):
            return match[0]  # an initial
        if match[0][0].isupper() and match.start():
            return match[0]  # a name
        word = match[0].lower()
        drawn = _DRAWN_OUT.sub(r"\1", word)
        meaning = meanings.get(word, meanings.get(drawn, drawn if len(drawn) > 1 and drawn in STOP_WORDS else None))
        if foreign or (word in _SHARED and not english):
            return match[0]
        return match[0] if meaning is None or match[0].isupper() or meaning == word else meaning

    written = _WORD.sub(meant, question)
    return " ".join(written.split()) if written != question else question


def _is_foreign(question: str) -> bool:
    """Whether it is in another language than English, as far as its most frequent words tell."""
    return _count(question, _FOREIGN) > _count(question, _ENGLISH)


def _count(question: str, words: frozenset[str]) -> int:
    return sum(word in words for word in _LETTERS.findall(question.lower()))


def _apart_from_apostrophes(text: str) -> str:
    """The text without what shorthand leaves out everywhere: "whats", "didnt"."""
    return text.replace("'", "")


@cache
def _shorthand() -> dict[str, str]:
    return {**_table()["words"], **dict.fromkeys(_table()["says_nothing"]["words"], "")}


@cache
def _itself() -> re.Pattern[str]:
    """Phrases in which a word of shorthand is itself: "angkor wat"."""
    phrases = "|".join(phrase.replace(" ", r"[\s-]+") for phrase in _table()["itself"]["phrases"])
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("shorthand.toml").read_text("utf-8"))
