"""Slang in the words of a book."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_BEHIND_LETTER = r"(?:the|a|an|his|her|their|its|my|all|no|some|that|this|them|him|it|each|any|what)\b"
_SURE_LETTERS = {
    re.compile(r"(?<!\S)w/o(?=\s)"): "without",
    re.compile(r"(?<!\S)w/(?=\s?\w)"): "with ",
    re.compile(rf"(?<=[a-z] )w(?= {_BEHIND_LETTER})"): "with",
    re.compile(rf"(?<=[a-z] )n(?= {_BEHIND_LETTER})"): "and",
    re.compile(r"(?<=[a-z] )cos(?= (?:he|she|it|they|we|i|there|nobody|of|the|his|their)\b)"): "because",
    re.compile(r"^y(?= (?:did|was|were|do|does|is|are|the|couldn't|didn't)\b)"): "why",
}
"""Letters and syllables that are words in a chat, where what stands behind them shows it."""
_LETTERS = {
    re.compile(r"(?<=[a-z]{2} )w(?= [a-z]{3})"): "with",
    re.compile(r"(?<=[a-z]{2} )n(?= [a-z]{3})"): "and",
}
"""The same, where only the rest of the message shows it: they may be initials."""
_OATH = re.compile(r"(?<![\w-])(?:wtf|wth|tf)(?![\w-])(?! ?\d)[\s,?!.]*(?P<next>[a-z']*)")
_ASKING = frozenset("who whom whose what when where why how which who's what's where's".split())
_VERBS = frozenset("is are was were did do does had has have could would should can will".split())
_OPENERS = _ASKING | _VERBS | {"wtf", "wth", "tf"}


def in_plain_words(question: str, *, shorthand: bool) -> str:
    """A question without capitals with slang in words of a book, and without what says nothing; any other as it stands.

    Its shorthand is written out already. `shorthand` is whether there was some that nobody writes elsewhere: then, or where there is
    other slang, a word that has another meaning as well is slang too.
    """
    if question != question.lower():
        return question
    table = _table()
    said = _OATH.sub(_sworn, _from_question_on(question, table))
    said = table.always.sub(lambda match: table.meanings[_key(match[0])], _read(said, _SURE_LETTERS))
    if shorthand or said != question:
        said = table.in_chat.sub(lambda match: table.meanings[_key(match[0])], _read(said, _LETTERS))
    said = _from_question_on(said, table)  # again: what it stood before may have been slang
    said = _without_tail(said, table.behind)
    return " ".join(said.split()) if said != question else question


def _read(said: str, letters: dict[re.Pattern[str], str]) -> str:
    for letter, word in letters.items():
        said = letter.sub(word, said)
    return said


def _sworn(match: re.Match[str]) -> str:
    """The oath that stands for "what" where nothing else asks, and for nothing elsewhere."""
    following = match["next"]
    what = match.start() == 0 and following not in _ASKING
    return f"{'what ' if what else ''}{following}"


def _from_question_on(said: str, table: "_Table") -> str:
    """Without what says nothing before the question."""
    while before := table.before.match(said):
        rest = said[before.end() :]
        first = rest.split(maxsplit=1)[0] if rest.strip() else ""
        if first not in _OPENERS and not table.before.match(rest):
            break
        said = rest
    return said


def _without_tail(said: str, tails: Sequence[str]) -> str:
    """Without what says nothing at its end, unless nothing else is said."""
    bare = said.rstrip()
    for tail in tails:
        rest = bare.removesuffix(tail)
        if rest != bare and rest[-1:] in (" ", ",") and (rest := rest.rstrip(" ,.:;-")):
            return _without_tail(rest, tails)
    return said


def _key(said: str) -> str:
    return " ".join(said.split())


@dataclass(frozen=True, kw_only=True, slots=True)
class _Table:
    meanings: dict[str, str]
    always: re.Pattern[str]
    in_chat: re.Pattern[str]
    before: re.Pattern[str]
    behind: tuple[str, ...]


@cache
def _table() -> _Table:
    read: dict[str, Any] = tomllib.loads(resources.files(__package__).joinpath("slang.toml").read_text("utf-8"))
    return _Table(
        meanings=read["always"] | read["in_chat"],
        always=re.compile(rf"(?<![\w'’-]){_any_of(read['always'])}(?![\w'’-])"),
        in_chat=re.compile(rf"(?<![\w'’-]){_any_of(read['in_chat'])}(?![\w'’-])"),
        before=re.compile(rf"{_any_of(read['nothing']['before'])}(?![\w'’-])[\s,.:;!-]*(?:but\s+)?"),
        behind=tuple(read["nothing"]["behind"]),
    )


def _any_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    blank = r"\s+"
    return f"(?:{'|'.join(blank.join(map(re.escape, phrase.split())) for phrase in longest_first)})"
