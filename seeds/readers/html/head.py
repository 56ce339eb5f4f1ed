"""What the head of a page says of it: Dublin Core, and the title as digital libraries write it."""

import re

from lxml import etree

from seeds.document import Metadata
from seeds.metadata.names import in_order
from seeds.readers.markup.meaning import name_of, text_of
from seeds.structure.dates import date_in

_LIBRARY_TITLE = re.compile(
    r"\s*(?:The )?Project Gutenberg(?:['’]s)?\s+e-?(?:book|text)\s*(?:of|,)?\s+(?P<title>.+?)(?:,?\s+by\s+(?P<author>.+?))?[.\s]*",
    re.IGNORECASE | re.DOTALL,
)
_FIELDS = {
    "dc.title": "title",
    "dcterms.title": "title",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "author": "author",
    "dc.publisher": "publisher",
    "dc.language": "language",
    "dc.rights": "licence",
    "dc.date": "published",
    "dcterms.issued": "published",
    "dcterms.created": "published",
}
_NOT_TITLES = re.compile(r"untitled.*|new page.*|document|index|home|.*\.(?:html?|doc)", re.IGNORECASE)


def stated(tree: etree._Element) -> Metadata:
    """The facts in the head of a page."""
    facts: dict[str, str] = {}
    title = ""
    for element in tree.iter():
        name = name_of(element)
        if name == "title" and not title:
            title = " ".join(text_of(element).split())
        elif name == "meta":
            field = _FIELDS.get((element.get("name") or element.get("property") or "").lower().replace(":", "."))
            value = " ".join(element.get("content", "").split())
            if field and value:
                facts.setdefault(field, value)
        elif name == "link" and element.get("rel") == "canonical" and element.get("href", "").startswith("http"):
            facts.setdefault("url", element.get("href", ""))
        elif name == "body":
            break
    found = _LIBRARY_TITLE.fullmatch(title)
    if found:
        facts.setdefault("title", found["title"])
        if found["author"]:
            facts.setdefault("author", found["author"])
    elif title and not _NOT_TITLES.fullmatch(title):
        facts.setdefault("title", title)
    if "author" in facts:
        facts["author"] = in_order(facts["author"])
    if "published" in facts:
        facts["published"] = date_in(facts["published"]) or facts["published"]
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    if re.match(r"[a-z]{2}(?:-|\Z)", language):
        facts.setdefault("language", language[:2])
    return Metadata(**facts)
