"""`quoth sources`: the documents of the library."""

from typing import TYPE_CHECKING

import click

from retrieval.cli import json_lines, printing, talk
from retrieval.cli.listing import card_pieces, faults, gap_pieces, gaps
from retrieval.cli.opening import open_snapshot
from retrieval.cli.options import command, json_option

if TYPE_CHECKING:
    from retrieval.library.snapshot import Snapshot


@command(example="quoth sources --lint")
@click.option(
    "--lint",
    is_flag=True,
    help="List only documents with something missing: facts of the citation, letters, a language.",
)
@json_option
def run(lint: bool, as_json: bool) -> None:
    """List the documents of the library.

    One per line: id, title, author, publisher, date, language.
    """
    with open_snapshot() as snapshot:
        if lint:
            _lint(snapshot, as_json)
            return
        cards = snapshot.documents()
    for card in cards:
        if as_json:
            printing.write(json_lines.line(json_lines.card_record(card)))
        else:
            printing.show(card_pieces(card))


def _lint(snapshot: "Snapshot", as_json: bool) -> None:
    clean = True
    for card in snapshot.documents():
        document = snapshot.document(card.id)
        lacking, wrong = gaps(document.metadata), faults(document)
        if not lacking and not wrong:
            continue
        clean = False
        if as_json:
            printing.write(json_lines.line({**json_lines.card_record(card), "lacks": lacking, "faults": wrong}))
        else:
            printing.show(gap_pieces(document))
    if clean:
        talk.notice("Every document has an author, a title, a date and a publisher.")
