"""A line that only names somebody is no answer."""

from pathlib import Path

from embeddings.embedder import Embedder
from retrieval.answering.asking import Request
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
