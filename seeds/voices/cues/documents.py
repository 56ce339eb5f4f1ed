"""Laws, petitions and notices whose words follow, where nobody is named who speaks in them: "the petition was as follows:"."""

import re

from seeds.voices.cues.grammar import subject_of
from seeds.voices.mentions.cue import SOMEBODY, Cue
from seeds.voices.mentions.roles import ROLE, head_of, plain_role

_KIND = (
    r"(?:account|acts?|advertisement|agreement|amendment|announcement|appeal|armistice|article|bill|charter|circular|clause|communiqué|constitution"
    r"|convention|covenant|declaration|decree|edict|epitaph|inscription|laws?|legend|manifesto|notice|oath|orders?|ordinance|pact|paragraph"
    r"|passage|petition|placard|preamble|proclamation|programme|program|prospectus|protest|protocol|report|rescript|resolution|rule|statement|statute"
    r"|treaty|ukase)"
)
_SENT = re.compile(r"(?:letter|message|telegram|note|despatch|dispatch|epistle|reply|answer|speech)s?", re.IGNORECASE)
"""What one person writes to another is his, and not the document's."""
_WHOSE = frozenset({"his", "her", "their", "my", "our"})
_ISSUES = re.compile(
    r"\b(?:issued|published|wrote|adopted|passed|signed|drafted|proclaimed|drew\sup|presented)\s(?:[a-z-]+\s){0,2}\Z"
)
_OPEN = r"[^.!?;:“”\"]"
_READS = re.compile(
    rf"(?<![\w’'])(?P<role>{ROLE})(?P<rest>{_OPEN}{{0,70}}?)[\s,](?:(?:is|was|were|are)\s(?:\w+ly\s)?(?:as\sfollows|thus|in\sthese\s(?:words|terms)|to\sthis\seffect)"
    r"|(?:reads?|ran|runs)(?:\s(?:in\s(?:part|full)|\w+ly))?(?:\s(?:as\sfollows|thus))?)\s?[,:](?:--|—)?\s*\Z"
)
_SAID = (
    r",?\sit\s(?:is|was)\s(?:\w+ly\s)?(?:said|stated|enacted|provided|declared|ordered|decreed|written|laid\sdown|agreed|stipulated|ordained"
    rf"|announced|resolved|added)\b{_OPEN}{{0,40}}(?:[,:](?:--|—)?|\bthat)\s*\Z"
)
_IN_WHICH = re.compile(rf"(?<![\w’'])(?P<role>{ROLE}){_OPEN}{{0,70}}?\s(?:in|by)\swhich{_SAID}")
_IN_TITLE = re.compile(rf"\b(?:[Ii]n|[Bb]y)\s(?P<title>(?:the\s)?[A-Z][a-z]+s)(?:\s\([^()]{{1,40}}\))?{_SAID}")
"""A title in the plural is no town's name: "In the Theses it is said"."""
_FOLLOWING = re.compile(
    rf"\b[Tt]he\sfollowing\s(?P<kind>(?:[a-z]+\s){{0,2}}{_KIND})\s(?:is|was|were|has\sbeen|had\sbeen|may|appeared|appears|occurs|hung|stood|stands)\b(?P<rest>{_OPEN}{{0,120}}):(?:--|—)?\s*\Z"
)


def speaking(sentence: str) -> Cue | None:
    """The document that the sentence before a quotation gives the words of."""
    if found := _FOLLOWING.search(sentence):
        return None if re.search(r"\b(?:by|from|pen)\b", found["rest"]) else Cue(role=f"the {found['kind']}")
    if found := _READS.search(sentence):
        return _of(found, sentence) if not re.search(r"\bby\b", found["rest"]) else None
    if found := _IN_WHICH.search(sentence):
        return _of(found, sentence)
    found = _IN_TITLE.search(sentence)
    return Cue(role=found["title"]) if found else None


def _of(found: re.Match[str], sentence: str) -> Cue | None:
    """The one who issues the document, where the sentence says it, or the document itself."""
    plain = re.sub(r"\A(?:this|the\ssame)\s", "the ", plain_role(found["role"]))
    if plain.split()[0] in _WHOSE or not re.fullmatch(_KIND, head_of(found["role"])) or _SENT.search(plain):
        return None
    issued = _ISSUES.search(sentence, 0, found.start("role"))
    issuer = subject_of(sentence[: issued.end()], issued) if issued else None
    return issuer if issuer and issuer != SOMEBODY else Cue(role=plain)
