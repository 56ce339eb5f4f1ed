"""Who does something in the midst of his words or right behind them, which need not say that he speaks."""

import re

from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.subjects import mentions

_INTERRUPTS = re.compile(r"(?P<lead>(?:--|[,—–-])?) ?(?P<clause>[^.!?;:()“”\"]{5,90}?) ?(?:,|--|[—–])")
_FIRST = re.compile(r"[“„«\"][\W_]*[A-ZÀ-Þ0-9].*(?:[,—–-][”»“\"]?|[”»“\"])\Z", re.DOTALL)
_FEWEST = 3
_NO_VERB = r"who|which|that|whom|whose|of|and|or|in|on|at|to|for|from|by|with"
_DOES = re.compile(rf"\s(?!(?:{_NO_VERB})\b)[a-z]")
_ACTS = re.compile(
    rf"\s(?!(?:{_NO_VERB}|is|was|are|were|has|have|had|may|might|can|could|will|would|shall|should|must)\b)[a-z]"
)
"""What stands behind the subject: a verb; one of doing, and not of being."""
_WHOLE = re.compile(r"[“„«\"][\W_]*[A-ZÀ-Þ].*,['’]?[”»“\"]\Z", re.DOTALL)
_CLAUSE = re.compile(r"\s*(?P<clause>(?!\s|The\s|An?\s)[^.!?;:()“”\"]{5,120})[.!?;]")


def interrupting(quoted: str, between: str, following: str) -> Cue | None:
    """Who does something in the midst of a sentence that he speaks: `“It is cold,” he shut the window, “and dark.”`"""
    found = _INTERRUPTS.fullmatch(" ".join(between.split()))  # marks of notes are long runs of blanks
    few = len(quoted.split()) < _FEWEST or len(following.split()) < _FEWEST
    if found is None or few or not _FIRST.match(quoted) or not following[1:2].islower():
        return None
    if not quoted.rstrip('”"»“').endswith((",", "—", "-")) and "-" not in found["lead"] and "—" not in found["lead"]:
        return None
    return _actor(found["clause"], _DOES)


def acting(quoted: str, words: str) -> Cue | None:
    """Who does something right behind what he says, which a comma ends: `“Come in,” the old guard waved his hand.`"""
    found = _CLAUSE.match(words)
    whole = _WHOLE.match(quoted) is not None and len(quoted.split()) >= _FEWEST
    return _actor(" ".join(found["clause"].split()), _ACTS) if found and whole else None


def _actor(clause: str, verb: re.Pattern[str]) -> Cue | None:
    first = next(mentions(clause), None)
    acts = first is not None and first.start == 0 and first.clause == "main" and verb.match(clause, first.end)
    known = first and (first.name or first.role or first.pronoun in ("he", "she", "I"))
    return Cue(name=first.name, role=first.role, pronoun=first.pronoun) if first and acts and known else None
