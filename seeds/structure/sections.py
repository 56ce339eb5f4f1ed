"""Headings of a plain text and the sections under them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seeds.document import Section
from seeds.structure.counting import count_words
from seeds.structure.dates import date_line
from seeds.structure.divisions import NO_NUMBER
from seeds.structure.layout import Paragraph

_PARTS, _CHAPTERS = NUMBERED_RANKS = (1, 2)
"""The ranks of parts and of chapters."""
LOWEST_RANK = 4
"""The rank of a heading that only its place shows."""
ITEM_RANK = 5
"""The rank of a numbered section inside a chapter: "12. The Druids."."""
_BETWEEN = 3
"""Short lines, such as a chapter's name, its years and a note in the margin, that may part its number from its text."""
_MAX_WORDS = 14
_MAX_LENGTH = 100
_MAX_LINES = 3
_MIN_BODY_WORDS = 4
_DIVISION = re.compile(rf"(?:BOOK|PART|VOLUME)\b[ .]+{NO_NUMBER}(?:[IVXLC\d]+|[A-Z]+)\b", re.IGNORECASE)
_CHAPTER = re.compile(
    rf"(?:(?:CHAPTER|LECTURE|LETTER|ACT|SCENE|LESSON|SECTION|CANTO|UNIT)\b[ .]+{NO_NUMBER}(?:[IVXLC\d]+|[A-Z]+)\b"
    r"|(?:PREFACE|INTRODUCTION|CONCLUSION|EPILOGUE|PROLOGUE|FOREWORD|APPENDIX|AFTERWORD|NOTES|INDEX|CONTENTS)\b.{0,40}\Z)",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(
    rf"(?:BOOK|PART|VOLUME|CHAPTER|LECTURE|LETTER|ACT|SCENE|LESSON|SECTION|CANTO|UNIT)[ .]+{NO_NUMBER}"
    r"(?:THE )?(?:[IVXLC\d]+|[A-Z]+)[.:]?",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[IVXLC]+\.?")
_ITEM = re.compile(r"\d{1,4}\.\s+(?=\S)")
_CAPITALS_OF_ITEM = 0.5
_FEWEST_ITEMS = 3
_NOTE_MARK = re.compile(r"\s?\[(?:\d{1,3}|[a-z*†‡])\]|[⁰¹²³⁴-⁹]+|(?<=\w)[*†‡]+(?=\s|\Z)")
_ITALICS = re.compile(r"(?<!\w)_|_(?!\w)")
_ENDS_AS_TEXT = re.compile(r"[.!?。！？｡؟۔।,;:…][\"'”’»)\]]*\Z|[\"”»]\Z")
_ENDS_A_SENTENCE = re.compile(r"[.!?。！？｡؟۔।…][\"'”’»)\]]*(?:\[\d+\])?\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """A line, or two that belong together, above a text that begins at `body`.

    `rank` is 0 for the title of the whole, 1 for parts of a book, larger for what is inside them.
    """

    start: int
    body: int
    title: str
    rank: int


def headings(paragraphs: Sequence[Paragraph], *, typed: bool) -> list[Heading]:
    """The headings among the paragraphs, in order. `typed` says that the text is broken into lines of one width."""
    found: list[Heading] = []
    items = _items(paragraphs) if typed else frozenset()
    for k in range(len(paragraphs) - 1):
        if k not in items and not _is_heading(paragraphs, k, typed=typed):
            continue
        if typed and _is_above_name(paragraphs, k):
            last = k + 1
        elif _is_text(paragraphs[k + 1]):
            last = k
        elif typed and _NUMBER_ALONE.fullmatch(paragraphs[k].text) and _is_near_text(paragraphs, k):
            last = k + 1 if _is_heading(paragraphs, k + 1, typed=typed) else k
        else:
            continue
        first = k
        numbered = k and _is_numbered(paragraphs[k - 1].text) and _is_heading(paragraphs, k - 1, typed=typed)
        if numbered or (k and typed and _is_above_name(paragraphs, k - 1)):
            first = k - 1
        if found and found[-1].start == paragraphs[first].start:
            found.pop()
        if first < k and _rank(paragraphs[first].text) < _rank(paragraphs[k].text) == _CHAPTERS:
            found.append(_heading(paragraphs, first, first))  # a book, and its first chapter below it
            first = k
        found.append(_heading(paragraphs, first, last))
    return found


def _heading(paragraphs: Sequence[Paragraph], first: int, last: int) -> Heading:
    return Heading(
        start=paragraphs[first].start,
        body=paragraphs[last + 1].start,
        title=": ".join(plain_title(part.text) for part in paragraphs[first : last + 1]),
        rank=_rank(paragraphs[first].text),
    )


def plain_title(text: str) -> str:
    """The words of a heading in one line, without the marks of notes and of italics, and without a full stop."""
    words = " ".join(_NOTE_MARK.sub("", text).split())
    return _ITALICS.sub("", words).strip(" .") or words


def sections(found: Iterable[Heading], end: int) -> tuple[Section, ...]:
    """The sections under these headings, to `end`; each reaches to the next heading of its rank or a higher one."""
    ordered = sorted(found, key=lambda heading: heading.start)
    levels = {rank: level for level, rank in enumerate(sorted({heading.rank for heading in ordered}), start=1)}
    made: list[Section] = []
    following: dict[int, int] = {}  # by rank, where the nearest heading below begins
    for heading in reversed(ordered):
        after = min((start for rank, start in following.items() if rank <= heading.rank), default=end)
        level = levels[heading.rank]
        made.append(Section(start=heading.start, body=heading.body, end=after, title=heading.title, level=level))
        following[heading.rank] = heading.start
    return tuple(reversed(made))


def _is_heading(paragraphs: Sequence[Paragraph], k: int, *, typed: bool) -> bool:
    part = paragraphs[k]
    text, words = part.text, part.text.split()
    if count_words(text) > _MAX_WORDS or len(text) > _MAX_LENGTH or part.lines > _MAX_LINES or date_line(text):
        return False
    if not text[0].isalnum() or text[0].islower() or not any(c.isalpha() for c in text):
        return False
    if typed:
        return part.alone and (
            _is_numbered(text)
            or (text.isupper() and not text.endswith((",", ";")))  # "MY DEAR ORME," opens a letter
            or (_in_capitals(words) and not _ENDS_AS_TEXT.search(text))
        )
    stands_out = part.alone or k == 0 or bool(_ENDS_A_SENTENCE.search(paragraphs[k - 1].text))
    return stands_out and not _ENDS_AS_TEXT.search(text)


def _is_above_name(paragraphs: Sequence[Paragraph], k: int) -> bool:
    """Whether this is the bare number of a chapter, "IV.", whose name in capitals and whose text follow."""
    number, name = paragraphs[k], paragraphs[k + 1]
    named = name.text.isupper() and not _BARE_NUMBER.fullmatch(name.text) and _is_heading(paragraphs, k + 1, typed=True)
    return bool(_BARE_NUMBER.fullmatch(number.text)) and named and _is_near_text(paragraphs, k + 1)


def _is_near_text(paragraphs: Sequence[Paragraph], k: int) -> bool:
    """Whether a text begins below this number of a chapter, before another number does."""
    for part in paragraphs[k + 1 : k + 2 + _BETWEEN]:
        if _is_text(part):
            return True
        if _is_numbered(part.text):
            return False
    return False


def _is_text(part: Paragraph) -> bool:
    words = count_words(part.text)
    return words > _MAX_WORDS or (words >= _MIN_BODY_WORDS and bool(_ENDS_A_SENTENCE.search(part.text)))


def _is_numbered(text: str) -> bool:
    """Whether this is "CHAPTER IV", "Preface", or another name that every book gives to its parts."""
    return bool(_DIVISION.match(text) or _CHAPTER.match(text))


def _items(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs that are names of numbered sections, "349. Henry marries Anne Boleyn.": several in a row, each above a text."""
    named = [k for k in range(len(paragraphs) - 1) if _is_item(paragraphs[k]) and _is_text(paragraphs[k + 1])]
    named = [k for k in named if not _ITEM.match(paragraphs[k + 1].text)]
    runs: list[list[int]] = []
    for k in named:
        if runs and _number(paragraphs[k]) == _number(paragraphs[runs[-1][-1]]) + 1:
            runs[-1].append(k)
        else:
            runs.append([k])
    return frozenset(k for run in runs if len(run) >= _FEWEST_ITEMS for k in run)


def _number(part: Paragraph) -> int:
    return int(part.text.partition(".")[0])


def _is_item(part: Paragraph) -> bool:
    """Whether this is a line with a number, most of whose longer words have a capital."""
    text, number = part.text, _ITEM.match(part.text)
    if not number or not part.alone or count_words(text) > _MAX_WORDS or text.endswith((",", ";", ":")):
        return False
    long_words = [word for word in text[number.end() :].split() if len(word) > 3 and word.strip("_(")[:1].isalpha()]
    capitals = sum(word.strip("_(")[:1].isupper() for word in long_words)
    return capitals > _CAPITALS_OF_ITEM * len(long_words)


def _in_capitals(words: Sequence[str]) -> bool:
    long_words = [word for word in words if len(word) > 3]
    return sum(word[0].isupper() for word in long_words) > 0.7 * len(long_words)


def _rank(text: str) -> int:
    if _DIVISION.match(text):
        return _PARTS
    if _CHAPTER.match(text):
        return _CHAPTERS
    if text.isupper():
        return 3
    return ITEM_RANK if _ITEM.match(text) else LOWEST_RANK
