"""Whom a paragraph announces as the speaker of what stands below it."""

import re
from collections.abc import Iterable

from seeds.people import NAME, plain_name
from seeds.quotations import SPEECH

_ADVERB = r"(?:\w+ly|once|later|then|also|had|has|again|himself|herself|simply|soon|first|finally|have)"
_TESTIMONY = (
    r"(?:account|description|picture|record|report|testimony|memoirs?|reminiscences|recollections|notes|diary|letters?|version"
    r"|narrative|story|words|speech|reply|answer|statement|declaration|appeal|message|telegram|note|article|book|history)"
)
_LEFT = re.compile(
    rf"""\b(?P<name>{NAME})\)?,?\s+(?:{_ADVERB}\s+){{0,2}}(?:left|given|gave|gives|leaves|provided|provides|published|recorded|written)\s
    (?:us\s+)?(?:an?|his|her|this|the\s+following|some)\s(?:[\w-]+\s+){{0,4}}{_TESTIMONY}\b""",
    re.VERBOSE,
)
_POSSESSED = re.compile(rf"\b(?P<name>{NAME})[’'](?:s)?\s(?:[\w-]+\s+){{0,4}}{_TESTIMONY}\b", re.VERBOSE)
_BY = re.compile(rf"\b{_TESTIMONY}\s(?:(?:of|by|from)\s)(?P<name>{NAME})(?![\w’'])(?!\s+(?:{NAME}))", re.VERBOSE)
_SUBJECT_SPEAKS = re.compile(rf"\b(?P<name>{NAME})\)?,?\s+(?:{_ADVERB}\s+){{0,2}}{SPEECH}\b", re.VERBOSE)
_PRONOUN_SPEAKS = re.compile(rf"\b(?:[Hh]e|[Ss]he)\s+(?:{_ADVERB}\s+){{0,2}}{SPEECH}\b", re.VERBOSE)
_PRONOUN_HAS = re.compile(rf"\b(?:[Hh]is|[Hh]er)\s(?:[\w-]+\s+){{0,3}}{_TESTIMONY}\b", re.VERBOSE)
_SAME_SOURCE = re.compile(
    r"""\b(?:th(?:is|ese|at|ose)|the\ same)\s(?:(?:vivid|excellent|valuable|same)\s)?
    (?:memoirs?|memoires|notes|account|witness|author|source|reminiscences|recollections|diary|letters?|writer|participant)\b
    |\b(?:he|she)\ (?:goes\ on|continues|adds|writes\ (?:further|elsewhere|again))\b""",
    re.VERBOSE,
)
_NAME = re.compile(NAME)
_BREAK = re.compile(
    r"(?<![A-Z]\.)(?<!Mr\.)(?<!Mrs\.)(?<!Dr\.)(?<!St\.)(?<!Gen\.)(?<!Col\.)(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“‘(]?[A-ZÀ-ÞА-ЯЁ])"
)
_ANOTHER = re.compile(r";\s(?=(?:after|then|and|but|whereupon|to)\b)")
"""Where somebody else begins to speak: "Such were the words of Orme; after whom Reeve spoke:"."""
_ANSWERED = re.compile(r"\b(?:to|on|about|against|after|before|upon|concerning)\s(?:[A-Z]\w*\.\s)?\Z")
_OBJECT = re.compile(r"\b(?:of|to|by|with|from|for|against|and|or|nor|than|at|in|on|about)\s*\(?\Z", re.IGNORECASE)


def announced(introduction: str, *, before: str | None) -> str | None:
    """The one speaker whom the paragraph announces; None where it names none, or several.

    `before` is the speaker of the quotation above, whom words such as "these memoirs" mean.
    """
    sentences = _BREAK.split(introduction.strip())
    last = _ANOTHER.split(sentences[-1])[-1]
    announces = last.rstrip().endswith((":", "…", "...", ":—", ":-", ","))
    if announces:
        named = _one(_subjects(_SUBJECT_SPEAKS, last)) or _one(_possessors(last)) or _one(_names(_BY, last))
        if named:
            return named
        if _PRONOUN_HAS.search(last) and (subject := _first_subject(last)):
            return subject
        if _PRONOUN_SPEAKS.search(last):
            return _only_person(sentences)
    if _SAME_SOURCE.search(introduction) and before:
        return before
    return _one(_subjects(_LEFT, introduction))


def _names(pattern: re.Pattern[str], text: str) -> list[str]:
    return [name for found in pattern.finditer(text) if (name := plain_name(found["name"]))]


def _possessors(text: str) -> list[str]:
    """Whose words they are; not whose words they answer."""
    found = (match for match in _POSSESSED.finditer(text) if not _ANSWERED.search(text[: match.start("name")]))
    return [name for match in found if (name := plain_name(match["name"]))]


def _subjects(pattern: re.Pattern[str], text: str) -> list[str]:
    """The names that no preposition or conjunction makes something else than the subject."""
    found = (match for match in pattern.finditer(text) if not _OBJECT.search(text[: match.start("name")]))
    return [name for match in found if (name := plain_name(match["name"]))]


def _one(names: Iterable[str]) -> str | None:
    distinct = list(dict.fromkeys(names))
    return distinct[0] if len(distinct) == 1 else None


def _first_subject(sentence: str) -> str | None:
    """The name that opens the sentence: `Martha Quill was there; her notes ...`."""
    found = re.match(rf"(?:(?:The|His|Her)\s(?:[a-z]+\s){{1,4}})?(?P<name>{NAME})\s+(?!and\b|or\b)[a-z]", sentence)
    return plain_name(found["name"]) if found else None


def _only_person(sentences: list[str]) -> str | None:
    """The one name that opens sentences of the paragraph, where no other stands in it: "he" can mean nobody else."""
    subject = _one(name for sentence in sentences if (name := _first_subject(sentence)))
    if subject is None:
        return None
    others = (plain_name(found) for sentence in sentences for found in _NAME.findall(sentence))
    return subject if all(name is None or name.split()[-1] == subject.split()[-1] for name in others) else None
