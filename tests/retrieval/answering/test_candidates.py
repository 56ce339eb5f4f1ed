"""Candidates: every sentence that any view finds, from the documents that are allowed, in one order."""

from pathlib import Path

import numpy as np
import pytest

from embeddings.embedder import Embedder, Vectors
from retrieval.answering.asking import Reader
from retrieval.answering.candidates import DEPTH, Candidate, find
from retrieval.library.records import Unit, View
from seeds.document import Metadata
from tests.retrieval.library.material import HARBOUR, MILLS, STAMPS, document
from tests.retrieval.material import reading

QUESTIONS = ["Who stormed the Winter Palace?", "soviet", "the price of bread and the length of the queues", "zzyzx"]


def vector_of(reader: Reader, question: str) -> Vectors:
    return reader.embedder.embed([question])[0]


def found(reader: Reader, question: str, **limits: object) -> list[Candidate]:
    return find(reader.snapshot, question, vector_of(reader, question), **limits)


@pytest.mark.parametrize("question", QUESTIONS)
def test_equal_questions_have_equal_candidates(question: str, quick: Reader) -> None:
    assert found(quick, question) == found(quick, question)


@pytest.mark.parametrize("question", QUESTIONS)
def test_candidates_come_once_and_best_first(question: str, quick: Reader) -> None:
    candidates = found(quick, question)
    assert [each.fused for each in candidates] == sorted((each.fused for each in candidates), reverse=True)
    assert len({each.sentence.id for each in candidates}) == len(candidates)
    lexical = {f"bm25 {view}" for view in View}
    for each in candidates:
        assert each.fused == pytest.approx(each.terms + each.vectors, rel=1e-5)
        assert set(each.views) == lexical | {f"cosine {unit}" for unit in Unit}


def test_the_words_of_the_passages_around_count(tmp_path: Path, embedder: Embedder) -> None:
    said = "The committee met again and agreed upon nothing at all that evening. " * 30
    told = [
        document(f"{'It rained in the lighthouse of Ost. ' * 40}\n\n{said}", "near"),
        document(f"{'It rained upon a meadow of the plain. ' * 40}\n\n{said}", "far"),
    ]
    with reading(told, tmp_path, embedder) as reader:
        candidates = found(reader, "the committee of the lighthouse")
        agreed = [each for each in candidates if "agreed" in reader.snapshot.text(each.sentence)]
        by_document = {
            name: max(each.views["bm25 surroundings"] for each in agreed if each.sentence.document == name)
            for name in ("near", "far")
        }
        assert by_document["near"] > by_document["far"]


def test_the_title_s_words_count_for_each_passage(tmp_path: Path, embedder: Embedder) -> None:
    texts = [
        document(f"They met {name} and agreed upon nothing at all.", name, metadata=Metadata(title=title))
        for name, title in (("again", "The Lighthouse of Ost"), ("once", "The Meadow of the Plain"))
    ]
    with reading(texts, tmp_path, embedder) as reader:
        scores = {each.sentence.document: each.views["bm25 passage"] for each in found(reader, "lighthouse meeting")}
        assert scores["again"] > 0 == scores["once"]


def test_the_words_of_passages_weigh_more_where_the_model_only_spells(quick: Reader) -> None:
    question = QUESTIONS[2]
    own = {each.sentence.id: each for each in found(quick, question)}
    spelled = found(quick, question, trust=0.25)
    best = max(spelled, key=lambda each: each.views["bm25 passage"])
    assert best.terms > own[best.sentence.id].terms
    assert best.vectors == pytest.approx(0.25 * own[best.sentence.id].vectors, rel=1e-5)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_one_view_alone_finds_is_a_candidate(question: str, quick: Reader) -> None:
    snapshot, vector = quick.snapshot, vector_of(quick, question)
    ids = {each.sentence.id for each in found(quick, question)}
    for view in (View.SENTENCE, View.WINDOW, View.PASSAGE):
        hits = {number for number, _ in snapshot.search_terms(question, view, DEPTH)}
        if view is View.PASSAGE:
            hits = {each.id for number in hits for each in snapshot.sentences_of_passage(number)}
        assert hits <= ids
    for unit in Unit:
        hits = {number for number, _ in snapshot.search_vectors(vector, unit, DEPTH)}
        if unit is Unit.PASSAGE:
            hits = {each.id for number in hits for each in snapshot.sentences_of_passage(number)}
        assert hits <= ids


