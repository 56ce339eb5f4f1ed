"""Fit the confidence on several question sets, and say on others what it is worth.

    python benchmarks/calibration.py [--eval ../shared/eval] [--sample 80] [--no-rerank] [--plot docs/silence.svg]

Asks the starter library its gold set, seeds-dev, and a sample of the outside sets that have unanswerable questions; those
that are not on this machine are skipped with a word. Slope and intercept are fitted on the starter gold set and one half of
each outside set, and tested on the other halves and on seeds-dev. The weights, the rules and the threshold were chosen by
hand with seeds-dev in view, so that its figures are no clean test (docs/silence.md). Libraries are kept in --work.
"""

import argparse
import json
import math
import random
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from reliability import drawn

from embeddings.embedder import Embedder, PairScorer
from embeddings.loading import load_cross_encoder, load_embedder
from retrieval.answering import confidence
from retrieval.answering.asking import Reader, Request
from retrieval.answering.doubts import BEST, Doubts
from retrieval.evaluation.collection import AnswerSpan, Collection
from retrieval.evaluation.evaluating import indexed
from retrieval.evaluation.measuring import auroc, is_right
from retrieval.library.library import Library
from seeds.sources import discover

HERE = Path(__file__).resolve().parent.parent
OUTSIDE = ("squad2-dev", "clapnq-dev", "timeqa-human-dev")
SETTINGS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A question, what kind it is ("answerable", or why it cannot be answered), and where its answers stand."""

    question: str
    kind: str
    spans: tuple[AnswerSpan, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """What confidence is made of, for an answer or for one quote, and whether it is right."""

    answering: float
    relevance: float
    cosine: float
    doubts: Doubts
    right: bool

    def under(self, calibration: confidence.Calibration) -> float:
        """The probability that a calibration gives."""
        return calibration.probability(
            answering=self.answering, relevance=self.relevance, cosine=self.cosine, doubts=self.doubts
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A question that was asked: its kind, the evidence for the answer (None: refused by a rule) and for each quote."""

    kind: str
    answer: Evidence | None
    quotes: Sequence[Evidence]

    def under(self, calibration: confidence.Calibration) -> float:
        """The confidence of the answer."""
        return self.answer.under(calibration) if self.answer else 0.0


def gold_set(folder: Path, library: Library) -> list[Case]:
    """Questions whose answers are named by file name, over a library of those files."""
    ids = {Path(card.source).name: card.id for card in library.snapshot().documents()}
    answerable = [
        Case(
            question=line["question"],
            kind="answerable",
            spans=tuple(AnswerSpan(document=ids[g["file"]], start=g["start"], end=g["end"]) for g in line["gold"]),
        )
        for line in _lines(folder / "questions.jsonl")
    ]
    others = _lines(folder / "unanswerable.jsonl")
    return answerable + [Case(question=line["question"], kind=line["category"], spans=()) for line in others]


def collection_set(collection: Collection, sample: int) -> list[Case]:
    """As many questions with answer spans as without an answer, drawn at random."""
    chance = random.Random(1917)
    answerable = [query for query in collection.queries if query.spans and not query.unanswerable]
    others = [query for query in collection.queries if query.unanswerable]
    return [
        Case(question=query.text, kind="unanswerable" if query.unanswerable else "answerable", spans=query.spans)
        for queries in (answerable, others)
        for query in chance.sample(queries, min(sample, len(queries)))
    ]


def asked(reader: Reader, cases: Sequence[Case]) -> list[Row]:
    """What the reader makes of each question."""
    return [_row(reader, case) for case in cases]


