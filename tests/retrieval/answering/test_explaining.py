"""An explanation says in sentences how an excerpt was found, what was looked for instead of what was asked, and what stood beside it."""

from pathlib import Path

from embeddings.embedder import Embedder, PairScorer
from retrieval.answering.asking import Request
from retrieval.types import Explanation
from seeds.document import Document
from tests.retrieval.library.material import HARBOUR, MILLS, document
from tests.retrieval.material import reading


def explained(home: Path, embedder: Embedder, scorer: PairScorer | None, question: str, *more: Document) -> Explanation:
    documents = [document(HARBOUR, "harbour"), document(MILLS, "mills"), *more]
    with reading(documents, home, embedder, scorer) as reader:
        found = reader.answer(Request(question=question, k=3, explain=True)).quotes[0].explanation
    assert found is not None
    return found


def test_it_tells_where_the_excerpt_came_when_found_and_when_read(
    tmp_path: Path, embedder: Embedder, scorer: PairScorer
) -> None:
    told = explained(tmp_path, embedder, scorer, "When did the harbour of Vellin freeze over?")
    assert any(
        reason.startswith("It came 1st of ") and "by its words and by its meaning" in reason for reason in told.reasons
    )
    assert any(reason.startswith("Read against the question it came 1st of the ") for reason in told.reasons)
    assert {"cross-encoder", "second opinion", "answers"} <= set(told.scores)


def test_it_tells_what_was_looked_for_instead(tmp_path: Path, embedder: Embedder) -> None:
    told = explained(tmp_path, embedder, None, "Who walked out of the harbour of Vellinn?")
    assert "“Vellinn” of the question was looked for as “Vellin”." in told.reasons
    assert not any("Read against" in reason for reason in told.reasons)


def test_it_tells_of_other_places_with_the_same_words(tmp_path: Path, embedder: Embedder) -> None:
    told = explained(
        tmp_path, embedder, None, "Who walked out of the harbour of Vellin?", document(HARBOUR + "\n", "copy")
    )
    assert any("1 more place has the same words" in reason for reason in told.reasons)
