"""`quoth ask`: one question, or one per line of standard input."""

import click

from retrieval.cli import printing
from retrieval.cli.asking import Printer, each_turn
from retrieval.cli.opening import open_archive
from retrieval.cli.options import (
    command,
    context_option,
    count_option,
    explain_option,
    filter_options,
    json_option,
    no_rerank_option,
    threshold_option,
)
from retrieval.types import Filters


@command(example='quoth ask "Who stormed the Winter Palace?"')
@click.argument("question", nargs=-1, required=True)
@count_option(default=5, what="quotes")
@filter_options
@context_option
@explain_option
@no_rerank_option
@threshold_option
@json_option
def run(
    question: tuple[str, ...],
    count: int,
    filters: Filters,
    context: int,
    explain: bool,
    no_rerank: bool,
    threshold: float | None,
    as_json: bool,
) -> None:
    """Answer QUESTION in the sources' own words.

    For QUESTION, - reads one question per line from standard input. Where a quote leans on the sentence
    before ("he", "that day"), that sentence stands above it, and is no part of the quotation; with --json
    it is "opening".
    """
    printer = Printer(as_json=as_json)
    with open_archive(rerank=not no_rerank, threshold=threshold) as archive:

        def answer(text: str, *, heading: bool = False) -> None:
            found = archive.ask(text, k=count, filters=filters, context=context, explain=explain)
            printer.print(archive.confirm(found), heading=heading)

        if question == ("-",):
            each_turn(printing.lines_in(), lambda text: answer(text, heading=True))
        else:
            answer(" ".join(question))
