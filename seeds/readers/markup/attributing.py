"""Which elements set a quotation apart as a block, and which of those in it say whose words it has.

HTML puts the attribution in a `footer` or a `cite` of the `blockquote`, or beside it in the `figcaption` of a `figure`.
"""

import re

from lxml import etree

from seeds.readers.markup.meaning import name_of, text_of

_ATTRIBUTIONS = ("cite", "footer")
_DASHES = re.compile(r"[\s—–―-]*\Z")


def sets_quotation(element: etree._Element, name: str) -> bool:
    """Whether the element is a block quotation, or a figure of one and of no picture."""
    if name != "figure":
        return name == "blockquote"
    inside = {name_of(each) for each in element.iter()}
    return "blockquote" in inside and not inside & {"img", "image", "svg", "picture", "table", "video"}


def attributes(element: etree._Element, name: str, above: str) -> bool:
    """Whether an element of a quotation says whose it is. `above` is what stands before it in its paragraph.

    A `cite` does so that ends the quotation and begins a line, or stands beside its paragraphs; any other names a work.
    """
    if name in ("footer", "figcaption"):
        return True
    if name != "cite" or not _is_last(element):
        return False
    parent = element.getparent()
    line = above.rpartition("\n")[2]
    return (parent is not None and name_of(parent) == "blockquote") or not re.search(r"\w", line)


def dashed(above: str) -> tuple[str, str]:
    """The words before an attribution and the dash that belongs to it."""
    found = _DASHES.search(above)
    assert found is not None, "it matches the end"
    return above[: found.start()], found[0].strip()


def _is_last(cite: etree._Element) -> bool:
    """Whether no words of the quotation follow, other attributions aside."""
    each: etree._Element | None = cite
    while each is not None and name_of(each) != "blockquote":
        following = [each.tail or ""]
        for sibling in each.itersiblings(etree.Element):
            own = text_of(sibling) if name_of(sibling) not in _ATTRIBUTIONS else ""
            following += [own, sibling.tail or ""]
        if re.search(r"\w", "".join(following)):
            return False
        each = each.getparent()
    return each is not None
