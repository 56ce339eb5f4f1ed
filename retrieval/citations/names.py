"""Authors' names, taken apart as far as that is safe: a name that may be an organisation's stays whole."""

import re
from typing import TypedDict

_PARTICLES = {
    "af",
    "al",
    "ap",
    "ben",
    "bin",
    "da",
    "das",
    "de",
    "dei",
    "del",
    "della",
    "den",
    "der",
    "di",
    "do",
    "dos",
    "du",
}
_PARTICLES |= {"el", "ibn", "la", "le", "ten", "ter", "van", "von", "zu", "zum", "zur"}
_SUFFIX = re.compile(r",?\s+(Jr\.?|Sr\.?|II|III|IV)$")
_BODIES = re.compile(
    r"(?i)\b(academy|agency|archives?|army|assembly|association|board|bureau|center|centre|church|college|commission"
    r"|committee|company|conference|congress|contributors|council|court|department|duma|editors|foundation|government"
    r"|group|institute|league|library|ministry|museum|news|office|organi[sz]ation|party|press|project|society|soviet"
    r"|staff|state|team|times|union|university|workers)\b|[&@/\d]|://"
)
_PERSON = re.compile(r"[^\W\d_](?:[\w.’'\-]*[\w.])?")


class Name(TypedDict, total=False):
    """A name in CSL-JSON: its parts, or `literal`."""

    family: str
    given: str
    suffix: str
    literal: str


def names(text: str) -> list[Name]:
    """The names in an author field: "A. Scholar and B. Scholar", "Scholar, Ada; Writer, Ben"."""
    if ";" in text:
        pieces = text.split(";")
    elif re.search(r"\s(?:and|&)\s", text) and not _BODIES.search(re.sub(r"\s&\s", " and ", text)):
        pieces = re.split(r",?\s(?:and|&)\s|,\s(?=[^,]*\s)", text)
    else:
        pieces = [text]
    return [name(piece) for piece in (each.strip(" ,") for each in pieces) if piece]


def name(text: str) -> Name:
    """One name. A family name is the last word with its particles, or what stands before a comma."""
    text = " ".join(text.split())
    if _BODIES.search(text):
        return Name(literal=text)
    suffix = _SUFFIX.search(text)
    bare = text[: suffix.start()] if suffix else text
    if bare.count(",") == 1:
        family, given = (part.strip() for part in bare.split(","))
    else:
        words = bare.split()
        at = len(words) - 1
        while at > 1 and words[at - 1].lower() in _PARTICLES:
            at -= 1
        given, family = " ".join(words[:at]), " ".join(words[at:])
    if not given or not family or not all(_is_personal(word) for word in f"{given} {family}".split()):
        return Name(literal=text)
    found = Name(family=family, given=given)
    if suffix:
        found["suffix"] = suffix[1]
    return found


def _is_personal(word: str) -> bool:
    return word in _PARTICLES or (_PERSON.fullmatch(word) is not None and word[0].isupper())
