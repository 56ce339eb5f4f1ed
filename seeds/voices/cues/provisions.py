"""Writings that speak: articles and sections of a law or a treaty by their number, others by a title between quotation marks."""

import re

from seeds.quotations import SPEECH
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.words import WRITINGS

_PROVISION = re.compile(
    r"""\b(?P<number>(?:Article|Section|Clause|Paragraph|Chapter|Art\.|Sec\.)\s(?:[IVXLC]+\b|\d+))\.?
    (?P<of>\s(?:of|in)\s(?:the\s)?[A-Z][\w’-]*(?:\s(?:of\s|the\s)*[A-Z][\w’-]*){0,4})?
    (?:,?\s(?:which\s)?(?:further\s|also\s|then\s)?(?:provides|provided|proceeds|proceeded|continues|goes\son|reads|ran|runs|states|stated|says|said|declares|declared
       |proceeds|proceeded|continues|goes\son|lays\sdown|stipulates|stipulated|prescribes|enacts|contains)\b[^.!?;“”\"]{0,60})?
    \s*[,:]?\s*(?:--|—)?\s*\Z""",
    re.VERBOSE,
)
_TITLE = re.compile(r"[“\"„«][A-Z][\w’'.-]*(?:\s(?:of|the|and|de|la|for|[A-Z][\w’'.-]*)){0,6}[”\"»“]")
_ARTICLE = re.compile(r"\b[Tt]he\s(?:[A-Z]\w+\s){0,2}\Z")
_SPEAKS = re.compile(
    rf"(?:\s?\([^()]{{1,20}}\)|\[\d+\])?,?\s(?:\w+ly\s|also\s|then\s|thus\s|again\s|has\s|had\s){{0,2}}{SPEECH}\b",
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


def is_speaking_title(text: str, start: int, end: int) -> bool:
    """Whether the quotation there is the title of a writing that is said to speak: `the “Linden Gazette” wrote`."""
    title = _TITLE.fullmatch(text, start, end)
    return bool(title and _ARTICLE.search(text, max(0, start - 30), start) and _SPEAKS.match(text, end))
