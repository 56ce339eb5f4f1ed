"""Whose words a quotation gives, as a line of reference behind it says: "Reeve's _History of the Mill_, ii. 532", "(Reeve, May 3)"."""

import re
from collections.abc import Sequence
from itertools import takewhile

from seeds.people import NAME, TITLED, People, plain_name
from seeds.people.casing import cased
from seeds.people.words import RANKS
from seeds.voices.antecedents.reference import flat, sentences
from seeds.voices.mentions.words import ROLES, WRITINGS
from seeds.voices.speech.narrative import NEAR, Narrative

_PART = (
    r"(?:[A-ZÀ-Þ&][\w’'-]*|\d[\w–/-]*|[ivxlc]+|vols?|pp?|eds?|act|sc|books?|bk|b|canto|chap|chapter|ch|c|part|lines?|letter|no|v|n|note|sq|ff?"
    r"|of|the|and|in|de|la|le|du|des|et|on|to|a|his|her|for|from|by|quoted)"
)
_MARKS = r"[\s.,;:()“”\"’…–—-]*"
_REFERENCE = re.compile(rf"{_MARKS}(?:{_PART}(?![\w’'-]){_MARKS})*")
"""Names, titles, dates and places in books: what a reference is made of, and no sentence is."""
_NUMBERED = re.compile(
    r"(?<![\w’'-])(?:vols?|pp?|eds?|act|sc|books?|bk|b|canto|chap|ch|c|no|[ivxlc]+)\.?\s[ivxlc\d]|\b\d{1,2}(?:st|nd|rd|th)?,\s\d{4}|\b1\d{3}\b|[ivxlcIVXLC]+\.\s?\d"
)
_AUTHOR = re.compile(
    rf"(?:(?:--|—|–|-)\s?)?(?:(?i:{TITLED}))(?P<name>{NAME})(?:[’'](?P<work>[sS]?\s[A-ZÀ-Þ].*)|(?P<place>,\s.+|\s(?:in|to)\s[A-ZÀ-Þ].*)|(?P<alone>))\Z"
)
_NOT_HIS = re.compile(
    r"[^,]*\b(?:Magazine|Gazette|Weekly|Monthly|Review|List|Almanack?|Registers?|Records?|Tokens|Papers|Parliamentary|Calendar|Trials)\b"
)
"""What others write who are not named in its title: "Harper's Weekly"."""
_NO_AUTHOR = frozenset(
    "histoire dictionnaire history read see compare cf consult also part act canto chapter volume ibid".split()
)
_DATED = re.compile(r",\s(?:\w+\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d")
_NOTE = re.compile(r"\s*\[(?:Footnote|FN)(?:\s\w{1,4})?:?\s")
_EDITOR = re.compile(r"\s*(?:--|—)\s?(?:[A-Z]\.\s?){1,2}\Z")
_SENT = re.compile(
    r"(?:(?P<dash>[\s.]{0,3}(?:--|—)\s?)|[\s.-]*)"
    rf"(?:(?P<role>(?:Queen|King|Emperor|Empress)\sof\s[A-Z]\w+)|(?i:{TITLED})(?P<name>{NAME}))(?:\s\([^()]{{2,40}}\))?"
    rf"\sto\s(?:the\s)?(?i:{TITLED})[A-Z][^.;:“”\"]{{1,60}}?"
    r"(?:(?(dash)\.\s?(?:\]|\Z)|(?!))"
    r"|,\s(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d|\d{1,2}(?:st|nd|rd|th)?\s[A-Z]))"
)
"""Whose letter to whom it is, and of which day: "Orme to Reeve, May 3, 1790"; behind a dash nothing else need be said."""
_LONGEST = 30
_FEWEST = 12
"""Words of a quotation whose reference stands in the same paragraph: who cries three words is not he who tells of it."""


def cited(read: Sequence[Narrative], k: int, n: int, people: People) -> str | None:
    """The author whom the reference behind quotation n of paragraph k names, or a reference that is the next paragraph."""
    each = read[k]
    rest = flat(each.part.text[each.end(n) : each.end(n) + NEAR])
    below = flat(read[k + 1].part.text) if k + 1 < len(read) and not re.search(r"\w", rest) else ""
    if (sent := _SENT.match(rest or below)) and len(each.quotation(n).split()) >= _FEWEST:
        return plain_name(cased(sent["name"])) if sent["name"] else f"the {sent['role']}"
    if re.search(r"\w", rest):
        return _author(_same(each.after(n)), people) if len(each.quotation(n).split()) >= _FEWEST else None
    alone = re.search(r"\w", below) and len(below.split()) <= _LONGEST and not read[k + 1].quoted
    return _author(below, people) if alone else None


def _same(after: str) -> str:
    """The reference that follows: as far as the bracket that closes it, where there is one, and without what is told behind it."""
    words = _NOTE.sub("", flat(after)).lstrip(". ")
    if words.startswith("("):
        return words.partition(")")[0]
    head, closed, _ = words.partition("]")
    head = head if closed and "[" not in head else words
    told = sentences(head)
    if told and head.startswith(("--", "—")):
        return told[0]
    own = list(takewhile(_REFERENCE.fullmatch, (sentence.rstrip() for sentence in told)))
    return " ".join(own) if len(own) < len(told) and _NUMBERED.search(" ".join(own)) else head


def _author(reference: str, people: People) -> str | None:
    line = _EDITOR.sub("", reference.replace("_", "").strip())
    in_brackets = line.startswith("(")  # it may be he who tells that somebody cried it
    line = line.lstrip("(")
    found = _AUTHOR.match(line) if line and not line.endswith(":") and _REFERENCE.fullmatch(line) else None
    name = plain_name(cased(found["name"])) if found else None
    if not found or name is None:
        return None
    if found["work"] and line.startswith(("--", "—")) and not _is_work(found["name"], WRITINGS):
        return name if not _NOT_HIS.match(found["work"]) else None
    if _is_work(found["name"], ROLES | WRITINGS) or people.speaker(name) is None:
        return None
    if found["work"]:
        return name if not _NOT_HIS.match(found["work"]) else None
    if found["place"]:
        words = re.findall(r"[^\W\d_]+", found["place"])
        titled = bool(words) and words[0].casefold() in RANKS  # "Paul Orme, Bishop of Linden, 1662"
        written = not in_brackets or found["place"].startswith(" in ") or bool(_DATED.search(line))
        named = any(word[0].isupper() for word in words) and bool(_NUMBERED.search(line))
        known = people.is_person(name) or (named and people.may_be_person(name))
        return name if written and known and not titled else None
    return name if people.is_person(name) and not line.endswith(".") else None


def _is_work(name: str, no_names: frozenset[str]) -> bool:
    """Whether it is no author's name, or has one of these words in it."""
    words = [word.casefold().rstrip(".") for word in name.split()]
    return words[0] in _NO_AUTHOR or any({word, re.sub(r"e?s\Z", "", word)} & no_names for word in words)
