"""Text of a DOCX that Word hides (ECMA-376, 17.3.2.41 `vanish`), which is taken out before the file is read."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from seeds.readers.markup.meaning import name_of
from seeds.readers.markup.parsing import xml_tree
from seeds.readers.office import part_of

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_STYLES = "word/styles.xml"
_OFF = frozenset({"0", "false", "off"})


def without_hidden(data: bytes, archive: zipfile.ZipFile, *, name: str) -> bytes:
    """The file without its hidden runs; the same bytes where it has none.

    Raises:
        SourceError: where it is damaged.
    """
    parts = {path: part for path in (*_PARTS, _STYLES) if (part := part_of(archive, path, name=name))}
    if not any(b":vanish" in part for part in parts.values()):
        return data
    styles = _hiding_styles(parts.pop(_STYLES, b""), name)
    changed = {path: _without(part, styles, name) for path, part in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for path in dict.fromkeys(archive.namelist()):
            part = changed.get(path) or part_of(archive, path, name=name)
            copy.writestr(path, part or b"")
    return out.getvalue()


def _without(part: bytes, styles: frozenset[str], name: str) -> bytes:
    root = xml_tree(part.decode("utf-8", "replace"), name=name)
    if root is None:
        return part
    for run in [each for each in root.iter(etree.Element) if name_of(each) == "r"]:
        parent = run.getparent()
        if parent is not None and _is_hidden(run, styles):
            parent.remove(run)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _is_hidden(run: etree._Element, styles: frozenset[str]) -> bool:
    """Whether the run is hidden by itself, else by its own style, else by that of its paragraph."""
    own = _child(run, "rPr")
    if (said := _vanish(own)) is not None:
        return said
    paragraph = next((each for each in run.iterancestors() if name_of(each) == "p"), None)
    named = (_value(_child(own, "rStyle")), _value(_child(_child(paragraph, "pPr"), "pStyle")))
    return any(style in styles for style in named)


def _hiding_styles(part: bytes, name: str) -> frozenset[str]:
    """The ids of the styles that hide, those based on them included."""
    root = xml_tree(part.decode("utf-8", "replace"), name=name) if part else None
    said: dict[str | None, bool | None] = {}
    above: dict[str | None, str | None] = {}
    for style in root if root is not None else ():
        if name_of(style) == "style":
            key = _attribute(style, "styleId")
            said[key], above[key] = _vanish(_child(style, "rPr")), _value(_child(style, "basedOn"))
    return frozenset(key for key in said if key and next((s for s in _line(key, said, above) if s is not None), False))


def _line(
    key: str | None, said: dict[str | None, bool | None], above: dict[str | None, str | None]
) -> Iterator[bool | None]:
    """What a style says, then what those say on which it is based."""
    seen = set[str | None]()
    while key in said and key not in seen:
        seen.add(key)
        yield said[key]
        key = above[key]


def _vanish(properties: etree._Element | None) -> bool | None:
    found = _child(properties, "vanish")
    return None if found is None else _value(found) not in _OFF


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The child of that name, as Word spells it."""
    return next((each for each in element if name_of(each) == name.lower()), None) if element is not None else None


def _value(element: etree._Element | None) -> str | None:
    return _attribute(element, "val") if element is not None else None


def _attribute(element: etree._Element, name: str) -> str | None:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)
