"""Graphs on their way to a compiled model: quantised, pooled, optimised."""

import logging
import re
from collections.abc import Sequence
from pathlib import Path

import onnx
import onnxruntime
from onnxruntime.quantization import QuantType, quantize_dynamic

_FEATURES = "features"
_MARKS = "token_type_ids"  # the input that marks question (0) and passage (1)
_SLOWER = "SkipLayerNormFusion"  # one node for a sum and its normalisation: a tenth of a run, where the two take a third of that
_LAYER = re.compile(r"encoder/layer\.(\d+)/output/LayerNorm/(?:Add_1|LayerNormalization)_output_0$")


def quantise(source: Path, target: Path) -> None:
    """Write the graph with int8 weights, one scale per channel.

    Weights use 7 of their 8 bits: on processors without VNNI onnxruntime adds pairs of 8-bit products in 16 bits,
    which overflows with all 8 and would give such machines other vectors (onnxruntime, "Quantize ONNX Models").
    """
    advice = logging.getLogger()
    level = advice.level
    advice.setLevel(logging.ERROR)  # quantize_dynamic logs its advice for image models to the root logger
    try:
        quantize_dynamic(source, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    finally:
        advice.setLevel(level)


def pool_first_token(source: Path, target: Path) -> int:
    """Write the graph with its first output (1, tokens, dimension) reduced to the first token's; returns dimension."""
    model = onnx.load(str(source))
    hidden = model.graph.output[0].name
    dimension = model.graph.output[0].type.tensor_type.shape.dim[2].dim_value
    model.graph.initializer.append(onnx.helper.make_tensor("first_token", onnx.TensorProto.INT64, [], [0]))
    model.graph.node.append(onnx.helper.make_node("Gather", [hidden, "first_token"], ["vectors"], axis=1))
    del model.graph.output[:]
    model.graph.output.append(
        onnx.helper.make_tensor_value_info("vectors", onnx.TensorProto.FLOAT, ["batch", dimension])
    )
    onnx.save(model, str(target))
    return int(dimension)


def add_features(source: Path, target: Path, count: int) -> int:
    """Write a cross-encoder's optimised graph with a second output, `features`; returns its length, 0 where it has none.

    The features are, for each of the last `count` layers, the hidden state of the first token, the mean over the tokens
    of the question and the mean over those of the passage. The logit is computed as before, by the same nodes. A graph
    in which the layers cannot be told, or that does not mark question and passage, stays as it is.
    """
    model = onnx.load(str(source))
    graph = model.graph
    layers = states_of_layers(graph)[-count:]
    marked = _MARKS in [each.name for each in graph.input]
    length = 3 * _width(graph, layers[-1]) * len(layers) if layers and marked else 0
    if length:
        pooled = pool(graph, layers)
        graph.output.append(onnx.helper.make_tensor_value_info(pooled, onnx.TensorProto.FLOAT, [1, length]))
    onnx.save(model, str(target))
    return length


def pool(graph: onnx.GraphProto, layers: Sequence[str]) -> str:
    """Add to a graph, for each of these hidden states, the first token's and the means over question and passage, all in a
    row (1, 3 x width x layers); returns its name.
    """
    graph.initializer.extend(_constants())
    graph.node.extend(_pooling(layers))
    return _FEATURES


def show(file: Path, states: str) -> None:
    """Add hidden states that a saved graph computes, (1, tokens, width), to its outputs."""
    model = onnx.load(str(file))
    model.graph.output.append(onnx.helper.make_tensor_value_info(states, onnx.TensorProto.FLOAT, [1, None, None]))
    onnx.save(model, str(file))


def states_of_layers(graph: onnx.GraphProto) -> list[str]:
    """Names of the hidden states that each layer of a BERT-like encoder gives, in order."""
    found = {int(match[1]): name for node in graph.node for name in node.output[:1] if (match := _LAYER.search(name))}
    return [found[number] for number in sorted(found)]


def _width(graph: onnx.GraphProto, layer: str) -> int:
    """Length of a hidden state: that of the scales of the normalisation that gives it."""
    sizes = {each.name: each.dims for each in graph.initializer}
    maker = next(node for node in graph.node if layer in node.output)
    return next((int(sizes[name][0]) for name in maker.input if name in sizes and len(sizes[name]) == 1), 0)


def _constants() -> list[onnx.TensorProto]:
    numbers = {"features.axis": [1], "features.tokens": [2], "features.start": [0], "features.flat": [1, -1]}
    return [
        onnx.helper.make_tensor("features.one", onnx.TensorProto.FLOAT, [], [1.0]),
        *(onnx.helper.make_tensor(name, onnx.TensorProto.INT64, [len(of)], of) for name, of in numbers.items()),
    ]


def _pooling(layers: Sequence[str]) -> list[onnx.NodeProto]:
    """Nodes that reduce each layer (1, tokens, dimension) to three vectors, and join them."""
    node = onnx.helper.make_node
    nodes = [
        node("Cast", [_MARKS], ["features.passage"], to=onnx.TensorProto.FLOAT),
        node("Sub", ["features.one", "features.passage"], ["features.question"]),
        node("Unsqueeze", ["features.question", "features.axis"], ["features.question_row"]),
        node("Unsqueeze", ["features.passage", "features.axis"], ["features.passage_row"]),
        node("Concat", ["features.question_row", "features.passage_row"], ["features.rows"], axis=1),
        node("ReduceSum", ["features.rows", "features.tokens"], ["features.counts"], keepdims=1),
        node("Div", ["features.rows", "features.counts"], ["features.shares"]),
    ]
    for number, layer in enumerate(layers):
        nodes += [
            node("Gather", [layer, "features.start"], [f"features.{number}.first"], axis=1),
            node("MatMul", ["features.shares", layer], [f"features.{number}.means"]),
        ]
    pooled = [f"features.{number}.{part}" for number in range(len(layers)) for part in ("first", "means")]
    return [
        *nodes,
        node("Concat", pooled, ["features.pooled"], axis=1),
        node("Reshape", ["features.pooled", "features.flat"], [_FEATURES]),
    ]


def optimise(source: Path, target: Path) -> None:
    """Write the graph as onnxruntime would otherwise rewrite it at each start.

    The extended level fuses nodes for any processor; the level above it would bind the file to this machine's. `_SLOWER` is left
    out.
    """
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    options.log_severity_level = 3  # without this it warns that the file may be bound to this machine
    onnxruntime.InferenceSession(
        str(source), options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOWER]
    )
