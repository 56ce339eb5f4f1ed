"""The tree of a marked-up text as blocks: paragraphs, headings, rows of tables, captions, each with what it holds.

White space is collapsed as browsers do (CSS Text 3, section 4.1), cells of a row are parted by tabs and rows by line ends
(HTML, `innerText`), and characters that nobody sees (soft hyphens, joiners) are left out. Small raised figures become ¹²³,
so that a footnote's mark after a year makes no other year of it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from lxml import etree

from seeds.document import MaskReason
from seeds.readers.markup.attributing import attributes, dashed, sets_quotation
from seeds.readers.markup.meaning import BLOCKS, UNSEEN, meaning_of, name_of, text_of

_INVISIBLE = re.compile("[\xad\u200b\u200c\u2060\ufeff]")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_EDGES = " \t\r\n\xa0\u3000"
_CELL_BLOCKS = frozenset("p div h1 h2 h3 h4 h5 h6 table ul ol dl blockquote pre center hr".split())
_MAX_CAPTION_WORDS = 80


class Kind(Enum):
    """What a block is."""

    TEXT = auto()
    HEADING = auto()
    ITEM = auto()
    TABLE = auto()
    QUOTATION = auto()
    ATTRIBUTION = auto()
    CAPTION = auto()


@dataclass(kw_only=True, slots=True)
class Block:
    """A run of text without a blank line in it.

    `level` is 1 to 6 for headings, `part` what part of the book a heading opens ("chapter"). Places inside are offsets
    into `text`: `pages` where a printed page begins, with its label; `marks` the ranges of footnote marks, with the
    anchor that each leads to. `anchors` are names by which others lead here; `note` numbers the footnote around, `quotation`
    the block quotation.
    `reason` says why it must not be quoted.
    """

    kind: Kind
    text: str
    level: int = 0
    part: str | None = None
    reason: MaskReason | None = None
    note: int | None = None
    quotation: int | None = None
    pages: list[tuple[int, str]] = field(default_factory=list)
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)


def blocks_of(root: etree._Element, *, place: str = "") -> list[Block]:
    """The blocks below an element, in order. `place` is the file's name in its book, which anchors begin with."""
    reading = _Reading(place)
    reading.read(root, _Context())
    reading.close(_Context())
    return reading.blocks


@dataclass(frozen=True, kw_only=True, slots=True)
class _Context:
    """What is around the place that is read."""

    kind: Kind = Kind.TEXT
    level: int = 0
    part: str | None = None
    reason: MaskReason | None = None
    note: int | None = None
    quotation: int | None = None
    kept: bool = False  # white space as it is
    joined: bool = False  # blocks inside only end lines: a heading of several, a row of a table


