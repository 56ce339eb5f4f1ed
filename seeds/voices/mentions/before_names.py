"""What stands right before the name of a person and is no part of it: a time, or the name of a council or a committee."""

import re

from seeds.people.form import WORD
from seeds.people.words import NO_NAMES
from seeds.voices.mentions.words import ROLES, WRITINGS

_BODY = re.compile(rf"(?:{WORD}\s)*(?:{'|'.join(sorted(WRITINGS))})\s", re.IGNORECASE)
"""The name of a council or a committee that stands before that of a person."""
_DOES = re.compile(r"\s(?:had|has|was|did|\w+ed|said|spoke|rose|wrote|told|came)\b")
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
