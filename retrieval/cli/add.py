"""`quoth add`: take documents in."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retrieval.cli import printing, talk
from retrieval.cli.opening import load_embedder, model_of, settings
from retrieval.cli.options import command, ocr_option, password_option
from retrieval.cli.reporting import counted, remarks, report_pieces

if TYPE_CHECKING:
    from retrieval.library.sources import Files
    from seeds.document import Metadata
    from seeds.sources import Discovery
    from seeds.web.fetching import Fetcher

MOST_FOLLOWED = 10_000


def _fact(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """A fact as it can be stored; an empty one stays, for it takes one back."""
    try:
        (value or "").encode()
    except UnicodeEncodeError:
        raise click.BadParameter("it is not in UTF-8: type it in a terminal that is.") from None
    return value if value is None else value.strip()


def _date(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from retrieval.citations.dates import EXAMPLE, is_date

    fact = _fact(ctx, parameter, value)
    if fact and not is_date(fact):
        raise click.BadParameter(f"{fact!r} is no date that can be cited: write it like {EXAMPLE}.")
    return fact


@command(example='quoth add letter.txt --author "A. Sailor" --title "Letter home" --published 1917-11-02')
@click.argument("sources", nargs=-1, metavar="[PATH|URL]...")
@click.option("--starter", is_flag=True, help="Take the starter library in, fourteen documents on Russia in 1917.")
@click.option("--known", is_flag=True, help="Fetch the known sources whose address the catalogue names.")
@click.option(
    "--follow",
    type=click.IntRange(1, MOST_FOLLOWED),
    metavar="N",
    help="Take in the first N pages that the sitemaps and feeds at the URLs list.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be kept of each document, and take nothing in.")
@click.option("--title", metavar="TEXT", callback=_fact, help="What the document is called.")
@click.option("--author", metavar="TEXT", callback=_fact, help="Who wrote it.")
@click.option("--published", metavar="DATE", callback=_date, help="When it appeared: 1917, 1917-11 or 1917-11-07.")
@click.option("--publisher", metavar="TEXT", callback=_fact, help="Who brought it out.")
@click.option("--url", metavar="URL", callback=_fact, help="Where it can be read.")
@password_option
@ocr_option
def run(
    sources: tuple[str, ...],
    starter: bool,
    known: bool,
    follow: int | None,
    dry_run: bool,
    password: str | None,
    ocr: str | None,
    **facts: str | None,
) -> None:
    """Take in documents and index them: files, folders, web pages.

    A page is kept as it was captured, and cited with its address and that day. The site's robots.txt is heeded.

    The options override what a document says of itself, and what a catalogue.toml beside it says. They stay when the
    document is added again without them; an empty one, --author "", takes back what it gave.
    """
    if not sources and not starter and not known:
        raise click.UsageError("Name a file, a folder or the address of a page, or --starter.")
    if "" in sources:
        raise click.UsageError("The name of a source is empty: is a variable of your shell not set?")
    from retrieval.library.sources import Files, is_url
    from seeds.document import Metadata
    from seeds.sources import starter_documents
    from seeds.web.fetching import Fetcher

    chosen = settings()
    fetcher = Fetcher.allowing(chosen.allowed_networks)
    urls = [source for source in sources if is_url(source)]
    if follow is not None and not urls:
        raise click.UsageError("--follow wants the address of a sitemap or a feed.")
    local = _local(source for source in sources if not is_url(source))
    files = [*(starter_documents() if starter else ()), *local.files]
    found: list[Path | str] = [*files, *(_pages(urls, follow, fetcher)), *(_known() if known else ())]
    if len(found) > 1 and (facts["title"] or facts["url"]):
        raise click.UsageError("--title and --url are facts of one document, and these are several.")
    read = Files(password=password, ocr=ocr or chosen.ocr)
    failed = list(local.failed)
    if found or not failed:
        failed = [*_take_in(found, Metadata(**facts), read, fetcher, dry_run=dry_run), *failed]
    for why in failed:
        talk.failure(why)
    if failed:
        raise click.exceptions.Exit(1)


def _take_in(
    found: list[Path | str], given: "Metadata", read: "Files", fetcher: "Fetcher", *, dry_run: bool
) -> list[str]:
    """Takes the sources in, or shows what would be kept, and tells the rest; a sentence for each that cannot be read."""
    from retrieval.library.library import Library

    chosen = settings()
    with Library.open(chosen.home) as library:
        name = model_of(library, chosen)
        embedder = load_embedder(name)
        if dry_run:
            from retrieval.cli.previewing import preview

            return preview(found, given, embedder, read, fetcher, library)
        with talk.progress() as progress:
            report = library.add(
                found,
                embedder,
                model_name=name,
                overrides=given,
                read=read,
                fetch=fetcher,
                progress=progress,
            )
    printing.show(report_pieces(report))
    for remark in remarks(report):
        talk.notice(remark)
    return [why for _, why in report.failed]


def _local(paths: Iterable[str]) -> "Discovery":
    from seeds.sources import discover

    found = discover(map(Path, paths))
    for reason, count in Counter(reason for _, reason in found.skipped).items():
        talk.notice(f"Passed over {counted(count, 'file')}: {reason}.")
    return found


def _pages(urls: list[str], follow: int | None, fetcher: "Fetcher") -> list[str]:
    """The pages at the addresses, without fragments, or those that the sitemaps and feeds there list."""
    from seeds.web.fetching import parsed

    addresses = [str(parsed(url)) for url in urls]
    if follow is None:
        return addresses
    from seeds.web.links import followed

    pages: dict[str, None] = {}
    for address in addresses:
        pages.update(dict.fromkeys(followed(address, follow - len(pages), fetcher)))
    return list(pages)


def _known() -> list[str]:
    from seeds.catalogue import known_sources

    return known_sources().urls()
