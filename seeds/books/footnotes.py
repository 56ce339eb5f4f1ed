"""Footnotes of typed books, bound to the marks that lead to them: "[3]" in the text, "[3] See below." or "[Footnote 3: See below.]"
somewhere after it.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from seeds.books.book import Book
from seeds.books.captions import closing
from seeds.document import Note
from seeds.structure.layout import Paragraph

_LABEL = r"\d{1,4}|[A-Z]|[*†‡§#]{1,3}"
_MARK = re.compile(rf"(?<=\S)[ ]?(?P<mark>[\[{{(]?[\[{{](?P<label>{_LABEL})[\]}}])|(?P<raised>[¹²³⁴-⁹⁰]+)")
_NAMED = re.compile(rf"[\[{{]?Foot-?note:?[ ]?(?P<label>{_LABEL})?\s*[:.—-]?\s*", re.IGNORECASE)
_NUMBERED = re.compile(rf"[\[{{(](?P<label>{_LABEL})[\]}})]:?\s+(?=\S)|(?P<star>[*†‡§]{{1,3}})\s?(?=[\w\"“(_])")
_BARE = re.compile(r"\d{1,4}(?:[.)]\s|\s\(return\))")
_LONGEST = 12_000
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def begins_as_note(text: str) -> bool:
    """Whether a paragraph begins with the label of a note."""
    return bool(_NUMBERED.match(text) or _NAMED.match(text) or _BARE.match(text))


def footnotes(book: Book) -> tuple[Note, ...]:
    """The notes whose marks are found, in the order of the text."""
    notes = list(_notes(book))
    if not notes:
        return ()
    inside = [(start, end) for start, end, _ in notes]
    marks: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for found in _MARK.finditer(book.text):
        span = found.span("mark") if found["mark"] else found.span("raised")
        label = found["label"] or found["raised"].translate(_FIGURES)
        at = bisect_left(inside, (span[0] + 1, 0)) - 1
        if at < 0 or span[0] >= inside[at][1]:
            marks[label].append(span)
    last_mark = max((spans[-1][0] for spans in marks.values()), default=0)
    at_end = sum(start > last_mark for start, _, _ in notes) * 2 > len(notes)
    bound: list[Note] = []
    for start, end, label in notes:
        before = [span for span in marks[label] if span[0] < start]
        if before:
            mark = before[0] if at_end else before[-1]
            marks[label] = [span for span in marks[label] if span != mark]
            bound.append(Note(start=start, end=end, mark=mark, label=label))
    return tuple(bound)


def _notes(book: Book) -> Iterator[tuple[int, int, str]]:
    """Paragraphs that are notes, with their labels; a bracket that closes later takes further paragraphs in."""
    reached = 0
    for part in book.paragraphs:
        if part.start < reached:
            continue
        found = _NAMED.match(part.text)
        if found and found["label"]:
            bracket = part.text[0] in "[{" and closing(book.text, part.start, _LONGEST)
            reached = bracket or part.end
            yield part.start, reached, found["label"]
        else:
            yield from _numbered(part)


def _numbered(part: Paragraph) -> Iterator[tuple[int, int, str]]:
    """The notes in a paragraph that begins with a mark; one that goes on in lines of their own is taken line by line."""
    found = _NUMBERED.match(part.text)
    if not found or len(part.text.split()) < 2:
        return
    begins = [
        (m.start(), m["label"] or m["star"])
        for m in re.finditer(rf"^[ \t]*(?:{_NUMBERED.pattern})", part.text, re.MULTILINE)
    ]
    ends = [at for at, _ in begins[1:]] + [len(part.text)]
    for (at, label), end in zip(begins, ends, strict=True):
        yield part.start + at, part.start + len(part.text[:end].rstrip()), label
