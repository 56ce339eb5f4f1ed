"""Many texts are embedded in blocks, in order, and a stop keeps what is done."""

from itertools import islice

import numpy as np
import pytest

from embeddings.bulk import embed_all
from embeddings.embedder import Embedder
from embeddings.parity import SENTENCES


@pytest.mark.parametrize("block", [1, 7, 50, 1000])
def test_blocks_put_together_are_the_vectors(block: int, embedder: Embedder) -> None:
    blocks = list(embed_all(embedder, SENTENCES, block=block))

    assert max(len(vectors) for vectors in blocks) <= block
    assert np.concatenate(blocks).tobytes() == embedder.embed(SENTENCES).tobytes()


def test_progress_counts_texts_once_they_are_taken(embedder: Embedder) -> None:
    told: list[tuple[int, int]] = []

    list(embed_all(embedder, SENTENCES[:10], block=4, progress=lambda *step: told.append(step)))

    assert told == [(4, 10), (8, 10), (10, 10)]


def test_no_texts_give_no_blocks(embedder: Embedder) -> None:
    assert list(embed_all(embedder, [], block=4)) == []


def test_blocks_that_nobody_takes_are_not_computed(embedder: Embedder) -> None:
    asked: list[int] = []

    class Counting:
        fingerprint, dimension, max_tokens = embedder.fingerprint, embedder.dimension, embedder.max_tokens
        count_tokens = staticmethod(embedder.count_tokens)

        def embed(self, texts):  # type: ignore[no-untyped-def]
            asked.append(len(texts))
            return embedder.embed(texts)

    kept = list(islice(embed_all(Counting(), SENTENCES, block=4), 2))

    assert [len(vectors) for vectors in kept] == asked == [4, 4]
