"""Names beside which it is told that a person bears them: "Orme, an old soldier, laughed", "at the door stood Reeve, a tall man"."""

import re

from seeds.people.form import GAP, NAME

_ONE = (
    r"(?:[a-z]*(?:man|woman)|boy|girl|youth|lad|fellow|officer|soldier|sailor|peasant|worker|writer|author|poet|historian|priest|monk|bishop|lawyer|student"
    r"|merchant|teacher|doctor|professor|captain|colonel|lieutenant|general|leader|editor|journalist|delegate|deputy|agitator|ambassador|governor|minister"
    r"|disciple|pupil|servant|clerk|smith|carpenter|farmer|citizen|philosopher|physician|artist|painter|prince|knight|nobleman|comrade|member)"
)
_APPOSED = re.compile(
    rf"(?:(?<=[.!?…]\s)|(?<=[.!?…][”\"’]\s)|(?<=\n)|\b(?:was|is|sat|stood|came|met|by|named|called){GAP})(?P<name>{NAME}),{GAP}"
    rf"(?:an?|one{GAP}of{GAP}the){GAP}(?:[a-z][\w-]*,?{GAP}){{0,4}}?{_ONE}s?(?={GAP}(?:of|from|in|with|at|who|whom|whose|and)\b|,)[^.;!?]{{0,120}}[,.]"
)


def apposed(text: str, lower: frozenset[str]) -> set[str]:
    """The last words of these names; none is a word of those that stand in `lower` case elsewhere: "Nevertheless, an officer"."""
    names = (found["name"].split()[-1] for found in _APPOSED.finditer(text))
    return {name for name in names if name.casefold() not in lower}
