"""`quoth show`: a document, or the words that a permalink leads to."""

import click

from retrieval.cli import json_lines, printing
from retrieval.cli.listing import text_pieces
from retrieval.cli.marking import marked_pieces
from retrieval.cli.opening import open_shelf
from retrieval.cli.options import command, context_option, json_option
from retrieval.cli.rendering import quote_pieces
from retrieval.errors import DamagedText
from seeds.document import as_printed

WITHHELD = "these words are withheld: the stored document no longer holds them; `quoth doctor` tells more"


@command(example="quoth show october-day-by-day")
@click.argument("what", metavar="DOC|PERMALINK")
@click.option("--masks", is_flag=True, help="Mark what is never quoted and who speaks, with ranges and reasons.")
@click.option("--printed", is_flag=True, help="Put back the hyphens at line ends that were taken out of a PDF's text.")
@context_option
@json_option
def run(what: str, masks: bool, printed: bool, context: int, as_json: bool) -> None:
    """Print a document, or the quote that a permalink leads to.

    A permalink is document@sha256:start-end, as it stands below every quote. Into a file or a pipe a document's
    text goes character for character. With --masks each range is named as a catalogue.toml can correct it.
    """
    from retrieval.answering.excerpts import excerpt
    from retrieval.permalinks import Permalink

    with open_shelf() as (snapshot, confirmer):
        if link := Permalink.parse(what):
            quote = excerpt(snapshot, link, context)
            if not confirmer.kept(snapshot, [quote]):
                raise DamagedText(WITHHELD)
            if as_json:
                printing.write(json_lines.line(json_lines.quote_record(quote)))
            else:
                printing.show(quote_pieces(quote, printing.page()))
            return
        document = confirmer.document(snapshot, what)
    if as_json:
        printing.write(json_lines.line(json_lines.document_record(document)))
    elif printed:
        printing.write(as_printed(document.text, document.joins))
    elif masks:
        printing.show(marked_pieces(document))
    else:
        printing.show(text_pieces(document, printing.page()))
