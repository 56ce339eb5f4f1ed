"""Reading one generation: by id, by place, by words, by vector, and within chosen documents."""

import threading

import numpy as np
import pytest

from embeddings.embedder import Embedder
from retrieval.errors import UnknownDocument
from retrieval.library.library import Library
from retrieval.library.records import Unit, View
from retrieval.library.snapshot import Snapshot
from tests.retrieval.library.material import HARBOUR, MILLS, RAILWAY, STAMPS, document

TEXTS = {"harbour": HARBOUR, "empty": "* * *\n", "mills": MILLS, "railway": RAILWAY, "stamps": STAMPS}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Snapshot:
    with Library.open(tmp_path_factory.mktemp("library") / "home") as library:
        library.add([document(text, name) for name, text in TEXTS.items()], embedder)
        library.remove(["railway"])
        yield library.snapshot()


def ids(snapshot: Snapshot, unit: Unit) -> list[int]:
    spans = [
        (card.first_sentence, card.sentences) if unit is Unit.SENTENCE else (card.first_passage, card.passages)
        for card in snapshot.documents()
    ]
    return [number for first, count in spans for number in range(first, first + count)]


def test_sentences_come_in_the_order_in_which_they_were_asked_for(snapshot: Snapshot) -> None:
    wanted = ids(snapshot, Unit.SENTENCE)[::-2]
    assert [sentence.id for sentence in snapshot.sentences(wanted)] == wanted


def test_passages_and_their_sentences_name_each_other(snapshot: Snapshot) -> None:
    for passage in snapshot.passages(ids(snapshot, Unit.PASSAGE)):
        sentences = snapshot.sentences_of_passage(passage.id)
        assert [s.id for s in sentences] == list(range(passage.first, passage.last + 1))
        assert {s.passage for s in sentences} == {passage.id}
        assert (passage.start, passage.end) == (sentences[0].start, sentences[-1].end)
        assert snapshot.text(passage) == TEXTS[passage.document][passage.start : passage.end]


def test_ids_that_the_generation_does_not_have_are_left_out(snapshot: Snapshot) -> None:
    known = set(ids(snapshot, Unit.SENTENCE))
    everything = range(-2, max(known) + 5)
    assert {sentence.id for sentence in snapshot.sentences(everything)} == known
    assert len(known) < len(everything) - 7  # the removed document's ids are among them
    assert snapshot.sentences_of_passage(10_000) == snapshot.neighbours(10_000) == []


def test_neighbours_stay_in_the_document(snapshot: Snapshot) -> None:
    card = snapshot.card("mills")
    first, last = card.first_sentence, card.first_sentence + card.sentences - 1
    assert [s.id for s in snapshot.neighbours(first)] == [first, first + 1]
    assert [s.id for s in snapshot.neighbours(last, 2)] == [last - 2, last - 1, last]


def test_sentences_are_found_by_their_place(snapshot: Snapshot) -> None:
    start = STAMPS.index("The heron")
    [sentence] = snapshot.sentences_in("stamps", start + 3, start + 5)
    assert snapshot.text(sentence) == "The heron was drawn by a clerk of the tax office."
    assert len(snapshot.sentences_in("stamps", 0, len(STAMPS))) == 4
    assert snapshot.sentences_in("stamps", start - 1, start) == []  # the blank between two sentences


@pytest.mark.parametrize("name", ["ghost", "railway", "", "'; DROP TABLE versions; --"])
def test_an_unknown_document_is_named(name: str, snapshot: Snapshot) -> None:
    for use in (snapshot.card, snapshot.document, snapshot.sentences_of_document):
        with pytest.raises(UnknownDocument, match="quoth sources"):
            use(name)


def test_a_document_without_sentences_is_listed_and_never_found(snapshot: Snapshot) -> None:
    card = snapshot.card("empty")
    assert (card.sentences, card.passages) == (0, 0)
    assert snapshot.search_terms("harbour mills heron", View.SENTENCE, 50, {"empty"}) == []
    assert snapshot.search_vectors(np.ones(384, np.float32), Unit.SENTENCE, 50, {"empty"}) == []


def test_every_sentence_is_its_own_nearest_neighbour(snapshot: Snapshot) -> None:
    for unit in Unit:
        numbers = ids(snapshot, unit)
        vectors = snapshot.vectors(numbers, unit)
        assert vectors.shape == (len(numbers), 384)
        for number, vector in zip(numbers, vectors, strict=True):
            assert snapshot.search_vectors(vector, unit, 1)[0][0] == number


def test_vector_search_ranks_all_units_by_their_cosine(snapshot: Snapshot, embedder: Embedder) -> None:
    vector = embedder.embed(["a strike of weavers"])[0]
    for unit in Unit:
        numbers = ids(snapshot, unit)
        hits = snapshot.search_vectors(vector, unit, 10_000)
        slow = dict(zip(numbers, (snapshot.vectors(numbers, unit) @ vector).tolist(), strict=True))
        assert sorted(slow) == sorted(number for number, _ in hits)
        assert [score for _, score in hits] == pytest.approx(sorted(slow.values(), reverse=True), abs=1e-6)
        assert all(slow[number] == pytest.approx(score, abs=1e-6) for number, score in hits)


def test_vectors_of_unknown_ids_are_an_error(snapshot: Snapshot) -> None:
    with pytest.raises(KeyError):
        snapshot.vectors([10_000], Unit.SENTENCE)
    assert snapshot.vectors([], Unit.SENTENCE).shape == (0, 384)


