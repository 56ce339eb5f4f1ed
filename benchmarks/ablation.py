"""What each part of the ranking is worth: every part off, one at a time, on several question sets.

    python benchmarks/ablation.py [--eval ../shared/eval] [--sample 150]

Prints a table of the share of questions whose answer is among the first 1, 3 and 5 quotes, whether Quoth would speak or be
silent: of the starter gold set, and of seeds-dev and samples of outside sets where they are on this machine. Libraries are kept in --work.
"""

import argparse
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from calibration import HERE, Case, sets
from remembering import Remembering

from embeddings.loading import load_cross_encoder, load_embedder
from retrieval.answering import asking, candidates, growing, ranking, timing
from retrieval.answering.asking import Reader, Request
from retrieval.answering.spans import Spans
from retrieval.answering.understanding import Understanding
from retrieval.evaluation.measuring import is_right
from retrieval.library.records import View
from retrieval.question.query import Query
from retrieval.types import Understood

RANKS = (1, 3, 5)
Change = tuple[object, str, object]
"""What is replaced: an owner, a name in it, and the value it has instead."""


def _without(view: View) -> Change:
    return (candidates, "LEXICAL_WEIGHTS", candidates.LEXICAL_WEIGHTS | {view: 0.0})


def _as_asked(_: Understanding, question: str, __: object = None) -> tuple[Understood, Query]:
    return Understood(text=question), Query(text=question)


def _unattributed(self: Spans, span: object) -> str:
    return self.text(span)  # type: ignore[arg-type]


PARTS: Mapping[str, Sequence[Change]] = {
    "everything on": (),
    "BM25 of sentences": (_without(View.SENTENCE),),
    "BM25 of windows": (_without(View.WINDOW),),
    "BM25 of passages": (_without(View.PASSAGE),),
    "BM25 of the passages around": (_without(View.SURROUNDINGS),),
    "all BM25": ((candidates, "LEXICAL_WEIGHTS", dict.fromkeys(candidates.LEXICAL_WEIGHTS, 0.0)),),
    "vectors": ((candidates, "DENSE_WEIGHT", 0.0),),
    "the cross-encoder": (),
    "the second opinion in the ranking": ((ranking, "OPINION_WEIGHT", 0.0),),
    "the fused score beside the logits": ((ranking, "FUSED_WEIGHT", 0.0),),
    "reading neighbours": ((ranking, "WIDENED", 0),),
    "reading on": ((growing, "STEPS", 0),),
    "the surest first": ((asking, "AHEAD", 0),),
    "speakers read out": ((Spans, "reading", _unattributed),),
    "speakers and sources preferred": ((candidates, "PREFERENCE", 0.0),),
    "years": ((timing, "WEIGHT", 0.0), (ranking, "YEARS_WEIGHT", 0.0)),
    "understanding the question": ((Understanding, "of", _as_asked),),
}


@contextmanager
def off(changes: Sequence[Change]) -> Iterator[None]:
    """With some parts replaced."""
    with ExitStack() as stack:
        for owner, name, value in changes:
            stack.enter_context(patch.object(owner, name, value))
        yield


def hits(reader: Reader, cases: Sequence[Case]) -> list[float]:
    """Share of the questions with a right quote among the first 1, 3 and 5."""
    found = [0] * len(RANKS)
    for case in cases:
        quotes = reader.answer(Request(question=case.question)).quotes
        right = [any(is_right(place, case.spans) for place in (quote, *quote.also_at)) for quote in quotes]
        found = [count + any(right[:rank]) for count, rank in zip(found, RANKS, strict=True)]
    return [count / len(cases) for count in found]


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask with each part off, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, default=HERE.parent / "shared/eval")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "quoth-calibration")
    parser.add_argument("--sample", type=int, default=150, help="answerable questions from an outside set")
    parser.add_argument("--sets", nargs="+", default=("starter", "seeds-dev", "squad2-dev"), help="names of the sets")
    chosen = parser.parse_args(arguments)
    embedder, scorer = load_embedder(), Remembering(load_cross_encoder())
    asked = [
        (name, Reader(snapshot=library.snapshot(), embedder=embedder, scorer=scorer), answerable)
        for name, library, cases in sets(chosen.eval, chosen.work, chosen.sample, embedder, chosen.sets)
        if (answerable := [case for case in cases if case.spans])
    ]
    print("| off | " + " | ".join(f"{name} ({len(cases)})" for name, _, cases in asked) + " |")
    print("|" + " --- |" * (len(asked) + 1))
    for part, changes in PARTS.items():
        cells = []
        with off(changes):
            for _, reader, cases in asked:
                changed = replace(reader, scorer=None) if part == "the cross-encoder" else reader
                cells.append("/".join(f"{share:.3f}".lstrip("0") for share in hits(changed, cases)))
        print(f"| {part} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