def _row(reader: Reader, case: Case) -> Row:
    request = Request(question=case.question)
    study = reader.study(request)
    answer = reader.conclude(request, study)
    ranked = study.ranking.ranked
    strangers = bool(reader.strangers(study))
    right = [any(is_right(place, case.spans) for place in (quote, *quote.also_at)) for quote in answer.quotes]
    if not answer.confidence:
        return Row(kind=case.kind, answer=None, quotes=())
    shown = study.ranking.distinct(request.k)
    first, *odds = [each or 0.0 for each in reader.answering(study, [ranked[0], *(each.ranked for each in shown)])]
    of_quotes = [
        Evidence(
            answering=answering,
            relevance=each.ranked.read or 0.0,
            cosine=each.ranked.candidate.views["cosine sentence"],
            doubts=reader.doubts(study, [each.ranked], strangers),
            right=is_one,
        )
        for each, answering, is_one in zip(shown, odds, right, strict=False)
    ]
    of_answer = Evidence(
        answering=first,
        relevance=max((each.read for each in ranked if each.read is not None), default=0.0),
        cosine=max(each.candidate.views["cosine sentence"] for each in ranked),
        doubts=reader.doubts(study, ranked[:BEST], strangers),
        right=any(right),
    )
    return Row(kind=case.kind, answer=of_answer, quotes=of_quotes)


def fitted(name: str, shape: confidence.Calibration, sets: Sequence[Sequence[Evidence]]) -> confidence.Calibration:
    """The calibration with slope and intercept fitted, each set weighing the same (Newton's method; Platt, 1999)."""
    flat = confidence.Calibration(**(_weights(shape)), slope=1.0, intercept=0.0)
    odds = np.array([[math.log(p / (1 - p)), 1.0] for each in sets for p in [e.under(flat) for e in each]])
    right = np.array([float(e.right) for each in sets for e in each])
    share = np.concatenate([np.full(len(each), 1 / len(each)) for each in sets])
    line = np.zeros(2)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-odds @ line))
        curvature = (odds * (share * chance * (1 - chance))[:, None]).T @ odds
        line += np.linalg.solve(curvature, odds.T @ (share * (right - chance)))
    print(f"{name}: slope={line[0]:.3f}, intercept={line[1]:.3f}")
    return confidence.Calibration(**_weights(shape), slope=float(line[0]), intercept=float(line[1]))


def _weights(shape: confidence.Calibration) -> dict[str, float]:
    return {
        name: getattr(shape, name)
        for name in ("answering", "relevance", "cosine", "stranger", "untold", "affirmed", "to_come", "asserted")
    }


def by_kind(rows: Sequence[Row], calibration: confidence.Calibration) -> dict[str, list[float]]:
    """Confidences by kind of question, answerable ones first."""
    kinds = ["answerable", *sorted({row.kind for row in rows} - {"answerable"})]
    return {kind: [row.under(calibration) for row in rows if row.kind == kind] for kind in kinds}


def report(rows: dict[str, list[Row]], calibration: confidence.Calibration) -> None:
    """AUROC and Brier score by set, then what each threshold refuses."""
    print("\n| set | kind | questions | AUROC | " + " | ".join(f"refused at {each}" for each in SETTINGS) + " |")
    print("|" + "---|" * (4 + len(SETTINGS)))
    for name, of_set in rows.items():
        found = by_kind(of_set, calibration)
        for kind, sure in found.items():
            area = "" if kind == "answerable" else f"{auroc(found['answerable'], sure):.2f}"
            refused = " | ".join(f"{statistics.fmean(each < limit for each in sure):.2f}" for limit in SETTINGS)
            print(f"| {name} | {kind} | {len(sure)} | {area} | {refused} |")


def sensitivity(rows: dict[str, list[Row]], calibration: confidence.Calibration) -> None:
    """AUROC on each kind of unanswerable question with each weight at nought, halved and doubled."""
    print("\nAUROC with other weights")
    for weight in _weights(calibration):
        for factor in (0.0, 0.5, 1.0, 2.0):
            other = replace(calibration, **{weight: factor * getattr(calibration, weight)})
            areas = [
                f"{name} {kind} {auroc(found['answerable'], sure):.2f}"
                for name, of_set in rows.items()
                for found in (by_kind(of_set, other),)
                for kind, sure in found.items()
                if kind != "answerable"
            ]
            print(f"{weight} x {factor}: {', '.join(areas)}")


