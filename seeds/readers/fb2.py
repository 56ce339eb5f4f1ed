"""FictionBook 2: one XML file with a description and bodies of sections."""

from lxml import etree

from seeds.document import Metadata
from seeds.errors import SourceError
from seeds.readers.markup.assembling import assemble
from seeds.readers.markup.blocks import blocks_of
from seeds.readers.markup.meaning import name_of, text_of
from seeds.readers.markup.parsing import decoded, xml_tree
from seeds.readers.markup.shown import shown
from seeds.readers.markup.telling import tell
from seeds.readers.reader import PLAIN, Options, Reading
from seeds.structure.dates import date_in

_HTML_NAMES = {
    "subtitle": "h6",
    "epigraph": "blockquote",
    "cite": "blockquote",
    "poem": "div",
    "stanza": "p",
    "v": "div",
    "text-author": "footer",
    "annotation": "div",
    "empty-line": "hr",
    "image": "img",
    "emphasis": "em",
    "date": "p",
}


def read(data: bytes, *, name: str, options: Options = PLAIN) -> Reading:
    """The text of the book, and what its description and its marks tell.

    Raises:
        SourceError: where the file is no FictionBook, or damaged.
    """
    del options
    markup = decoded(data, name=name)
    root = xml_tree(markup.text, name=name)
    if root is None or name_of(root) != "fictionbook":
        raise SourceError(f"{name!r} is no FictionBook (FB2), or a damaged one: get it again")
    metadata = _metadata(root)
    bodies = [each for each in root if name_of(each) == "body"]
    blocks = []
    for body in bodies:
        notes = body.get("name") in ("notes", "footnotes", "comments")
        _as_html(body, depth=1, notes=notes)
        blocks += blocks_of(shown(body))
    if not any(map(str.isalnum, "".join(block.text for block in blocks))):
        raise SourceError(f"{name!r} holds no text: there is nothing to quote in it")
    made = assemble(blocks)
    told = tell(made, book=True, title_page=metadata.title is None)
    return Reading(
        text=made.text,
        encoding=markup.encoding,
        media_type="application/x-fictionbook+xml",
        metadata=metadata.over(told.metadata),
        sections=told.sections,
        masks=told.masks,
        voices=told.voices,
        notes=told.notes,
        warnings=markup.warnings,
    )


def _as_html(element: etree._Element, *, depth: int, notes: bool) -> None:
    """Renames the elements below to those of HTML: a section's title to a heading of its depth, a note to a footnote."""
    for child in element:
        name = name_of(child)
        if name == "title":
            child.tag = "p" if notes and depth > 1 else f"h{min(depth, 6)}"
        elif name == "section":
            child.tag = "aside" if notes else "section"
            if notes:
                child.set("role", "doc-footnote")
        elif name == "a":
            href = next((str(value) for key, value in child.attrib.items() if str(key).endswith("href")), "")
            child.set("href", href)
            if child.get("type") == "note":
                child.set("role", "doc-noteref")
            child.tag = "a"
        else:
            child.tag = _HTML_NAMES.get(name, name)
        _as_html(child, depth=depth + (name == "section"), notes=notes)


def _metadata(root: etree._Element) -> Metadata:
    title_info = _child(_child(root, "description"), "title-info")
    publish_info = _child(_child(root, "description"), "publish-info")
    written = _words(_child(title_info, "date"))
    return Metadata(
        title=_words(_child(title_info, "book-title")),
        author=_people(title_info, "author"),
        translator=_people(title_info, "translator"),
        published=date_in(_words(_child(publish_info, "year")) or "") or date_in(written or ""),
        publisher=_words(_child(publish_info, "publisher")),
        language=(_words(_child(title_info, "lang")) or "")[:2].lower() or None,
    )


def _people(info: etree._Element | None, role: str) -> str | None:
    names = []
    for person in info if info is not None else ():
        if name_of(person) == role:
            parts = [_words(_child(person, part)) for part in ("first-name", "middle-name", "last-name")]
            names.append(" ".join(part for part in parts if part) or _words(_child(person, "nickname")))
    return ", ".join(name for name in names if name) or None


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    if element is None:
        return None
    return next((each for each in element if name_of(each) == name), None)


def _words(element: etree._Element | None) -> str | None:
    return " ".join(text_of(element).split()) or None if element is not None else None
