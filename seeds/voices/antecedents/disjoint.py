"""Who is told of behind a pronoun in its own clause, or in what hangs on that, and so is another: "he told Orme", "he saw Orme’s mill".

A pronoun does not mean the one whom a name in its domain does (principle C: Reinhart, "Anaphora and Semantic Interpretation", 1983).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from seeds.people import NAME, plain_name
from seeds.voices.mentions.conjunctions import WHEN
from seeds.voices.mentions.roles import head_of
from seeds.voices.mentions.subjects import Mention, mentions

_END = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bM)(?<!\bSt)(?<!\b[A-Z])[.;:!?…]\s|--|—|,\s(?:who|whom|whose|which|where)\b"
)
"""What ends the clause, or begins one that is only added to it, in which he may be named again."""
_IS_HE = re.compile(
    r"\b(?:named|called|entitled|styled|signed|(?:him|her)self|was|is|be|been|being|became|become|like|(?:known|hailed|described|recognized|recognised|disguised|acted|served|speaking|spoke)\sas|(?:name|title|style|part|guise)\sof)\s(?:the\s)?\Z"
)
"""What stands before the name that he bears himself: "he called himself Orme"."""
_OF_HIS_NAME = re.compile(
    r"\b(?:Mrs|Miss|Mme|Mlle|Madame|Lady)\b\.?\s(?:[A-Z][\w.’-]*\s)*\Z"
    r"|\b(?:his|her)\s(?:\w+\s)?(?:brother|father|son|uncle|cousin|nephew|grandfather|mother|sister|wife|widow|daughter|aunt|niece|husband),?\s(?:[A-Z][\w.’-]*\s)*\Z"
)
"""What stands before one who may bear the same name."""
_OWNER = re.compile(rf"(?P<name>{NAME})[’']s\b")
"""Whose something is: "Orme’s speech"."""
_BESIDE = re.compile(r",?\s*\(?")
_FRONTED = re.compile(rf"\W*{WHEN}\b[^,]*\Z")


def others_behind(pronoun: str, sentence: str) -> list[Mention]:
    """Those whom the sentence names, or calls by what they are, behind the first such pronoun, up to the next main clause."""
    clause = _END.split(sentence)[0]
    told = list(mentions(clause))
    first = next((n for n, each in enumerate(told) if each.pronoun == pronoun), None)
    if first is None:
        return []
    he = told[first]
    if _FRONTED.match(clause[: he.start]):
        told = [each for each in told if "," not in clause[he.end : each.start]]
    found = []
    for each in told[first + 1 :]:
        if each.clause == "main":
            break
        if (each.name or each.role) and not _is_he(clause, he, each):
            owner = _OWNER.match(each.role) if each.role else None
            found.append(replace(each, name=plain_name(owner["name"])) if owner else each)
    return found


def is_among(one: str, others: Sequence[Mention]) -> bool:
    """Whether one of them is called by that name or that role."""
    return any(_is_called(each, one) for each in others)


def _is_called(mention: Mention, one: str) -> bool:
    if mention.name:
        return mention.name.split()[-1] == one.split()[-1]
    role = mention.role or ""
    return role == one or (role.startswith("the ") and one.startswith("the ") and head_of(role) == head_of(one))


def _is_he(clause: str, he: Mention, other: Mention) -> bool:
    """Whether the words may tell who the one meant is himself, or one of his family, who bears his name."""
    lead = clause[: other.start]
    named = clause[: other.end].removesuffix(other.name) if other.name else lead
    return bool(
        _BESIDE.fullmatch(clause, he.end, other.start)
        or (other.name and lead.endswith(", "))
        or (not other.name and lead.endswith(" as "))
        or _IS_HE.search(lead)
        or (other.name and _OF_HIS_NAME.search(named))
    )
