"""Paragraphs are counted as a reader of the section would count them."""

from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.answering.locating import paragraph_number
from retrieval.answering.quoting import make
from seeds.document import Document
from seeds.readers import reader_for
from tests.retrieval.library.material import document
from tests.retrieval.material import reading

NOTES = """The notes begin without a heading. They have two sentences here.

A second paragraph precedes the first heading of all.

# The strike

Nobody went to work on Monday. The trams stood still.

On Tuesday the bakers joined them.

## What the bakers wanted

They asked for bread. They asked for coal as well.

A shorter night was their last demand.

# The army came on the last day of the month.

Two regiments camped on the square. They did not shoot.

# Nothing was ever heard of the committee again.
"""


def sectioned(text: str) -> Document:
    """The document as the Markdown reader makes it."""
    read = reader_for(".md", name="notes.md")(text.encode(), name="notes.md")
    return document(text, "notes", sections=read.sections, masks=read.masks)


def numbers(made: Document, home: Path, embedder: Embedder) -> dict[str, int]:
    """The number of each sentence's paragraph."""
    with reading([made], home, embedder) as reader:
        snapshot = reader.snapshot
        return {
            snapshot.text(sentence): paragraph_number(snapshot, made, sentence)
            for sentence in snapshot.sentences_of_document("notes")
        }


def test_paragraphs_of_a_document_without_sections_are_counted_from_its_beginning(
    tmp_path: Path, embedder: Embedder
) -> None:
    text = "One sentence here. And another one.\n\nThe second paragraph is short.\n\nThe third one ends it."
    assert list(numbers(document(text, "notes"), tmp_path, embedder).values()) == [1, 1, 2, 3]


@pytest.mark.parametrize(
    ("words", "paragraph"),
    [
        ("They have two sentences here.", 1),
        ("A second paragraph precedes the first heading of all.", 2),
        ("Nobody went to work on Monday.", 1),
        ("On Tuesday the bakers joined them.", 2),
        ("They asked for coal as well.", 1),
        ("A shorter night was their last demand.", 2),
        ("They did not shoot.", 1),
        # Headings that state something are quotable, and stand above their first paragraph.
        ("The army came on the last day of the month.", 1),
        ("Nothing was ever heard of the committee again.", 1),
    ],
)
def test_paragraphs_are_counted_from_the_beginning_of_their_section(
    words: str, paragraph: int, tmp_path: Path, embedder: Embedder
) -> None:
    assert numbers(sectioned(NOTES), tmp_path, embedder)[words] == paragraph


def test_every_sentence_of_a_document_can_be_located(tmp_path: Path, embedder: Embedder) -> None:
    made = sectioned(NOTES)
    found = numbers(made, tmp_path, embedder)
    assert min(found.values()) == 1
    for words, paragraph in found.items():
        start = NOTES.index(words)
        quote = make(made, start, start + len(words), paragraph=paragraph, confidence=1.0)
        assert quote is not None
        assert quote.citation.locator.endswith(f"paragraph {paragraph}")
