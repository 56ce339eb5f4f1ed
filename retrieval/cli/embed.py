"""`quoth embed`: bring the library up to its sources, here or on a cluster."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from retrieval.cli import printing, talk
from retrieval.cli.opening import load_embedder, model_of, open_library, settings
from retrieval.cli.options import command
from retrieval.cli.reporting import plan_pieces, remarks, report_pieces

if TYPE_CHECKING:
    from embeddings.embedder import Embedder


@command(example="quoth embed --plan")
@click.option("--plan", "only_plan", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--full", is_flag=True, help="Read, embed and index everything again.")
@click.option("--refresh", is_flag=True, help="Fetch pages of the web again, and tell which drifted.")
@click.option("--model", metavar="NAME", help="Change to this embedding model: a name on the hub, or a folder.")
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Embed with N processes on this machine.")
@click.option("--cluster", metavar="ADDRESS", help="Embed on a Dask cluster: its scheduler's address, tcp://host:port.")
def run(
    only_plan: bool, full: bool, refresh: bool, model: str | None, workers: int | None, cluster: str | None
) -> None:
    """Bring the library up to its sources, and embed what is new.

    Reads files that changed, and finishes what was interrupted. Pages of the web stay as they were captured, until
    --refresh; what was quoted from an earlier capture is kept.
    """
    if workers and cluster:
        raise click.UsageError("--workers embeds on this machine, --cluster elsewhere: choose one.")
    from retrieval.library.sources import Files
    from seeds.web.fetching import Fetcher

    chosen = settings()
    fetcher = Fetcher.allowing(chosen.allowed_networks)
    with open_library() as library:
        name = model or model_of(library, chosen)
        if only_plan:
            plan = library.plan(load_embedder(name), full=full)
            printing.show(plan_pieces(plan))
            failed = plan.failed
        else:
            with _embedder(name, workers, cluster) as embedder, talk.progress() as progress:
                report = library.sync(
                    embedder,
                    model_name=name,
                    switch=model is not None,
                    full=full,
                    refresh=refresh,
                    fetch=fetcher,
                    read=Files(ocr=chosen.ocr),
                    progress=progress,
                )
            printing.show(report_pieces(report))
            for remark in remarks(report):
                talk.notice(remark)
            failed = report.failed
    for _, why in failed:
        talk.failure(why)
    if failed:
        raise click.exceptions.Exit(1)


@contextmanager
def _embedder(name: str, workers: int | None, cluster: str | None) -> "Iterator[Embedder]":
    if cluster is None and workers is None:
        yield load_embedder(name)
        return
    load_embedder(name)  # compiles where that is to be done, and shows it
    from embeddings.cluster import ClusterEmbedder

    if cluster is not None:
        with ClusterEmbedder.connect(cluster, name) as embedder:
            yield embedder
        return
    from distributed import LocalCluster

    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as here,
        ClusterEmbedder.connect(here.scheduler_address, name) as embedder,
    ):
        yield embedder