class _Reading:
    def __init__(self, place: str) -> None:
        self.place = place
        self.blocks: list[Block] = []
        self.text = ""
        self.pages: list[tuple[int, str]] = []
        self.marks: list[tuple[int, int, str]] = []
        self.anchors: list[str] = []
        self.notes = 0
        self.quotations = 0

    def read(self, element: etree._Element, context: _Context) -> None:
        """Reads an element, its tail left out."""
        name = name_of(element)
        if not name or name in UNSEEN:
            return
        for anchor in (element.get("id"), element.get("name")):
            if anchor:
                self.anchors.append(f"{self.place}#{anchor}")
        meaning = meaning_of(element, name)
        if meaning.page is not None:
            if meaning.page:
                self.pages.append((len(self.text), meaning.page))
            return
        if meaning.backlink:
            return
        if name == "br":
            self.text = self.text.rstrip(" ") + "\n" if self.text.strip(" ") else ""
            return
        inner = self._inner(element, name, context)
        attributed = inner.kind is Kind.ATTRIBUTION and context.kind is not Kind.ATTRIBUTION
        begins = (name in BLOCKS or attributed) and not context.joined
        if begins and name not in BLOCKS:
            self.text, dash = dashed(self.text)
            self.close(context)
            self.text = f"{dash} " if dash else ""
        elif begins:
            self.close(context)
        elif name in BLOCKS and self.text and not self.text.endswith(("\n", "\t")):
            self.text = self.text.rstrip(" ") + ("\t" if name in ("td", "th") else "\n")
        start = len(self.text)
        self._children(element, inner)
        if meaning.mark is not None:
            self._mark(start, meaning.mark)
        elif name in ("sup", "sub"):
            raised = self.text[start:].translate(_RAISED if name == "sup" else _LOWERED)
            if re.fullmatch(r"[0-9]+", self.text[start:]):
                self.text = self.text[:start] + raised
        if begins:
            self.close(inner)

    def put(self, text: str | None, context: _Context) -> None:
        """Adds text, its blanks collapsed."""
        if not text:
            return
        text = _INVISIBLE.sub("", text)
        if not context.kept:
            text = _BLANKS.sub(" ", text)
            if text.startswith(" ") and (not self.text or self.text[-1] in " \n\t"):
                text = text[1:]
        self.text += text

    def close(self, context: _Context) -> None:
        """Ends the open block."""
        body = self.text.strip(_EDGES) if not context.kept else self.text.strip("\r\n")
        if body.strip(_EDGES):
            left = self.text.index(body)
            block = Block(
                kind=context.kind,
                text=body,
                level=context.level,
                part=context.part,
                reason=context.reason,
                note=context.note,
                quotation=context.quotation,
                pages=[(min(max(0, at - left), len(body)), label) for at, label in self.pages],
                marks=[(a - left, b - left, to) for a, b, to in self.marks if a >= left and b - left <= len(body)],
                anchors=self.anchors,
            )
            self.blocks.append(block)
            self.pages, self.anchors = [], []
        else:
            self.pages = [(0, label) for _, label in self.pages]
        self.text, self.marks = "", []

    def _children(self, element: etree._Element, context: _Context) -> None:
        self.put(element.text, context)
        for child in element:
            self.read(child, context)
            self.put(child.tail, context)

    def _mark(self, start: int, href: str) -> None:
        words = self.text[start:]
        if words.strip().isdigit():
            words = words.translate(_RAISED)
            self.text = self.text[:start] + words
        place, _, anchor = href.partition("#")
        self.marks.append((start, len(self.text), f"{_beside(self.place, place)}#{anchor}"))

    def _inner(self, element: etree._Element, name: str, context: _Context) -> _Context:
        meaning = meaning_of(element, name)
        inner = replace(
            context,
            reason=context.reason or meaning.reason,
            part=meaning.part or context.part,
            kept=context.kept or name == "pre",
        )
        if meaning.note or (name in ("li", "dd", "aside") and element.get("id") and _among_notes(element)):
            self.notes += 1
            inner = replace(inner, note=self.notes)
        if context.quotation is None and sets_quotation(element, name):
            self.quotations += 1
            inner = replace(inner, quotation=self.quotations)
        elif context.quotation is not None and attributes(element, name, self.text):
            return replace(inner, kind=Kind.ATTRIBUTION)
        if re.fullmatch(r"h[1-6]", name):
            return replace(inner, kind=Kind.HEADING, level=int(name[1]), joined=True)
        if name == "hgroup":
            levels = [int(name_of(each)[1]) for each in element if re.fullmatch(r"h[1-6]", name_of(each))]
            return replace(inner, kind=Kind.HEADING, level=min(levels, default=6), joined=True)
        if name in ("figcaption", "caption") or meaning.caption or (meaning.figure and _is_figure(element)):
            return replace(inner, kind=Kind.CAPTION, reason=inner.reason or MaskReason.CAPTION)
        if name in ("li", "dt", "dd") and inner.kind is not Kind.HEADING:
            return replace(inner, kind=Kind.ITEM)
        if name == "blockquote":
            return replace(inner, kind=Kind.QUOTATION)
        if name == "table" and not _is_layout(element):
            return replace(inner, kind=Kind.TABLE, joined=True)
        return inner


def _among_notes(element: etree._Element) -> bool:
    """Whether this is an item of a list of footnotes."""
    return any(
        meaning.notes or meaning.types & {"footnotes", "endnotes", "rearnotes", "doc-endnotes"}
        for parent in (element.getparent(), getattr(element.getparent(), "getparent", lambda: None)())
        if parent is not None and (meaning := meaning_of(parent, name_of(parent)))
    )


def _is_figure(element: etree._Element) -> bool:
    """Whether this holds a picture and little text."""
    pictured = any(name_of(each) in ("img", "image", "svg") for each in element.iter())
    return pictured and len(text_of(element).split()) <= _MAX_CAPTION_WORDS


def _is_layout(table: etree._Element) -> bool:
    """Whether a table only places text on the page: then its cells hold paragraphs, headings or other tables."""
    cells = [each for each in table.iter() if name_of(each) in ("td", "th")]
    rows = sum(name_of(each) == "tr" for each in table.iter())
    if any(name_of(each) in _CELL_BLOCKS - {"p", "div"} for cell in cells for each in cell):
        return True
    return len(cells) <= max(1, rows) and _long(cells)


def _long(cells: Iterable[etree._Element]) -> bool:
    return any(len(text_of(cell).split()) > 40 for cell in cells)


def _beside(place: str, href: str) -> str:
    """The file that a link in `place` leads to, as a path in the book."""
    if not href:
        return place
    parts = place.split("/")[:-1]
    for part in href.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts)
