"""Who signed a document that stands in quotation marks: below its last words, or in a line of its own behind them."""

import re
from collections.abc import Sequence

from seeds.people import NAME, People, plain_name
from seeds.people.casing import cased
from seeds.people.words import GIVEN
from seeds.voices.antecedents.reference import flat
from seeds.voices.speech.narrative import Narrative

_SIGNED = r"(?:[\[(]?\s?(?:[Ss]i?gne?d|Sd|/s/)[.:,]*\s?[\])]?\s*)"
_MARKS = re.compile(r"[“”\"_*]")
_CLOSES = (
    r"(?:servant|friend|brother|sister|daughter|son|father|mother|husband|wife|cousin|uncle|nephew|comrade|truly|sincerely|faithfully"
    r"|obediently|respectfully|affectionately|ever|always|Yours|yours|regards|greetings|cordially)"
)
_LINE = re.compile(
    rf"(?:(?:--|—)\s?)?(?P<signed>{_SIGNED})?(?:By\s)?(?:[A-Z][A-Za-z]{{1,5}}\.\s)?(?P<name>{NAME})(?:,?\s[\"A-Z\d][\w.,-]*){{0,14}}?\.?"
)
_FORMULA = re.compile(rf"\b{_CLOSES},?\s(?:\w+,\s)?{_SIGNED}?(?P<name>{NAME})\.?\Z")
_SIGNED_NAME = re.compile(rf"{_SIGNED}(?P<name>{NAME})\.?\Z")
_DASHED = re.compile(rf"[.!?]['’]?\s?(?:--|—)\s?{_SIGNED}?(?P<name>{NAME})\.?\Z")
_SPEAKS_TO = re.compile(
    r"(?:Appeal\s)?(?i:My\s|Dear\b|Sir\b|Sirs\b|Gentlemen\b|Comrades\b|Citizens\b|Brothers?\b|Soldiers\b|Workers\b|Workmen\b|To\s|Your\s|Honou?red\b"
    r"|Friends\b|Fellow)",
)
_BODY = re.compile(
    r"(?:The\s)?(?:[A-Z&][\w&.’'-]*|of|the|and|for|to|attached)(?:\s(?:[A-Z&(][\w&.’')-]*|of|the|and|for|to|attached)){1,20}\.?"
)
_BODIES = re.compile(
    r"\b(?:Committee|Council|Soviet|Union|Board|Commission|Congress|Staff|Bureau|Government|Society|League|Assembly|Party|Section|Federation|Association)\b"
)
_DOCUMENT = re.compile(
    r"(?:The\s)?(?:\w+\s)?(?:Acts?|Appeals?|Decrees?|Orders?|Proclamations?|Protests?|Resolutions?|Speech|Letters?)\s"
)
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.")
_LONGEST = 22
_FEWEST = 2
_OPENING = 3
_ABOVE = 2


def signed(read: Sequence[Narrative], first: int, last: int, texts: Sequence[str], people: People) -> str | None:
    """The signer of a quotation, in paragraphs `first` to `last`, whose pieces are `texts`; None where nobody signs."""
    lines = [_MARKS.sub("", flat(text)).strip() for text in texts]
    rest = read[last].after(len(read[last].quoted) - 1)
    following = rest if rest.strip() or last + 1 == len(read) else read[last + 1].part.text
    below = _MARKS.sub("", flat(following)).strip(" ,")
    if following.rstrip().endswith(("”", '"')) and not read[last].quoted[-1].closed:
        return _inside(below, people)
    if dashed := _DASHED.search(lines[-1]):
        name = plain_name(cased(dashed["name"]))
        return people.speaker(name) if name else None
    if len(lines) < _FEWEST:
        return None
    if (line := _LINE.fullmatch(lines[-1])) and (name := _person(line, people)):
        return name
    for pattern in (_FORMULA, _SIGNED_NAME):
        if (found := pattern.search(lines[-1])) and (name := plain_name(cased(found["name"]))):
            return people.speaker(name)
    above = [_MARKS.sub("", flat(each.part.text)).strip() for each in read[max(0, first - _ABOVE) : first]]
    lines = [*(line for line in above if len(line.split()) <= _LONGEST), *lines[:_OPENING]]
    short = below and len(below.split()) <= _LONGEST
    return _below(below, lines, people, beside=bool(rest.strip())) if short else None


def _inside(line: str, people: People) -> str | None:
    """The signer whom the line names with which an open quotation is closed; a closing formula may stand before him."""
    found = _LINE.fullmatch(line) or _FORMULA.search(line)
    name = plain_name(cased(found["name"])) if found else None
    return people.speaker(name) if name and (people.is_person(name) or people.may_be_person(name)) else None


def _below(line: str, lines: Sequence[str], people: People, *, beside: bool) -> str | None:
    """The signer whom the line below a document names: a person with his initials, or the body that appeals to somebody.

    A whole name does where the line stands `beside` the last words.
    """
    found = _LINE.fullmatch(line)
    if found and (beside or found["signed"] or _INITIAL.match(found["name"])) and (name := _person(found, people)):
        return name
    appeals = any(_SPEAKS_TO.match(each) for each in lines)
    if appeals and _BODIES.search(line) and _BODY.fullmatch(line) and not _DOCUMENT.match(line):
        words = re.sub(r"(?<=\w{3})\.\Z", "", line).split()
        return " ".join(["the", *words[words[0] == "The" :]])
    return None


def _person(found: re.Match[str], people: People) -> str | None:
    name = plain_name(cased(found["name"]))
    if name is None:
        return None
    given = bool(_INITIAL.match(name)) or name.split()[0].casefold() in GIVEN
    return people.speaker(name) if (given and len(name.split()) > 1) or people.is_person(name) else None
