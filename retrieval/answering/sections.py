"""Which parts of a book a place is in, as a reader would name them: Book II, Chapter 3, “The Land”."""

from bisect import bisect_right

from seeds.document import Document, Note, Section
from seeds.structure.divisions import division


def sections_around(document: Document, start: int) -> list[Section]:
    """The titled sections around a position, the outermost first."""
    around = [section for section in document.sections if section.start <= start < section.end]
    return sorted(around, key=lambda section: (section.level, section.start))


def section_names(document: Document, start: int) -> list[str]:
    """Numbered parts by their numbers; of the others, and of the names of parts, only the innermost, in quotation marks."""
    around = [each for each in sections_around(document, start) if each.title != document.metadata.title]
    names: list[str] = []
    for k, section in enumerate(around):
        numbered = division(section.title)
        innermost = k == len(around) - 1
        if numbered:
            names.append(numbered[0])
        rest = numbered[1] if numbered else section.title
        if innermost and rest:
            names.append(f"“{rest}”")
    return names


def note_at(document: Document, start: int) -> Note | None:
    """The footnote that a position is in; None in the text itself."""
    k = bisect_right(document.notes, start, key=lambda note: note.start) - 1
    return document.notes[k] if k >= 0 and start < document.notes[k].end else None
