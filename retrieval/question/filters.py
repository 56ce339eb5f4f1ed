"""Limits that a questioner sets, as the set of documents that they leave."""

import re
from collections.abc import Iterable

from retrieval.library.records import Card
from retrieval.types import Filters

_YEAR = re.compile(r"(?<!\d)([01][0-9]{3}|20[0-9]{2})(?!\d)")


def allowed(cards: Iterable[Card], filters: Filters) -> frozenset[str] | None:
    """Ids of the documents that pass all filters, perhaps none; None where no filter is set."""
    if filters == Filters():
        return None
    return frozenset(card.id for card in cards if _passes(card, filters))


LISTED = "`quoth sources` lists what there is."


def misfit(cards: Iterable[Card], filters: Filters, listed: str = LISTED) -> str | None:
    """Why no document passes all filters, in a sentence, and where the documents are listed; None where one passes."""
    first, last = filters.from_year, filters.to_year
    if first is not None and last is not None and first > last:
        return f"No source is published from {first} on and until {last}: swap the years."
    found = allowed(cards, filters)
    return None if found is None or found else f"No source here fits these limits. {listed}".rstrip()


def year_of(published: str | None) -> int | None:
    """The first four-digit year in a publication date, None where there is none."""
    match = _YEAR.search(published or "")
    return int(match.group()) if match else None


def author_named(name: str, authors: Iterable[str]) -> str | None:
    """The one author whose name, or last name, that is; None where it is nobody's, or several bear it."""
    parts = name.casefold().removesuffix("'s").removesuffix("’s").split()
    found = {author for author in authors if parts and parts == author.casefold().split()[-len(parts) :]}
    return found.pop() if len(found) == 1 else None


def _passes(card: Card, filters: Filters) -> bool:
    facts = card.metadata
    if filters.documents is not None and card.id not in filters.documents:
        return False
    if filters.source and not _in(filters.source, card.id, facts.title, card.source, facts.url):
        return False
    if filters.author and not _in(filters.author, facts.author):
        return False
    first, last, year = filters.from_year, filters.to_year, year_of(facts.published)
    if first is None and last is None:
        return True
    return year is not None and (first is None or first <= year) and (last is None or year <= last)


def _in(wanted: str, *fields: str | None) -> bool:
    return any(wanted.casefold() in field.casefold() for field in fields if field)
