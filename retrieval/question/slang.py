"""Slang in the words of a book."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_LETTERS = {
    re.compile(r"(?<!\S)w/o(?=\s)"): "without",
    re.compile(r"(?<!\S)w/(?=\s?\w)"): "with ",
    re.compile(r"(?<=[a-z] )w(?= [a-z]{2})"): "with",
    re.compile(r"(?<=[a-z] )n(?= [a-z]{2})"): "and",
    re.compile(r"^y(?= [a-z])"): "why",
}
"""Single letters that are words in a chat."""
_OATH = re.compile(r"\b(?:wtf|wth|tf)\b\s*(?P<next>[a-z']*)", re.IGNORECASE)
_ASKING = frozenset("who whom whose what when where why how which who's what's where's".split())
_VERBS = frozenset("is are was were did do does had has have could would should can will".split())
_OPENERS = _ASKING | _VERBS | {"wtf", "wth", "tf"}
_BLANK, _BLANKS = re.escape(" "), r"\s+"
_MOST_TAILS = 3
_STOP = re.compile(r"[.?!]\s*$")


def in_plain_words(question: str, *, shorthand: bool) -> str:
    """A question, its shorthand written out already, with slang in words of a book and without what says nothing.

    A word that has another meaning as well is slang in a message in lower case without a stop that held `shorthand`, other slang, or
    two such words.
    """
    table = _table()
    said = _OATH.sub(_sworn, _from_question_on(question, table))
    said = table.always.sub(lambda match: table.meanings[_key(match[0])], said)
    if _in_lower_case(question):
        for letter, word in _LETTERS.items():
            said = letter.sub(word, said)
        if shorthand or said != question or len(table.in_chat.findall(said)) > 1:
            said = table.in_chat.sub(lambda match: table.meanings[_key(match[0])], said)
    said = _without_tail(_from_question_on(said, table), table)
    return " ".join(said.split()) if said != question else question


def _in_lower_case(question: str) -> bool:
    """Whether it has no capitals, and no stop at its end."""
    return question == question.lower() and not _STOP.search(question)


def _sworn(match: re.Match[str]) -> str:
    """The oath that stands for "what" where nothing else asks, and for nothing elsewhere."""
    following = match["next"]
    what = match.start() == 0 and following.lower() not in _ASKING
    return f"{'what ' if what else ''}{following}"


def _from_question_on(said: str, table: "_Table") -> str:
    """Without what says nothing before the question."""
    while before := table.before.match(said):
        rest = said[before.end() :]
        if _first(rest) not in _OPENERS and not table.before.match(rest):
            break
        said = rest
    return said


def _without_tail(said: str, table: "_Table") -> str:
    """Without what says nothing at its end."""
    for _ in range(_MOST_TAILS):
        behind = table.behind.search(said)
        if not behind or not behind.start():
            break
        said = said[: behind.start()]
    return said


def _first(text: str) -> str:
    return text.split(maxsplit=1)[0].lower() if text.strip() else ""


def _key(said: str) -> str:
    return " ".join(said.lower().split())


@dataclass(frozen=True, kw_only=True, slots=True)
class _Table:
    meanings: dict[str, str]
    always: re.Pattern[str]
    in_chat: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _table() -> _Table:
    read: dict[str, Any] = tomllib.loads(resources.files(__package__).joinpath("slang.toml").read_text("utf-8"))
    return _Table(
        meanings=read["always"] | read["in_chat"],
        always=re.compile(rf"(?<![\w'’-]){_any_of(read['always'])}(?![\w'’-])", re.IGNORECASE),
        in_chat=re.compile(rf"(?<![\w'’-]){_any_of(read['in_chat'])}(?![\w'’-])", re.IGNORECASE),
        before=re.compile(rf"{_any_of(read['nothing']['before'])}(?![\w'’-])[\s,.:;!-]*(?:but\s+)?", re.IGNORECASE),
        behind=re.compile(rf"[\s,.:;-]+{_any_of(read['nothing']['behind'])}\s*$", re.IGNORECASE),
    )


def _any_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(phrase).replace(_BLANK, _BLANKS) for phrase in longest_first)})"
