"""Graphs on their way to a compiled model: quantised, pooled, optimised."""

import logging
from pathlib import Path

import onnx
import onnxruntime
from onnxruntime.quantization import QuantType, quantize_dynamic


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


def optimise(source: Path, target: Path) -> None:
    """Write the graph as onnxruntime would otherwise rewrite it at each start.

    The extended level fuses nodes for any processor; the level above it would bind the file to this machine's.
    """
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    options.log_severity_level = 3  # without this it warns that the file may be bound to this machine
    onnxruntime.InferenceSession(str(source), options, providers=["CPUExecutionProvider"])
