"""Candidates: the sentences that may answer, by six views of the library, fused into one score.

The views are BM25 over sentences, over windows (a sentence and its neighbours), over passages and over passages with those
around them, and the cosine of sentences and of passages with the question.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from embeddings.embedder import Vectors
from retrieval.library.records import Unit, View
from retrieval.library.snapshot import Snapshot
from retrieval.types import Passage, Sentence

DEPTH = 100
"""Best results taken from each view."""

LEXICAL_WEIGHTS = {View.SENTENCE: 0.5, View.WINDOW: 1.0, View.PASSAGE: 0.5, View.SURROUNDINGS: 1.5}
"""Weights of the BM25 views, each first divided by the best score that the question reaches in it. docs/ranking.md has the measurements."""

FOREIGN_WEIGHTS = LEXICAL_WEIGHTS | {View.PASSAGE: 3.0, View.SURROUNDINGS: 6.0}
"""The same for a question in a language that the model carries badly, which it cuts into many tokens: sentences share few words with it."""

NEIGHBOURS = 2
"""Passages before and after a sentence's own whose scores are added to its passage's, for the surroundings of an English sentence."""

DENSE_WEIGHT = 6.0
"""Weight of a cosine, measured like the lexical ones."""


PREFERENCE = 6.0
"""What it is worth, in fused score, that a sentence is spoken by the person whose words are asked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A sentence that may answer, its fused score and the two parts of it, its score in each view (BM25, cosine), whether
    it is spoken by the person whose words are asked for, and the share, 0 to 1, of the question's years that it tells of.
    """

    sentence: Sentence
    fused: float
    terms: float
    vectors: float
    preferred: bool
    views: Mapping[str, float]
    years: float = 0.0


def find(
    snapshot: Snapshot,
    text: str,
    vector: Vectors,
    *,
    allowed: frozenset[str] | None = None,
    also: Collection[int] = (),
    preferred: Collection[int] = (),
    trust: float = 1.0,
) -> list[Candidate]:
    """The sentences that any view finds for a question, best first; `vector` is its unit vector, `allowed` the documents to look in.

    `also` are ids of sentences to consider besides, `preferred` ids of those that the question asks for by their speaker,
    `trust` is how much of their weight cosines have, 0 where the model does not carry the question's language.
    """
    foreign = trust < 1.0
    views = [view for view in View if foreign or view is not View.SURROUNDINGS]
    lexical = {view: dict(snapshot.search_terms(text, view, DEPTH, allowed)) for view in views}
    dense = {unit: dict(snapshot.search_vectors(vector, unit, DEPTH, allowed)) for unit in Unit}
    passages = set(lexical[View.PASSAGE]) | set(dense[Unit.PASSAGE])
    ids = set(lexical[View.SENTENCE]) | set(lexical[View.WINDOW]) | set(dense[Unit.SENTENCE]) | set(also)
    found = snapshot.passages(sorted(passages))
    for passage in found:
        ids.update(range(passage.first, passage.last + 1))
    if not ids:
        return []
    sentences = snapshot.sentences(sorted(ids))
    columns = _columns(snapshot, sentences, lexical, vector)
    if not foreign:
        columns["bm25 surroundings"] = _added_up(sentences, found, lexical[View.PASSAGE])
    weights = FOREIGN_WEIGHTS if foreign else LEXICAL_WEIGHTS
    lexical_part = np.sum([weight * _scaled(columns[f"bm25 {view}"]) for view, weight in weights.items()], axis=0)
    dense_part = trust * DENSE_WEIGHT * (columns["cosine sentence"] + columns["cosine passage"])
    asked_for = [sentence.id in preferred for sentence in sentences]
    fused = lexical_part + dense_part + PREFERENCE * np.array(asked_for)
    rows = np.round(np.stack(list(columns.values()), axis=1), 4).tolist()
    scores = np.stack([fused, lexical_part, dense_part], axis=1).tolist()
    return [
        Candidate(
            sentence=sentences[i],
            fused=scores[i][0],
            terms=scores[i][1],
            vectors=scores[i][2],
            preferred=asked_for[i],
            views=dict(zip(columns, rows[i], strict=True)),
        )
        for i in np.argsort(-fused, kind="stable").tolist()
    ]


def raised(candidates: Sequence[Candidate], scores: Mapping[int, float]) -> list[Candidate]:
    """The candidates, best first, where those with these ids of sentences have these fused scores at least, preferences aside."""
    if not scores:
        return list(candidates)

    def lifted(each: Candidate) -> Candidate:
        least = scores.get(each.sentence.id)
        return each if least is None else replace(each, fused=max(each.fused, least + PREFERENCE * each.preferred))

    return sorted(map(lifted, candidates), key=lambda each: -each.fused)


def _columns(
    snapshot: Snapshot, sentences: Sequence[Sentence], lexical: Mapping[View, Mapping[int, float]], vector: Vectors
) -> dict[str, Vectors]:
    """One array for each view, aligned with `sentences`. A sentence below the depth of a lexical view counts 0 in it."""
    ids = [sentence.id for sentence in sentences]
    homes = [sentence.passage for sentence in sentences]
    distinct = sorted(set(homes))
    at = {passage: row for row, passage in enumerate(distinct)}
    by_passage = snapshot.vectors(distinct, Unit.PASSAGE) @ vector
    return {
        "bm25 sentence": _lookup(lexical[View.SENTENCE], ids),
        "bm25 window": _lookup(lexical[View.WINDOW], ids),
        "bm25 passage": _lookup(lexical[View.PASSAGE], homes),
        "bm25 surroundings": _lookup(lexical.get(View.SURROUNDINGS, {}), homes),
        "cosine sentence": snapshot.vectors(ids, Unit.SENTENCE) @ vector,
        "cosine passage": by_passage[[at[home] for home in homes]],
    }


def _added_up(sentences: Sequence[Sentence], found: Sequence[Passage], scores: Mapping[int, float]) -> Vectors:
    """For each sentence the scores of its passage and of those of its document around that, added up."""
    known = {(passage.document, passage.id): scores.get(passage.id, 0.0) for passage in found}
    homes = [(sentence.document, sentence.passage) for sentence in sentences]
    sums = {
        (document, home): sum(known.get((document, home + step), 0.0) for step in range(-NEIGHBOURS, NEIGHBOURS + 1))
        for document, home in set(homes)
    }
    return np.array([sums[home] for home in homes], dtype=np.float32)


def _lookup(scores: Mapping[int, float], ids: Sequence[int]) -> Vectors:
    return np.array([scores.get(key, 0.0) for key in ids], dtype=np.float32)


def _scaled(scores: Vectors) -> Vectors:
    """Scores as shares of the best one, so that a library's size and a question's length do not weigh."""
    best = scores.max()
    return scores / best if best > 0 else scores
