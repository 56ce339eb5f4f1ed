"""The last layers of a quantised BERT-like cross-encoder in torch, with low-rank changes that can be trained."""

import math
from collections.abc import Iterator

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from embeddings.adapter import Adapter
from embeddings.adapting import PLACES

LINEAR = {
    "query": "attention.self.query.bias",
    "key": "attention.self.key.bias",
    "value": "attention.self.value.bias",
    "mixed": "attention.output.dense.bias",
    "wide": "intermediate.dense.bias",
    "narrow": "output.dense.bias",
}
NORMS = {
    "first_scale": "attention.output.LayerNorm.weight",
    "first_shift": "attention.output.LayerNorm.bias",
    "second_scale": "output.LayerNorm.weight",
    "second_shift": "output.LayerNorm.bias",
}
POOLER, CLASSIFIER = "bert.pooler.dense.bias", "classifier.bias"
HEADS, EPSILON = 12, 1e-12
ALPHA = 16.0
"""Over the rank it is the factor of the low-rank products (Hu et al., 2021)."""


class Graph:
    """A cross-encoder's optimised graph and its constants."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self._nodes = list(model.graph.node)
        self._constants = {each.name: each for each in model.graph.initializer}

    def constant(self, name: str) -> Tensor:
        """A constant by its name."""
        return torch.tensor(numpy_helper.to_array(self._constants[name]).astype(np.float32))

    def weights(self, bias: str) -> Tensor:
        """The weights of the linear map that has this bias, (inputs, outputs), out of their int8."""
        node = next(node for node in self._nodes if bias in node.input)
        if node.op_type == "Add":  # a bias that stands by itself
            node = next(each for each in self._nodes if node.input[0] in each.output)
        quantised, scale, zero = (self.constant(node.input[place]) for place in PLACES[node.op_type][:3])
        return (quantised - zero) * scale


class Linear(nn.Module):
    """A linear map with frozen weights, a bias that can be trained, and a low-rank change beside it (rank 0: none)."""

    weights: Tensor

    def __init__(self, graph: Graph, bias: str, rank: int) -> None:
        super().__init__()
        self.name = bias
        self.register_buffer("weights", graph.weights(bias))
        self.bias = nn.Parameter(graph.constant(bias))
        inputs, outputs = self.weights.shape
        self.rank, self.strength = rank, ALPHA / rank if rank else 0.0
        self.down = nn.Parameter(torch.randn(inputs, rank) / math.sqrt(inputs))
        self.up = nn.Parameter(torch.zeros(rank, outputs))

    def forward(self, states: Tensor) -> Tensor:
        """The map of some states."""
        mapped = states @ self.weights + self.bias
        return mapped + self.strength * (states @ self.down @ self.up) if self.rank else mapped


class Layer(nn.Module):
    """One layer of BERT (Devlin et al., 2019)."""

    def __init__(self, graph: Graph, number: int, rank: int) -> None:
        super().__init__()
        prefix = f"bert.encoder.layer.{number}."
        self.linear = nn.ModuleDict({key: Linear(graph, prefix + name, rank) for key, name in LINEAR.items()})
        self.norms = nn.ParameterDict({key: graph.constant(prefix + name) for key, name in NORMS.items()})
        self.names = {key: prefix + name for key, name in NORMS.items()}

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States after this layer, (texts, tokens, width); `mask` tells tokens from padding."""
        texts, tokens, width = states.shape

        def linear(key: str, of: Tensor) -> Tensor:
            made: Tensor = self.linear[key](of)
            return made

        def heads(key: str) -> Tensor:
            return linear(key, states).view(texts, tokens, HEADS, width // HEADS).transpose(1, 2)

        mixed = functional.scaled_dot_product_attention(heads("query"), heads("key"), heads("value"), attn_mask=mask)
        states = self._normalised(states, linear("mixed", mixed.transpose(1, 2).reshape(states.shape)), "first")
        return self._normalised(states, linear("narrow", functional.gelu(linear("wide", states))), "second")

    def _normalised(self, states: Tensor, change: Tensor, which: str) -> Tensor:
        scale, shift = self.norms[f"{which}_scale"], self.norms[f"{which}_shift"]
        return functional.layer_norm(states + change, states.shape[-1:], scale, shift, EPSILON)


class LastLayers(nn.Module):
    """The layers from `first` on, the model's own logit, and a head: together the log-odds that a passage answers."""

    def __init__(self, graph: Graph, *, first: int, layers: int, rank: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(graph, number, rank) for number in range(first, layers))
        self.pooler, self.classifier = Linear(graph, POOLER, 0), Linear(graph, CLASSIFIER, 0)
        self.head = nn.Linear(3 * self.pooler.weights.shape[0], 1)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)
        self.own = nn.Parameter(torch.tensor(0.3))

    def forward(self, states: Tensor, mask: Tensor, passage: Tensor) -> Tensor:
        """Log-odds, (texts,), from the states before layer `first`; `passage` marks the passage's tokens."""
        for layer in self.layers:
            states = layer(states, mask[:, None, None, :])
        own = self.classifier(torch.tanh(self.pooler(states[:, 0])))[:, 0]
        parts = [states[:, 0], _mean(states, mask & ~passage), _mean(states, mask & passage)]
        odds: Tensor = self.own * own + self.head(torch.cat(parts, dim=1))[:, 0]
        return odds

    def adapter(self, weights: str) -> Adapter:
        """What was trained, for a graph of that sha256."""
        linear = [each for layer in self.layers for each in layer.linear.values()]
        return Adapter(
            weights=weights,
            down={each.name: _array(each.down) for each in linear},
            up={each.name: each.strength * _array(each.up) for each in linear},
            vectors=dict(self._vectors()),
            head=_array(self.head.weight).ravel(),
            own=self.own.item(),
            intercept=self.head.bias.item(),
        )

    def _vectors(self) -> Iterator[tuple[str, np.ndarray]]:
        for layer in self.layers:
            yield from ((each.name, _array(each.bias)) for each in layer.linear.values())
            yield from ((name, _array(layer.norms[key])) for key, name in layer.names.items())
        yield from ((each.name, _array(each.bias)) for each in (self.pooler, self.classifier))


def _mean(states: Tensor, chosen: Tensor) -> Tensor:
    share = chosen.float() / chosen.sum(dim=1, keepdim=True)
    return (states * share[:, :, None]).sum(dim=1)


def _array(parameter: Tensor) -> np.ndarray:
    return parameter.detach().numpy()
