"""Whom "they" means: the ones who do something in the sentence before, and on whom the talk goes on.

Who does something ranks before those to whom it is done, and who is meant by a pronoun goes on to be (Grosz, Joshi and
Weinstein, "Centering", 1995).
"""

import re
from collections.abc import Sequence

from seeds.irregular_verbs import PAST
from seeds.people import People
from seeds.voices.mentions.asked import spoken_of
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import can_be, several_at_end
from seeds.voices.mentions.subjects import Mention

_REACH = 6
_THEY = re.compile(r"[Tt]hey")
_KNOWN = re.compile(r"(?!(?:that|no|some)\s)[\w’'-]")
_DO = re.compile(rf"\s(?:were|are|had|have|did|do|would|could|began|[a-z]+ed|{PAST})\b")
_OPENING = 50


def goes_on_about(opening: str, above: Sequence[str], people: People) -> Cue | None:
    """The ones who alone do something there; `opening` is the sentence as far as "they", `above` are those before it."""
    for sentence in reversed([*above[-_REACH:], opening]):
        doing = _doing(sentence, people)
        if doing:
            return Cue(role=doing[0]) if len(doing) == 1 else None
        told = spoken_of(sentence)
        they = next((each.start for each in told if _is_they(each, sentence)), len(sentence))
        chained = they < len(sentence) or sentence is opening
        if not chained or any(_is_several(each, people) and each.start < they for each in told):
            return None
    return None


def _doing(sentence: str, people: People) -> list[str]:
    """Those in the plural who are the subject of a main clause, and behind them whoever else is."""
    main = [each for each in spoken_of(sentence) if each.clause == "main"]
    found = [each for each in main if _is_several(each, people)]
    if not found:
        return _without_article(sentence)
    others = [each for each in main if each.start > found[0].start and not (each.pronoun or _is_they(each, sentence))]
    return [each.role or "" for each in (found[0], *others)]


def _without_article(sentence: str) -> list[str]:
    """Those whom no article makes known and with whom a sentence begins: "Soldiers began to stand up"."""
    for found in _DO.finditer(sentence, 0, _OPENING):
        role = several_at_end(sentence[: found.start()])
        if role and _KNOWN.match(role):
            return [role]
    return []


def _is_several(mention: Mention, people: People) -> bool:
    """Whether several are told of by what they are: "the millers"."""
    role = mention.role or ""
    return bool(_KNOWN.match(role)) and can_be("they", role) and not people.is_person(role.split()[-1])


def _is_they(mention: Mention, sentence: str) -> bool:
    return bool(_THEY.fullmatch(sentence, mention.start, mention.end)) and mention.is_subject
