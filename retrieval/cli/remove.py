"""`quoth remove`: forget documents."""

import click

from retrieval.cli import printing, talk
from retrieval.cli.opening import open_library
from retrieval.cli.options import command
from retrieval.cli.reporting import report_pieces


@command(example="quoth remove june-offensive")
@click.argument("documents", nargs=-1, required=True, metavar="DOC...")
def run(documents: tuple[str, ...]) -> None:
    """Remove documents from the library, named by their ids.

    Their files stay where they are. `quoth rollback` brings them back, until the library changes again.
    """
    with open_library() as library, talk.progress() as progress:
        report = library.remove(documents, progress=progress)
    printing.show(report_pieces(report))
