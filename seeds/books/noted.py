"""Sections of notes: a heading such as "FOOTNOTES:" stands over the notes below it, not over what follows them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from seeds.books.footnotes import begins_as_note
from seeds.document import Note, Section
from seeds.structure.layout import Paragraph

_TITLE = re.compile(
    r"(?:[\w’'.]+ ){0,4}?(?:(?:foot|end)-?)?notes?:?(?: (?:to|for|on) .{1,40})?|fu(?:ß|ss)noten:?|anmerkungen:?|notas:?"
    r"|примечани[яе]:?|примітки:?",
    re.IGNORECASE,
)
_WIDE = 3
"""Blank lines behind which another chapter begins, if fewer part the notes."""
_REACH = 4
"""Paragraphs in a row that belong to no note: the notes were over before them."""


def ended_by_gaps(sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """The sections of a text file, those of notes ending where a gap is wider than any between the notes."""

    def end(inside: Sequence[Paragraph]) -> int | None:
        widest = _WIDE - 1
        for before, after in pairwise(inside):
            gap = after.first - before.last - 1
            if gap > widest and not begins_as_note(after.text):
                return after.start
            widest = max(widest, gap)
        return None

    return _ended(sections, paragraphs, lambda part: begins_as_note(part.text), end)


def ended_by_notes(
    sections: Sequence[Section], paragraphs: Sequence[Paragraph], notes: Sequence[Note]
) -> tuple[Section, ...]:
    """The sections of a marked-up text, those of notes ending where several paragraphs stand in no note."""

    ordered = sorted(notes, key=lambda note: note.start)
    starts, ends = [note.start for note in ordered], list(accumulate((note.end for note in ordered), max))

    def is_note(part: Paragraph) -> bool:
        before = bisect_right(starts, part.start)
        return begins_as_note(part.text) or (before > 0 and part.start < ends[before - 1])

    def end(inside: Sequence[Paragraph]) -> int | None:
        last = 0
        for k, part in enumerate(inside):
            if is_note(part):
                last = k
            elif k - last == _REACH:
                return inside[last + 1].start
        return None

    return _ended(sections, paragraphs, is_note, end)


def _ended(
    sections: Sequence[Section],
    paragraphs: Sequence[Paragraph],
    is_note: Callable[[Paragraph], bool],
    end: Callable[[Sequence[Paragraph]], int | None],
) -> tuple[Section, ...]:
    """The sections, no longer than `end` says of the paragraphs in one of notes, of which the first must be a note."""
    found = list(sections)
    for notes in sections:
        if not _TITLE.fullmatch(notes.title):
            continue
        inside = [part for part in paragraphs if notes.body <= part.start < notes.end]
        at = end(inside) if inside and is_note(inside[0]) else None
        if at is not None:
            found = [replace(each, end=min(each.end, at)) if notes.start <= each.start < at else each for each in found]
    return tuple(found)
