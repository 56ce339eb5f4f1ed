"""The package document of an EPUB: what the book is, and the order of its files (EPUB 3.3, section 5; OPF 2.0.1)."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from seeds.document import Metadata
from seeds.metadata.names import in_order
from seeds.readers.epub.container import Container
from seeds.readers.markup.meaning import name_of, text_of
from seeds.readers.markup.parsing import html_tree, xml_tree
from seeds.structure.dates import date_in

_TEXTS = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})
_DIGITAL = re.compile(r"standard ebooks|project gutenberg|gutenberg|feedbooks|manybooks|mobileread", re.IGNORECASE)
_FILE_AS = re.compile(r"file-as\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """The book's facts, its texts' paths in reading order, titles of paths as its contents have them, and its navigation file."""

    metadata: Metadata
    spine: tuple[str, ...]
    titles: dict[str, str]
    navigation: str | None


def package_of(container: Container) -> Package | None:
    """The package of the book; None where it has none that can be read."""
    path = _path(container)
    text = container.text(path) if path else None
    root = xml_tree(text, name=container.name) if text else None
    if text and root is None:
        root = html_tree(text)
    if path is None or root is None:
        return None
    items = {each.get("id", ""): each for each in root.iter() if name_of(each) == "item" and each.get("href")}
    paths = {key: _beside(path, item.get("href", "")) for key, item in items.items()}
    spine = [each.get("idref", "") for each in root.iter() if name_of(each) == "itemref"]
    texts = [paths[key] for key in spine if key in items and items[key].get("media-type", "") in _TEXTS]
    nav = next((paths[key] for key, item in items.items() if "nav" in item.get("properties", "").split()), None)
    ncx = next(
        (paths[key] for key, item in items.items() if item.get("media-type") == "application/x-dtbncx+xml"), None
    )
    return Package(
        metadata=_metadata(root),
        spine=tuple(dict.fromkeys(texts)),
        titles=_titles(container, nav) or _titles(container, ncx),
        navigation=nav,
    )


def _path(container: Container) -> str | None:
    text = container.text("META-INF/container.xml")
    root = xml_tree(text, name=container.name) if text else None
    if root is not None:
        for element in root.iter():
            path = element.get("full-path")
            if path and unquote(path) in container.names:
                return unquote(path)
    return next((name for name in sorted(container.names) if name.lower().endswith(".opf")), None)


def _beside(path: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(href.partition("#")[0])))


def _metadata(root: etree._Element) -> Metadata:
    roles = {
        each.get("refines", "").lstrip("#"): (each.text or "").strip()
        for each in root.iter()
        if name_of(each) == "meta" and each.get("property") == "role"
    }
    values: dict[str, list[tuple[str, str]]] = {}
    for element in _dublin_core(root):
        words = " ".join(text_of(element).split())
        role = next((element.get(key, "") for key in element.attrib if str(key).endswith("role")), "")
        values.setdefault(name_of(element), []).append((words, role or roles.get(element.get("id", ""), "")))
    people = [*values.get("creator", []), *values.get("contributor", [])]
    authors = [name for name, role in values.get("creator", []) if role in ("", "aut", "cre", "org")]
    authors = authors or [name for name, role in values.get("creator", []) if role != "trl"]
    publisher = _first(values, "publisher")
    url = next((word for key in ("identifier", "source") for word, _ in values.get(key, []) if _URL.match(word)), None)
    digital = bool(_DIGITAL.search(publisher or url or ""))
    return Metadata(
        title=_first(values, "title"),
        author=", ".join(dict.fromkeys(map(in_order, authors))) or None,
        translator=", ".join(in_order(name) for name, role in people if role == "trl") or None,
        published=None if digital else date_in(_first(values, "date") or ""),
        publisher=publisher,
        url=_URL_PREFIX.sub("", url) if url else None,
        licence=_first(values, "rights"),
        language=(_first(values, "language") or "")[:2].lower() or None,
    )


_URL_PREFIX = re.compile(r"\Aurl:")
_URL = re.compile(r"(?:url:)?https?://")


def _dublin_core(root: etree._Element) -> Iterator[etree._Element]:
    names = ("title", "creator", "contributor", "date", "publisher", "language", "rights", "identifier", "source")
    for metadata in root.iter():
        if name_of(metadata) == "metadata":
            yield from (each for each in metadata.iter() if name_of(each) in names)


def _first(values: dict[str, list[tuple[str, str]]], name: str) -> str | None:
    return next((words for words, _ in values.get(name, []) if words), None)


def _titles(container: Container, path: str | None) -> dict[str, str]:
    """The first title that a table of contents (EPUB 3's `nav` or EPUB 2's NCX) gives to each file."""
    text = container.text(path) if path else None
    root = xml_tree(text, name=container.name) if text else None
    if root is None or path is None:
        return {}
    titles: dict[str, str] = {}
    for element in root.iter():
        name = name_of(element)
        if name == "a" and element.get("href"):
            titles.setdefault(_beside(path, element.get("href", "")), " ".join(text_of(element).split()))
        elif name == "navpoint":
            label = next((each for each in element if name_of(each) == "navlabel"), None)
            content = next((each for each in element if name_of(each) == "content"), None)
            if label is not None and content is not None:
                words = " ".join(text_of(label).split())
                titles.setdefault(_beside(path, content.get("src", "")), words)
    return {path: title for path, title in titles.items() if title}
