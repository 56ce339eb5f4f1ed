"""The gold set over the starter library, and a sample of it that is the same each time."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.evaluation.collection import AnswerSpan

FOLDER = Path(__file__).resolve().parents[1] / "gold" / "starter"


@dataclass(frozen=True, kw_only=True, slots=True)
class GoldQuestion:
    """A question with the spans that answer it, or (`category`) of what kind an unanswerable one is."""

    text: str
    spans: tuple[AnswerSpan, ...] = ()
    category: str = ""


def answerable() -> list[GoldQuestion]:
    return [
        GoldQuestion(
            text=record["question"],
            spans=tuple(
                AnswerSpan(document=Path(gold["file"]).stem, start=gold["start"], end=gold["end"])
                for gold in record["gold"]
            ),
        )
        for record in _records("questions.jsonl")
    ]


def unanswerable(category: str) -> list[GoldQuestion]:
    return [
        GoldQuestion(text=record["question"], category=record["category"])
        for record in _records("unanswerable.jsonl")
        if record["category"] == category
    ]


def sample(questions: Sequence[GoldQuestion], count: int) -> list[GoldQuestion]:
    return random.Random(1917).sample(questions, count)


def _records(name: str) -> list[dict]:
    return [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]
