"""A message of several sentences: which of them ask, and what the others tell of that the question needs."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from retrieval.calendars.eras import spells, without_spells
from retrieval.question.followups import leans, may_be_person, with_person
from retrieval.question.query import ENOUGH
from retrieval.question.talk import asked_in, begins_question, is_enough, is_of_oneself, sentences_in, tells_nothing
from retrieval.question.talk_words import folded_words, vocabulary
from retrieval.question.words import content_words, words

_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{3,80})[\"”“»]")
_COLON = re.compile(r":\s+|\s[-—–]\s+")


NEEDED = 2
"""Sentences that are read with a question that leans on them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """What is asked, and what was told besides: names, years and quoted words, or, where the question `leans` on them, whole sentences."""

    question: str
    about: tuple[str, ...] = ()
    leans: bool = False


def parted(message: str, is_name: Callable[[str], bool]) -> Message:
    """The question of a message, without talk, and what its other sentences tell; a message that asks nothing as it stands.

    `is_name` tells whether a word in lower case is written with a capital. "He" and "she" are replaced by the one person who is named.
    """
    sentences = sentences_in(message)
    asking = _asking(sentences)
    if not asking:
        sentences = [each for each in sentences if not is_of_oneself(each)] or sentences
    if not asking or len(sentences) == 1:
        return Message(question=_after_colon(" ".join(sentences), is_name))
    question = " ".join(_after_colon(sentences[n], is_name) for n in asking)
    before = [sentence for n, sentence in enumerate(sentences) if n < asking[-1] and n not in asking]
    names = _names(before, is_name)
    if leans(question) or _says_little(question, is_name):
        others = before or [sentence for n, sentence in enumerate(sentences) if n not in asking]
        others = [sentence for sentence in others if not tells_nothing(sentence)]
        told = [sentence for sentence in others if not is_of_oneself(sentence)] or others
        persons = [name for name in names if may_be_person(name)]
        named = with_person(question, persons[0]) if len(persons) == 1 and is_enough(question) else question
        return Message(question=named, about=tuple(told[-NEEDED:]), leans=bool(told))
    told = [*(match[1] for sentence in before for match in _QUOTED.finditer(sentence)), *names]
    known = {word.lower() for word in words(question)}
    return Message(question=question, about=tuple(each for each in dict.fromkeys(told) if each.lower() not in known))


def _says_little(question: str, is_name: Callable[[str], bool]) -> bool:
    """Whether a question names nobody, and hardly anything else: "What are the usual kinds?"."""
    return len(content_words(question)) < ENOUGH and not _names([question], is_name)


def _asking(sentences: Sequence[str]) -> list[int]:
    """Which sentences ask: those that say so, else those that open as a question does."""
    open_ended = [n for n, each in enumerate(sentences) if begins_question(each) and not each.endswith((".", "!"))]
    marked = [n for n, each in enumerate(sentences) if each.rstrip(" \"'”’)").endswith("?")]
    return sorted({*marked, *open_ended}) or [n for n, each in enumerate(sentences) if begins_question(each)]


def _after_colon(sentence: str, is_name: Callable[[str], bool]) -> str:
    """The question behind a colon, where talk stands before it that names nobody: "Quiz, round four: in which town ...?"."""
    for colon in _COLON.finditer(sentence):
        head, rest = sentence[: colon.start()], sentence[colon.end() :]
        if begins_question(rest) and is_enough(rest) and not _is_topic(head) and not _names([head], is_name):
            return asked_in(rest)
    return sentence


def _is_topic(head: str) -> bool:
    """Whether what stands before a colon says what the question is about, and not what for: "Bread and coal: how short were they?".

    What is called "the ... question" is asked about, too: "The land question: who raised it?"; a "bonus question" is not. So are
    teachers and students.
    """
    said = folded_words(head)
    told = [word.lower() for word in content_words(head)]
    talk = vocabulary("persons", "asking", "school", "courtesy")
    if "the" not in said:
        talk |= vocabulary("texts")
    return talk.isdisjoint(said) and not vocabulary("neutral", "texts").issuperset(told)


def _names(sentences: Sequence[str], is_name: Callable[[str], bool]) -> list[str]:
    """Runs of words that the library writes with a capital, and years, each once."""
    runs: dict[str, None] = {}
    for sentence in sentences:
        run: list[str] = []
        runs |= dict.fromkeys(sentence[each.start : each.end] for each in spells(sentence))
        for word in [*words(without_spells(sentence)), ""]:
            plain = re.sub(r"['’]s?$", "", word)
            lower = plain.lower()
            if plain.isdigit() or (plain and lower not in _WEEKDAYS and is_name(lower)):
                run.append(plain)
                continue
            if any(not each.isdigit() or len(each) == 4 for each in run):
                runs.setdefault(" ".join(run))
            run = []
    return list(runs)
