"""`quoth sources`: the documents of the library."""

import click

from retrieval.cli import json_lines, printing, talk
from retrieval.cli.listing import card_pieces, gap_pieces, gaps
from retrieval.cli.opening import open_snapshot
from retrieval.cli.options import command, json_option


@command(example="quoth sources --lint")
@click.option("--lint", is_flag=True, help="List only the documents whose citation is incomplete, and what it lacks.")
@json_option
def run(lint: bool, as_json: bool) -> None:
    """List the documents of the library.

    One per line: id, title, author, publisher, date.
    """
    with open_snapshot() as snapshot:
        cards = snapshot.documents()
    if lint:
        cards = tuple(card for card in cards if gaps(card.metadata))
        if not cards:
            talk.notice("Every document has an author, a title, a date and a publisher.")
    if as_json:
        for card in cards:
            lacks = {"lacks": gaps(card.metadata)} if lint else {}
            printing.write(json_lines.line(json_lines.card_record(card) | lacks))
    else:
        for card in cards:
            printing.show(gap_pieces(card) if lint else card_pieces(card))
