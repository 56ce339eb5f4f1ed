"""A citation as CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables)."""

import re
from dataclasses import dataclass
from typing import Any

from retrieval.citations.dates import date_parts
from retrieval.citations.names import names
from retrieval.types import Citation

UNTITLED = "Untitled document"

_LOCATOR = re.compile(
    r"(?:pp?\. (?P<page>[^,“(]+)|PDF pages? (?P<sheet>[\d–]+))?(?: ?\([^)]*\))?(?:, )?"
    r"(?P<division>(?!note |paragraph )\w+ \w[\w-]*(?:, (?!note |paragraph )\w+ \w[\w-]*)*(?=, ))?(?:, )?(?:“(?P<section>.*)”)?(?:, )?"
    r"(?:paragraph (?P<paragraph>\d+)|note (?P<note>\S+))?"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Locator:
    """Where in the source: a label of CSL ("page", "paragraph", "note"), its number, and the section's title."""

    label: str | None = None
    number: str | None = None
    section: str | None = None


def csl_json(citation: Citation) -> dict[str, Any]:
    """The source of a citation. What is not known is left out; only the title always stands."""
    item: dict[str, Any] = {
        "id": citation.permalink.split(":")[0],
        "type": "book" if _is_book(citation) else "webpage",
        "title": " ".join((citation.title or UNTITLED).split()),
    }
    if citation.author and (authors := names(citation.author)):
        item["author"] = authors
    if citation.translator and (translators := names(citation.translator)):
        item["translator"] = translators
    if citation.published:
        parts = date_parts(citation.published)
        item["issued"] = {"date-parts": [list(parts)]} if parts else {"literal": " ".join(citation.published.split())}
    if citation.publisher:
        item["publisher"] = " ".join(citation.publisher.split())
    if citation.url:
        item["URL"] = citation.url
        if citation.retrieved and (day := date_parts(citation.retrieved)):
            item["accessed"] = {"date-parts": [list(day)]}
    return item


def locator_of(citation: Citation) -> Locator:
    """The parts of a citation's locator. A page counts more than a paragraph, which only we have counted."""
    match = _LOCATOR.fullmatch(citation.locator.strip())
    if match is None:
        return Locator(section=citation.locator.strip() or None)
    section = ", ".join(filter(None, (match["division"], match["section"]))) or None
    if page := match["page"] or match["sheet"]:
        return Locator(label="page", number=page.strip(), section=section)
    if match["note"]:
        return Locator(label="note", number=match["note"], section=section)
    if match["paragraph"]:
        return Locator(label="paragraph", number=match["paragraph"], section=section)
    return Locator(section=section)


def _is_book(citation: Citation) -> bool:
    """A source that names a publisher and a bare year is cited as a book, any other as a page of a site."""
    return bool(citation.publisher and citation.published and re.fullmatch(r"\d{4}", citation.published.strip()))
