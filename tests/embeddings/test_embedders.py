"""What every embedder promises, on every runtime."""

import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embeddings.embedder import Embedder
from embeddings.loading import load_embedder
from embeddings.parity import SENTENCES

LONG = " ".join(SENTENCES)


@pytest.fixture(params=["embedder", "torch_embedder"])
def any_embedder(request: pytest.FixtureRequest) -> Embedder:
    runtime: Embedder = request.getfixturevalue(request.param)
    return runtime


def test_vectors_are_unit_rows_of_float32(any_embedder: Embedder) -> None:
    vectors = any_embedder.embed([*SENTENCES[:5], "", LONG])

    assert vectors.dtype == np.float32
    assert vectors.shape == (7, any_embedder.dimension) == (7, 384)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


def test_no_texts_give_no_rows(any_embedder: Embedder) -> None:
    assert any_embedder.embed([]).shape == (0, 384)
    assert any_embedder.count_tokens([]) == []


def test_tokens_are_counted_without_a_limit(any_embedder: Embedder) -> None:
    assert any_embedder.max_tokens == 256
    assert any_embedder.count_tokens(["", "It snowed."]) == [2, 6]
    assert any_embedder.count_tokens([LONG])[0] > 2 * any_embedder.max_tokens


def test_a_long_text_counts_to_its_end(any_embedder: Embedder) -> None:
    end = "Penguins of the southern ice breed in the dark."
    about_the_end = any_embedder.embed(["penguins in Antarctica"])[0]

    without, with_end = any_embedder.embed([LONG, " ".join([LONG, *[end] * 12])])

    assert with_end @ about_the_end > without @ about_the_end + 0.1


def test_a_long_text_is_the_weighted_mean_of_its_pieces(embedder: Embedder) -> None:
    first, second = "soviet " * 254, "harvest " * 100
    parts = embedder.embed([first, second])

    mean = parts.T @ np.array([256, 102], dtype=np.float32)

    np.testing.assert_allclose(embedder.embed([first + second])[0], mean / np.linalg.norm(mean), atol=1e-6)


def test_torch_batches_move_vectors_by_rounding_only(torch_embedder: Embedder) -> None:
    texts = SENTENCES[-20:]
    alone = np.concatenate([torch_embedder.embed([text]) for text in texts])

    np.testing.assert_allclose(torch_embedder.embed(texts), alone, atol=1e-6)


@given(order=st.permutations(range(12)), cuts=st.sets(st.integers(1, 11)))
@settings(max_examples=15, deadline=None)
def test_vectors_do_not_depend_on_neighbours_by_a_single_bit(
    embedder: Embedder, order: list[int], cuts: set[int]
) -> None:
    texts = SENTENCES[-12:]
    alone = {text: embedder.embed([text])[0].tobytes() for text in texts}
    edges = [0, *sorted(cuts), 12]

    for start, end in pairwise(edges):
        batch = [texts[index] for index in order[start:end]]
        assert [row.tobytes() for row in embedder.embed(batch)] == [alone[text] for text in batch]


def test_vectors_do_not_depend_on_threads_by_a_single_bit(embedder: Embedder, models: object) -> None:
    texts = list(SENTENCES) * 2
    random.Random(7).shuffle(texts)

    many = [load_embedder(models=models, threads=threads).embed(texts).tobytes() for threads in (1, 2, 5)]

    assert len(set(many)) == 1


def test_the_default_models_digits_stay(embedder: Embedder, torch_embedder: Embedder) -> None:
    text = "Sailors guarded the telephone exchange, the post office and the state bank."

    exact = torch_embedder.embed([text])[0][:4]
    compiled = embedder.embed([text])[0][:4]

    np.testing.assert_allclose(exact, [-0.0897, 0.1000, 0.0207, 0.0130], atol=1e-4)
    np.testing.assert_allclose(compiled, exact, atol=1.5e-2)


def test_runtimes_have_fingerprints_of_their_own(embedder: Embedder, torch_embedder: Embedder) -> None:
    assert embedder.fingerprint.startswith("all-MiniLM-L6-v2-int8-")
    assert torch_embedder.fingerprint.startswith("all-MiniLM-L6-v2-fp32-")
