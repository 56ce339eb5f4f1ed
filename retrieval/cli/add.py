"""`quoth add`: take documents in."""

from collections import Counter
from pathlib import Path

import click

from retrieval.cli import printing, talk
from retrieval.cli.failures import Expected
from retrieval.cli.opening import load_embedder, model_of, settings
from retrieval.cli.options import command
from retrieval.cli.reporting import counted, remarks, report_pieces


@command(example='quoth add letter.txt --author "A. Sailor" --title "Letter home" --published 1917-11-02')
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, readable=False))
@click.option("--starter", is_flag=True, help="Take the starter library in, fourteen documents on Russia in 1917.")
@click.option("--title", metavar="TEXT", help="What the document is called.")
@click.option("--author", metavar="TEXT", help="Who wrote it.")
@click.option("--published", metavar="DATE", help="When it appeared: 1917, 1917-11 or 1917-11-07.")
@click.option("--publisher", metavar="TEXT", help="Who brought it out.")
@click.option("--url", metavar="URL", help="Where it can be read.")
def run(paths: tuple[Path, ...], starter: bool, **facts: str | None) -> None:
    """Take the documents at PATHS in and index them.

    Of a folder, all text and Markdown files below it are taken in.

    The options override what a document says of itself, and what a catalogue.toml beside it says.
    """
    if not paths and not starter:
        raise click.UsageError("Name a file or a folder, or --starter.")
    from retrieval.library.library import Library
    from seeds.document import Metadata
    from seeds.sources import discover, starter_documents

    for path in paths:
        if str(path).startswith(("http:/", "https:/")):
            raise Expected(f"{str(path)!r} is an address: save the page as a text file, and add that with --url")
    found = discover(paths)
    files = [*(starter_documents() if starter else ()), *found.files]
    if len(files) > 1 and (facts["title"] or facts["url"]):
        raise click.UsageError("--title and --url are facts of one document, and these are several.")
    for reason, count in Counter(reason for _, reason in found.skipped).items():
        talk.notice(f"Passed over {counted(count, 'file')}: {reason}.")
    chosen = settings()
    with Library.open(chosen.home) as library:
        name = model_of(library, chosen)
        embedder = load_embedder(name)
        with talk.progress() as progress:
            report = library.add(files, embedder, model_name=name, overrides=Metadata(**facts), progress=progress)
    printing.show(report_pieces(report))
    for remark in remarks(report):
        talk.notice(remark)
    if report.failed:
        raise click.exceptions.Exit(1)
