"""What a sync has to do, found out by looking at the store and at the sources."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from retrieval.library.records import Card
from retrieval.library.requests import SourceRequest, State, requests_of
from retrieval.library.sources import is_url, survey
from retrieval.library.versions import load_overrides


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """Sources to read, and documents whose file is gone."""

    requests: tuple[SourceRequest, ...]
    vanished: tuple[Card, ...]


def find_due(connection: sqlite3.Connection, cards: Iterable[Card], *, full: bool) -> Due:
    """What was asked for and is not done, then documents whose file has changed (if `full`, all that have a file)."""
    cards = list(cards)
    asked = requests_of(connection)
    locations = {request.location for request in asked}
    found = survey(cards)
    gone = {card.id for card in found.vanished}
    again = [card for card in cards if card.id not in gone and not is_url(card.source)] if full else found.changed
    changed = [_request(connection, card) for card in again if card.source not in locations]
    return Due(requests=(*asked, *changed), vanished=found.vanished)


def _request(connection: sqlite3.Connection, card: Card) -> SourceRequest:
    return SourceRequest(
        location=card.source,
        state=State.PENDING,
        why=None,
        overrides=load_overrides(connection, card.version),
        version=None,
    )
