"""Train the adapter that tells whether a passage answers, on the project's own pairs of question and passage.

    python benchmarks/answering_adapter.py [--epochs 2] [--all] [--write]

Reads benchmarks/pairs with the default cross-encoder, trains low-rank changes to its last layers (ten minutes an
epoch on two cores), and prints after each epoch the AUROC on pairs about documents that it was not trained on. --all trains on
those too. --write puts the result where the package ships it; the cross-encoder then has another name, which the head that
ranks is given.
"""

import argparse
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from last_layers import Graph, LastLayers
from numpy.typing import NDArray
from torch.nn import functional
from training_pairs import written

from embeddings.adapter import SHIPPED
from embeddings.fingerprints import sha256_of
from embeddings.graphs import optimise, show, states_of_layers
from embeddings.loading import load_cross_encoder
from embeddings.manifest import GRAPH, TOKENIZER
from embeddings.models import DEFAULT_CROSS_ENCODER, find_weights
from embeddings.recipes import LONGEST_PAIR
from embeddings.tokens import TextTokenizer
from embeddings.weights import Task
from retrieval.answering.second_opinion import RANKING, Head
from retrieval.evaluation.measuring import auroc

FIRST, LAYERS = 8, 12
RANK = 8
BATCH, PACE, WARM_UP = 32, 1e-3, 0.06
HELD_OUT = 8
"""One in so many documents is held out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """A pair as the lower layers leave it: states (tokens, width), which tokens are the passage's, the model's logit, whether the
    passage answers, and the document that it is about.
    """

    states: NDArray[np.float16]
    passage: NDArray[np.bool_]
    logit: float
    answers: bool
    document: str


def read_pairs(graph: Path, tokenizer: TextTokenizer) -> Iterator[Read]:
    """All pairs of the project."""
    session = onnxruntime.InferenceSession(str(graph), providers=["CPUExecutionProvider"])
    for pair in written(twins=True):
        (read,) = tokenizer.pairs(pair.question, [pair.passage])
        fields = {"input_ids": read.ids, "attention_mask": read.attention_mask, "token_type_ids": read.type_ids}
        logits, states = session.run(None, {name: np.array([of], dtype=np.int64) for name, of in fields.items()})
        yield Read(
            states=states[0].astype(np.float16),
            passage=np.array(read.type_ids, dtype=np.bool_),
            logit=float(logits.ravel()[0]),
            answers=pair.answers,
            document=pair.document,
        )


def batch(pairs: Sequence[Read]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Padded states, which tokens there are, and which are the passage's."""
    longest = max(len(pair.passage) for pair in pairs)
    states = np.zeros((len(pairs), longest, pairs[0].states.shape[1]), dtype=np.float32)
    mask, passage = (np.zeros((len(pairs), longest), dtype=np.bool_) for _ in range(2))
    for row, pair in enumerate(pairs):
        tokens = len(pair.passage)
        states[row, :tokens], mask[row, :tokens], passage[row, :tokens] = pair.states, True, pair.passage
    return torch.tensor(states), torch.tensor(mask), torch.tensor(passage)


def batches(pairs: Sequence[Read], chance: random.Random) -> list[list[Read]]:
    """Pairs in random batches of about the same length."""
    mixed = chance.sample(pairs, len(pairs))
    found = []
    for start in range(0, len(mixed), 20 * BATCH):
        part = sorted(mixed[start : start + 20 * BATCH], key=lambda pair: len(pair.passage))
        found += [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
    return chance.sample(found, len(found))


def train(layers: LastLayers, pairs: Sequence[Read], epochs: int, told: Callable[[int, float], None]) -> None:
    """Fit by cross-entropy (AdamW, a warm-up, then a linear decay); `told` hears the mean loss after each epoch."""
    chance = random.Random(1917)
    optimiser = torch.optim.AdamW(layers.parameters(), lr=PACE, weight_decay=0.01)
    plan = [batches(pairs, chance) for _ in range(epochs)]
    steps = sum(map(len, plan))
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (WARM_UP * steps), (steps - step) / (steps * (1 - WARM_UP)), 1.0)
    )
    for epoch, parts in enumerate(plan):
        layers.train()
        losses = []
        for part in parts:
            answers = torch.tensor([float(pair.answers) for pair in part])
            loss = functional.binary_cross_entropy_with_logits(layers(*batch(part)), answers)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
            optimiser.step()
            pace.step()
            losses.append(loss.item())
        told(epoch, float(np.mean(losses)))


def opinions(layers: LastLayers, pairs: Sequence[Read]) -> list[float]:
    """Log-odds of each pair."""
    layers.eval()
    with torch.no_grad():
        return [float(layers(*batch([pair]))[0]) for pair in pairs]


def area(scores: Sequence[float], pairs: Sequence[Read]) -> float:
    """AUROC of answering pairs against the others."""
    right, wrong = (
        [s for s, pair in zip(scores, pairs, strict=True) if pair.answers is kind] for kind in (True, False)
    )
    return auroc(right, wrong)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, print, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args(arguments)
    torch.manual_seed(1917)
    weights = find_weights(DEFAULT_CROSS_ENCODER, Task.PAIRS)
    with tempfile.TemporaryDirectory() as work:
        optimised = Path(work) / GRAPH
        optimise(weights.folder / GRAPH, optimised)
        model = onnx.load(str(optimised))
        layers = LastLayers(Graph(model), first=FIRST, layers=LAYERS, rank=RANK)
        show(optimised, states_of_layers(model.graph)[FIRST - 1])
        pairs = list(read_pairs(optimised, TextTokenizer.load(weights.folder / TOKENIZER, LONGEST_PAIR)))
    documents = sorted({pair.document for pair in pairs})
    random.Random(1917).shuffle(documents)
    held = set(documents[::HELD_OUT])
    unseen = [pair for pair in pairs if pair.document in held]
    seen = pairs if chosen.all else [pair for pair in pairs if pair.document not in held]
    print(f"{len(pairs):,} pairs about {len(documents)} documents; {len(unseen):,} about {len(held)} are held out")
    print(f"AUROC of the logit alone on those: {area([pair.logit for pair in unseen], unseen):.3f}", flush=True)

    def told(epoch: int, loss: float) -> None:
        known = "" if chosen.all else f", AUROC {area(opinions(layers, unseen), unseen):.3f}"
        print(f"epoch {epoch + 1}: loss {loss:.3f}{known}", flush=True)

    train(layers, seen, chosen.epochs, told)
    if chosen.write:
        layers.adapter(sha256_of(weights.folder / GRAPH)).save()
        replace(Head.load(RANKING), fingerprint=load_cross_encoder().fingerprint).save(RANKING)
        print(f"written to {SHIPPED}, {SHIPPED.stat().st_size / 1000:,.0f} kB")


if __name__ == "__main__":
    main()
