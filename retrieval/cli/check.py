"""`quoth check`: every quotation of an essay, with its verdict."""

from collections import Counter
from pathlib import Path

import click

from retrieval.cli import json_lines, printing, talk
from retrieval.cli.failures import quoth_version
from retrieval.cli.opening import open_verifier
from retrieval.cli.options import command, json_option
from retrieval.cli.verdicts import finding_pieces
from retrieval.essays.quoted import Quoted
from retrieval.verifying.verdicts import Verdict, Verification


@command(example="quoth check essay.docx")
@click.argument("files", metavar="FILE ...", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
@click.option("--sarif", is_flag=True, help="Print one SARIF 2.1.0 log, for code review.")
def run(files: tuple[Path, ...], as_json: bool, sarif: bool) -> None:
    """Check every quotation in an essay.

    An essay is a text, Markdown, Word or HTML file. The exit code is 1 when a quotation is neither EXACT nor FOLDED. Words
    too short to be verified are listed, and fail nothing.
    """
    from retrieval.essays.reading import quotations_of

    if as_json and sarif:
        raise click.UsageError("--json and --sarif cannot both be printed: give one of them")
    found: list[tuple[Path, Quoted, Verification]] = []
    page = printing.page()
    with open_verifier() as verifier:
        for file in files:
            for quoted in quotations_of(file):
                made = verifier.verify(quoted.text, speaker=quoted.speaker)
                found.append((file, quoted, made))
                if as_json:
                    place = {"file": str(file), "line": quoted.line, "column": quoted.column}
                    printing.write(json_lines.line(place | json_lines.verification_record(made)))
                elif not sarif:
                    printing.show(finding_pieces(f"{file}:{quoted.line}:{quoted.column}", made, page))
    if sarif:
        from retrieval.essays.sarif import sarif as log

        printing.write(json_lines.line(log(found, quoth_version())))
    _conclude([made.verdict for _, _, made in found])


def _conclude(verdicts: list[Verdict]) -> None:
    """Say how many quotations got which verdict; exit 1 where one fails."""
    counts = Counter(verdicts)
    each = ", ".join(f"{counts[verdict]} {verdict.value}" for verdict in Verdict if counts[verdict])
    number = f"{len(verdicts)} quotation{'' if len(verdicts) == 1 else 's'}"
    talk.notice(f"{number}: {each}." if verdicts else "There is no quotation in it.")
    if any(not verdict.is_faithful and verdict is not Verdict.TOO_SHORT for verdict in verdicts):
        raise click.exceptions.Exit(1)
