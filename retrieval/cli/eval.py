"""`quoth eval`: quality figures over test collections."""

from functools import partial
from pathlib import Path

import click

from retrieval.cli import json_lines, printing, talk
from retrieval.cli.opening import load_embedder, load_scorer, settings
from retrieval.cli.options import command, json_option, no_rerank_option
from retrieval.cli.reporting import evaluation_pieces


@command(example="quoth eval ../shared/eval/external/sets/xquadr-en-sent-dev")
@click.argument("folders", nargs=-1, required=True, metavar="DIR...", type=click.Path(path_type=Path))
@click.option("--sample", type=click.IntRange(1), metavar="N", help="Ask N of the questions, the same ones each time.")
@no_rerank_option
@json_option
def run(folders: tuple[Path, ...], sample: int | None, no_rerank: bool, as_json: bool) -> None:
    """Measure finding and quoting on test collections.

    A collection is a folder with corpus.jsonl, queries.jsonl and qrels.tsv (BEIR). Questions go the way that
    `ask` goes. A collection is indexed the first time, in a library of its own below the
    library's folder, and never mixes with your documents.
    """
    from retrieval.answering.asking import Reader
    from retrieval.evaluation.collection import Collection
    from retrieval.evaluation.evaluating import evaluate, indexed
    from retrieval.library.store import FORMAT

    chosen = settings()
    for folder in folders:
        collection = Collection.load(folder)
        embedder = load_embedder(chosen.model)
        scorer = None if no_rerank else load_scorer(chosen.reranker)
        home = chosen.home / "evaluations" / f"{collection.digest[:16]}-{FORMAT}-{embedder.fingerprint}"
        with talk.progress() as progress:
            library = indexed(collection, home, embedder, progress)
            with library:
                reader = Reader(snapshot=library.snapshot(), embedder=embedder, scorer=scorer)
                figures = evaluate(collection, reader, sample=sample, progress=partial(progress, "asking"))
        if as_json:
            printing.write(json_lines.line(figures.record()))
        else:
            printing.show(evaluation_pieces(figures))
