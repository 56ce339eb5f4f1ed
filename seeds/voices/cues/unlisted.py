"""Subjects that no list of roles knows: "the stout chandler", "wits", "the stoker laughed and"."""

import re
from collections.abc import Sequence

from seeds.irregular_verbs import PAST
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import ANYBODY, anybody_at_end, plain_role, plural_at_end, several_at_end
from seeds.voices.mentions.subjects import Mention

OPENER = re.compile(r"\W*(?:And|But|Then|So|For|Yet|Now|Thus)\s")
_OF = re.compile(r"\b(?:of|and|or)\s+\Z", re.IGNORECASE)
NOT_SUBJECT = re.compile(
    r"\b(?:of|and|or|nor|so|to|by|with|from|for|against|than|at|in|on|about|like|into|over|as|whom|which|that|down|up|through|across|around"
    r"|behind|before|after|under|along|near|past|towards?|upon|during|within|without|between|among|beside|beneath|off|out|to\s[a-z]+)\s+\Z",
    re.IGNORECASE,
)
_HELD = re.compile(
    rf"(?:(?<=\w\s)(?!(?:came|rose|stood|sat|lay|ran|sprang|went|burst)\b)\b(?:{PAST}|lit|set|put|cast|(?<!\bis\s)(?<!\bwas\s)(?<!\bare\s)(?<!\bwere\s)(?<!\bbeen\s)[a-z]+ed)|\b(?!(?:morning|evening|during|nothing|something|being)\b)(?i:[a-z]{{3,}}ing))\s+\Z"
)
"""What stands before a thing to which one does something before he speaks: "he lit a lamp and", "sheathing his sword"."""
_OPENS_CLAUSE = re.compile(
    r"(?:\A\W*|[,;:—]\s|--)(?:and|but|or|nor|so|as|when|while|until)\s+\Z|\b(?:that|which|whom)\s+\Z", re.IGNORECASE
)
"""What stands before the subject of a clause, though elsewhere it joins: ", and the chandler", "so that the chandler"."""
_ARRIVES = re.compile(
    rf"(?:\A\W*|[,;]\s(?:and\s)?)(?:[Ff]rom|[Oo]ut\sof|[Uu]p|[Ii]n|[Dd]own)\s[^,;:]{{0,60}}?\b(?:came|rushed|stepped|sprang|ran|poured|flocked|emerged|arrived)\s"
    rf"(?P<role>{ANYBODY}|(?:[a-z]+\s){{0,2}}[a-z]+(?:s|men)(?:\sof\s[a-z]+(?:s|men))?)(?=,)"
)
"""One who comes, behind his verb: "from the mill came the stoker,", "and out of it rushed hundreds of millers,"."""
_DOING = re.compile(
    rf"(?P<role>{ANYBODY})(?=,?\s(?:\w+ly\s|then\s)?(?:\w+ed|rose|came|stood|got|took|went|sat|began|broke|made|gave|drew|ran|threw|held|met|shook|sprang)\b)"
)
"""One whom no list of roles knows, and what he does: "the big stoker laughed"."""


def described(lead: str, *, relative: bool = False) -> Cue | None:
    """One who is called what no list of roles knows, where the words end with him: "the parlour-maid", "the stout chandler"."""
    role = anybody_at_end(lead)
    before = lead[: len(lead) - len(role)] if role else ""
    if role and not relative and _OPENS_CLAUSE.search(before):
        return Cue(role=role)
    if relative:
        return Cue(role=role) if role and not _OF.search(before) else None
    return Cue(role=role) if role and not (NOT_SUBJECT.search(before) or _HELD.search(before)) else None


def several(lead: str, *, plainly: bool) -> Cue | None:
    """Several people with no article, where the words end with them: "two ferrymen", "crowds of millers cheered and", "wits"."""
    role = several_at_end(lead) or (plural_at_end(lead) if plainly else None)
    return Cue(role=role) if role else None


def arriving(lead: str) -> Cue | None:
    """One who comes from somewhere, as the last clause says that has a subject behind its verb."""
    found = next(reversed(list(_ARRIVES.finditer(lead))), None)
    return Cue(role=plain_role(found["role"]), at=found.start("role")) if found else None


def doing(sentence: str, told: Sequence[Mention], last: Cue | None) -> Cue | None:
    """One whom no list knows and who does something before he speaks, where the last subject is nobody who is known."""
    if last and last != Cue(at=last.at):
        return None
    opener = OPENER.match(sentence)
    found = None if told and not last else _DOING.match(sentence, last.at if last else opener.end() if opener else 0)
    role = anybody_at_end(found["role"]) if found else None
    return Cue(role=role, at=found.start()) if found and role else None
