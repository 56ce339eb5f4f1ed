"""A line that only names somebody is no answer."""

from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.answering.asking import Request
from retrieval.answering.labels import is_label
from tests.retrieval.library.material import document
from tests.retrieval.material import reading

PAGE = """The harbour of Vellin

Anna Belova

Anna Belova led the strike of the crane men in Vellin. "Bread and peace!" she called from the quay.

Anna Belova, Vellin

From Anna Belova to the Mayor of Vellin.

The crane men ask for bread, and will not work before they have it.
"""


def test_names_alone_are_not_quoted_and_short_calls_are(tmp_path: Path, embedder: Embedder) -> None:
    with reading([document(PAGE, "harbour")], tmp_path, embedder) as reader:
        answer = reader.answer(Request(question="Who was Anna Belova of Vellin?"))
        assert [quote.text for quote in answer.quotes if "led the strike" in quote.text]
        assert not [
            quote.text for quote in answer.quotes if quote.text.strip() in {"Anna Belova", "Anna Belova, Vellin"}
        ]
        written = reader.answer(Request(question="What did Anna Belova write to the Mayor of Vellin?"))
        assert not [quote.text for quote in written.quotes if quote.text.startswith("From Anna Belova")]
        called = reader.answer(Request(question="What did she call from the quay, bread and peace?"))
        assert any("Bread and peace!" in quote.text for quote in called.quotes)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Anna Belova", True),
        ("From Anna Belova to the Mayor of Vellin.", True),
        ("To the Mayor of Vellin, from Anna Belova", True),
        ("To the Honourable Mayor of Vellin", True),
        ("To the Mayor's house.", False),
        ("From Vellin.", False),
        ("From Anna Belova the Mayor had bread.", False),
        ("Bread!", False),
    ],
)
def test_what_stands_above_a_letter_is_told_from_an_answer(line: str, expected: bool) -> None:
    assert is_label(line) is expected


@pytest.mark.timeout(60)
@pytest.mark.parametrize("line", ["From A" + "." * 100_000 + " goes one line", "From A " + "to A " * 25_000 + "x"])
def test_a_line_that_nearly_stands_above_a_letter_is_read_at_once(line: str) -> None:
    assert not is_label(line)  # with a step for each pair of dots it takes minutes
