"""The lines above a text: which is its title, which its author, its date, its source."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from seeds.people import NAME, person
from seeds.structure.counting import count_words
from seeds.structure.dates import date_in, date_line
from seeds.structure.layout import Paragraph

_MAX_TITLE_WORDS = 25
_MAX_TITLE = 300
_MAX_BYLINE_WORDS = 16
_MAX_PROVENANCE_WORDS = 45
_FIELDS = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "creator": "author",
    "publisher": "publisher",
    "published": "published",
    "date": "published",
    "url": "url",
}
_FIELD = re.compile(rf"(?P<key>{'|'.join(_FIELDS)})\s*:\s+(?P<value>\S.{{0,250}})", re.IGNORECASE | re.DOTALL)
_BYLINE = re.compile(
    rf"""(?:(?i:posted|published|written)\s(?:on\s)?(?P<date>.{{6,40}}?),?\s)?
    (?i:(?:(?:written|posted|published|story|article|essay|lecture|text|words)\s)?(?:by|von|par|por)\b)\s*:?\s+
    (?P<name>{NAME}(?:(?:,\s|\s(?:and|&|und|et|y)\s){NAME})*)(?P<rest>\W.{{0,80}})?""",
    re.VERBOSE,
)
_SOURCE = re.compile(r"(?P<publisher>[^\W\d_].{2,58}?),\s+(?P<date>.{4,30})")
_PROVENANCE = re.compile(
    r"(?:from|sources?|first published|originally|published (?:in|by)|extract(?:ed)?|reprinted|transcri(?:bed|ption)"
    r"|translated|taken from|delivered|edited by|online version|html|mark-?up|proofread|written)\b",
    re.IGNORECASE,
)
_PUBLISHED_IN = re.compile(
    r"(?i:(?:first |originally )?published in|reprinted from|taken from|from|source):?\s+"
    rf"(?:[Tt]he\s)?(?P<publisher>{NAME})(?:,|\.(?!\s+[a-z]))"
)
# "From the death of Alexander I. until ...": a title page's, not where a text was taken from.
_SPAN = re.compile(r"from\b.*\b(?:to|until|till)\b", re.IGNORECASE | re.DOTALL)
_NO_HOUSE = re.compile(
    r"(?:copyright|©|(?:first |re)?(?:published|printed|issued)\b|(?:\w+ )?(?:edition|impression|printing)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_PERIODICAL = re.compile(
    r"\b(?:Times|Herald|News|Post|Journal|Review|Star|Gazette|Tribune|Guardian|Magazine|Quarterly|Monthly|Weekly|Bulletin|Chronicle"
    r"|Observer|Telegraph|Mail|Express|Worker|Militant|Press|Record|Echo|Courier|Mercury|Standard|Voice|Today|Letters|Notes|Daily)\b"
)
_NUMBER = re.compile(
    r"(?:lecture|chapter|part|lesson|unit|week|volume|no|issue|section)\b[ .]*(?:[ivxlc]+|\d+)\W*", re.IGNORECASE
)
_BY = re.compile(r"by\s+", re.IGNORECASE)
_ENDS_AS_TEXT = re.compile(r"[.…;:,。．，、；：｡؟۔।][\"'”’»)\]]*\Z")


@dataclass(slots=True)
class Front:
    """What the lines above the text say, and the numbers of those that say nothing else."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    lines: set[int] = field(default_factory=set)


