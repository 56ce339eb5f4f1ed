"""What a chat message asks, without the chat: shorthand written out, shouting calmed, talk around the question left off."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources

from retrieval.question.words import STOP_WORDS, content_words

_WORD = re.compile(r"(?<![\w'’@/.-])[^\W_]+(?![\w'’/-])")
_LETTERS = re.compile(r"[^\W\d_]+")
SHOUTED = 0.7
"""Share of capitals among the letters from which a question is shouted."""

_ADDRESSED = r"(?:(?:hey|hi|hello|ok(?:ay)?|so|well|um+|uh+|please|sorry|quick question|guys|everyone|quoth|actually)\b[\s,:!.—–-]*)+"
_ASKED_FOR = (
    r"(?:(?:can|could|would|will) (?:you|u|anyone|anybody|someone|somebody)(?: please)? |please )?"
    r"(?:(?:tell|show|find|give|get|help)(?: me| us)?(?: find)? "
    r"(?:(?:a|the|that|any|some) (?:quotes?|quotations?|passages?|bits?|parts?|excerpts?|lines?|texts?|sources?|evidence) )?(?:please )?)"
)
_WONDERED = (
    r"(?:i(?:['’]m| am|['’]d| would|['’]ve| have| was)?|we)\s+(?:just\s+|really\s+|always\s+)?"
    r"(?:wonder(?:ing)?|(?:want(?:ed)?|like|love|need) to know|curious|asking|trying to (?:find out|remember|understand))"
    r"(?:\s+(?:about|if|whether))?"
)
_WHAT_FOR = (
    r"(?=(?:who|whom|whose|what|which|when|where|why|how|if|whether|about|in which|that|describing|of)\b)"
    r"(?:(?:about|of|if|whether|where|in which|that)\s+)?"
)
_OPENINGS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\s*{_ADDRESSED}(?=\w)",
        rf"\s*{_WONDERED}[\s,:]+",
        rf"\s*{_ASKED_FOR}{_WHAT_FOR}",
        r"\s*(?:does|do) (?:anyone|anybody|someone|you|u) (?:know|remember)\s+(?:(?:about|if|whether)\s+)?",
    )
)
_PERSONAL = re.compile(r"\b(?:i|i['’]m|im|i['’]ve|my|mine|me|our|we['’]re)\b", re.IGNORECASE)
_TELLING = re.compile(r"\d|(?<=\s)(?!I\b)[^\W\d_a-zß-öø-ÿа-я]")
"""A figure, or a capital inside the clause."""
_CLAUSE_END = re.compile(r"(?:[,;]|[.!?]+(?=\s)|\s[-—–])\s+")
ENOUGH = 3
"""Words with content that must be left of a question when talk around it is left off."""


def plain(question: str, is_name: Callable[[str], bool]) -> str:
    """The question as one would put it in writing; `is_name` tells whether a word in lower case is written with a capital."""
    return without_talk(written_out(calmed(question, is_name)))


def calmed(question: str, is_name: Callable[[str], bool]) -> str:
    """A question in capitals in lower case, with capitals for names; any other as it stands."""
    letters = [letter for letter in question if letter.isalpha()]
    shouted = sum(letter.isupper() for letter in letters) >= SHOUTED * len(letters)
    lower = question.lower()
    if not shouted or not any(word in STOP_WORDS for word in _LETTERS.findall(lower)):
        return question  # acronyms, one beside another, are not shouted
    return _LETTERS.sub(lambda match: match[0].capitalize() if is_name(match[0]) else match[0], lower)


def written_out(question: str) -> str:
    """The question with chat shorthand in full words, and without words that say nothing."""
    meanings = _shorthand()

    def meant(match: re.Match[str]) -> str:
        meaning = meanings.get(match[0].lower())
        return match[0] if meaning is None or match[0].isupper() else meaning

    written = _WORD.sub(meant, question)
    return " ".join(written.split()) if written != question else question


def without_talk(question: str) -> str:
    """The question without greetings, requests and talk of oneself before it, where enough of it is left."""
    left = question
    while (shorter := _shortened(left)) != left:
        left = shorter
    return left


def _shortened(question: str) -> str:
    for opening in _OPENINGS:
        match = opening.match(question)
        if match and match.end() and _is_enough(question[match.end() :]):
            return question[match.end() :]
    end = _CLAUSE_END.search(question)
    if end and _is_talk(question[: end.start()]) and _is_enough(question[end.end() :]):
        return question[end.end() :]
    return question


def _is_talk(clause: str) -> bool:
    """Whether a clause is about who asks: it names nobody, no year, and asks nothing."""
    return bool(_PERSONAL.search(clause)) and "?" not in clause and not _TELLING.search(clause)


def _is_enough(rest: str) -> bool:
    return len(content_words(rest)) >= ENOUGH


@cache
def _shorthand() -> dict[str, str]:
    table = tomllib.loads(resources.files(__package__).joinpath("shorthand.toml").read_text("utf-8"))
    return {**table["words"], **dict.fromkeys(table["says_nothing"]["words"], "")}
