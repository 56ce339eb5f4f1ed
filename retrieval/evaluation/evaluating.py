"""Running a test collection: its library is built once, then each question goes the way that `ask` goes."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from embeddings.embedder import Embedder
from retrieval.answering.asking import Reader, Request, Study
from retrieval.answering.candidates import Candidate
from retrieval.errors import EvaluationError
from retrieval.evaluation.collection import Collection, Query
from retrieval.evaluation.measuring import Silence, quote_hits, rank_measures, silence
from retrieval.library.library import Library
from retrieval.library.records import Progress
from retrieval.types import Answer

Asked = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Evaluation:
    """Figures of one collection: ranking measures by stage, quotes against spans, silence (where the collection has them)."""

    name: str
    documents: int
    queries: int
    stages: Mapping[str, Mapping[str, float]]
    quotes: Mapping[str, float] = field(default_factory=dict)
    silence: Silence | None = None

    def record(self) -> dict[str, Any]:
        """The figures as plain values, for JSON."""
        return asdict(self)


def indexed(collection: Collection, home: Path, embedder: Embedder, progress: Progress | None = None) -> Library:
    """A library of the collection's documents, built in that folder unless it is there already."""
    library = Library.open(home)
    if not library.generation().cards:
        library.add(collection.documents, embedder, progress=progress)
    return library


def evaluate(
    collection: Collection, reader: Reader, *, sample: int | None = None, progress: Asked | None = None
) -> Evaluation:
    """Figures over all questions, or over so many drawn at random (the same ones each time)."""
    answerable = [query for query in collection.queries if query.id in collection.relevant and not query.unanswerable]
    unanswerable = [query for query in collection.queries if query.unanswerable]
    if not answerable:
        raise EvaluationError(
            f"the collection {collection.name!r} has no question with a relevant document: nothing to measure"
        )
    answerable, unanswerable = _drawn(answerable, sample), _drawn(unanswerable, sample)
    total = len(answerable) + len(unanswerable)
    rankings: dict[str, dict[str, list[str]]] = {}
    answers: dict[str, Answer] = {}
    for done, query in enumerate([*answerable, *unanswerable], 1):
        request = Request(question=query.text)
        study = reader.study(request)
        answers[query.id] = reader.conclude(request, study)
        if not query.unanswerable:
            for stage, ranking in _rankings(study, rerank=reader.scorer is not None).items():
                rankings.setdefault(stage, {})[query.id] = ranking
        if progress:
            progress(done, total)
    return Evaluation(
        name=collection.name,
        documents=len(collection.documents),
        queries=total,
        stages={stage: rank_measures(collection.relevant, found) for stage, found in rankings.items()},
        quotes=_quotes(answerable, answers),
        silence=silence([answers[q.id] for q in answerable], [answers[q.id] for q in unanswerable])
        if unanswerable
        else None,
    )


def _drawn(queries: list[Query], sample: int | None) -> list[Query]:
    return queries if sample is None or sample >= len(queries) else random.Random(0).sample(queries, sample)  # noqa: S311


def _quotes(queries: Sequence[Query], answers: Mapping[str, Answer]) -> dict[str, float]:
    spanned = [(answers[query.id], query.spans) for query in queries if query.spans]
    return quote_hits(spanned) if spanned else {}


def _rankings(study: Study, *, rerank: bool) -> dict[str, list[str]]:
    """Documents by their best sentence, at each stage of ranking."""
    found = study.candidates
    stages = {
        "terms": _documents(sorted((each for each in found if each.terms), key=lambda each: -each.terms)),
        "vectors": _documents(sorted(found, key=lambda each: -each.vectors)),
        "fused": _documents(found),
    }
    if rerank:
        stages["re-ranked"] = _documents([ranked.candidate for ranked in study.ranking.ranked])
    return stages


def _documents(candidates: Sequence[Candidate]) -> list[str]:
    return list(dict.fromkeys(candidate.sentence.document for candidate in candidates))
