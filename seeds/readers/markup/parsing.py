"""Bytes of HTML and XML to trees: the encoding as declared where it can be, nothing fetched, no entity expanded."""

import codecs
import html
import re
from dataclasses import dataclass

from lxml import etree

from seeds.encoding import decode
from seeds.errors import SourceError

_HEAD = 4096
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["'](?P<xml>[\w.:-]+)"""
    rb"""|<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*(?P<meta>[\w.:-]+)""",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
# What the WHATWG Encoding Standard reads these labels as.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")
_DEEPEST = 250
"""Elements inside one another that our readers follow; old pages that never close a tag have more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Markup:
    """The characters of a marked-up file, the name of their encoding, and what a reader of its quotes should know."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decoded(data: bytes, *, name: str, charset: str | None = None) -> Markup:
    """The characters of an HTML or XML file, by the encoding that its server names or it declares if its bytes are in that.

    Raises:
        SourceError: for machine data, and for bytes that no encoding explains.
    """
    declared = _codec(charset) or _declared(data)
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = data.decode(declared)
        except (UnicodeDecodeError, LookupError):
            text = ""
        if text and not _looks_wrong(data, declared):
            return Markup(text=text, encoding=declared)
    found = decode(data, name=name)
    return Markup(text=found.text, encoding=found.encoding, warnings=found.warnings)


def html_tree(text: str) -> etree._Element | None:
    """The tree of an HTML page, as browsers would mend it, and no deeper than `_DEEPEST`; None where there is none, or where so many
    elements stand inside one another that the parser would leave text out.
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = etree.fromstring(_characters(text).encode(), parser)
    except etree.LxmlError:
        return None
    if tree is None or any("Excessive depth" in each.message for each in parser.error_log):
        return None
    _flatten(tree)
    return tree


def _flatten(tree: etree._Element) -> None:
    """Puts what stands deeper than `_DEEPEST` behind the element that holds it, in the order of the text."""
    depth, at_limit = 0, []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start" and depth == _DEEPEST:
            at_limit.append(element)
    while at_limit:
        element = at_limit.pop()
        inner = list(element)
        for each in reversed(inner):
            element.addnext(each)  # which takes the text behind it along
        at_limit += inner


def xml_tree(text: str, *, name: str) -> etree._Element | None:
    """The tree of an XML file, named HTML entities read as characters; None where it is not well-formed.

    Raises:
        SourceError: where it declares entities of its own: they can be a bomb, and books need none.
    """
    refuse_entities(text, name=name)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    body = _ENTITY.sub(lambda found: html.unescape(found[0]), _characters(text))
    try:
        return etree.fromstring(re.sub(r"\A\ufeff?\s*<\?xml[^>]*\?>", "", body).encode(), parser)
    except etree.LxmlError:
        return None


def refuse_entities(text: str, *, name: str) -> None:
    """Raises SourceError where an XML file declares entities."""
    if "<!ENTITY" in text:
        raise SourceError(f"{name!r} declares XML entities, which can be a bomb: save it without its DOCTYPE")


def _characters(text: str) -> str:
    """The text without what XML allows nowhere."""
    return _NO_CHARACTERS.sub("", text).encode("utf-8", "replace").decode()


def _declared(data: bytes) -> str | None:
    """Python's name of the encoding that the file declares outside its comments, None where it declares none."""
    found = _DECLARED.search(_COMMENT.sub(b"", data[: 4 * _HEAD]))
    return _codec((found["xml"] or found["meta"]).decode("ascii")) if found else None


def _codec(label: str | None) -> str | None:
    """Python's name of the encoding that a label means to browsers; None where it means none.

    Wide encodings are told by their bytes: a declaration that could be read as ASCII is not in one.
    """
    try:
        codec = codecs.lookup(label or "")
    except LookupError:
        return None
    if codec.name.startswith(("utf-16", "utf-32", "utf-7")) or not codec._is_text_encoding:
        return None
    return _MEANT.get(codec.name, codec.name)


def _looks_wrong(data: bytes, declared: str) -> bool:
    """Whether the bytes are well-formed UTF-8 beyond ASCII although another encoding is declared."""
    if declared in ("utf-8", "utf-8-sig") or data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
