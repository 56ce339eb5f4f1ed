"""`quoth verify`: is this quotation in the library, and where; one, or one per line of standard input."""

import click

from retrieval.cli import json_lines, printing
from retrieval.cli.asking import each_turn
from retrieval.cli.opening import open_verifier
from retrieval.cli.options import command, json_option
from retrieval.cli.verdicts import verification_pieces


@command(example='quoth verify "The Winter Palace was stormed by Red Guards, who were armed factory workers"')
@click.argument("text", nargs=-1, required=True)
@json_option
def run(text: tuple[str, ...], as_json: bool) -> None:
    """Say whether a quotation stands in the library, and where.

    For TEXT, - reads one quotation per line from standard input. TEXT may say whose words they are: as Lenin said: "...",
    or "..." — Lenin, 1917. A verdict is a result, whatever it is: the exit code is 0.
    """
    page = printing.page()
    begun = False
    with open_verifier() as verifier:

        def answer(quotation: str) -> None:
            nonlocal begun
            made = verifier.verify(quotation)
            if as_json:
                printing.write(json_lines.line(json_lines.verification_record(made)))
                return
            if begun:
                printing.write("\n")
            begun = True
            printing.show(verification_pieces(made, page))

        if text == ("-",):
            each_turn(printing.lines_in(), answer)
        else:
            answer(" ".join(text))