def reliability(evidence: Sequence[Evidence], calibration: confidence.Calibration) -> list[tuple[int, float, float]]:
    """Ten bins of confidence: how many answers fall in it, their mean confidence, and the share that is right."""
    sure = [each.under(calibration) for each in evidence]
    bins = []
    for tenth in range(10):
        inside = [(p, e.right) for p, e in zip(sure, evidence, strict=True) if min(int(p * 10), 9) == tenth]
        if inside:
            bins.append((len(inside), statistics.fmean(p for p, _ in inside), statistics.fmean(r for _, r in inside)))
    return bins


def brier(evidence: Sequence[Evidence], calibration: confidence.Calibration) -> float:
    """Mean squared distance between confidence and outcome (Brier, 1950)."""
    return statistics.fmean((each.under(calibration) - each.right) ** 2 for each in evidence)


def sets(
    folder: Path, work: Path, sample: int, embedder: Embedder, names: Sequence[str] = ("starter", "seeds-dev", *OUTSIDE)
) -> Iterator[tuple[str, Library, list[Case]]]:
    """The question sets of these names that are on this machine, with a library of each."""
    for name in names:
        outside = folder / "external/sets" / name
        if name == "starter":
            library = _built(work / name, HERE / "seeds/starter", embedder)
            yield name, library, gold_set(HERE / "tests/gold/starter", library)
        elif name == "seeds-dev" and (folder / name).is_dir():
            library = _built(work / name, folder.parent / "seeds", embedder)
            yield name, library, gold_set(folder / name, library)
        elif outside.is_dir():
            collection = Collection.load(outside)
            yield name, indexed(collection, work / name, embedder), collection_set(collection, sample)
        else:
            print(f"{name} is skipped: it is not in {str(folder)!r}")


def _built(home: Path, documents: Path, embedder: Embedder) -> Library:
    library = Library.open(home)
    if not library.snapshot().counts.documents:
        library.add(discover([documents]).files, embedder)
    return library


def _lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask, fit, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, default=HERE.parent / "shared/eval")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "quoth-calibration")
    parser.add_argument("--sample", type=int, default=80, help="questions of each kind from an outside set")
    parser.add_argument("--no-rerank", action="store_true")
    parser.add_argument("--plot", type=Path)
    chosen = parser.parse_args(arguments)
    embedder = load_embedder()
    scorer: PairScorer | None = None if chosen.no_rerank else load_cross_encoder()
    rows = {
        name: asked(Reader(snapshot=library.snapshot(), embedder=embedder, scorer=scorer), cases)
        for name, library, cases in sets(chosen.eval, chosen.work, chosen.sample, embedder)
    }
    training = [each if name == "starter" else each[::2] for name, each in rows.items() if name != "seeds-dev"]
    testing = {name: each if name == "seeds-dev" else each[1::2] for name, each in rows.items() if name != "starter"}
    answers = [[row.answer for row in each if row.answer] for each in training]
    quotes = [[quote for row in each for quote in row.quotes] for each in training]
    fitting = [confidence.UNREAD] if chosen.no_rerank else [confidence.ANSWER, confidence.RELEVANCE_ONLY]
    calibration, *_ = [fitted("answers", shape, answers) for shape in fitting]
    if not chosen.no_rerank:
        fitted("quotes", confidence.QUOTE, quotes)
        sensitivity(rows, calibration)
    report(rows, calibration)
    held_out = [row.answer for each in testing.values() for row in each if row.answer]
    for name, each in testing.items():
        print(f"Brier score, {name} (held out): {brier([row.answer for row in each if row.answer], calibration):.3f}")
    bins = reliability(held_out, calibration)
    print("\n| answers | mean confidence | right |\n|---|---|---|")
    print("\n".join(f"| {count} | {sure:.2f} | {right:.2f} |" for count, sure, right in bins))
    if chosen.plot:
        chosen.plot.write_text(drawn(bins), encoding="utf-8")


if __name__ == "__main__":
    main()
