"""Say how follow-ups are found: by themselves, after the question before them put together, and as `quoth chat` understands them.

    python benchmarks/conversations.py ../shared/eval/external/sets/cast21-dev --home /tmp/cast21 [--sample 60]

The folder is a test collection whose questions have a `history` of turns. A hit is a relevant document among those of the
first 1, 3 and 10 quotes, whether or not Quoth was silent. Only turns with a turn before them count.
"""

import argparse
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from embeddings.loading import load_cross_encoder, load_embedder
from embeddings.models import DEFAULT_CROSS_ENCODER, DEFAULT_EMBEDDER
from retrieval.archive import Archive
from retrieval.evaluation.collection import Collection
from retrieval.evaluation.evaluating import indexed
from retrieval.library.library import Library
from retrieval.types import Answer

CUTS = (1, 3, 10)
Way = Callable[[Archive, Sequence[str], str], Answer]


def by_itself(archive: Archive, before: Sequence[str], turn: str) -> Answer:  # noqa: ARG001 - what it leaves out
    """The turn as it was said."""
    return archive.ask(turn, k=CUTS[-1])


def put_together(archive: Archive, before: Sequence[str], turn: str) -> Answer:
    """The turn behind the one before it, as one question."""
    return archive.ask(f"{before[-1]} {turn}"[:2000], k=CUTS[-1])


def in_conversation(archive: Archive, before: Sequence[str], turn: str) -> Answer:
    """As `quoth chat` answers it."""
    talk = archive.conversation()
    for each in before[-2:]:
        talk.ask(each, k=CUTS[-1])
    return talk.ask(turn, k=CUTS[-1])


WAYS: dict[str, Way] = {"by itself": by_itself, "put together": put_together, "in conversation": in_conversation}


def main() -> None:
    """Print a row for each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collection", type=Path)
    parser.add_argument("--home", type=Path, required=True, help="where the collection's library is kept")
    parser.add_argument("--sample", type=int, help="only so many turns, drawn at random, the same ones each time")
    options = parser.parse_args()
    embedder, scorer = load_embedder(DEFAULT_EMBEDDER), load_cross_encoder(DEFAULT_CROSS_ENCODER)
    collection = Collection.load(options.collection)
    indexed(collection, options.home, embedder).close()
    lines = (options.collection / "queries.jsonl").read_text("utf-8").splitlines()
    turns = [turn for line in lines if (turn := json.loads(line))["history"] and turn["id"] in collection.relevant]
    if options.sample and options.sample < len(turns):
        turns = random.Random(0).sample(turns, options.sample)
    hits = {way: [0] * len(CUTS) for way in WAYS}
    with Archive(Library.open(options.home), embedder, scorer) as archive:
        for turn in turns:
            before = [said["text"] for said in turn["history"] if said["role"] == "user"]
            for name, way in WAYS.items():
                found = list(dict.fromkeys(quote.document for quote in way(archive, before, turn["text"]).quotes))
                for cut, k in enumerate(CUTS):
                    hits[name][cut] += any(each in collection.relevant[turn["id"]] for each in found[:k])
    print(f"{collection.name}: {len(turns)} follow-ups, hit@{', @'.join(map(str, CUTS))}")
    for name, counts in hits.items():
        print(f"{name:16} " + " ".join(f"{count / len(turns):.3f}" for count in counts))


if __name__ == "__main__":
    main()
