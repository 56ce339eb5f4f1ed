"""What of a marked-up page its reader is shown: no hidden element, no struck words, and `q` as the marks that browsers set.

The tree is changed in place, before anything is read from it.
"""

import re

from lxml import etree

from seeds.readers.markup.meaning import BLOCKS, UNSEEN, meaning_of, name_of, text_of

_STRUCK = frozenset({"del", "s", "strike", "strikethrough"})
_HIDING = {
    "display": frozenset({"none"}),
    "visibility": frozenset({"hidden", "collapse"}),
}
_MARKS = '“„«‘"'
_CLOSES = re.compile(r"[,.;:!?)\]”’»]")
_BLANKS = " \t\r\n\f"
_MOST = 0.5
"""A page that hides more of its words than this shows them once its scripts have run."""


def shown(root: etree._Element) -> etree._Element:
    """The tree without what nobody sees and what the author struck out, its `q` in quotation marks."""
    words = _size(root)
    for element in list(root.iter(etree.Element)):
        if element.getparent() is None:
            continue
        if (_is_struck(element) or _is_hidden(element)) and _size(element) <= _MOST * words:
            _remove(element)
    quoted = [element for element in root.iter(etree.Element) if name_of(element) == "q"]
    for element in quoted:
        _mark(element)
    for element in quoted:
        element.tag = "span"
    return root


def _is_struck(element: etree._Element) -> bool:
    style = _style(element)
    return name_of(element) in _STRUCK or any(
        "line-through" in style.get(key, "") for key in ("text-decoration", "text-decoration-line")
    )


def _is_hidden(element: etree._Element) -> bool:
    """Whether browsers leave the element out, or it is a block that is kept from those who listen to the page.

    Words in a line with `aria-hidden` are seen: an initial, a formula. Where a printed page begins is told by hidden marks.
    """
    name = name_of(element)
    if name == "dialog" and element.get("open") is None:
        return True
    if name == "template":
        return element.get("shadowrootmode") is None
    hidden = element.get("hidden")
    unseen = hidden is not None and hidden.casefold() != "until-found"
    silent = name in BLOCKS and element.get("aria-hidden", "").casefold() == "true"
    styled = any(value in _HIDING.get(key, ()) for key, value in _style(element).items())
    return (unseen or silent or styled) and meaning_of(element, name).page is None


def _style(element: etree._Element) -> dict[str, str]:
    """The element's own declarations in CSS."""
    parts = (each.partition(":") for each in element.get("style", "").casefold().split(";"))
    return {key.strip(): value.removesuffix("!important").strip() for key, _, value in parts}


def _size(element: etree._Element) -> int:
    """How many characters of text stand below it, those of scripts and styles left out."""
    pieces = [element.text or ""]
    for each in element.iterdescendants(etree.Element):
        pieces += [(each.text or "") if name_of(each) not in UNSEEN else "", each.tail or ""]
    return sum(len(piece) for text in pieces for piece in text.split())


def _remove(element: etree._Element) -> None:
    """Takes the element out and leaves one blank at most where it stood, none before a mark that closes."""
    parent, previous, tail = element.getparent(), element.getprevious(), element.tail or ""
    assert parent is not None, "the root is kept"
    before = (previous.tail if previous is not None else parent.text) or ""
    kept = (before.rstrip(_BLANKS) if _CLOSES.match(tail) else before) + tail
    if previous is not None:
        previous.tail = kept
    else:
        parent.text = kept
    parent.remove(element)


def _mark(element: etree._Element) -> None:
    """Sets the element's words in quotation marks, where they do not begin with one."""
    words = text_of(element).strip()
    if not words or words[0] in _MARKS:
        return
    inner = sum(name_of(each) == "q" for each in element.iterancestors()) % 2
    left, right = "‘’" if inner else "“”"
    element.text = left + (element.text or "").lstrip(_BLANKS)
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip(_BLANKS) + right
    else:
        element.text = element.text.rstrip(_BLANKS) + right
