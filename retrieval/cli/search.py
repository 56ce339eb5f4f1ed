"""`quoth search`: the ranked passages themselves."""

import click

from retrieval.cli import json_lines, printing, talk
from retrieval.cli.opening import open_archive
from retrieval.cli.options import command, count_option, filter_options, json_option
from retrieval.cli.rendering import hit_pieces
from retrieval.question.filters import misfit
from retrieval.types import Filters


@command(example='quoth search "Aurora blank shot" -k 3')
@click.argument("words", nargs=-1, required=True)
@count_option(default=10, what="passages")
@filter_options
@json_option
def run(words: tuple[str, ...], count: int, filters: Filters, as_json: bool) -> None:
    """Show the passages that are found for WORDS, best first."""
    from retrieval.confirming import WITHHELD

    with open_archive(rerank=False) as archive:
        hits = archive.search(" ".join(words), k=count, filters=filters)
        reason = None if hits else misfit(archive.cards(), filters)
        if reason:
            talk.notice(reason)
        sha256 = {card.id: card.sha256 for card in archive.cards()}
        places = [(hit, f"{hit.passage.document}@{sha256[hit.passage.document]}") for hit in hits]
        quotes = [archive.resolve(f"{at}:{hit.passage.start}-{hit.passage.end}") for hit, at in places]
        kept = archive.confirmed(quotes)
        shown = [
            (hit, quote) for hit, quote in zip(hits, quotes, strict=True) if quote in kept and quote.text == hit.text
        ]
        if hits and not shown:
            talk.notice(WITHHELD)
        if as_json:
            for hit, _ in shown:
                printing.write(json_lines.line(json_lines.hit_record(hit)))
            return
        printing.show(hit_pieces([(hit, quote.citation) for hit, quote in shown], printing.page()))
