"""Entries of a diary that a sentence announces: `The next entry reads:`, `Then we have this entry:`."""

import re

from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import ROLE, plain_role

_LEAD = (
    r"[\W\d]*(?:(?:Then|Next|Now|And|But|Here)\s)?(?:(?:On|By|At|In|From|Under|For)\s(?:(?!he\b|she\b|they\b|who\b)[a-z’-]+,?\s){1,6}|[Ii]n\s)?"
    r"(?:(?:we|one)\s(?:now\s|then\s)?(?:have|get|find|read|come\sto)\s|there\s(?:is|was|came|comes|follows?|followed)\s|is\s|comes\s|came\s|follows?\s)?"
)
_ENTRY = re.compile(
    rf"{_LEAD}(?:(?:[Tt]his|[Tt]h[eo]se|[Tt]he|[Tt]hat|[Aa]n|[Aa]nother|[Tt]wo)\s)(?:[a-z-]+\s){{0,3}}entr(?:y|ies)\b(?!\s(?:into|upon)\b)"
    rf"(?:\s(?:of|in|by|from)\s(?P<who>{ROLE}))?[^.!?;“”\"]{{0,120}}(?:[:,]|:--|:—)\s*\Z"
)
_ITSELF = Cue(role="the entry")
"""A diary's, a log's or a register's: the sentence need not say whose book it stands in."""
_ANOTHERS = re.compile(r"\b(?:[Mm]y|[Oo]ur)\b")


def announced(sentence: str) -> Cue | None:
    """The entry that comes next, or him who made it, where the sentence says who he is; None where it is the author's own."""
    found = _ENTRY.match(sentence) if "entr" in sentence else None
    if found is None or _ANOTHERS.search(found[0]):
        return None
    return Cue(role=plain_role(found["who"])) if found["who"] else _ITSELF
