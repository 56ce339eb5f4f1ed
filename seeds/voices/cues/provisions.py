"""Writings that speak: articles and sections of a law or a treaty by their number, others by a title between quotation marks."""

import re

from seeds.people import NAME
from seeds.quotations import SPEECH
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import ROLE, can_be, plain_role
from seeds.voices.mentions.words import WRITINGS

_PROVISION = re.compile(
    r"""(?P<number>(?:[Aa]rticle|[Ss]ection|[Cc]lause|[Pp]aragraph|[Cc]hapter|[Aa]nnex|[Aa]rt\.|[Ss]ec\.|[Pp]ara\.)\s(?:[IVXLC]+|[ivxlc]+|\d+)\b)\.?
    (?P<of>\s(?:of|in|to)\s(?!read\b)(?:the\s(?:same\s)?|its\s)?[A-Za-z][\w’-]*(?:\s(?:of\s|the\s|to\s)*[A-Z\d][\w’-]*\.?){0,6})?
    (?:(?:,?\s(?:which\s)?(?:further\s|also\s|then\s)?(?:provides|provided|reads|ran|runs|states|stated|says|said|declares|declared|proceeds|proceeded
       |continues|goes\son|lays\sdown|stipulates|stipulated|prescribes|enacts|ordains|contains|is\sas\sfollows|was\samended|was\schanged)\b[^.!?;“”\"]{0,60})
       |\sto\sread|,?\s(?:by|under|according\sto)\swhich)?
    \s*[,:]?\s*(?:--|—)?\s*\Z""",
    re.VERBOSE,
)
_NUMBERED = re.compile(
    r"\b(?:[Aa]rt(?:icle|\.)|[Ss]ec(?:tion|\.)|[Cc]lause|[Pp]ara(?:graph|\.)|[Cc]hapter|[Aa]nnex)\s(?=[\dIVXLCivxlc]+\b)"
)
_TITLE = re.compile(r"[“\"„«][A-Z][\w’'.-]*(?:\s(?:of|the|and|de|la|for|[A-Z][\w’'.-]*)){0,6}[”\"»“]")
_ARTICLE = re.compile(r"\b[Tt]he\s(?:[A-Z]\w+\s){0,2}\Z")
_SPEAKS = re.compile(
    rf"(?:\s?\([^()]{{1,20}}\)|\[\d+\])?,?\s(?:\w+ly\s|also\s|then\s|thus\s|again\s|has\s|had\s){{0,2}}{SPEECH}\b",
    re.VERBOSE,
)
_SAID_IN = re.compile(
    rf"""\b[Ii]n\s(?:(?P<role>{ROLE})(?:\s\([^()]{{1,40}}\))?|(?P<title>(?:[Tt]he\s|his\s|her\s)?{NAME})\s\((?:(?:pp?|No|vol|[ivxlc]+)[.\s]|\d)[^()]{{0,40}}\)),?\s
    (?:it\s(?:is|was)|we|is|we\smay)\s(?:\w+\s)?(?:said|stated|read|written|provided|declared|recorded|found|find|told)\b[^.:;“”"]{{0,60}}(?:[,:]|:?--|:?—|\bthat)\s*\Z""",
    re.VERBOSE,
)
_READ_IN = re.compile(
    rf"\b(?:[Ww]e|one)\s(?:\w+\s)?(?:reads?|finds?)\s[^.:;,“”\"]{{0,60}}?\b(?:in|on|at\sthe\sfoot\sof)\s(?P<role>{ROLE})[^.:;“”\"]{{0,80}}(?:[,:]|:?--|:?—)\s*\Z",
    re.VERBOSE,
)
_TOLD_IN = re.compile(
    rf"\b(?:is|was|are|were|been)\s(?:\w+ly\s|thus\s)?(?:announced|described|stated|told|recorded|related|reported|defined|given|quoted|summed\sup|suggested)\s(?:thus\s)?"
    rf"in\s(?P<role>{ROLE}|[Tt]he\s_?(?P<title>{NAME})_?)(?:\s(?:of|for|on)\s[^.:;“”\"]{{2,50}})?\s?(?:[,:]|:?--|:?—)\s*\Z",
    re.VERBOSE,
)
_WHOSE = re.compile(r"(?:his|her|my|our|their)\s")
_READS = re.compile(
    rf"(?P<role>{ROLE})(?:,?\s(?:which|that))?\s(?:\w+ly\s|then\s|also\s)?(?:reads?|runs|ran)\b[^.:;“”\"]{{0,40}}(?:[,:]|:?--|:?—)\s*\Z",
    re.VERBOSE,
)
_STANDS_FOR_ITSELF = frozenset(
    "act bill charter constitution convention covenant decree document edict epitaph inscription law notice oath placard poster preamble"
    " proclamation proverb resolution statute treaty ukase".split()
)
"""What is quoted as itself: of a letter or an order it matters who wrote it."""
_NAMED = re.compile(
    r"\bin\s(?P<writing>the\s(?P<kind>[A-Z][a-z]+)(?:\sof\s(?:the\s)?[A-Z]\w+)?)\s?(?:[:,]|:?--|:?—)\s*\Z"
)


def provision(sentence: str) -> Cue | None:
    """The article, clause or section that the sentence before a quotation gives the number of, at its end or with what it says.

    So too a writing that is known by its kind alone: "in the Declaration:".
    """
    found = next(filter(None, (_numbered(sentence, each.start()) for each in _NUMBERED.finditer(sentence))), None)
    if found:
        return Cue(role=f"{found['number']}{found['of'] or ''}".rstrip("."))
    named = _NAMED.search(sentence)
    return Cue(role=named["writing"]) if named and named["kind"].casefold() in WRITINGS else None


def said_in(sentence: str) -> Cue | None:
    """The writing in which something is said: `in the pamphlet it is said:`, `we read in the charter:`."""
    found = _SAID_IN.search(sentence)
    if found and found["title"]:
        return Cue(role=found["title"])
    if found := found or _READ_IN.search(sentence):
        role = plain_role(found["role"])
        return Cue(role=role) if can_be("it", role) else None
    if told := _TOLD_IN.search(sentence):
        role = plain_role(told["role"])
        own = not told["title"] and _WHOSE.match(role)
        return Cue(role=role) if told["title"] or (can_be("it", role) and not own) else None
    read = _READS.search(sentence)
    return Cue(role=plain_role(read["role"])) if read and read["head"].casefold() in _STANDS_FOR_ITSELF else None


def _numbered(sentence: str, start: int) -> re.Match[str] | None:
    """The provision whose number stands there, where no other follows it."""
    found = _PROVISION.match(sentence, start)
    return found if found and not _NUMBERED.search(sentence, max(found.end("number"), found.end("of"))) else None


def is_speaking_title(text: str, start: int, end: int) -> bool:
    """Whether the quotation there is the title of a writing that is said to speak: `the “Linden Gazette” wrote`."""
    title = _TITLE.fullmatch(text, start, end)
    return bool(title and _ARTICLE.search(text, max(0, start - 30), start) and _SPEAKS.match(text, end))
