"""A cross-encoder's graph as an adapter changes it: it gives log-odds that the passage answers the question."""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from embeddings.adapter import Adapter
from embeddings.graphs import pool, states_of_layers

PLACES = {"DynamicQuantizeMatMul": (1, 2, 3, 4), "MatMulIntegerToFloat": (1, 3, 5, 6)}
"""Where a quantised product has its weights, their scale, their zero point and its bias."""

_OUTPUT = "answers"
_ADAPTED = "adapted/"
_LEVELS = 63  # of int8, as in `graphs.quantise`
_LAYER = re.compile(r"\.layer\.(\d+)\.")


def adapt(source: Path, target: Path, adapter: Adapter) -> str:
    """Write the changed layers of a cross-encoder's optimised graph: from the states before them, an input beside the mask and the
    marks, to one output, log-odds, float32, shape (1, 1). Returns the name of those states.
    """
    model = onnx.load(str(source))
    graph = model.graph
    first = _first_states(graph, adapter)
    changed = dict(_changes(graph, adapter))
    for node in graph.node:
        for at, name in enumerate(node.input):
            if _ADAPTED + name in changed:
                node.input[at] = _ADAPTED + name
    graph.initializer.extend(numpy_helper.from_array(array, name) for name, array in changed.items())
    _conclude(graph, adapter)
    _cut(graph, first)
    onnx.save(model, str(target))
    return first


def _first_states(graph: onnx.GraphProto, adapter: Adapter) -> str:
    """The name of the states that the first changed layer begins with."""
    numbers = [int(found[1]) for name in adapter.down if (found := _LAYER.search(name))]
    return states_of_layers(graph)[min(numbers) - 1]


def _cut(graph: onnx.GraphProto, states: str) -> None:
    """Leaves only what leads from `states` to the output."""
    makers = {name: node for node in graph.node for name in node.output}
    wanted, needed = [graph.output[0].name], {states}
    while wanted:
        name = wanted.pop()
        if name not in needed:
            needed.add(name)
            wanted += makers[name].input if name in makers else []
    nodes = [node for node in graph.node if any(name in needed for name in node.output) and states not in node.output]
    constants = [each for each in graph.initializer if each.name in needed]
    inputs = [each for each in graph.input if each.name in needed]
    for field, kept in ((graph.node, nodes), (graph.initializer, constants), (graph.input, inputs)):
        del field[:]
        field.extend(kept)
    graph.input.append(onnx.helper.make_tensor_value_info(states, onnx.TensorProto.FLOAT, [1, None, None]))


def _changes(graph: onnx.GraphProto, adapter: Adapter) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """New constants by name: the adapter's vectors, and the weights of each linear map, quantised column by column."""
    constants = {each.name: each for each in graph.initializer}
    yield from ((_ADAPTED + name, array) for name, array in adapter.vectors.items())
    for node in graph.node:
        places = PLACES.get(node.op_type)
        if places is None or len(node.input) <= places[3] or node.input[places[3]] not in adapter.down:
            continue
        bias = node.input[places[3]]
        weights, scale, zero = (numpy_helper.to_array(constants[node.input[place]]) for place in places[:3])
        exact = (weights.astype(np.float32) - zero.astype(np.float32)) * scale + adapter.down[bias] @ adapter.up[bias]
        steps = np.maximum(np.abs(exact).max(axis=0), 1e-8) / _LEVELS
        arrays = (
            np.clip(np.round(exact / steps), -_LEVELS, _LEVELS).astype(np.int8),
            steps.astype(np.float32),
            np.zeros(steps.shape, dtype=np.int8),
        )
        yield from ((_ADAPTED + node.input[place], array) for place, array in zip(places, arrays, strict=False))


def _conclude(graph: onnx.GraphProto, adapter: Adapter) -> None:
    """Makes the log-odds the only output: of the changed logit, and of the head on the last layer's states."""
    parts = {"own": adapter.own, "head": adapter.head.reshape(-1, 1), "intercept": adapter.intercept}
    graph.initializer.extend(
        numpy_helper.from_array(np.array(part, dtype=np.float32), _ADAPTED + name) for name, part in parts.items()
    )
    pooled, logit = pool(graph, states_of_layers(graph)[-1:]), graph.output[0].name
    of_logit, of_head = f"{_ADAPTED}of_logit", f"{_ADAPTED}of_head"
    node = onnx.helper.make_node
    graph.node.append(node("Mul", [logit, f"{_ADAPTED}own"], [of_logit]))
    graph.node.append(node("MatMul", [pooled, f"{_ADAPTED}head"], [of_head]))
    graph.node.append(node("Sum", [of_logit, of_head, f"{_ADAPTED}intercept"], [_OUTPUT]))
    del graph.output[:]
    graph.output.append(onnx.helper.make_tensor_value_info(_OUTPUT, onnx.TensorProto.FLOAT, [1, 1]))