def read_front(lines: dict[int, Paragraph], text: str) -> Front:
    """The facts in `lines`, by their numbers, which stand above the prose of `text`."""
    front = Front()
    alone: str | None = None
    titles: list[int] = []
    dates: list[int] = []
    for k, line in lines.items():
        if date_line(line.text):
            dates.append(k)
        elif _take_stated(front, line.text, below_title=bool(titles)):
            front.lines.add(k)
        elif _is_author(line.text, lines, k, text) and front.author in (None, " ".join(line.text.split())):
            front.author = alone = " ".join(line.text.split())
            front.lines.add(k)
        elif _may_be_title(line.text):
            titles.append(k)
    title = _choose(titles, lines)
    if title is None and front.title is None and front.author and not dates and alone == front.author:
        front.title, front.author = front.author, None  # a page about a person has the name for its title
    if title is not None and front.title is None:
        front.title = " ".join(lines[title].text.split())
        if front.published and title - 1 in dates:
            front.title = f"{' '.join(lines[title - 1].text.split())}: {front.title}"
    if dates and front.published is None:
        front.published = date_line(lines[dates[0]].text)
    front.lines.update([*dates, *titles])
    return front


def states_facts(line: str) -> bool:
    """Whether the line says nothing but who wrote or published the text, or when."""
    return date_line(line) is not None or person(line) is not None or _take_stated(Front(), line, below_title=True)


def _take_stated(front: Front, line: str, *, below_title: bool) -> bool:
    return _take_field(front, line) or _take_byline(front, line) or _take_source(front, line, below_title=below_title)


def _take_field(front: Front, line: str) -> bool:
    found = _FIELD.fullmatch(line)
    if not found:
        return False
    name = _FIELDS[found["key"].casefold()]
    value = " ".join(found["value"].split())
    if name == "published":
        value = date_in(value) or value
    if getattr(front, name) is None:
        setattr(front, name, value)
    return True


def _take_byline(front: Front, line: str) -> bool:
    found = _BYLINE.fullmatch(line)
    if not found or len(line.split()) > _MAX_BYLINE_WORDS or _ENDS_AS_TEXT.search(line):
        return False
    front.author = front.author or " ".join(found["name"].split())
    front.published = front.published or date_in(found["date"] or "") or date_in(found["rest"] or "")
    return True


def _take_source(front: Front, line: str, *, below_title: bool) -> bool:
    """A newspaper and its date, or, below the title, an author and a date; or a note on where the text was taken from."""
    noted = _PROVENANCE.match(line)
    found = None if noted else _SOURCE.fullmatch(line)
    if found and date_line(found["date"]) and not date_in(found["publisher"]):
        name = _BY.sub("", found["publisher"])
        written_by = name != found["publisher"] or (
            below_title and 2 <= len(name.split()) <= 4 and re.fullmatch(NAME, name) and not _PERIODICAL.search(name)
        )
        if person(name) or written_by:
            front.author = front.author or name
        elif not _NO_HOUSE.fullmatch(name):
            front.publisher = front.publisher or name
        front.published = front.published or date_in(found["date"])
        return True
    if not noted or _SPAN.match(line) or len(line.split()) > _MAX_PROVENANCE_WORDS:
        return False
    named = _PUBLISHED_IN.match(line)
    front.publisher = front.publisher or (named["publisher"] if named else None)
    front.published = front.published or date_in(line)
    return True


def _is_author(line: str, lines: dict[int, Paragraph], k: int, text: str) -> bool:
    """A name of a person: by its look, beside a date, or named again as the one by whom the text is."""
    if not 2 <= len(line.split()) <= 5 or not (person(line) or re.fullmatch(NAME, line)):
        return False
    beside_date = any(n in lines and date_line(lines[n].text) for n in (k - 1, k + 1))
    return bool(person(line)) or beside_date or f"by {line}" in text


def _may_be_title(line: str) -> bool:
    return (
        0 < count_words(line) <= _MAX_TITLE_WORDS
        and len(line) <= _MAX_TITLE
        and not re.search(r"[@|]|https?:|www\.", line)
        and not _ENDS_AS_TEXT.search(line)
        and line[0] not in "@•*-|"
        and any(map(str.isalpha, line))
    )


def _choose(titles: Iterable[int], lines: dict[int, Paragraph]) -> int | None:
    """The first line that is not only a number ("Lecture 6"), else the first."""
    numbers = list(titles)
    named = [k for k in numbers if not _NUMBER.fullmatch(lines[k].text)]
    return next(iter(named or numbers), None)
