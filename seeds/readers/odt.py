"""OpenDocument text (ISO/IEC 26300): its elements under the names that HTML has for them."""

from copy import deepcopy

from lxml import etree

from seeds.errors import SourceError
from seeds.readers.docx import stated
from seeds.readers.markup.meaning import name_of
from seeds.readers.markup.parsing import xml_tree
from seeds.readers.office import archive_of, part_of, reading_of
from seeds.readers.reader import PLAIN, Options, Reading

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_HTML_NAMES = {
    "p": "p",
    "list": "ul",
    "list-item": "li",
    "list-header": "li",
    "table": "table",
    "table-row": "tr",
    "table-cell": "td",
    "line-break": "br",
    "a": "span",
    "span": "span",
    "text-box": "div",
    "section": "div",
    "index-body": "div",
}
_UNSEEN = frozenset(
    "annotation annotation-end tracked-changes change change-start change-end sequence-decls variable-decls forms"
    " object object-ole image bookmark bookmark-start bookmark-end soft-page-break note-citation".split()
)


def read(data: bytes, *, name: str, options: Options = PLAIN) -> Reading:
    """The text of the file, and what its marks tell.

    Raises:
        SourceError: where it is no ODT, is damaged, encrypted, or holds no text.
    """
    del options
    archive = archive_of(data, name=name, kind="ODT")
    manifest = part_of(archive, "META-INF/manifest.xml", name=name) or b""
    if b"encryption-data" in manifest or "encrypted-package" in archive.namelist():
        raise SourceError(f"{name!r} is encrypted, and --password opens no ODT: save it without its password")
    content = part_of(archive, "content.xml", name=name)
    root = xml_tree(content.decode("utf-8", "replace"), name=name) if content else None
    if root is None:
        raise SourceError(f"{name!r} is no ODT, or a damaged one: open it and save it again")
    body = next((each for each in root.iter(etree.Element) if name_of(each) == "text"), root)
    html = etree.Element("body")
    notes: list[etree._Element] = []
    _copy(body, html, notes)
    html.extend(notes)
    meta = part_of(archive, "meta.xml", name=name)
    return reading_of(html, name=name, media_type=MEDIA_TYPE, stated=stated(meta, name=name))


def _copy(source: etree._Element, target: etree._Element, notes: list[etree._Element]) -> None:
    """Puts what is below `source` below `target`, footnotes aside."""
    _put(target, source.text)
    for child in source:
        name = name_of(child)
        if name == "s":
            _put(target, " " * int(_attribute(child, "c") or 1))
        elif name == "tab":
            _put(target, "\t")
        elif name == "note":
            _note(child, target, notes)
        elif name in ("table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index"):
            kind = "doc-index" if name == "alphabetical-index" else "doc-toc"
            _copy(child, etree.SubElement(target, "nav", role=kind), notes)
        elif name == "h":
            level = min(6, int(_attribute(child, "outline-level") or 1))
            _copy(child, etree.SubElement(target, f"h{level}"), notes)
        elif name and name not in _UNSEEN:
            tag = _HTML_NAMES.get(name)
            _copy(child, etree.SubElement(target, tag) if tag else target, notes)
        _put(target, child.tail)


def _note(note: etree._Element, target: etree._Element, notes: list[etree._Element]) -> None:
    number = len(notes) + 1
    citation = next((each for each in note if name_of(each) == "note-citation"), None)
    link = etree.SubElement(etree.SubElement(target, "sup"), "a", href=f"#note{number}", role="doc-noteref")
    link.text = (citation.text if citation is not None else None) or str(number)
    aside = etree.Element("aside", id=f"note{number}", role="doc-footnote")
    notes.append(aside)
    for body in note:
        if name_of(body) == "note-body":
            _copy(deepcopy(body), aside, notes)


def _put(target: etree._Element, text: str | None) -> None:
    if not text:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text


def _attribute(element: etree._Element, name: str) -> str | None:
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith("}" + name)), None)
