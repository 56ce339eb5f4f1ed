"""What writings say: a law, a treaty, a notice, one of their articles by its number, or a title between quotation marks.

Nobody is named who speaks in them: `the petition was as follows:`, `in the charter it is said:`, `Article VI reads:`.
"""

import re

from seeds.people import NAME, plain_name
from seeds.quotations import SPEECH
from seeds.voices.cues.grammar import subject_of
from seeds.voices.mentions.cue import SOMEBODY, Cue
from seeds.voices.mentions.roles import ROLE, can_be, head_of, plain_role
from seeds.voices.mentions.words import WRITINGS

_OPEN = r"[^.!?;:“”\"]"
_END = r"(?:[,:]|:?\s?--|:?\s?—)\s*\Z"
_PART = r"(?:[Aa]rt(?:icle|\.)|[Ss]ec(?:tion|\.)|[Cc]lause|[Pp]ara(?:graph|\.)|[Cc]hapter|[Aa]nnex)"
_NUMBERED = re.compile(rf"\b{_PART}\s(?=[\dIVXLCivxlc]+\b)")
_PROVISION = re.compile(
    rf"""(?P<number>{_PART}\s(?:[IVXLC]+|[ivxlc]+|\d+)\b)\.?
    (?P<of>\s(?:of|in|to)\s(?!read\b)(?:the\s(?:same\s)?|its\s)?[A-Za-z][\w’-]*(?:\s(?:of\s|the\s|to\s)*[A-Z\d][\w’-]*\.?){{0,6}})?
    (?:(?:,?\s(?:which\s)?(?:further\s|also\s|then\s)?(?:provides|provided|reads|ran|runs|states|stated|says|said|declares|declared|proceeds|proceeded
       |continues|goes\son|lays\sdown|stipulates|stipulated|prescribes|enacts|ordains|contains|is\sas\sfollows|was\samended|was\schanged)\b{_OPEN}{{0,60}})
       |\sto\sread|,?\s(?:by|under|according\sto)\swhich)?
    \s*[,:]?\s*(?:--|—)?\s*\Z""",
    re.VERBOSE,
)
_ITSELF = frozenset(
    "act advertisement agreement amendment armistice article bill charter circular clause constitution contract convention"
    " covenant decree document edict epitaph inscription law legend manifesto notice oath ordinance pact paragraph passage petition"
    " placard poster preamble proclamation programme program prospectus protocol proverb rescript resolution rule statute treaty"
    " ukase".split()
)
"""What is quoted as itself: of a letter, a report or an order it matters who wrote it."""
_ISSUED = frozenset("account announcement appeal communiqué declaration order protest report statement".split())
"""What is quoted as itself where nobody is said to issue it."""
_WHOSE = re.compile(r"(?:his|her|my|our|their)\s")
_SENT = re.compile(
    r"\b(?:letter|message|telegram|note|despatch|dispatch|epistle|reply|answer|speech)s?\b", re.IGNORECASE
)
"""What one person writes to another is his, and not the document's."""
_ISSUES = re.compile(
    r"\b(?:issued|published|wrote|adopted|passed|signed|drafted|proclaimed|drew\sup|presented)\s(?:[a-z-]+\s){0,2}\Z"
)
_READS = re.compile(
    rf"(?<![\w’'])(?P<role>{ROLE})(?P<rest>{_OPEN}{{0,70}}?)(?:\s|,\s)(?:(?:is|was|were|are)\s(?:\w+ly\s)?(?:as\sfollows|thus|in\sthese\s(?:words|terms)|to\sthis\seffect)"
    rf"|(?:reads?|ran|runs|began|begins)\b{_OPEN}{{0,40}}){_END}"
)
_FOLLOWING = re.compile(
    r"\b[Tt]he\sfollowing\s(?P<kind>(?:[a-z]+\s){0,2}(?P<head>[a-zé]+))\s(?:is|was|were|has\sbeen|had\sbeen|may|appeared|appears|occurs|hung|stood|stands)\b"
    rf"(?P<rest>{_OPEN}{{0,120}}):(?:--|—)?\s*\Z"
)
_SAYS = (
    r"(?:it\s(?:is|was)|we|is|we\smay)\s(?:\w+\s)?(?:said|stated|read|written|enacted|provided|declared|ordered|decreed|laid\sdown|agreed|stipulated|ordained"
    rf"|announced|resolved|added|recorded|found|find|told)\b{_OPEN}{{0,60}}(?:[,:]|:?--|:?—|\bthat)\s*\Z"
)
_SAID_IN = re.compile(
    rf"(?:(?P<in>\b(?:[Ii]n|[Bb]y))\s)?(?<![\w’'])(?:(?P<role>{ROLE})|(?P<title>(?:[Tt]he\s|his\s|her\s)?{NAME})(?:(?<=[a-z]s)|(?=\s\((?:(?:pp?|No|vol|[ivxlc]+)[.\s]|\d))))"
    rf"(?:\s\([^()]{{1,40}}\))?(?P<which>{_OPEN}{{0,70}}?\s(?:in|by)\swhich)?,?\s{_SAYS}"
)
"""A title in the plural is no town's name, nor is one with a page: "In the Theses it is said"."""
_READ_IN = re.compile(
    rf"\b(?:[Ww]e|one)\s(?:\w+\s)?(?:reads?|finds?)\s[^.:;,“”\"]{{0,60}}?\b(?:in|on|at\sthe\sfoot\sof)\s(?P<role>{ROLE})[^.:;“”\"]{{0,80}}{_END}"
)
_TOLD_IN = re.compile(
    rf"\b(?:(?:appear(?:s|ed)?|stood|stands)\s(?=in\s[Tt]he\s_?[A-Z])|(?:is|was|are|were|been)\s(?:\w+ly\s|thus\s)?(?:printed|published|inserted|announced|described|stated|told|recorded|related|reported|defined|given|quoted|summed\sup|suggested)\s(?:thus\s)?)"
    rf"in\s(?P<role>{ROLE}|[Tt]he\s_?(?P<title>{NAME})_?)(?:\s(?:of|for|on)\s[^.:;“”\"]{{2,50}})?\s?{_END}"
)
_READ_OUT = re.compile(
    rf"\b(?:read|reads|reading)\s(?:(?:aloud|out|in\s[a-z]+(?:\s[a-z]+)?)\s)?(?:to\s(?:them|us|me|him|the\s[a-z]+)\s)?(?:a\scopy\sof\s)?(?P<role>{ROLE})"
    rf"(?:\s(?:just|then|already)\s[a-z]+)?\s?{_END}"
)
"""Which writing somebody reads out, which is not his own: "Orme then read the millers' resolution:"."""
_NAMED = re.compile(rf"\bin\s(?P<writing>the\s(?P<kind>[A-Z][a-z]+)(?:\sof\s(?:the\s)?[A-Z]\w+)?)\s?{_END}")
_OWNER = re.compile(rf"(?P<name>{NAME})[’']s?\s", re.VERBOSE)
_TITLE = re.compile(r"[“\"„«][A-Z][\w’'.-]*(?:\s+(?:of|the|and|de|la|for|[A-Z][\w’'.-]*)){0,6}[”\"»“]")
_ARTICLE = re.compile(r"\b[Tt]he\s+(?:[A-Z]\w+\s+){0,2}\Z")
_SPEAKS = re.compile(
    rf"(?:\s*\([^()]{{1,20}}\)|\[\d+\])?,?\s+(?:\w+ly\s|also\s|then\s|thus\s|again\s|has\s|had\s){{0,2}}{SPEECH}\b",
    re.VERBOSE,
)


