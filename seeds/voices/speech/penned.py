"""Whose account, order or note is announced without a verb of speech: "from the pen of Orme:", "an order issued by Orme. It read:"."""

import re
from collections.abc import Sequence

from seeds.people import NAME, TITLED, People, plain_name
from seeds.voices.antecedents.reference import flat, sentences, unflat
from seeds.voices.cues import announcements, doings, testimony
from seeds.voices.cues.grammar import subject_of
from seeds.voices.mentions.cue import SOMEBODY, Cue
from seeds.voices.mentions.roles import ROLE, plain_role
from seeds.voices.speech.evidence import Evidence, resolved
from seeds.voices.speech.narrative import Narrative

_WHO = rf"(?:(?P<role>{ROLE})(?!\s[A-Z])|(?:the\s[a-z]+\s)?(?P<name>(?i:{TITLED}){NAME}))"
_KINDS = (
    r"(?:letter|telegram|cable|order|proclamation|speech|note|message|appeal|des?patch|dispatch|manifesto|decree|report|statement|declaration"
    r"|circular|petition|ultimatum|address|memorandum|account|description|article|story|narrative|notation|resolution)"
)
_PENNED = re.compile(
    rf"\b(?:from\s(?:the|his|her)?\s?(?:pen|hand)\sof|(?:words|lines)\s(?:written|sent)\s(?:to\s)?(?:us|me)\sby)\s{_WHO}"
)
_MADE = re.compile(
    rf"\bthe\sfollowing\b[^.;:]*\b(?:rendered|given|furnished|supplied|made|written|drawn\sup|penned|told|related|issued|signed|contributed"
    rf"|published|drafted)\sby\s{_WHO}"
)
_TAKEN = re.compile(
    rf"\bFrom\s(?:[Tt]he\s)?(?P<name>{NAME})\s(?:is|are|I|we)\s(?:take|taken|quote|quoted|copy|copied)\sthe\sfollowing\b(?P<role>)"
)
READS = re.compile(
    rf"\b(?:[Ii]t|[Tt]he\s(?:full\s)?(?:text|words|{_KINDS})(?:\sof\sit|\she\s[a-z]+)?|which|[Tt]his\s[a-z]+)\s(?:\w+\s)?(?:was|is|reads?|ran|runs|began|begins)"
    r"(?:\sin\s(?:part|full))?(?:\sas\sfollows|\sthus)?:\W*\Z"
)
"""What leads in to a letter or a notice."""
_ABOUT_IT = re.compile(
    r"\W*(?:(?:It|They|This|These)\b|(?:The|This)\s(?:"
    + _KINDS
    + r")\b)(?!\s(?:said|says|was\snot|is\snot)\b)[^.;:]{0,90}"
    r"\b(?:dated|quote[ds]?|quoting|give[ns]?|printed?|reprint(?:ed)?|reproduced?|insert(?:ed)?|included?|copy|copied|transcribed?|translated|runs|represents|worth|deserves)"
    r"\b(?!\sby\b)[^.;:]{0,160}[.:]\W*\Z"
)
"""What says of a document only that it is given here, or of what day it is."""
_ISSUED = re.compile(
    rf"\b{_KINDS}\b[^.;:]{{0,60}}?\b(?:issued|written|sent|signed|addressed|dictated|drawn\sup|drafted|published)\b(?!\s(?:it|them)\b)[^,.;:]{{0,40}}?\bby\s{_WHO}"
    rf"|\b{_KINDS}\sfrom\sthe\s(?P<body>[A-Z][\w’-]*(?:\s(?:(?:for|of|the|and)\s)*[A-Z][\w’-]*)+)"
)
_PUBLISHED = re.compile(r"\b(?:published|issued|printed)\b(?!\sby\b)")
_MORE = re.compile(r"\s(?:press|army|fleet|navy|government|staff)\b")
_CUT_OFF = re.compile(r"\sof\sthe\s[A-Z]\w+\Z")
"""What a newspaper's name in quotation marks leaves, which are blank here: "of the Linden", without its "Boat"."""
_ANYBODY = re.compile(r"(?:an?|one)\s(?:man|woman|person)")
_NEAR = 2


def penned(read: Sequence[Narrative], k: int, n: int, people: People) -> str | None:
    """The one author whom the sentences name that announce quotation n of paragraph k; None where they name none, or several."""
    own = sentences(read[k].before(n))
    above = own or (read[k - 1].sentences if n == 0 and k else [])
    last = flat(above[-1]) if above else ""
    if not last.rstrip().endswith((":", ":--", ":—", ":-", ".")):
        return None
    if found := _PENNED.search(last):
        return _who(found, people)
    if "the following" in last and (found := _MADE.search(last) or _TAKEN.search(last)):
        return _who(found, people)
    if not READS.search(last) and not _ABOUT_IT.match(last):
        return None
    found_all = [found for sentence in above[-_NEAR:] for found in _ISSUED.finditer(flat(sentence))]
    authors = {f"the {found['body']}" if found["body"] else _who(found, people) for found in found_all}
    if authors:
        return authors.pop() if len(authors) == 1 else None
    return _writer(read, k - 1 if len(own) < _NEAR else k, above[-_NEAR] if len(above) >= _NEAR else "", people)


def _writer(read: Sequence[Narrative], k: int, sentence: str, people: People) -> str | None:
    """Who writes or sends something in that sentence of paragraph k, or the last of it: "Orme scribbled a note. It was as follows:"."""
    sentence = sentence or (read[k].sentences[-1] if k >= 0 and read[k].sentences else "")
    told = flat(sentence)
    cue = announcements.ended(told) or doings.spoke(told)
    if cue is None:
        cue = testimony.announced(f"{told.rstrip(' .')}:", ended=False)
        cue = _publishing(told) if cue is None or (cue.name and not people.is_person(cue.name)) else cue
    at = read[k].words.rfind(sentence) if cue else -1
    if cue is None or at < 0 or re.search(rf"\b{_KINDS}\b", cue.role or ""):
        return None
    return resolved(read, Evidence(cue=cue, paragraph=k, until=at + unflat(sentence, cue.at)), people) or None


def _publishing(told: str) -> Cue | None:
    """Who published something, as the sentence tells."""
    found = _PUBLISHED.search(told)
    cue = subject_of(told, found) if found else None
    return cue if cue and cue != SOMEBODY else None


def _who(found: re.Match[str], people: People) -> str | None:
    """Him whom the match names; None for a town, and for one of whom nothing is said but that he is a man."""
    if role := found["role"]:
        more = _MORE.match(found.string, found.end("role"))
        named = f"{role}{more[0]}" if more else _CUT_OFF.sub("", role)
        return plain_role(named) if not _ANYBODY.fullmatch(role) else None
    name = plain_name(found["name"])
    return people.speaker(name) if name and (people.is_person(name) or found.re is _TAKEN) else None
