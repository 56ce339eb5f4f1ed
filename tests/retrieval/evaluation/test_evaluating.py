"""A small collection is measured the way that questions are answered, and the same each time."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from embeddings.embedder import Embedder, PairScorer
from retrieval.answering.asking import Reader, Request
from retrieval.errors import EvaluationError
from retrieval.evaluation.collection import Collection
from retrieval.evaluation.evaluating import Evaluation, evaluate, indexed

TEXTS = {
    "lighthouse": "The lighthouse of Brandt Point was built in 1802. Its keeper rowed ashore once a month for oil and flour.",
    "bakery": "The bakery in Mill Lane sold rye bread and nothing else. Its oven was lit at two in the morning.",
    "school": "Forty children shared one room in the village school. The teacher was paid in potatoes and firewood.",
    "bridge": "Ice carried the wooden bridge away in the spring of 1844. A ferry replaced it for eleven years.",
    "orchard": "The monks planted pear trees along the southern wall. Frost killed all but three of them.",
    "fair": "Horse dealers came to the autumn fair from four provinces. A mare cost as much as two cows.",
    "fever": "The fever of 1831 reached the harbour on a grain ship. Every seventh house stood empty by Christmas.",
    "clock": "A clock was hung in the town hall tower after the fire. It struck thirteen on the day it was unveiled.",
    "mine": "Copper was mined under the hill until the water broke in. Nineteen men were brought up alive.",
    "choir": "The choir of Saint Olga sang without an organ. Its deepest bass was a blacksmith called Rurik.",
}
ANSWERS = [
    ("q1", "When was the lighthouse built?", "lighthouse", "The lighthouse of Brandt Point was built in 1802."),
    ("q2", "What did the bakery sell?", "bakery", "The bakery in Mill Lane sold rye bread and nothing else."),
    ("q3", "How was the schoolteacher paid?", "school", "The teacher was paid in potatoes and firewood."),
    ("q4", "What replaced the bridge?", "bridge", "A ferry replaced it for eleven years."),
    ("q5", "How many miners were rescued from the copper mine?", "mine", "Nineteen men were brought up alive."),
    ("q6", "Who was the deepest voice of the choir?", "choir", "Its deepest bass was a blacksmith called Rurik."),
]
UNANSWERABLE = [("u1", "Which football club won the league in 1998?"), ("u2", "How do I configure a wireless router?")]


def write(folder: Path, *, spans: bool = True, unanswerable: bool = True) -> Path:
    folder.mkdir()
    queries: list[dict] = []
    for key, text, document, answer in ANSWERS:
        span = {"docid": document, "start": TEXTS[document].index(answer), "text": answer}
        queries.append({"id": key, "text": text, **({"spans": [span]} if spans else {})})
    if unanswerable:
        queries += [{"id": key, "text": text, "unanswerable": True} for key, text in UNANSWERABLE]
    corpus = [{"id": key, "title": key.title(), "text": text} for key, text in TEXTS.items()]
    judgements = [f"{key}\t{document}\t1" for key, _, document, _ in ANSWERS]
    for name, lines in (
        ("corpus.jsonl", map(json.dumps, corpus)),
        ("queries.jsonl", map(json.dumps, queries)),
        ("qrels.tsv", ["query-id\tcorpus-id\tscore", *judgements]),
    ):
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    return Collection.load(write(tmp_path_factory.mktemp("sets") / "town"))


@pytest.fixture(scope="module")
def town(
    collection: Collection, tmp_path_factory: pytest.TempPathFactory, embedder: Embedder, scorer: PairScorer
) -> Iterator[Reader]:
    with indexed(collection, tmp_path_factory.mktemp("home"), embedder) as library:
        yield Reader(snapshot=library.snapshot(), embedder=embedder, scorer=scorer)


@pytest.fixture(scope="module")
def figures(collection: Collection, town: Reader) -> Evaluation:
    return evaluate(collection, town)


def test_an_evaluation_says_what_it_measured(figures: Evaluation) -> None:
    assert (figures.name, figures.documents, figures.queries) == ("town", 10, 8)
    assert list(figures.stages) == ["terms", "vectors", "fused", "re-ranked"]
    measured = {"R@1", "R@5", "R@10", "MRR@10", "nDCG@10", "hit@1", "hit@10"}
    assert all(set(stage) == measured for stage in figures.stages.values())
    assert set(figures.quotes) == {"quote hit@1", "quote hit@3", "quote hit@5"}
    assert json.loads(json.dumps(figures.record()))["stages"] == figures.stages


def test_an_easy_collection_is_answered_almost_whole(figures: Evaluation) -> None:
    assert figures.stages["re-ranked"]["R@1"] >= 5 / 6
    assert figures.quotes["quote hit@3"] >= 5 / 6
    assert figures.silence is not None
    assert figures.silence.auroc >= 0.9


def test_figures_are_those_of_the_answers_that_ask_gives(figures: Evaluation, town: Reader) -> None:
    answers = [town.answer(Request(question=text)) for _, text, _, _ in ANSWERS]
    right = [answer.quotes[0].text.find(span) >= 0 for answer, (_, _, _, span) in zip(answers, ANSWERS, strict=True)]
    assert figures.quotes["quote hit@1"] == pytest.approx(sum(right) / len(right))
    assert figures.silence is not None
    assert figures.silence.answerable_refused == pytest.approx(sum(each.abstained for each in answers) / len(answers))
    refused = [town.answer(Request(question=text)).abstained for _, text in UNANSWERABLE]
    assert figures.silence.unanswerable_refused == pytest.approx(sum(refused) / len(refused))


def test_the_same_collection_has_the_same_figures(collection: Collection, town: Reader, figures: Evaluation) -> None:
    assert evaluate(collection, town) == figures
    quick = replace(town, scorer=None)
    assert evaluate(collection, quick, sample=3) == evaluate(collection, quick, sample=3)


def test_without_a_cross_encoder_nothing_is_re_ranked(collection: Collection, town: Reader) -> None:
    assert list(evaluate(collection, replace(town, scorer=None)).stages) == ["terms", "vectors", "fused"]


def test_a_sample_is_drawn_of_both_kinds(collection: Collection, town: Reader) -> None:
    heard: list[tuple[int, int]] = []
    quick = replace(town, scorer=None)
    figures = evaluate(collection, quick, sample=2, progress=lambda done, of: heard.append((done, of)))
    assert figures.queries == 4
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert evaluate(collection, quick, sample=100).queries == 8


@pytest.mark.parametrize(("spans", "unanswerable"), [(False, True), (True, False), (False, False)])
def test_what_a_collection_does_not_have_is_not_measured(
    spans: bool, unanswerable: bool, tmp_path: Path, town: Reader
) -> None:
    collection = Collection.load(write(tmp_path / "part", spans=spans, unanswerable=unanswerable))
    figures = evaluate(collection, replace(town, scorer=None))
    assert bool(figures.quotes) == spans
    assert (figures.silence is not None) == unanswerable


def test_a_collection_without_a_relevant_document_is_refused(tmp_path: Path, town: Reader) -> None:
    folder = write(tmp_path / "idle")
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\tbakery\t0\n")
    with pytest.raises(EvaluationError, match="'idle' has no question with a relevant document"):
        evaluate(Collection.load(folder), town)


def test_a_collection_is_indexed_once(collection: Collection, tmp_path: Path, embedder: Embedder) -> None:
    heard: list[str] = []

    def progress(step: str, done: int, of: int) -> None:
        heard.append(step)

    with indexed(collection, tmp_path, embedder, progress) as library:
        assert library.snapshot().counts.documents == len(TEXTS)
    assert heard
    heard.clear()
    with indexed(collection, tmp_path, embedder, progress) as library:
        assert library.snapshot().generation == 1
    assert heard == []
