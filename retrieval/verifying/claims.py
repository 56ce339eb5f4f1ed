"""Whose words a text says that they are, and whether the library says so too."""

import re
from dataclasses import dataclass

from retrieval.question.speakers import is_same_person, own_words
from retrieval.verifying.words import find_words
from seeds.people import NAME, plain_name
from seeds.quotations import SPEECH, quotations
from seeds.structure.layout import Paragraph


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """Words, and the person or work to which somebody ascribes them.

    `is_speech` says that they are ascribed to one who said them; else they may be of a book that quotes others.
    """

    words: str
    by: str
    is_speech: bool


_OPENING = '"“„«‘'
_CLOSING = '"”“»’'
_LEADS = tuple(
    re.compile(form, re.VERBOSE | re.DOTALL)
    for form in (
        rf"(?:(?:[Aa]nd|[Bb]ut|[Ff]or)\s+)?(?:[Aa]s|[Ll]ike)\s+(?P<by>{NAME}|\w+(?:\s\w+)?)\s+(?:\w+\s+){{0,3}}?{SPEECH}\b[^:,“”\"«»]{{0,60}}[:,]\s*(?P<words>.+)",
        rf"(?P<by>{NAME})\s+(?:\w+\s+){{0,3}}?{SPEECH}\b[^:“”\"«»]{{0,60}}:\s*(?P<words>.+)",
        rf"(?:[Ii]n\s+the\s+words\s+of|[Aa]ccording\s+to|[Tt]o\s+quote)\s+(?P<by>{NAME})\s*[:,]\s*(?P<words>.+)",
        rf"(?P<by>{NAME})\s*:\s*(?P<words>[{_OPENING}].+)",
    )
)
_SIGNED = re.compile(
    rf"(?P<words>.{{10,}}?(?:[{_CLOSING}]|[.!?…]|(?=\s*\n)))\s*(?:—|–|―|--|\s-\s|\n\s*-|~)\s*(?P<by>[^\n{_OPENING}{_CLOSING}]{{2,120}})",
    re.DOTALL,
)
_IN_BRACKETS = re.compile(rf"(?P<words>.{{10,}}[{_CLOSING}.!?…])\s*[(\[](?P<by>[^()\[\]]{{2,120}})[)\]]\.?", re.DOTALL)
_MOST_SIGNATURE_WORDS = 14
_ATTRIBUTED = re.compile(r"(?:attributed to|by|quoted by|after|from)\s+", re.IGNORECASE)


def claim_in(text: str) -> Claim | None:
    """The words in a text and the one to whom it ascribes them; None where it ascribes them to nobody."""
    plain = text.strip()
    return _led_in(plain) or _tagged(plain) or _signed(plain)


def _led_in(text: str) -> Claim | None:
    for lead in _LEADS:
        match = lead.fullmatch(text)
        if match and (name := _person(match["by"])):
            return Claim(words=match["words"], by=name, is_speech=True)
    return None


def _tagged(text: str) -> Claim | None:
    """`"...," said Lenin, "..."`: what stands in the marks, where nothing but who spoke stands around them."""
    found = quotations(Paragraph(start=0, end=len(text), text=text, first=0, last=0, indent=0, alone=True))
    speakers = {each.speaker for each in found if each.speaker}
    if len(speakers) != 1:
        return None
    inside = " … ".join(text[each.start + 1 : each.end - each.closed] for each in found)
    if len(find_words(inside)) < 2 * (len(find_words(text)) - len(find_words(inside))):
        return None
    return Claim(words=inside, by=speakers.pop(), is_speech=True)


def _signed(text: str) -> Claim | None:
    for form in (_SIGNED, _IN_BRACKETS):
        match = form.fullmatch(text)
        if match is None or len(match["by"].split()) > _MOST_SIGNATURE_WORDS:
            continue
        by = _ATTRIBUTED.sub("", match["by"].strip(), count=1)
        first = re.split(r"[,;(]|\s[—–]\s", by)[0].strip().rstrip(".")
        if re.search(r"[.!?]$", match["by"].strip()) and len(first.split()) > 4:
            continue  # a sentence, not a signature
        if first[:1].isupper() and len(first) > 1:
            return Claim(words=match["words"], by=_person(first) or first, is_speech=False)
    return None


def _person(name: str) -> str | None:
    words = " ".join(name.split())
    if re.fullmatch(NAME, words):
        return plain_name(words)
    return words if words.islower() and words not in _PRONOUNS else None


_PRONOUNS = frozenset("he she they we i it you one who people some others everybody someone somebody nobody".split())


def agrees(claim: Claim, *, quoted: bool, speaker: str | None, author: str | None, title: str | None) -> bool | None:
    """Whether the library ascribes words to the one claimed; None where it does not know whose they are.

    Words that a document quotes (`quoted`) are their speaker's: that their author "said" them is wrong, that they stand
    under his name is not. Whose they are is not known where it names no speaker.
    """
    owners = [each for each in (speaker, None if quoted and claim.is_speech else author) if each]
    if any(is_same(claim.by, owner) for owner in owners):
        return True
    if not claim.is_speech and title and claim.by.casefold() in title.casefold():
        return True
    return False if owners and (speaker or not quoted) else None


def is_same(claimed: str, known: str) -> bool:
    """Whether two names can be one person's: a surname in common, and no given name that is another one."""
    surname_first = re.fullmatch(r"([^,()]+),\s*([^,()]+).*", known)
    name = f"{surname_first[2]} {surname_first[1]}" if surname_first else own_words(known)
    surname = claimed.split()[-1]
    if not is_same_person(claimed, name) and surname.casefold() not in name.casefold().split():
        return False
    given, other = claimed.split()[0], name.split()[0]
    named = len(claimed.split()) > 1 and len(name.split()) > 1
    return not named or given[0].casefold() == other[0].casefold() or given in name.split()
