"""Whose letter, order or appeal a heading above a document says that it is: "From the Ferry Committee, May 3rd:", "ORME TO REEVE"."""

import re
from collections.abc import Sequence

from seeds.people import NAME, TITLED, People, plain_name
from seeds.people.casing import cased, is_small
from seeds.voices.antecedents.reference import flat
from seeds.voices.speech.narrative import Narrative
from seeds.voices.speech.turn import Turn

_KINDS = (
    r"(?:letters?|telegrams?|cables?|orders?|proclamations?|speech|note|message|address|appeals?|des?patch|dispatch|manifesto"
    r"|decrees?|report|statement|declaration|reply|answer|diary|journal|memorandum|circular|petition|protest|ultimatum|resolution)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(
    rf",?\s(?:of\s|on\s)?(?:the\s)?(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|d|th)?|\d{{1,2}}(?:st|nd|rd|d|th)?\s(?:of\s)?{_MONTH})"
    r"(?:,?\s\d{4})?\Z",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s\([^()]{1,40}\)\Z")
_TO = re.compile(r"(?<!ttached),?\s(?i:to)\s(?:(?i:the|all|our|his|her)\s)?(?:[A-Z].*)\Z")
_FROM = re.compile(rf"(?i:from)\s(?:(?i:an?|the)\s(?i:{_KINDS})\s(?i:of|from|by)\s)?(?P<who>.+)\Z")
_OF = re.compile(rf"(?:(?i:the)\s)?(?:[A-Za-z-]+\s)?(?i:{_KINDS})\s(?i:of|from|by)\s(?P<who>.+)\Z")
_OWNED = re.compile(rf"(?P<who>.+?)[’'](?:s|S)?\s(?:[A-Za-z-]+\s)?[“\"]?(?i:{_KINDS})(?:\s[^.;:]*)?\Z")
_NUMBER = re.compile(r"(?:\d{1,3}|[IVX]+)\.?\s(?=[A-Z])")
_TO_ALL = re.compile(rf"(?P<who>(?i:{TITLED}){NAME}),?\s(?i:to)\s+(?i:the|all|his)\s[A-Za-z][^.]*")
_ADDRESSED = re.compile(
    rf"(?:(?i:from)\s)?(?P<who>(?i:{TITLED}){NAME}),?\s(?i:to)\s(?:(?i:the)\s)?(?i:{TITLED}){NAME}[.:]?\Z"
)
_MARKS = re.compile(r"[“”„\"_*]")
_RANK = rf"(?i:{TITLED[:-1]}+)"
"""One rank at least."""
_INSIDE = re.compile(
    rf".{{0,60}}?\b[Ff]rom:?\s(?P<who>(?i:{TITLED}){NAME})(?:,[^.:]{{1,60}})?[.,:]?\s[Tt]o:?\s(?:the\s)?(?i:{TITLED}){NAME}[.,:]"
    rf"|(?:\W{{0,3}}(?:No|[A-Z])\.?[^a-z]{{1,30}}\.\s)?(?P<ranked>{_RANK}{NAME})\sto\s(?:the\s)?{_RANK}{NAME}[.,:]"
)
_SIGNED = re.compile(rf".{{2,60}}\b[Ss]igned\s(?:by\s)?(?:the\s)?(?P<who>(?i:{TITLED}){NAME})\Z")
_LONGEST = 25
_NEXT = 6
_FEWEST = 2
_SECTION = 60
"""Paragraphs above among which the heading of the section stands."""
_LONG = 8
"""Words of a quotation that is a part of a document."""
_PROSE = 2
"""Paragraphs in which the author of the book says what the document is."""
_WIDEST = 120
"""Characters of a heading."""
_BEGINNING = 200
_FIRST = 4
"""Pieces of a quotation in which the lines that say from whom to whom it is may stand."""


def headed(read: Sequence[Narrative], k: int, people: People) -> str | None:
    """The author whom the heading above the quotation names that opens paragraph k; a line for those addressed may stand between.

    Lines that look like a heading are one where no heading is set as such.
    """
    if read[k].heading:
        last = read[k].heading.strip().splitlines()[-1]
        return _author(flat(last).strip("#* "), people)
    for j in (k - 1, k - 2):
        if j < 0 or (read[j].quoted and read[j].opens_quoted):
            return None
        line = flat(read[j].part.text).strip(" *")
        author = _author(line, people)
        if author or not _is_title(line):
            return author
    return None


def sectioned(read: Sequence[Narrative], k: int, turn: Turn, before: Sequence[Turn], people: People) -> str | None:
    """The author of the speech or letter in parts that fills the section of paragraph k, as the heading of that section says.

    Nobody else speaks in the section as far as there, most of it is quoted, and paragraph k is a long quotation of which
    nothing is told.
    """
    long = len(turn.texts[0].split()) >= _LONG and read[k].opens_quoted and not read[k].words.strip(" .\r\n")
    if turn.told or not long:
        return None
    at, author = _over(read, k, people)
    others = any(each.speaker != author for each in before if each.at >= at and (each.told or each.speaker))
    quoted = sum(each.opens_quoted for each in read[at:k])
    return author if author and not others and k - at - quoted <= quoted + _PROSE else None


def _over(read: Sequence[Narrative], k: int, people: People) -> tuple[int, str | None]:
    """The paragraph below the heading over paragraph k, and the author whom that names."""
    for j in range(k, max(0, k - _SECTION), -1):
        if read[j].heading:
            return j, _author(flat(read[j].heading.strip().splitlines()[-1]).strip("#* "), people)
        line = flat(read[j - 1].part.text[:_WIDEST]).strip(" *")
        if _is_title(line) and not read[j - 1].opens_quoted:
            return j, _author(line, people)
    return k, None


def _is_title(line: str) -> bool:
    """Whether a paragraph is so short, and so ended, that it can be a heading."""
    return len(line.split()) <= _NEXT and not line.endswith((".", ":", ";", ","))


def addressed(texts: Sequence[str], people: People) -> str | None:
    """The sender, where what is quoted itself begins by naming him and the one whom it is for: `“From Orme to Reeve. The mill`."""
    found = _INSIDE.match(flat(_MARKS.sub("", " ".join(text[:_BEGINNING] for text in texts[:_FIRST]))))
    return _person(found["who"] or found["ranked"], people) if found else None


def _author(line: str, people: People) -> str | None:
    if not line or len(line.split()) > _LONGEST or line[0].islower():
        return None
    if (everybody := _TO_ALL.fullmatch(line)) and (sender := _person(everybody["who"], people)):
        return sender
    if (between := _ADDRESSED.fullmatch(line)) and (sender := _person(between["who"], people)):
        return sender
    line = _NUMBER.sub("", line, count=1) if _NUMBER.match(line) else line
    ended = line.endswith(":")
    line = line.rstrip(".: ")
    dated = _DATE.sub("", line)
    plain = _BRACKETS.sub("", dated)
    plain = _TO.sub("", plain) or plain
    for pattern in (_SIGNED, _FROM, _OF, _OWNED):
        if found := pattern.fullmatch(plain):
            certain = pattern is _FROM and (ended or (line.isupper() and plain != line))
            return (
                _person(found["who"], people, owner=pattern is _OWNED)
                or _body(found["who"])
                or (_paper(found["who"]) if certain else None)
            )
    return None


def _person(who: str, people: People, *, owner: bool = False) -> str | None:
    """The person; an owner of a letter is one too of whom the text does not show it."""
    words = cased(who.strip(" _,"))
    name = plain_name(words) if re.fullmatch(rf"(?i:{TITLED}){NAME}", words) else None
    known = name and (people.is_person(name) or (owner and people.may_be_person(name)))
    return people.speaker(name) if name and known else None


def _body(who: str) -> str | None:
    """A body or office as it is called: "the Ferry Committee"."""
    words = cased(who.strip(" _,")).split()
    named = [word for word in words[1:] if word[0].isupper()]
    rest = [word for word in words[1:] if not word[0].isupper() and not is_small(word)]
    return f"the {' '.join(words[1:])}" if words[0].casefold() == "the" and len(named) >= _FEWEST and not rest else None


def _paper(who: str) -> str | None:
    """A name that stands alone before a date."""
    name = cased(who.strip(" _,"))
    return name if re.fullmatch(NAME, name) else None
