"""A message of several sentences: which of them ask, and what the others tell of that the question needs."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from retrieval.question.followups import leans
from retrieval.question.talk import asked_in, begins_question, is_enough, sentences_in
from retrieval.question.words import words

_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_COLON = re.compile(r":\s+|\s[-—–]\s+")


NEEDED = 2
"""Sentences that are read with a question that leans on them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """What is asked, and what was told besides: names and years, or sentences where the question leans on them."""

    question: str
    about: tuple[str, ...] = ()


def parted(message: str, is_name: Callable[[str], bool]) -> Message:
    """The question of a message, without talk, and what its other sentences name; a message that asks nothing as it stands.

    `is_name` tells whether a word in lower case is written with a capital. A question that leans on what was told ("How did he die?")
    takes the last sentences whole.
    """
    sentences = sentences_in(message)
    asking = [n for n, sentence in enumerate(sentences) if _asks(sentence)]
    if not asking or len(sentences) == 1:
        return Message(question=_after_colon(" ".join(sentences), is_name))
    question = " ".join(_after_colon(sentences[n], is_name) for n in asking)
    told = [sentence for n, sentence in enumerate(sentences) if n not in asking]
    if leans(question):
        return Message(question=question, about=tuple(told[-NEEDED:]))
    known = {word.lower() for word in words(question)}
    about = _names([each for n, each in enumerate(sentences) if n not in asking and n < asking[-1]], is_name)
    return Message(question=question, about=tuple(each for each in about if each.lower() not in known))


def _asks(sentence: str) -> bool:
    return (sentence.rstrip(" \"'”’)").endswith("?") or begins_question(sentence)) and is_enough(sentence)


def _after_colon(sentence: str, is_name: Callable[[str], bool]) -> str:
    """The question behind a colon, where nothing before it names anybody: "Quiz, round four: in which town ...?"."""
    for colon in _COLON.finditer(sentence):
        rest = sentence[colon.end() :]
        if begins_question(rest) and is_enough(rest) and not _names([sentence[: colon.start()]], is_name):
            return asked_in(rest)
    return sentence


def _names(sentences: Sequence[str], is_name: Callable[[str], bool]) -> list[str]:
    """Runs of words that the library writes with a capital, and years, each once."""
    runs: dict[str, None] = {}
    for sentence in sentences:
        run: list[str] = []
        for word in [*words(sentence), ""]:
            plain = re.sub(r"['’]s?$", "", word)
            lower = plain.lower()
            if plain.isdigit() or (plain and lower not in _WEEKDAYS and is_name(lower)):
                run.append(plain)
                continue
            if any(not each.isdigit() or len(each) == 4 for each in run):
                runs.setdefault(" ".join(run))
            run = []
    return list(runs)
