"""Who published a page and who holds its rights, by the lines round the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from seeds.cleaning import Page
from seeds.document import Mask, MaskReason
from seeds.people import person

_COPYRIGHT = re.compile(
    r"(?:copyright[\s:]*(?:©|\(c\)|\ufffd)?|(?:©|\(c\))(?:\s*copyright)?)\s*(?P<years>\d{4}(?:\s?[-–]\s?(?:\d{4}|present))?)?,?\s*"
    r"(?:by\s)?(?P<holder>[^\W\d_][^|,;\r\n]{2,70})?",
    re.IGNORECASE,
)
_NO_HOLDER = re.compile(
    r"[.\s]*(?:all rights? reserved|terms|privacy|powered|unless|no part|photo|image).*\Z", re.IGNORECASE
)
_NOT_VIEWS_OF = re.compile(
    r"(?:represent|reflect)\w*\s+(?:those|the\s(?:official\s)?(?:views?|opinions?|positions?))\s+of\s+(?:the\s+)?(?P<name>[A-Z][^.,;]{2,80})"
)
_PIPED_NAME = re.compile(r"\|\s*(?P<name>[^|]{4,50}?)\s*\|")
_GENERIC = re.compile(
    r"(?:table of )?contents|index|home.*|next.*|previous.*|back.*|top.*|main.*|menu|search|about.*|contact.*",
    re.IGNORECASE,
)
_ROLES = frozenset({MaskReason.SITE_HEADER, MaskReason.SITE_FOOTER, MaskReason.NAVIGATION})


@dataclass(frozen=True, kw_only=True, slots=True)
class Imprint:
    """What the lines round a text tell: a person who holds the rights, a site or house, the year of the rights."""

    author: str | None = None
    publisher: str | None = None
    year: str | None = None


def imprint(page: Page, masks: Iterable[Mask]) -> Imprint:
    """The imprint by copyright lines, disclaimers, the site's name above the text or in its links below."""
    around = [mask for mask in masks if mask.reason in _ROLES]
    lines = [part for part in page.paragraphs if any(mask.start <= part.start < mask.end for mask in around)]
    author = publisher = year = None
    for line in lines:
        found = _COPYRIGHT.search(line.text)
        if found and "photo" not in line.text.casefold():
            holder = _NO_HOLDER.sub("", found["holder"] or "").strip(" .")
            year = year or (found["years"] or "")[:4] or None
            author = author or person(holder)
            publisher = publisher or (holder if holder and not person(holder) else None)
    disclaimer = next((found for line in lines if (found := _NOT_VIEWS_OF.search(line.text))), None)
    if disclaimer:
        publisher = disclaimer["name"].strip()
    return Imprint(author=author, publisher=publisher or _site_name(page, around), year=year)


def _site_name(page: Page, around: Iterable[Mask]) -> str | None:
    """The first line that was taken for the site's header; else a link between strokes that is no command."""
    for mask in around:
        first = page.text[mask.start : mask.end].splitlines()[0].strip()
        if mask.reason is MaskReason.SITE_HEADER and len(first.split()) > 1:
            return first
    for mask in around:
        for found in _PIPED_NAME.finditer(page.text[mask.start : mask.end]):
            if not _GENERIC.fullmatch(found["name"]):
                return found["name"]
    return None
