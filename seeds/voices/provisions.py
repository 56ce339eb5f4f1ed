"""Articles, clauses and sections of a law or a treaty, which are quoted by their number."""

import re

from seeds.voices.cue import Cue

_PROVISION = re.compile(
    r"""\b(?P<number>(?:Article|Section|Clause|Paragraph|Chapter|Art\.|Sec\.)\s(?:[IVXLC]+\b|\d+))\.?
    (?P<of>\s(?:of|in)\s(?:the\s)?[A-Z][\w’-]*(?:\s(?:of\s|the\s)*[A-Z][\w’-]*){0,4})?
    (?:,?\s(?:which\s)?(?:further\s|also\s|then\s)?(?:provides|provided|reads|ran|runs|states|stated|says|said|declares|declared
       |lays\sdown|stipulates|stipulated|prescribes|enacts|contains)\b[^.!?;“”\"]{0,60})?
    \s*[,:]?\s*(?:--|—)?\s*\Z""",
    re.VERBOSE,
)


def provision(sentence: str) -> Cue | None:
    """The article, clause or section that the sentence before a quotation gives the number of, at its end or with what it says."""
    found = _PROVISION.search(sentence)
    return Cue(role=f"{found['number']}{found['of'] or ''}") if found else None
