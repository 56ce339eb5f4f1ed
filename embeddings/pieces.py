"""One vector for a text of any length: the normalised mean of its pieces' vectors, weighted by their tokens."""

from collections.abc import Callable, Sequence

import numpy as np
from tokenizers import Encoding

from embeddings.embedder import Vectors
from embeddings.tokens import TextTokenizer


def embed_texts(
    texts: Sequence[str], tokenizer: TextTokenizer, run: Callable[[Sequence[Encoding]], Vectors], dimension: int
) -> Vectors:
    """Unit vectors, float32, shape (len(texts), dimension); `run` gives a vector for each piece."""
    pieces = tokenizer.pieces(texts)
    vectors = np.empty((len(texts), dimension), dtype=np.float32)
    if not texts:
        return vectors
    parts = _unit(run([piece for group in pieces for piece in group]))
    start = 0
    for row, group in enumerate(pieces):
        weights = np.array([len(piece) for piece in group], dtype=np.float32)
        own = parts[start : start + len(group)]
        vectors[row] = own[0] if len(group) == 1 else _unit(weights @ own)
        start += len(group)
    return vectors


def _unit(vectors: Vectors) -> Vectors:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    unit: Vectors = (vectors / np.maximum(length, np.finfo(np.float32).tiny)).astype(np.float32, copy=False)
    return unit
