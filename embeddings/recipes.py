"""How the weights of each layout become a compiled model's files."""

import dataclasses
import importlib.metadata
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from embeddings import graphs, parity
from embeddings.adapter import Adapter, trained_on
from embeddings.adapting import adapt
from embeddings.cross_encoder import OnnxPairScorer
from embeddings.errors import ModelError, first_line
from embeddings.manifest import ANSWERING, GRAPH, TOKENIZER, Manifest
from embeddings.onnx import OnnxEmbedder
from embeddings.weights import Layout, Task, Weights

if TYPE_CHECKING:
    from embeddings.sentence_transformer import Reference

TAPPED_LAYERS = 5  # last layers of a cross-encoder whose states its second output holds; benchmarks/ranking_head.py
LONGEST_PAIR = 256  # tokens of question and passage together; a cross-encoder's time grows with them
_FILES = (GRAPH, ANSWERING, TOKENIZER)
_TOOLS = ("onnx", "onnxruntime", "sentence-transformers", "tokenizers", "torch", "transformers")


def make(weights: Weights, building: Path, name: str, done: Callable[[int], None]) -> Manifest:
    """Write model.onnx and tokenizer.json into a folder; `done` hears the steps finished. Raises ModelError."""
    try:
        if weights.layout is Layout.ONNX:
            return _from_onnx(weights, building, name, done)
        return _from_sentence_transformers(weights, building, name, done)
    except (ModelError, OSError):
        raise
    except Exception as error:  # torch's exporter and onnxruntime raise errors of every kind
        raise ModelError(
            f"The model {weights.name!r} cannot be compiled ({first_line(error)}): use it with the torch runtime."
        ) from error


def _from_onnx(weights: Weights, building: Path, name: str, done: Callable[[int], None]) -> Manifest:
    """Weights that came quantised; an embedder among them reads its vector from the first token (as BGE does)."""
    source, dimension = weights.folder / GRAPH, 1
    if weights.task is Task.EMBEDDING:
        dimension = graphs.pool_first_token(source, building / "pooled.onnx")
        source = building / "pooled.onnx"
    done(2)
    features = _optimise(weights, source, building / GRAPH)
    (building / "pooled.onnx").unlink(missing_ok=True)
    shutil.copyfile(weights.folder / TOKENIZER, building / TOKENIZER)
    assert weights.max_tokens is not None, "known for every packaged graph"
    return _manifest(weights, building, name, dimension, features, weights.max_tokens)


def _from_sentence_transformers(weights: Weights, building: Path, name: str, done: Callable[[int], None]) -> Manifest:
    from embeddings.sentence_transformer import Reference

    pairs = weights.task is Task.PAIRS
    reference = Reference.cross_encoder(weights) if pairs else Reference.embedder(weights)
    done(1)
    exported, quantised = building / "exported.onnx", building / "quantised.onnx"
    reference.export(exported)
    done(2)
    graphs.quantise(exported, quantised)
    done(3)
    features = _optimise(weights, quantised, building / GRAPH)
    exported.unlink()
    quantised.unlink()
    reference.save_tokenizer(building / TOKENIZER)
    done(4)
    manifest = _manifest(weights, building, name, reference.dimension, features, reference.max_tokens)
    parity = _pair_parity(reference, building, manifest) if pairs else _vector_parity(reference, building, manifest)
    return dataclasses.replace(manifest, parity=parity)


def _optimise(weights: Weights, source: Path, target: Path) -> int:
    """Write the graph as it is run; returns the length of the features that it gives of a pair."""
    if weights.task is Task.EMBEDDING:
        graphs.optimise(source, target)
        return 0
    optimised = target.with_name("optimised.onnx")
    graphs.optimise(source, optimised)
    features = graphs.add_features(optimised, target, TAPPED_LAYERS)  # last, so that it changes nothing in the rest
    if weights.sha256.get(GRAPH) == trained_on():
        graphs.show(target, adapt(optimised, target.with_name(ANSWERING), Adapter.load()))
    optimised.unlink()
    return features


def _vector_parity(reference: "Reference", building: Path, manifest: Manifest) -> Mapping[str, float]:
    compiled = OnnxEmbedder.load(building, manifest).embed(parity.SENTENCES)
    return parity.check_vectors(manifest.name, compiled, reference.vectors(parity.SENTENCES))


def _pair_parity(reference: "Reference", building: Path, manifest: Manifest) -> Mapping[str, float]:
    scorer = OnnxPairScorer.load(building, manifest)
    compiled = np.concatenate([scorer.score(question, parity.SENTENCES) for question in parity.QUESTIONS])
    pairs = [(question, sentence) for question in parity.QUESTIONS for sentence in parity.SENTENCES]
    return parity.check_logits(manifest.name, compiled, reference.logits(pairs))


def _manifest(weights: Weights, building: Path, name: str, dimension: int, features: int, max_tokens: int) -> Manifest:
    return Manifest(
        fingerprint=name,
        name=weights.name,
        task=weights.task,
        origin=weights.origin,
        dimension=dimension,
        max_tokens=min(max_tokens, LONGEST_PAIR) if weights.task is Task.PAIRS else max_tokens,
        parity={},
        made_with={tool: importlib.metadata.version(tool) for tool in _TOOLS},
        sizes={file.name: file.stat().st_size for name in _FILES if (file := building / name).exists()},
        features=features,
    )
