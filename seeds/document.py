"""The nouns of a source: a document, what it is, and which parts of its text are what.

Every range is a pair of character offsets into `Document.text`, end exclusive.
"""

from dataclasses import dataclass, fields
from enum import StrEnum


@dataclass(frozen=True, kw_only=True, slots=True)
class Metadata:
    """Bibliographic facts; a field nobody knows is None."""

    title: str | None = None
    author: str | None = None
    translator: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    licence: str | None = None
    language: str | None = None
    retrieved: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """Facts of this record, completed by `other` where this one has none."""
        names = (field.name for field in fields(self))
        return Metadata(**{name: getattr(self, name) or getattr(other, name) for name in names})


UNKNOWN = Metadata()
"""A record in which nothing is known."""


class MaskReason(StrEnum):
    """Why a range must not be quoted."""

    NAVIGATION = "navigation"
    PAGER = "pager"
    SITE_HEADER = "site header"
    SITE_FOOTER = "site footer"
    IMAGE = "image placeholder or credit"
    REPEATED_LABEL = "label printed twice"
    REPEATED_CAPTION = "caption that repeats the body"
    DUPLICATE = "duplicate"
    COMMENTS = "comments of readers"
    BYTE_ORDER_MARK = "byte-order mark"
    LICENCE = "licence text of a digital library"
    FRONT_MATTER = "front matter"
    MARKUP = "mark-up, not text"
    RUNNING_HEAD = "running head or foot"
    PAGE_NUMBER = "page number"
    LINE_NUMBER = "numbers of lines"
    CONTENTS = "table of contents"
    INDEX = "index"
    QUESTIONS = "questions and exercises for pupils"
    CAPTION = "caption of a picture"
    ATTRIBUTION = "name of a quotation's speaker"
    CATALOGUE = "named in the catalogue"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mask:
    """A range that must not be quoted. `repeats` is the range that it repeats, for copies, captions and labels.

    An exact copy is as long as what it repeats, so that their offsets correspond.
    """

    start: int
    end: int
    reason: MaskReason
    repeats: tuple[int, int] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A titled part of a document: its heading begins at `start`, its text at `body`; `level` is 1 for the highest."""

    start: int
    body: int
    end: int
    title: str
    level: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """Text of one printed page and its label ("xii", "104"; "" where it has none).

    A page may have several ranges: what stood at its foot follows the sentence that went on over the page. `sheet` is its
    place in the file, from 1. `ocr` is set where its letters were recognised in a picture: how sure that was, 0 to 1.
    """

    start: int
    end: int
    label: str
    sheet: int | None = None
    ocr: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Join:
    """A place where the print has characters that the text has not: the hyphen of a word that was parted at a line's end."""

    at: int
    printed: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A footnote or endnote at `start` to `end`, the range of its `mark` in the text, and the mark's `label` ("3", "*")."""

    start: int
    end: int
    mark: tuple[int, int]
    label: str


class VoiceKind(StrEnum):
    """How a document gives the floor to somebody other than its author."""

    BLOCK_QUOTATION = "block quotation"
    EPIGRAPH = "epigraph"
    LETTER = "letter"
    INTERVIEW = "interview"
    SPEECH = "speech"
    PREFACE = "introduction or preface"
    CATALOGUE = "named in the catalogue"


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """A range spoken or written by `speaker`, who is not the document's author; None where nothing tells who it is."""

    start: int
    end: int
    speaker: str | None
    kind: VoiceKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A source as it will be quoted.

    `text` is canonical: for text formats exactly `bytes.decode(encoding)` with line ends and any byte-order mark kept,
    so that anyone who holds the file can check a quote by its offsets. `source` is the absolute path or the URL that
    it came from, `sha256` the hex digest of its bytes.
    """

    id: str
    source: str
    sha256: str
    text: str
    encoding: str
    media_type: str
    metadata: Metadata
    sections: tuple[Section, ...] = ()
    pages: tuple[Page, ...] = ()
    joins: tuple[Join, ...] = ()
    masks: tuple[Mask, ...] = ()
    voices: tuple[Voice, ...] = ()
    notes: tuple[Note, ...] = ()
    warnings: tuple[str, ...] = ()


def as_printed(text: str, joins: tuple[Join, ...], start: int = 0, end: int | None = None) -> str:
    """The characters of a range as they were printed, the hyphens and line ends that were taken out put back."""
    end = len(text) if end is None else end
    pieces: list[str] = []
    position = start
    for join in joins:
        if start < join.at < end:
            pieces += [text[position : join.at], join.printed]
            position = join.at
    return "".join([*pieces, text[position:end]])
