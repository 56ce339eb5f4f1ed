"""Documents as text: one line each, gaps in citations, and the whole text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.cli.listing import card_pieces, gaps, text_pieces
from retrieval.cli.rendering import Page, Style
from retrieval.cli.verbatim import unescaped
from retrieval.library.records import Card
from seeds.document import Document, Mask, MaskReason, Metadata


def document(text: str, *masks: tuple[int, int]) -> Document:
    return Document(
        id="year",
        source="/year.txt",
        sha256="0" * 64,
        text=text,
        encoding="utf-8",
        media_type="text/plain",
        metadata=Metadata(),
        masks=tuple(Mask(start=start, end=end, reason=MaskReason.PAGER) for start, end in masks),
    )


@given(st.text(), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted), max_size=3))
def test_a_text_is_shown_whole_whatever_is_masked(text: str, masks: list[list[int]]) -> None:
    shown = document(text, *((start, end) for start, end in masks))
    assert "".join(piece.text for piece in text_pieces(shown, Page())) == text
    on_a_terminal = "".join(piece.text for piece in text_pieces(shown, Page(width=40)))
    assert unescaped(on_a_terminal) == f"{text}\n"


def test_what_is_never_quoted_is_dimmed() -> None:
    pieces = text_pieces(document("Next page. The mayor spoke.", (0, 10)), Page(width=40))
    assert [(piece.text, piece.style) for piece in pieces if piece.text] == [
        ("Next page.", Style.CONTEXT),
        (" The mayor spoke.\n", Style.PLAIN),
    ]


@pytest.mark.parametrize(
    ("facts", "line", "lacking"),
    [
        (
            Metadata(title="A Year", author="J. Doe", publisher="North Press", published="1920"),
            "year  A Year, J. Doe, North Press, 1920\n",
            (),
        ),
        (Metadata(title="A\nYear\x1b[2J"), "year  A Year\\x1b[2J\n", ("author", "published", "publisher")),
        (Metadata(), "year  untitled\n", ("author", "title", "published", "publisher")),
    ],
)
def test_a_document_stands_on_one_line(facts: Metadata, line: str, lacking: tuple[str, ...]) -> None:
    card = Card(
        version=1,
        id="year",
        source="/year.txt",
        sha256="0" * 64,
        metadata=facts,
        first_sentence=0,
        sentences=1,
        first_passage=0,
        passages=1,
    )
    assert "".join(piece.text for piece in card_pieces(card)) == line
    assert gaps(facts) == lacking
