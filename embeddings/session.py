"""Compiled graphs run through onnxruntime, one text at a time, on as many threads as wanted."""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding

from embeddings.errors import ModelError

Outputs = list[NDArray[np.float32]]

_COLUMNS = ("input_ids", "attention_mask", "token_type_ids")


def available_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Session:
    """Gives the outputs of a graph for each encoding.

    Dynamic int8 scales activations over the whole input of a run, so a text's neighbours in a batch would change its
    result. Each run therefore holds one text on one thread, and several runs go side by side (onnxruntime releases the
    interpreter lock): results depend on nothing but the text, and no padding is computed.
    """

    def __init__(self, session: onnxruntime.InferenceSession, threads: int) -> None:
        self._session = session
        names = [node.name for node in session.get_inputs()]
        self._inputs = [name for name in names if name in _COLUMNS]
        self._more = [name for name in names if name not in _COLUMNS]
        self._threads = threads

    @classmethod
    def load(cls, graph: Path, threads: int | None = None) -> "Session":
        """From a graph that is optimised already; `threads` defaults to the available cores. Raises ModelError."""
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's errors share no base of their own
            raise ModelError(
                f"The compiled model {str(graph)!r} cannot be run by onnxruntime {onnxruntime.__version__}: "
                f"delete the folder {str(graph.parent)!r}, it will be compiled again."
            ) from error
        return cls(session, threads or available_cores())

    def run(self, encodings: Sequence[Encoding], states: Sequence[Outputs] = ()) -> NDArray[np.float32]:
        """The first output in the order of the encodings, shape (len(encodings), ...); at least one encoding."""
        return np.stack([first for first, *_ in self.outputs(encodings, states)])

    def outputs(self, encodings: Sequence[Encoding], states: Sequence[Outputs] = ()) -> list[Outputs]:
        """All outputs of the graph for each of the encodings; `states` are those of another graph for each that this one goes on from."""
        given = [dict(zip(self._more, each, strict=True)) for each in states] or [{}] * len(encodings)
        if self._threads == 1 or len(encodings) < 2:
            return list(map(self._run, encodings, given))
        with ThreadPoolExecutor(min(self._threads, len(encodings)), "onnx") as pool:
            return list(pool.map(self._run, encodings, given))

    def _run(self, encoding: Encoding, given: Mapping[str, NDArray[np.float32]]) -> Outputs:
        columns = dict(zip(_COLUMNS, (encoding.ids, encoding.attention_mask, encoding.type_ids), strict=True))
        feed = {name: np.array([columns[name]], dtype=np.int64) for name in self._inputs}
        more = {name: states[np.newaxis] for name, states in given.items()}
        return [output[0] for output in self._session.run(None, feed | more)]