def test_a_word_that_no_vector_points_at_is_found(tmp_path: Path, embedder: Embedder) -> None:
    filler = [document(f"Report {n} on the weather of the province. It rained on day {n}.", f"w{n}") for n in range(60)]
    with reading([*filler, document("Ledger.\n\nItem 4711-QX was paid.\n", "ledger")], tmp_path, embedder) as reader:
        question = "What was the weather in the province like, and what does 4711 mean?"
        candidates = find(reader.snapshot, question, vector_of(reader, "weather report of the province"))
        nearest = reader.snapshot.search_vectors(
            vector_of(reader, "weather report of the province"), Unit.SENTENCE, DEPTH
        )
    by_document = {each.sentence.document: each for each in candidates}
    assert by_document["ledger"].terms > 0
    assert len(nearest) == DEPTH


def test_a_meaning_that_no_word_shares_is_found(tmp_path: Path, embedder: Embedder) -> None:
    with reading([document(HARBOUR, "harbour"), document(STAMPS, "stamps")], tmp_path, embedder) as reader:
        candidates = found(reader, "frigid vessels immobile")
        texts = [reader.snapshot.text(each.sentence) for each in candidates]
    assert candidates[0].terms == 0
    assert candidates[0].vectors > 0
    assert "ice" in texts[0] or "froze" in texts[0]


@pytest.mark.parametrize("allowed", [{"people"}, {"people", "parties"}, {"people", "ghost"}])
def test_candidates_come_only_from_the_allowed_documents(allowed: set[str], quick: Reader) -> None:
    candidates = found(quick, "Who stormed the Winter Palace?", allowed=frozenset(allowed))
    assert {each.sentence.document for each in candidates} == allowed - {"ghost"}


@pytest.mark.parametrize("allowed", [frozenset(), frozenset({"ghost"})])
def test_where_nothing_is_allowed_nothing_is_found(allowed: frozenset[str], quick: Reader) -> None:
    assert found(quick, "Who stormed the Winter Palace?", allowed=allowed) == []


def test_a_limit_to_all_documents_changes_nothing(quick: Reader) -> None:
    everything = frozenset(card.id for card in quick.snapshot.documents())
    limited = found(quick, QUESTIONS[0], allowed=everything)
    free = found(quick, QUESTIONS[0])
    assert [each.sentence.id for each in limited[:20]] == [each.sentence.id for each in free[:20]]


def test_sentences_that_are_named_besides_are_candidates(tmp_path: Path, embedder: Embedder) -> None:
    documents = [document(text, name) for text, name in ((HARBOUR, "harbour"), (MILLS, "mills"))]
    with reading(documents, tmp_path, embedder) as reader:
        far = reader.snapshot.sentences_of_document("mills")[-1]
        alone = found(reader, "ships in the ice", allowed=frozenset({"harbour"}))
        with_it = found(reader, "ships in the ice", allowed=frozenset({"harbour"}), also={far.id})
    assert far not in [each.sentence for each in alone]
    assert [each.sentence for each in with_it if each.sentence.document == "mills"] == [far]


def test_an_empty_library_has_no_candidates(tmp_path: Path, embedder: Embedder) -> None:
    with reading([document("* * *\n", "stars")], tmp_path, embedder) as reader:
        assert found(reader, "anything") == []


def test_cosines_are_those_of_the_stored_vectors(quick: Reader) -> None:
    vector = vector_of(quick, QUESTIONS[0])
    best = found(quick, QUESTIONS[0])[:10]
    stored = quick.snapshot.vectors([each.sentence.id for each in best], Unit.SENTENCE) @ vector
    assert np.array([each.views["cosine sentence"] for each in best]) == pytest.approx(stored, abs=1e-4)
