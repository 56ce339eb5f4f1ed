"""A subject with what belongs to it behind its noun: "one of the millers present at the meeting", "the men who carried the sacks"."""

import re

from seeds.people import NAME, plain_name
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import ANYBODY, ROLE, anybody_at_end, plain_role

_CLAUSE = re.compile(
    r"(?:\A\W*|[;:,—–]\s|--\s?|\b(?:[Aa]nd|[Bb]ut|[Tt]hen|[Tt]hat|[Ww]hen|[Ww]hile|[Aa]s|[Tt]han|[Ii]f|[Ww]here|[Ff]or|[Bb]ecause|[Ss]o|[Uu]ntil|[Bb]efore|[Aa]fter|[Oo]nce|[Tt]hus)\s)"
    r"(?=\S)"
)
"""What stands before the first word of a clause."""
_SUBJECT = re.compile(
    rf"(?:(?P<pronoun>he|she|they)\b|(?P<some>[Ss]ome|[Mm]any|[Ss]everal|[Tt]wo|[Oo]ne|[Oo]thers|[Tt]he\s[a-z]+est)\sof\s(?P<whom>(?:the|those|these|his|her|their)\s[a-z][\w’-]+)(?![\w’'-])"
    rf"|(?P<one>[Oo]ne|[Tt]hose)(?=\swho\s)|(?P<role>{ROLE}|{ANYBODY})(?![\w’'-])|(?P<name>(?:(?:Mrs?|Dr|Gen|Col|Capt|Prof|St)\.\s)?{NAME})(?![\w’'-]))",
    re.VERBOSE,
)
_BEHIND = re.compile(
    r"\s(?:(?:who|that|whom)\s(?P<clause>[^,;:“”\"]{2,110})|(?:present|standing|sitting|seated|just|next|nearest|called|named|dressed|of|in|at|from|with|on|near|among|behind|beside|under|over)\s[^,;:“”\"]{2,70})\Z"
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|could|would|might|\w{2,}(?:ed|pt|ght)|\w{3,}s|came|stood|sat|lay|knew|went|saw|took|made|held|led|fell|felt|kept|ran|met|brought|spoke)\b"
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|could|would|might|must|should|he|she|they|I|we|it|and|but|or|to|when|while|which|as|if)\b"
)
_ANOTHER_CLAUSE = re.compile(r"\b(?:that|when|while|as|if|and|but|because|where)\b")
_NO_NOUN = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:former|latter|first|second|other|same|last)\b")


def postmodified(lead: str, *, only_clauses: bool = False) -> Cue | None:
    """The subject whose noun stands farther before its verb, at which the words end: a clause or a phrase is between."""
    for start in reversed([found.end() for found in _CLAUSE.finditer(lead)]):
        found = _SUBJECT.match(lead, start)
        if found is None or _NO_NOUN.match(found[0]) or "," in found[0]:
            continue
        behind = _BEHIND.match(lead, found.end())
        if behind is None:
            continue
        told = behind["clause"]
        if found["one"] and (told is None or told.endswith(" to")):
            continue
        if only_clauses and (told is None or _ANOTHER_CLAUSE.search(told)):
            continue
        if (told is not None and not _VERB.search(told)) or (told is None and _FINITE.search(behind[0])):
            continue
        return Cue(role=plain_role(f"{found[0]}{behind[0]}")) if found["one"] else _cue(found)
    return None


def _cue(found: re.Match[str]) -> Cue | None:
    if found["pronoun"]:
        return Cue(pronoun=found["pronoun"], at=found.start())
    if found["some"]:
        return Cue(role=f"{found['some'][0].lower()}{found['some'][1:]} of {found['whom']}")
    if found["role"]:
        return Cue(role=plain_role(found["role"])) if anybody_at_end(found["role"]) else None
    name = plain_name(found["name"])
    return Cue(name=name) if name else None
