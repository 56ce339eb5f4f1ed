"""`quoth when`: what the library says about a day."""

import click

from retrieval.cli import json_lines, printing, talk
from retrieval.cli.opening import open_shelf
from retrieval.cli.options import command, count_option, filter_options, json_option
from retrieval.cli.rendering import day_pieces
from retrieval.question.filters import misfit
from retrieval.types import Filters


@command(example="quoth when 1917-11-07")
@click.argument("date", nargs=-1, required=True)
@count_option(default=20, what="sentences")
@filter_options
@json_option
def run(date: tuple[str, ...], count: int, filters: Filters, as_json: bool) -> None:
    """Show the sentences about a day, Old Style and New Style.

    DATE is a day as people write it: 1917-11-07, "7 November 1917", "25 October 1917 O.S."; without a year it is that
    day of every year.
    """
    from retrieval.answering.chronicle import chronicle, names_of
    from retrieval.confirming import WITHHELD

    with open_shelf() as (snapshot, confirmer):
        found = chronicle(snapshot, " ".join(date), count, filters)
        kept = [(each.day, confirmer.kept(snapshot, each.quotes)) for each in found]
        reason = misfit(snapshot.documents(), filters)
    if not any(each.quotes for each in found):
        sources = "the library" if filters == Filters() else "the sources within these limits"
        talk.notice(reason or f"No sentence of {sources} names {names_of(found, ' '.join(date))}.")
    elif not any(quotes for _, quotes in kept):
        talk.notice(WITHHELD)
    for day, quotes in kept:
        if as_json:
            for quote in quotes:
                printing.write(json_lines.line({"day": day, **json_lines.quote_record(quote)}))
        elif quotes:
            printing.show(day_pieces(day, quotes, printing.page()))
