"""The compiled model ranks as sentence-transformers does, but for the order of sentences that are about equally near.

The bounds: nine of the first ten sentences are the same in the mean, and whatever comes first is within 0.05 of the
nearest by sentence-transformers' own cosine (the cosines of a question's first ten spread over about 0.2).
"""

import re
from pathlib import Path

import numpy as np
import pytest

from embeddings.embedder import Embedder

STARTER = Path(__file__).resolve().parents[2] / "seeds" / "starter"
QUESTIONS = (
    "Who was the first head of the Provisional Government?",
    "When did Nicholas II abdicate?",
    "What did Lenin demand in the April Theses?",
    "Why did the women of Petrograd march in February?",
    "What was dual power?",
    "How did the July Days end?",
    "What did General Kornilov want?",
    "Who led the Military Revolutionary Committee?",
    "What did the Decree on Land say?",
    "When was the Constituent Assembly closed?",
    "How many days lie between the Julian and the Gregorian calendar?",
    "Who were the Mensheviks?",
    "What happened to the Winter Palace?",
    "What was Order No. 1?",
    "Why is the October Revolution celebrated in November?",
    "How do historians disagree about October?",
    "What did the Socialist Revolutionaries stand for?",
    "Who was Alexander Kerensky?",
    "How did Trotsky speak to the delegates who left?",
    "When did Russia leave the war?",
)


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    text = "\n\n".join(file.read_text(encoding="utf-8") for file in sorted(STARTER.glob("*.md")))
    found = [part.strip() for part in re.split(r"(?<=[.?!])\s+|\n\n", text)]
    return sorted({part for part in found if len(part.split()) >= 5})[::2]


def test_first_ten_sentences_stay_in_place(embedder: Embedder, torch_embedder: Embedder, sentences: list[str]) -> None:
    exact = torch_embedder.embed(QUESTIONS) @ torch_embedder.embed(sentences).T
    compiled = embedder.embed(QUESTIONS) @ embedder.embed(sentences).T

    expected, found = (np.argsort(-scores, axis=1)[:, :10] for scores in (exact, compiled))
    overlap = np.mean([len(set(a) & set(b)) / 10 for a, b in zip(expected, found, strict=True)])
    lost = exact.max(axis=1) - exact[np.arange(len(QUESTIONS)), found[:, 0]]

    assert len(sentences) > 200
    assert overlap >= 0.9
    assert lost.max() <= 0.05
