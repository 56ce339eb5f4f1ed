"""What an element means to a reader of the text: by its name, by EPUB's semantics, by the classes that books are made with."""

import re
from dataclasses import dataclass

from lxml import etree

from seeds.document import MaskReason

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table"
    " tbody td tfoot th thead tr ul".split()
)
UNSEEN = frozenset(
    "applet area audio base button canvas col colgroup datalist embed frame frameset head iframe input link map math meta noembed"
    " noframes noscript object param picture progress rp rt script select source style svg template textarea title track"
    " video wbr".split()
)
_TYPES = ("{http://www.idpf.org/2007/ops}type", "epub:type", "role")
_NOTE = re.compile(r"(?:foot|end|rear)?notes?|footnotep?|fnote|footer-?note")
_ONE_NOTE = frozenset({"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"})
_BACK = re.compile(
    r"(?:↩︎?|↑|\^|←|⏎)|[(\[](?:return|back|top)[)\]]"
    r"|[(\[]?(?:back|return) to (?:the )?(?:top|start|text|index|(?:table of )?contents)(?: page)?[)\]]?",
    re.IGNORECASE,
)
_TO_PAGE = re.compile(r"#(?:page|pg)[_-]?[\divxlc]+\Z", re.IGNORECASE)
_NOTE_MARK = re.compile(r"[\[({]?(?:\d{1,4}|[a-zA-Z]|[*†‡§¶‖#]+|[ivxlc]{1,6}|n\.? ?\d+)[\])}]?\.?", re.IGNORECASE)
_PAGE = re.compile(r"page-?n(?:um(?:ber)?s?|o)|pagebreak|doc-pagebreak|pb|folio|pgnum")
_PAGE_LABEL = re.compile(
    r"(?<![\w])(?:page|p|pg|pgepubid)?[_ .\[{(-]*(?P<label>\d{1,4}|[ivxlc]{1,7})[\]})]?\Z", re.IGNORECASE
)
_CAPTION = re.compile(r"(?:fig)?caption|caption\w*|wp-caption-text|illo?-?caption")
_FIGURE = re.compile(r"fig(?:ure)?(?:center|left|right|block)?|illus(?:tration)?\w*|image\w*|pic(?:ture)?\w*|plate")
_PARTS = frozenset(
    {"volume", "part", "division", "chapter", "appendix", "book", "act", "scene", "canto", "letter", "lecture"}
)
_FRONT = {
    "titlepage": MaskReason.FRONT_MATTER,
    "halftitlepage": MaskReason.FRONT_MATTER,
    "cover": MaskReason.FRONT_MATTER,
    "copyright-page": MaskReason.LICENCE,
    "imprint": MaskReason.LICENCE,
    "colophon": MaskReason.LICENCE,
    "doc-colophon": MaskReason.LICENCE,
    "toc": MaskReason.CONTENTS,
    "doc-toc": MaskReason.CONTENTS,
    "landmarks": MaskReason.CONTENTS,
    "page-list": MaskReason.CONTENTS,
    "loi": MaskReason.CONTENTS,
    "lot": MaskReason.CONTENTS,
    "index": MaskReason.INDEX,
    "doc-index": MaskReason.INDEX,
    "z3998:publisher-logo": MaskReason.FRONT_MATTER,
}
_PROJECT = re.compile(r"pg-?(?:header|footer|boilerplate|machine-header|start-separator|end-separator|startnote)\w*")
_TRANSCRIBER = re.compile(r"(?:trans(?:criber)?-?_?notes?|tn(?:ote)?|tnbox|transnote)\w*")
_MAX_MARK = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Meaning:
    """`reason` says why it is not quoted; `part` what part of the book it is; `note` that it is a footnote, `notes` that it
    holds several; `page` is the label of a printed page that begins with it; `backlink` leads from a note to its mark, or from the
    end of a chapter to the contents."""

    types: frozenset[str] = frozenset()
    reason: MaskReason | None = None
    part: str | None = None
    note: bool = False
    notes: bool = False
    page: str | None = None
    caption: bool = False
    figure: bool = False
    mark: str | None = None
    backlink: bool = False


_PLAIN = Meaning()


def name_of(element: etree._Element) -> str:
    """The element's name without its namespace, in lower case; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def text_of(element: etree._Element) -> str:
    """The characters below the element, as they stand."""
    return "".join(str(piece) for piece in element.itertext())


def meaning_of(element: etree._Element, name: str) -> Meaning:
    """What the element means beside what its name says."""
    if not element.attrib:
        return _PLAIN
    types = frozenset(word for key in _TYPES for word in element.get(key, "").split())
    classes = element.get("class", "").lower().split()
    names = [*classes, element.get("id", "").lower()]
    page = _page_of(element, types, classes, name)
    if page is not None:
        return Meaning(types=types, page=page)
    if name == "a":
        return _link(element, types, classes)
    reason = next((_FRONT[each] for each in types if each in _FRONT), None)
    if any(_PROJECT.fullmatch(each) for each in names):
        reason = MaskReason.LICENCE
    elif any(_TRANSCRIBER.fullmatch(each) for each in names):
        reason = MaskReason.FRONT_MATTER
    noted = any(_NOTE.fullmatch(each) for each in classes)
    return Meaning(
        types=types,
        reason=reason,
        part=next((each for each in types if each in _PARTS), None),
        note=bool(types & _ONE_NOTE) or (noted and not any(each.endswith("s") for each in classes)),
        notes=noted,
        caption=any(_CAPTION.fullmatch(each) for each in classes),
        figure=any(_FIGURE.fullmatch(each) for each in classes),
    )


def _page_of(element: etree._Element, types: frozenset[str], classes: list[str], name: str) -> str | None:
    """The label of the page that the element begins, "" where it is one without a label, None where it is none."""
    named = bool(types & {"pagebreak", "doc-pagebreak"}) or any(_PAGE.fullmatch(each) for each in classes)
    if not named:
        anchor = element.get("id") or element.get("name") or ""
        if name not in ("a", "span") or not re.fullmatch(
            r"(?:page|pg|p)_?\.?(?:\d{1,4}|[ivxlc]{1,7})", anchor, re.IGNORECASE
        ):
            return None
        words = text_of(element).strip()
        if words and not _PAGE_LABEL.search(words):
            return None
    inner = [each.get(key, "") for each in element.iter() for key in ("id", "name") if isinstance(each.tag, str)]
    texts = [text_of(element).strip(), element.get("title", ""), element.get("aria-label", ""), *inner]
    found = next((match for text in texts if (match := _PAGE_LABEL.search(text.strip()))), None)
    return (found["label"].lstrip("0") or found["label"]) if found else ""


def _link(element: etree._Element, types: frozenset[str], classes: list[str]) -> Meaning:
    href = element.get("href", "")
    words = text_of(element).strip()
    if types & {"backlink", "doc-backlink"} or _BACK.fullmatch(words):
        return Meaning(types=types, backlink=True)
    marked = bool(types & {"noteref", "doc-noteref"}) or any(
        each in ("fnanchor", "noteref", "footnote-ref") for each in classes
    )
    noted = marked or (_NOTE_MARK.fullmatch(words) and not _TO_PAGE.search(href))
    if "#" in href and len(words) <= _MAX_MARK and noted:
        return Meaning(types=types, mark=href)
    return Meaning(types=types)