@pytest.mark.parametrize("allowed", [{"stamps"}, {"stamps", "mills"}, {"stamps", "ghost"}, set(), {"ghost"}, None])
def test_a_filter_lets_through_what_it_names_and_nothing_else(
    allowed: set[str] | None, snapshot: Snapshot, embedder: Embedder
) -> None:
    vector = embedder.embed(["the green heron of the mills and the harbour"])[0]
    real = {"harbour", "mills", "stamps"} if allowed is None else allowed & {"harbour", "mills", "stamps"}
    for view in (View.SENTENCE, View.WINDOW, View.PASSAGE):
        hits = snapshot.search_terms("the green heron, the mills, the harbour", view, 100, allowed)
        units = snapshot.passages if view is View.PASSAGE else snapshot.sentences
        assert {unit.document for unit in units([number for number, _ in hits])} == real
        everything = dict(snapshot.search_terms("the green heron, the mills, the harbour", view, 100))
        assert all(everything[number] == pytest.approx(score, rel=1e-6) for number, score in hits)
    for unit in Unit:
        hits = snapshot.search_vectors(vector, unit, 100, allowed)
        units = snapshot.passages if unit is Unit.PASSAGE else snapshot.sentences
        assert {found.document for found in units([number for number, _ in hits])} == real


def test_the_limit_keeps_the_best(snapshot: Snapshot) -> None:
    everything = snapshot.search_terms("the owners of the mills", View.WINDOW, 100)
    assert snapshot.search_terms("the owners of the mills", View.WINDOW, 3) == everything[:3]
    assert snapshot.search_terms("the owners of the mills", View.WINDOW, 0) == []
    assert [score for _, score in everything] == sorted((score for _, score in everything), reverse=True)


def test_a_window_is_a_sentence_with_its_neighbours_in_the_paragraph(snapshot: Snapshot) -> None:
    found = {number for number, _ in snapshot.search_terms("Brandt", View.WINDOW, 10)}
    texts = [snapshot.text(sentence) for sentence in snapshot.sentences(sorted(found))]
    assert [text.split()[0] for text in texts] == ["On", "Governor", "None"]


@pytest.mark.parametrize(
    "words",
    [
        *("", "   ", "🐌🐌", "?!*", '"', "the and of", "a" * 10_000, "heron " * 2_000, "\x00"),
        *(
            "field:value",
            "title:*",
            "[a TO b]",
            "heron^2 -mills +\\",
            "sentence:heron",
            "NOT heron",
            "id:1 OR version:1",
        ),
        "'; DROP TABLE sentences; --",
    ],
)
def test_words_are_words_and_never_a_query_language(words: str, snapshot: Snapshot) -> None:
    hits = snapshot.search_terms(words, View.SENTENCE, 10)
    found = " ".join(snapshot.text(s) for s in snapshot.sentences([number for number, _ in hits])).lower()
    assert bool(hits) == ("heron" in words)
    assert ("heron" in found) == ("heron" in words)


def test_words_may_come_as_a_list(snapshot: Snapshot) -> None:
    assert snapshot.search_terms(["green", "heron"], View.SENTENCE, 9) == snapshot.search_terms(
        "Herons, green!", View.SENTENCE, 9
    )


def test_document_frequency_counts_sentences_with_any_inflection(snapshot: Snapshot) -> None:
    assert snapshot.document_frequency("herons") == snapshot.document_frequency("HERON") == 3
    assert snapshot.document_frequency("heron", View.PASSAGE) == 1
    assert snapshot.document_frequency("union") == 0  # only the removed document had it
    assert snapshot.document_frequency("the") == snapshot.document_frequency("") == 0
    assert snapshot.document_frequency("ghost-heron") == 0


def test_the_vocabulary_counts_words_and_their_capitals(snapshot: Snapshot) -> None:
    words = {word.text: word for word in snapshot.vocabulary()}
    assert (words["heron"].count, words["heron"].capitalised) == (3, 0)
    assert (words["osk"].count, words["osk"].capitalised) == (2, 1)
    assert words["the"].capitalised == 0  # only the first words of sentences have a capital
    assert "union" not in words
    counts = [word.count for word in snapshot.vocabulary()]
    assert counts == sorted(counts, reverse=True)
    assert snapshot.holds_word("HERON")
    assert not snapshot.holds_word("herons")


def test_a_sample_is_drawn_from_all_sentences_and_is_always_the_same(snapshot: Snapshot) -> None:
    everything = ids(snapshot, Unit.SENTENCE)
    assert snapshot.sample_sentence_ids(10_000) == everything
    sample = snapshot.sample_sentence_ids(5)
    assert len(set(sample)) == 5
    assert set(sample) <= set(everything)
    assert snapshot.sample_sentence_ids(5) == sample


def test_threads_may_share_a_snapshot(snapshot: Snapshot, embedder: Embedder) -> None:
    vector = embedder.embed(["green heron"])[0]

    def ask() -> object:
        hits = snapshot.search_terms("green heron", View.SENTENCE, 3)
        near = snapshot.search_vectors(vector, Unit.SENTENCE, 3)
        return [snapshot.text(s) for s in snapshot.sentences([n for n, _ in hits + near])]

    expected, found = ask(), []
    threads = [threading.Thread(target=lambda: found.extend(ask() for _ in range(50))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 200
