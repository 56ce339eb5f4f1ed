"""Whose speech a sentence reports that is quoted later: `Orme argued that the mill was old. It had no wheel. “We need one.”`"""

import re
from collections.abc import Sequence

from seeds.people import NAME, plain_name
from seeds.quotations import SPEECH
from seeds.voices.antecedents.reference import flat
from seeds.voices.cues import lead_ins
from seeds.voices.mentions.asked import spoken_of
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import ROLE, can_be, plain_role

_REACH = 4
"""Sentences among which the one stands that says who is reported."""
_BRACKETS = re.compile(r"\([^()]{1,80}\)")
_ASIDE = re.compile(
    rf"(?<=\w),\s(?:as\s)?(?:(?P<pronoun>he|she)|(?P<role>{ROLE})|(?P<name>{NAME}))\s(?:\w+ly\s|also\s|then\s|had\s)?{SPEECH},\s",
    re.VERBOSE,
)
"""Who is reported, said in passing: "The mill, he explained, was old"."""


def going_on(told: Sequence[str]) -> tuple[int, Cue] | None:
    """Who is reported to speak in the last of these sentences, and the number of that which says so; None where others are told of
    behind it.
    """
    first = max(0, len(told) - _REACH)
    for n in range(len(told) - 1, first - 1, -1):
        sentence = _BRACKETS.sub(lambda found: " " * len(found[0]), flat(told[n]))
        cue = lead_ins.indirect(sentence) or _aside(sentence)
        if cue:
            return (n, cue) if cue.name or cue.role or cue.pronoun in ("he", "she") else None
        if _is_about_others(sentence):
            return None
    return None


def _aside(sentence: str) -> Cue | None:
    found = _ASIDE.search(sentence)
    if found is None:
        return None
    if found["pronoun"]:
        return Cue(pronoun=found["pronoun"], at=found.start("pronoun"))
    return Cue(role=plain_role(found["role"])) if found["role"] else Cue(name=plain_name(found["name"]))


def _is_about_others(sentence: str) -> bool:
    """Whether somebody else does something in it: one who is named, one who may speak, or the one who writes."""
    return any(
        each.name or each.pronoun == "I" or any(can_be(pronoun, each.role or "") for pronoun in ("he", "she", "they"))
        for each in spoken_of(sentence)
        if each.is_subject and (each.name or each.role or each.pronoun == "I")
    )
