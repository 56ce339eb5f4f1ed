"""An embedder on onnxruntime: starts in a fraction of a second and imports neither torch nor transformers."""

from collections.abc import Sequence
from pathlib import Path

from embeddings.embedder import Vectors
from embeddings.manifest import GRAPH, TOKENIZER, Manifest
from embeddings.pieces import embed_texts
from embeddings.session import Session
from embeddings.tokens import TextTokenizer


class OnnxEmbedder:
    """Vectors of a compiled model (see the `Embedder` protocol); safe to share between threads."""

    def __init__(self, manifest: Manifest, tokenizer: TextTokenizer, session: Session) -> None:
        self._manifest = manifest
        self._tokenizer = tokenizer
        self._session = session

    @classmethod
    def load(cls, folder: Path, manifest: Manifest, threads: int | None = None) -> "OnnxEmbedder":
        """From a folder that `compile_model` wrote. Raises ModelError."""
        tokenizer = TextTokenizer.load(folder / TOKENIZER, manifest.max_tokens)
        return cls(manifest, tokenizer, Session.load(folder / GRAPH, threads))

    @property
    def fingerprint(self) -> str:
        """Names the model, its weights, its precision and its limits: equal fingerprints give equal vectors."""
        return self._manifest.fingerprint

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._manifest.dimension

    @property
    def max_tokens(self) -> int:
        """Tokens that the model reads of one text, the two special ones included."""
        return self._manifest.max_tokens

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as the model would read it without a limit, the two special ones included."""
        return self._tokenizer.count(texts)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (len(texts), dimension); the same bits however texts are batched."""
        return embed_texts(texts, self._tokenizer, self._session.run, self.dimension)
