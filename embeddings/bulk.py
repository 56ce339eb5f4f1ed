"""Many texts: their vectors in blocks, so that what is done can be kept when the work is stopped."""

from collections.abc import Callable, Iterator, Sequence

from embeddings.embedder import Embedder, Vectors

BLOCK = 256  # about a second of work: what a stop loses, and how often progress is told


def embed_all(
    embedder: Embedder,
    texts: Sequence[str],
    *,
    block: int = BLOCK,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Vectors]:
    """Vectors of the texts in their order, at most `block` rows at a time.

    `progress` hears (texts done, texts in all) when the caller comes back for the next block.
    """
    for start in range(0, len(texts), block):
        vectors = embedder.embed(texts[start : start + block])
        yield vectors
        if progress:
            progress(start + len(vectors), len(texts))
