"""A cross-encoder's graph as an adapter changes it: it gives log-odds that the passage answers the question."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from embeddings.adapter import Adapter
from embeddings.graphs import states_of_layers

PLACES = {"DynamicQuantizeMatMul": (1, 2, 3, 4), "MatMulIntegerToFloat": (1, 3, 5, 6)}
"""Where a quantised product has its weights, their scale, their zero point and its bias."""

_MARKS = "token_type_ids"  # the input that marks question (0) and passage (1)
_OUTPUT = "answers"
_ADAPTED = "adapted/"
_LEVELS = 63  # of int8, as in `graphs.quantise`
_LAYER = re.compile(r"\.layer\.(\d+)\.")

Arrays = dict[str, NDArray[np.generic]]


def adapt(source: Path, target: Path, adapter: Adapter) -> str:
    """Write the changed layers of a cross-encoder's optimised graph: from the states before them, an input beside the mask and the
    marks, to one output, log-odds, float32, shape (1,). Returns the name of those states.
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
    graph.initializer.extend(_constants(adapter))
    graph.node.extend(_verdict(states_of_layers(graph)[-1], graph.output[0].name))
    del graph.output[:]
    graph.output.append(onnx.helper.make_tensor_value_info(_OUTPUT, onnx.TensorProto.FLOAT, [1]))
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


def _constants(adapter: Adapter) -> list[onnx.TensorProto]:
    numbers = {"axis": [1], "tokens": [2], "start": [0], "flat": [1, -1], "one_number": [1]}
    floats = {"own": [adapter.own], "intercept": [adapter.intercept]}
    return [
        numpy_helper.from_array(np.ones((), dtype=np.float32), f"{_ADAPTED}one"),
        *(numpy_helper.from_array(np.array(of, dtype=np.int64), _ADAPTED + name) for name, of in numbers.items()),
        *(numpy_helper.from_array(np.array(of, dtype=np.float32), _ADAPTED + name) for name, of in floats.items()),
        numpy_helper.from_array(adapter.head.reshape(-1, 1), f"{_ADAPTED}head"),
    ]


def _verdict(states: str, logit: str) -> Sequence[onnx.NodeProto]:
    """Nodes from the last states (1, tokens, width) and the changed logit to the log-odds."""
    made = []

    def node(kind: str, inputs: Sequence[str], output: str, **attributes: int) -> str:
        name = output if output == _OUTPUT else _ADAPTED + output
        made.append(onnx.helper.make_node(kind, inputs, [name], **attributes))  # type: ignore[arg-type]
        return name

    constant = _ADAPTED.__add__
    passage = node("Cast", [_MARKS], "passage", to=onnx.TensorProto.FLOAT)
    question = node("Sub", [constant("one"), passage], "question")
    rows = [node("Unsqueeze", [part, constant("axis")], f"{n}_row") for n, part in enumerate((question, passage))]
    marks = node("Concat", rows, "rows", axis=1)
    counts = node("ReduceSum", [marks, constant("tokens")], "counts", keepdims=1)
    means = node("MatMul", [node("Div", [marks, counts], "shares"), states], "means")
    first = node("Gather", [states, constant("start")], "first", axis=1)
    pooled = node("Reshape", [node("Concat", [first, means], "pooled", axis=1), constant("flat")], "joined")
    from_head = node("MatMul", [pooled, constant("head")], "of_head")
    from_logit = node("Mul", [logit, constant("own")], "of_logit")
    parts = [
        node("Reshape", [part, constant("one_number")], f"{part}_flat".removeprefix(_ADAPTED))
        for part in (from_head, from_logit)
    ]
    node("Sum", [*parts, constant("intercept")], _OUTPUT)
    return made
