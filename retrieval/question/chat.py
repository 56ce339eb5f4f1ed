"""What a chat message asks, as one would write it: shorthand written out, slang in plain words, shouting calmed."""

import re
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources

from retrieval.calendars.eras import spells
from retrieval.question.courtesy import without_courtesy
from retrieval.question.slang import in_plain_words
from retrieval.question.talk import without_talk
from retrieval.question.words import STOP_WORDS

_WORD = re.compile(r"(?<![\w'’@&/.-])[^\W_]+(?![\w'’&/-])")
_ENGLISH = frozenset(
    """
    about after and are because been before by did does even for from gimme gonna gotta happened have he his how is just lemme of
    outta ppl said she teh tf that the their they tryna wanna were what whats when where which who whom whos whose wht why with
    wtf you
    """.split()
)
"""Words that are no other language's."""
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{3,}[\"”“»]")
_LETTERS = re.compile(r"[^\W\d_]+")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
SHOUTED = 0.7
"""Share of capitals among the letters from which a question is shouted."""


def in_writing(message: str, is_name: Callable[[str], bool]) -> str:
    """The message as one would write it; `is_name` tells whether a word in lower case is written with a capital."""
    return written_out(calmed(unicodedata.normalize("NFKC", message), is_name))


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
    meanings = _shorthand()
    english = _is_english(question)
    years = [range(each.start, each.end) for each in spells(question)]

    def meant(match: re.Match[str]) -> str:
        if any(match.start() in year for year in years):
            return match[0]  # "44 bc" is no "because"
        if len(match[0]) == 1 and match.string.startswith(".", match.end()):
            return match[0]  # an initial
        word = match[0].lower()
        drawn = _DRAWN_OUT.sub(r"\1", word)
        meaning = meanings.get(word, meanings.get(drawn, drawn if len(drawn) > 1 and drawn in STOP_WORDS else None))
        if meaning and not english:
            return match[0]  # "wen" and "im" are German, "taht" is Turkish
        return match[0] if meaning is None or match[0].isupper() or meaning == word else meaning

    written = _WORD.sub(meant, question)
    shorthand = written != question
    plain = " ".join(written.split()) if shorthand else question
    if not english or _QUOTED.search(plain):
        return plain  # who quotes words asks for these
    return in_plain_words(plain, shorthand=shorthand)


def _is_english(question: str) -> bool:
    """Whether a word of English stands in it, not counting names ("Doctor Who")."""
    first, *others = question.split() or [""]
    return not _ENGLISH.isdisjoint([first.lower(), *others])


@cache
def _shorthand() -> dict[str, str]:
    table = tomllib.loads(resources.files(__package__).joinpath("shorthand.toml").read_text("utf-8"))
    return {**table["words"], **dict.fromkeys(table["says_nothing"]["words"], "")}
