"""Whose letter, speech or answer a sentence spoke of that ended before it is quoted: `They heard the reply of the miller.`"""

import re

from seeds.people import NAME, TITLED, plain_name
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import ROLE, can_be, plain_role

_SAID = (
    r"(?:address|argument|reasoning|answer|appeal|apostrophe|complaint|confession|declaration|despatch|dispatch|edict|epistle|exclamation|exhortation|harangue|letter"
    r"|manifesto|message|oration|petition|prayer|proclamation|prophecy|protest|rebuke|rejoinder|remark|remonstrance|reply|response|retort|sermon|speech"
    r"|statement|telegram|testimony|verdict|warning|words)"
)
_TOLD = r"(?:account|anecdote|description|narrative|picture|report|story|view)"
_OPEN = r"[^.!?;:“”\"]"
_WHO = rf"(?:(?P<role>{ROLE})(?!\s[A-Z])|(?:the\s(?:[a-z]+\s)?)?(?i:{TITLED})(?P<name>{NAME})(?:[’']s)?(?![\w’'-]))"
_BY = re.compile(
    rf"\b(?:{_SAID}\s(?:of|from|by)|{_TOLD}\s(?:from|by)|{_SAID}\b{_OPEN}{{0,60}}?,?\s(?:written|drawn\sup|signed|issued|composed|drafted|dictated)\sby)\s{_WHO}(?P<rest>(?:(?:,\s(?:who|whom|whose|which|that|when|in|on|as|\w+ly|full|written|dated|printed|published|given|made)\b|\s(?:who|to|in|on|at|before|upon|after|when|with|from)\b)"
    rf"{_OPEN}{{0,160}})?)\.\s*\Z"
)
_GIVEN = re.compile(
    rf"\b{_SAID},?\s(?:which\s|that\s)?(?:(?P<pronoun>he|she)\s|{_WHO}\s)(?:had\s|then\s|now\s)?"
    rf"(?:gave|wrote|sent|addressed|made|uttered|spoke|issued|delivered|published|pronounced)\b{_OPEN}{{0,120}}\.\s*\Z"
)
_OWNED = re.compile(
    rf"(?:(?P<name>{NAME})|\b(?P<role>[Tt]he\s[a-z]+))[’']s?\s(?:[a-z-]+\s){{0,2}}{_SAID}"
    rf"(?:\s(?:to|on|at|in|upon)\s[^.!?;:,“”\"]{{2,60}}?)?(?:\s(?:will\s|may\s)?(?:best\s)?(?:describes?|shows?|expresse?[sd]?|paints?|was\s(?:brief|short|characteristic|simple))\b{_OPEN}{{0,100}})?\.\s*\Z"
)
_FOLLOWS = re.compile(
    rf"\b(?:[Tt]he\sfollowing\s(?:[a-z-]+\s){{0,3}}(?:(?:{_SAID}|extracts?|passage|lines)\b{_OPEN}{{0,40}}?\s(?:from|of|by)|{_TOLD}\s(?:from|by))\s{_WHO}{_OPEN}{{0,260}}"
    rf"|(?P<his>[Hh]is|[Hh]er)\s(?:[a-z-]+\s){{0,2}}(?:{_SAID}|{_TOLD}),?\s(?:which\sfollows|given\sbelow|as\sfollows){_OPEN}{{0,160}})\.\s*\Z"
)
"""Whose letter follows: "The following letter of Orme shows his temper.", "His account, which follows, is plain."."""
_TELLS = re.compile(r"\b(?:was|were|is|are|had|has|have|did|said|answered|replied|refused|received|heard|read)\b")
_HEARD = re.compile(r"\b(?:to|on|about|against|after|before|upon|concerning|without|in\sspite\sof)\s(?:the\s)?\Z")


def ended(sentence: str) -> Cue | None:
    """The author of the letter, answer or speech that the sentence speaks of last."""
    if follows := _FOLLOWS.search(sentence):
        if follows["his"]:
            return Cue(pronoun={"his": "he", "her": "she"}[follows["his"].lower()], at=follows.start("his"))
        return _cue(follows)
    if given := _GIVEN.search(sentence):
        if given["pronoun"]:
            return Cue(pronoun=given["pronoun"], at=given.start("pronoun"))
        return _cue(given)
    by = _BY.search(sentence)
    if by and not _TELLS.search(re.sub(r",?\s(?:who|whom|whose|which)\b.*", "", by["rest"])):
        return _cue(by)
    owned = _OWNED.search(sentence)
    return _cue(owned) if owned and not _HEARD.search(sentence[: owned.start()]) else None


def _cue(found: re.Match[str]) -> Cue | None:
    if found["name"]:
        name = plain_name(found["name"])
        return Cue(name=name) if name else None
    role = plain_role(found["role"])
    if role.split()[0] in ("his", "her", "their"):
        return None  # a pronoun of his stands before him, and so does his name
    return Cue(role=role) if any(can_be(pronoun, role) for pronoun in ("he", "she", "they")) else None
