"""The pairs of question and passage that the second opinion learns from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "pairs"

TWINS = "twins"
"""The folder of pairs whose question one other word makes unanswerable by the same passage."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """A question with a passage, whether it answers, and the document that both are about."""

    question: str
    passage: str
    answers: bool
    document: str


def written(*, twins: bool) -> Iterator[Pair]:
    """All pairs in the order of their files, those of the folder of twins only if wanted."""
    for file in sorted(FOLDER.glob("*/*.jsonl")):
        if file.parent.name != TWINS or twins:
            for line in map(json.loads, file.open(encoding="utf-8")):
                yield Pair(**{name: line[name] for name in Pair.__slots__})
