"""Articles, clauses and sections of a law or a treaty, which are quoted by their number."""

import re

from seeds.voices.cue import Cue
from seeds.voices.words import WRITINGS

_PROVISION = re.compile(
    r"""\b(?P<number>(?:Article|Section|Clause|Paragraph|Chapter|Art\.|Sec\.)\s(?:[IVXLC]+\b|\d+))\.?
    (?P<of>\s(?:of|in)\s(?:the\s)?[A-Z][\w’-]*(?:\s(?:of\s|the\s)*[A-Z][\w’-]*){0,4})?
    (?:,?\s(?:which\s)?(?:further\s|also\s|then\s)?(?:provides|provided|proceeds|proceeded|continues|goes\son|reads|ran|runs|states|stated|says|said|declares|declared
       |proceeds|proceeded|continues|goes\son|lays\sdown|stipulates|stipulated|prescribes|enacts|contains)\b[^.!?;“”\"]{0,60})?
    \s*[,:]?\s*(?:--|—)?\s*\Z""",
    re.VERBOSE,
)
_NAMED = re.compile(r"\bin\s(?P<writing>the\s(?P<kind>[A-Z][a-z]+))\s?(?:[:,]|:?--|:?—)\s*\Z")


def provision(sentence: str) -> Cue | None:
    """The article, clause or section that the sentence before a quotation gives the number of, at its end or with what it says.

    So too a writing that is known by its kind alone: "in the Declaration:".
    """
    found = _PROVISION.search(sentence)
    if found:
        return Cue(role=f"{found['number']}{found['of'] or ''}")
    named = _NAMED.search(sentence)
    return Cue(role=named["writing"]) if named and named["kind"].casefold() in WRITINGS else None