def speaking(sentence: str) -> Cue | None:
    """The writing that the sentence before a quotation gives the words of."""
    return _provision(sentence) or _said_in(sentence) or _reading(sentence)


def _provision(sentence: str) -> Cue | None:
    """The article, clause or section of which it gives the number, at its end or with what it says.

    So too a writing that is known by its kind alone: "in the Declaration:".
    """
    for each in _NUMBERED.finditer(sentence):
        found = _PROVISION.match(sentence, each.start())
        if found and not _NUMBERED.search(sentence, max(found.end("number"), found.end("of"))):
            return Cue(role=f"{found['number']}{found['of'] or ''}".rstrip("."))
    named = _NAMED.search(sentence)
    return Cue(role=named["writing"]) if named and named["kind"].casefold() in WRITINGS else None


def _said_in(sentence: str) -> Cue | None:
    """The writing in which something is said: `in the pamphlet it is said:`, `we read in the charter:`."""
    for found in _SAID_IN.finditer(sentence):
        if found["role"] and found["which"]:
            return _of(found, sentence)
        if found["in"] and not found["which"]:
            role = found["title"] or plain_role(found["role"])
            known = plain_name(role) if found["title"] else can_be("it", role)
            return Cue(role=role) if known else None
    if read := _READ_IN.search(sentence):
        role = plain_role(read["role"])
        return Cue(role=role) if can_be("it", role) else None
    told = _TOLD_IN.search(sentence)
    role = plain_role(told["role"]) if told else ""
    known = told and (told["title"] or (can_be("it", role) and not _WHOSE.match(role)))
    return Cue(role=role) if known else None


def _reading(sentence: str) -> Cue | None:
    """The writing that reads so, or that follows."""
    if found := _FOLLOWING.search(sentence):
        known = found["head"] in _ITSELF | _ISSUED and not re.search(
            r"\bby\b|\b(?:from|pen)\b(?!.*\b[Tt]he\sfollowing\b)", sentence
        )
        return Cue(role=f"the {found['kind']}") if known else None
    if (
        (out := _READ_OUT.search(sentence))
        and " of " not in out["role"]
        and out["head"].casefold() in _ITSELF | _ISSUED
    ):
        return _of(out, sentence)
    found = _READS.search(sentence)
    return _of(found, sentence) if found and not re.search(r"\bby\b", found["rest"]) else None


def _of(found: re.Match[str], sentence: str) -> Cue | None:
    """The one who issues the writing, where the sentence says it, or the writing itself."""
    plain = re.sub(r"\A(?:this|the\ssame)\s", "the ", plain_role(found["role"]))
    if owner := _OWNER.match(plain):
        return Cue(name=plain_name(owner["name"]))
    if _WHOSE.match(plain) or head_of(plain) not in _ITSELF | _ISSUED or _SENT.search(plain):
        return None
    issued = _ISSUES.search(sentence, 0, found.start("role"))
    issuer = subject_of(sentence[: issued.end()], issued) if issued else None
    return issuer if issuer and issuer != SOMEBODY else Cue(role=plain)


def is_speaking_title(text: str, start: int, end: int) -> bool:
    """Whether the quotation there is the title of a writing that is said to speak: `the “Linden Gazette” wrote`."""
    title = _TITLE.fullmatch(text, start, end)
    return bool(title and _ARTICLE.search(text, max(0, start - 30), start) and _SPEAKS.match(text, end))
