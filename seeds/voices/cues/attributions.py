"""Names that stand beside a quotation or below it and say whose it was, without a verb of speech before them."""

import re
from collections.abc import Iterable

from seeds.people import NAME, plain_name
from seeds.people.casing import cased
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import ROLE, plain_role
from seeds.voices.mentions.words import ROLES, WRITINGS

_LABEL = re.compile(
    rf"\s*_?(?P<name>{NAME})_?(?:\s\([^)]{{1,30}}\))?(?:[.:]|[.:]?_?\s?(?:--|—)|,(?:\s[a-z]+(?:ly)?,)?)_?\s*\Z",
    re.VERBOSE,
)
_DATED = re.compile(
    rf"\s*_?(?P<name>{NAME}),?_?,?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{{1,2}}(?:,\s\d{{4}})?"
    r"(?:\s\([^()]{2,40}\))?[.:]\s*\Z",
    re.VERBOSE,
)
_SIGNED = re.compile(
    rf"\s*\.?\s?\[?(?:--|—|–)\s?_?(?:(?:Mr|Mrs|Dr)\.\s)?(?P<name>{NAME})_?(?=[\],.:;]|\s*\Z)", re.VERBOSE
)
_TITLE = r"(?:(?:Mrs?|Dr|M|Mme|Sir|Lord|General|Colonel|Captain|Professor|Prince|Count)\.?\s)?"
_SUCH = re.compile(
    rf"""\s*(?:\d{{1,2}}\.\s)?(?:(?:Such|These)\s(?:was|were)\s(?:the\s)?(?:[a-z]+\s)?(?:\w+\s)?(?:of|by\swhich
        |with\swhich|in\swhich)\s(?:the\s[a-z]+\s)?(?:the\s)?(?:[A-Z][a-z]+\s(?=[A-Z]))??(?P<a>{NAME})
    |(?:Thus|So)\s(?:spoke|speaks|spake|said|says|wrote|writes|asked|answered)\s{_TITLE}(?P<b>{NAME})
    |(?:Thus|So)\s{_TITLE}(?P<c>{NAME})\s(?:spoke|spake|said|wrote|writes|argued|reasoned)
    |(?:With|At)\sthese\swords,?\s(?P<d>{NAME})\s
    |(?:When|As\ssoon\sas(?:\sever)?|As|After)\s(?P<e>{NAME})\s(?:had\s)?(?:thus\s|so\s)?(?:spoken|spoke|said
        |ended|finished|made)\b[^.,]{{0,20}}\b(?:so|thus|this|these|speech)\b
    |(?:--|—)?\s?This\s(?P<f>{NAME})\s(?:wrote|said)\b
    |(?:After|Upon)\s(?:this|these)\s(?:discourse|speech|words|address),?\swhich\s(?P<g>{NAME})\s
    |(?:This|Such)\swas\s(?P<h>{NAME})[’']s?\s(?:speech|address|answer|reply|discourse|letter)
    |(?:The|This)\s(?:above|foregoing|preceding)\s(?:quotation|passage|extract|letter|account|description|statement|words)?\s?(?:is|was|are|were)\s
        (?:taken\s|quoted\s|copied\s|written\s)?(?:from|by)\s(?:the\s)?_?{_TITLE}(?P<i>{NAME})_?(?![\w’'-]))""",
    re.VERBOSE,
)
_DESCRIBED = re.compile(
    rf"\s*(?:Such|These)\s(?:is|was|are|were)\s(?:the\s)?(?:[a-z-]+\s){{0,2}}(?:words?|language|account|description|testimony|opinion|speech"
    rf"|letter|statement|judgment|verdict|lines|terms|confession|reflections?)\sof\s(?P<role>{ROLE})",
    re.VERBOSE,
)
_PAPER = re.compile(r"\s*_(?P<title>[A-ZÀ-Þ][A-ZÀ-Þ’' -]{3,40})[.,:]?_[.,:]?\s?(?:--|—|:)\s*")
_PART = re.compile(r"(?:\A|[.!?:;—-])\W{0,4}(?P<part>(?!Voices?\b)[A-ZÀ-Þ][a-zà-ÿ]+):\s*\Z")
_SOURCE = re.compile(
    rf"\s*\[Footnote(?:\s\d+)?:\s(?P<name>{NAME}),\s(?:[ivxlc]+\.|[IVXLC]+\.,?\s\d|vol\.|bk\.|book\s|ch\.|pp?\.\s)",
    re.VERBOSE,
)


def labelled_paper(words: str) -> str | None:
    """The newspaper or the book whose title stands as a label before a quotation: `_MORNING BOAT._--"A book."`"""
    found = _PAPER.fullmatch(words)
    return f"the {cased(found['title'])}" if found else None


def labelled_part(words: str, beside: Iterable[str]) -> str | None:
    """The part that one plays whose label stands before a quotation, and before another beside it: `Umpire: "No."`"""
    found = _PART.search(words)
    again = found and sum(part["part"] == found["part"] for each in beside if (part := _PART.search(each))) > 1
    return f"the {found['part'].casefold()}" if found and again else None


def labelled(words: str) -> str | None:
    """The name that stands as a label before a quotation: `Lenin. "No."`, `_Morning Post._--"A book."`."""
    found = _LABEL.fullmatch(words)
    return plain_name(found["name"]) if found else None


def labelled_role(words: str) -> str | None:
    """What the one is who is called by it in a label before a quotation: `Major: "No."` is the major's."""
    found = _LABEL.fullmatch(words)
    role = found["name"].casefold() if found else ""
    return f"the {role}" if role in ROLES else None


def dated(words: str) -> str | None:
    """The newspaper whose name stands with a date before a quotation: `_Linden Post,_ May 3. "The mill stands."`"""
    found = _DATED.fullmatch(words)
    return " ".join(found["name"].split()) if found else None


def signed(words: str) -> str | None:
    """The name that stands behind a quotation, after a dash."""
    found = _SIGNED.match(words)
    return plain_name(found["name"]) if found and found["name"].casefold() not in WRITINGS else None


def told_below(words: str) -> Cue | None:
    """Whose the speech was, as the sentence below it says: `Such were the words of Orme.`, `Such are the words of the old historian.`"""
    if found := _SUCH.match(words):
        name = next(name for name in found.groups() if name)
        several = words[: words.index(name)].endswith("the ")  # "the words of the Lindeners"
        return Cue(name=plain_name(name), role=f"the {name}" if several else None)
    described = _DESCRIBED.match(words)
    return Cue(role=plain_role(described["role"])) if described else None


def sourced(words: str) -> str | None:
    """The name behind a quotation that gives a volume or a page of his: `“The mill stood.” [Footnote: Orme, ii. 14.]`"""
    found = _SOURCE.match(words)
    return plain_name(found["name"]) if found else None
