"""What stands right before the name of a person: a title or a particle, or what is no part of it, as a time, or the name of a council."""

import re

from seeds.people.form import WORD
from seeds.people.words import NO_NAMES
from seeds.voices.mentions.words import ROLES, WRITINGS

_BODY = re.compile(rf"(?:{WORD}\s)*(?:{'|'.join(sorted(WRITINGS))})\s", re.IGNORECASE)
"""The name of a council or a committee that stands before that of a person."""
_DOES = re.compile(r"\s(?:had|has|was|did|\w+ed|said|spoke|rose|wrote|told|came)\b")
TITLE = re.compile(r"\b(?:Mrs?|Messrs|Dr|Gen|Col|Capt|Lieut|Lt|Prof|Rev|Hon|Mme|Mlle|MM?)\.\s\Z")
"""The short titles that stand before names, with their full stop."""
_OPENER = re.compile(rf"(?:(?:(?:{'|'.join(sorted(NO_NAMES, key=len, reverse=True))})|\w+ly)\s+)+", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?!(?:Morning|Evening|Sterling|Viking)\b)[A-Z][a-z]{2,}ing\s+(?=[A-ZÀ-Þ])")
"""What opens a sentence with what one does to him who is named behind it: "Approaching Orme, he bowed"."""
_PARTICLE = re.compile(r"(?<![\w’'-])(?:von|van|de|du|der|zu)\s\Z")
"""What belongs to a name and has a small letter: "von Quarles"."""
_TIMES = frozenset("day morning evening night afternoon year month week time moment hour occasion".split())


def is_time(found: re.Match[str]) -> bool:
    """Whether a time stands between the article and the name: "the next morning Reeve"."""
    if not (found["article"] and found["name"]):
        return False
    return not _TIMES.isdisjoint(found.string[found.end("article") : found.start("ranks")].split()[-1:])


def behind_body(found: re.Match[str], end: int) -> int | None:
    """Where a name begins that stands behind that of a council or a committee: "In the name of the Linden Council Orme declared"."""
    body = _BODY.match(found["name"]) if found["name"] else None
    if body is None or not _DOES.match(found.string, end):
        return None
    last = found["name"][body.end() :].split()[0].casefold()
    return found.start("name") + body.end() if last not in ROLES | WRITINGS | NO_NAMES else None


def name_start(sentence: str, start: int, end: int, *, alone: bool, opens: bool) -> int:
    """Where the name there begins: behind what opens the sentence, where no article stands before it, and with its particle and title."""
    if alone and (opener := _OPENER.match(sentence, start, end)):
        start = opener.end()  # "When Caesar", "After him"
    if alone and opens and (doing := _PARTICIPLE.match(sentence, start)):
        start = doing.end()
    particle = _PARTICLE.search(sentence[:start]) if alone else None
    if particle and not TITLE.search(sentence[: particle.start()]):
        start = particle.start()
    title = TITLE.search(sentence[:start])
    return title.start() if title else start
