"""The article of a web page, found by trafilatura (Apache-2.0): its body as blocks, and what the page says of it."""

import logging
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from seeds.document import Metadata
from seeds.readers.markup.blocks import Block, blocks_of
from seeds.structure.dates import date_in

_HTML_NAMES = {
    "head": "h2",
    "list": "ul",
    "item": "li",
    "quote": "blockquote",
    "row": "tr",
    "cell": "td",
    "lb": "br",
    "code": "code",
    "hi": "span",
    "ref": "span",
    "figure": "div",
}
"""trafilatura's names for elements, after the TEI, as HTML's."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """The blocks of an article and what its page says of it."""

    blocks: list[Block]
    metadata: Metadata


def article_of(page: etree._Element) -> Article | None:
    """The article of a page; None where trafilatura finds none."""
    found = bare_extraction(
        etree.tostring(page, encoding="unicode", method="html"),
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        deduplicate=False,
        # Dates that are stated; a wider search takes a second and guesses ("2020-01-01" from a year in a footer).
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(found, Extracted) or found.body is None:
        return None
    blocks = blocks_of(_as_html(found.body))
    return Article(blocks=blocks, metadata=_metadata(found)) if blocks else None


def _as_html(body: etree._Element) -> etree._Element:
    copy = deepcopy(body)
    for element in copy.iter("*"):
        rank = element.get("rend", "")
        if element.tag == "head" and rank[:1] == "h" and rank[1:].isdigit():
            element.tag = rank
        elif element.tag == "hi" and rank in ("#sup", "#sub"):
            element.tag = rank[1:]
        elif element.tag == "list" and rank == "dl":
            element.tag = "dl"
        else:
            element.tag = _HTML_NAMES.get(element.tag, element.tag)
    return copy


def _metadata(found: Extracted) -> Metadata:
    return Metadata(
        title=found.title,
        author=(found.author or "").replace("; ", ", ") or None,
        published=date_in(found.date or ""),
        publisher=found.sitename,
        url=found.url,
        licence=found.license,
        language=(found.language or "")[:2].lower() or None,
    )
