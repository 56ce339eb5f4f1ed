"""sentence-transformers: the authority on what a model computes. The only importer of torch; imported when needed."""

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import CrossEncoder, SentenceTransformer
from tokenizers import Encoding, Tokenizer
from transformers.utils import logging as transformers_logging

from embeddings.embedder import Vectors
from embeddings.errors import ModelError, first_line
from embeddings.pieces import embed_texts
from embeddings.tokens import TextTokenizer
from embeddings.weights import Weights

OPSET = 17  # the newest that torch's tracing exporter writes for every operator of BERT-like models
LONGEST = 512  # tokens; for models that state no limit of their own
BATCH = 32
PLAIN = {"attn_implementation": "eager"}  # attention as plain operators makes the smallest graph


class TorchEmbedder:
    """Vectors computed by torch in 32 bits (see the `Embedder` protocol), on a GPU where torch finds one.

    Texts are batched with padding, which moves a vector by rounding only (below 1e-6).
    """

    def __init__(self, model: SentenceTransformer, fingerprint: str) -> None:
        self._model = model
        self._fingerprint = fingerprint
        self._tokenizer = TextTokenizer(_fast_tokenizer(model), _limit(model))

    @classmethod
    def load(cls, weights: Weights, fingerprint: str) -> "TorchEmbedder":
        """On the best device that torch finds. Raises ModelError."""
        return cls(_load(SentenceTransformer, weights), fingerprint)

    @property
    def fingerprint(self) -> str:
        """Names the model, its weights, its precision and its limits."""
        return self._fingerprint

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return _dimension(self._model)

    @property
    def max_tokens(self) -> int:
        """Tokens that the model reads of one text, the special ones included."""
        return self._tokenizer.max_tokens

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as the model would read it without a limit, the special ones included."""
        return self._tokenizer.count(texts)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (len(texts), dimension)."""
        return embed_texts(texts, self._tokenizer, self._run, self.dimension)

    def _run(self, encodings: Sequence[Encoding]) -> Vectors:
        vectors = np.empty((len(encodings), self.dimension), dtype=np.float32)
        by_length = sorted(range(len(encodings)), key=lambda row: len(encodings[row]))
        for start in range(0, len(by_length), BATCH):
            rows = by_length[start : start + BATCH]
            vectors[rows] = self._batch([encodings[row] for row in rows])
        return vectors

    def _batch(self, encodings: Sequence[Encoding]) -> Vectors:
        columns = {
            "input_ids": ([encoding.ids for encoding in encodings], self._model.tokenizer.pad_token_id),
            "attention_mask": ([encoding.attention_mask for encoding in encodings], 0),
            "token_type_ids": ([encoding.type_ids for encoding in encodings], 0),
        }
        features = {
            name: torch.nn.utils.rnn.pad_sequence(
                [torch.tensor(row) for row in rows], batch_first=True, padding_value=padding
            ).to(self._model.device)
            for name, (rows, padding) in columns.items()
            if name in self._model.tokenizer.model_input_names
        }
        with torch.inference_mode():
            vectors: Vectors = self._model(features)["sentence_embedding"].float().cpu().numpy()
        return vectors


class Reference:
    """A model as sentence-transformers defines it: what a compiled model is made from and measured against."""

    def __init__(self, model: SentenceTransformer | CrossEncoder) -> None:
        self._model = model

    @classmethod
    def embedder(cls, weights: Weights) -> "Reference":
        """A bi-encoder. Raises ModelError."""
        return cls(_load(SentenceTransformer, weights, device="cpu", model_kwargs=PLAIN))

    @classmethod
    def cross_encoder(cls, weights: Weights) -> "Reference":
        """A cross-encoder with one logit. Raises ModelError."""
        model = _load(CrossEncoder, weights, device="cpu", model_kwargs=PLAIN)
        if model.num_labels != 1:
            raise ModelError(
                f"The cross-encoder {weights.name!r} gives {model.num_labels} scores a pair: use one that gives one."
            )
        return cls(model)

    @property
    def max_tokens(self) -> int:
        """Tokens that the model reads."""
        return _limit(self._model)

    @property
    def dimension(self) -> int:
        """Length of a vector; 1 for a cross-encoder's logit."""
        return _dimension(self._model) if isinstance(self._model, SentenceTransformer) else 1

    def save_tokenizer(self, file: Path) -> None:
        """Write tokenizer.json."""
        _fast_tokenizer(self._model).save(str(file))

    def export(self, file: Path) -> None:
        """Write the whole pipeline (transformer, pooling, what follows) as an ONNX graph for one text of any length."""
        pair = isinstance(self._model, CrossEncoder)
        features = self._model.preprocess([("a question", "a passage")] if pair else ["a sentence of some words"])
        names = [name for name in ("input_ids", "attention_mask", "token_type_ids") if name in features]
        with warnings.catch_warnings(), torch.inference_mode():
            warnings.simplefilter("ignore")  # notes of the tracer on code paths that no text takes
            torch.onnx.export(
                _Columns(self._model, names, "scores" if pair else "sentence_embedding"),
                tuple(features[name] for name in names),
                str(file),
                input_names=names,
                output_names=["output"],
                dynamic_axes={str(name): {1: "tokens"} for name in names},
                opset_version=OPSET,
                dynamo=False,
            )

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of texts."""
        assert isinstance(self._model, SentenceTransformer)
        vectors: Vectors = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return vectors

    def logits(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Logits of pairs of question and passage."""
        assert isinstance(self._model, CrossEncoder)
        logits: NDArray[np.float32] = self._model.predict(
            list(pairs), activation_fn=torch.nn.Identity(), show_progress_bar=False
        )
        return logits


class _Columns(torch.nn.Module):
    """The pipeline with tensors as arguments, which the exporter needs, in place of a dictionary."""

    def __init__(self, model: torch.nn.Module, names: Sequence[str], output: str) -> None:
        super().__init__()
        self.model = model
        self.names = names
        self.output = output

    def forward(self, *columns: torch.Tensor) -> torch.Tensor:
        output: torch.Tensor = self.model(dict(zip(self.names, columns, strict=True)))[self.output]
        return output


def _load(kind: Any, weights: Weights, **settings: Any) -> Any:
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call] # progress is the caller's to draw
    try:
        return kind(str(weights.folder), local_files_only=True, **settings).eval()
    except Exception as error:  # torch, transformers and safetensors raise errors of every kind
        raise ModelError(
            f"sentence-transformers cannot load the model {weights.name!r} from {str(weights.folder)!r}: "
            f"{first_line(error)}."
        ) from error


def _dimension(model: SentenceTransformer) -> int:
    dimension = model.get_embedding_dimension()
    assert dimension is not None, "known for every pipeline that pools"
    return dimension


def _limit(model: SentenceTransformer | CrossEncoder) -> int:
    return min(model.max_seq_length or LONGEST, LONGEST)


def _fast_tokenizer(model: SentenceTransformer | CrossEncoder) -> Tokenizer:
    backend = getattr(model.tokenizer, "backend_tokenizer", None)
    if backend is None:
        raise ModelError("The model's tokenizer has no fast version (tokenizer.json), which Quoth needs: use another.")
    return Tokenizer.from_str(backend.to_str())  # a copy: its limits and padding are ours to change
