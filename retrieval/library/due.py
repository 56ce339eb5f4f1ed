"""What a sync has to do, found out by looking at the store and at the sources."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retrieval.library.readings import duplicates
from retrieval.library.records import Card
from retrieval.library.requests import SourceRequest, State, requests_of
from retrieval.library.sources import is_url, sha256_of, survey
from retrieval.library.versions import load_overrides
from seeds.document import UNKNOWN


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """Sources to read, and documents whose file is gone."""

    requests: tuple[SourceRequest, ...]
    vanished: tuple[Card, ...]


def find_due(connection: sqlite3.Connection, cards: Iterable[Card], *, full: bool) -> Due:
    """What was asked for and is not done, then documents whose file has changed (if `full`, all that have a file).

    Last come files that repeated another's document, and no longer do.
    """
    cards = list(cards)
    asked = requests_of(connection)
    locations = {request.location for request in asked}
    found = survey(cards)
    gone = {card.id for card in found.vanished}
    again = [card for card in cards if card.id not in gone and not is_url(card.source)] if full else found.changed
    changed = [_request(connection, card) for card in again if card.source not in locations]
    known = locations | {card.source for card in cards}
    parted = [_new(at) for at in _parted(connection, cards, found.changed) if at not in known]
    return Due(requests=(*asked, *changed, *parted), vanished=found.vanished)


def _parted(connection: sqlite3.Connection, cards: list[Card], changed: Iterable[Card]) -> Iterator[str]:
    """Files that held the bytes of another file's document, where they differ from it now, or it from them."""
    shown, left = {card.id: card for card in cards}, {card.id for card in changed}
    for location, document in duplicates(connection):
        sha256 = sha256_of(location) if document in shown else None
        if sha256 and (document in left or sha256 != shown[document].sha256):
            yield location


def _new(location: str) -> SourceRequest:
    return SourceRequest(location=location, state=State.PENDING, why=None, overrides=UNKNOWN, version=None)


def _request(connection: sqlite3.Connection, card: Card) -> SourceRequest:
    return SourceRequest(
        location=card.source,
        state=State.PENDING,
        why=None,
        overrides=load_overrides(connection, card.version),
        version=None,
    )
