"""Documents as text for people: one line each, what their citations lack, and a document's own text."""

from collections.abc import Iterator

from retrieval.cli.rendering import Page, Piece, Style
from retrieval.cli.verbatim import escaped, one_line
from retrieval.library.records import Card
from seeds.document import Document, Metadata

CITED = ("author", "title", "published", "publisher")
"""Facts without which a citation is incomplete."""


def card_pieces(card: Card) -> Iterator[Piece]:
    """A document on one line: its id, and what is known of it."""
    facts = card.metadata
    yield Piece(text=card.id, style=Style.SPEAKER)
    yield Piece(text="  ")
    yield Piece(text=one_line(facts.title or "untitled"), style=Style.TITLE)
    rest = [one_line(fact) for fact in (facts.author, facts.publisher, facts.published) if fact]
    yield Piece(text="".join(f", {fact}" for fact in rest))
    yield Piece(text=f" [{one_line(facts.language)}]\n" if facts.language else "\n", style=Style.DETAIL)


def gaps(facts: Metadata) -> tuple[str, ...]:
    """The facts that a citation of this document lacks."""
    return tuple(name for name in CITED if not getattr(facts, name))


def faults(document: Document) -> tuple[str, ...]:
    """What else may keep a document from being found and cited well: sentences of its reader's, and of ours."""
    unknown = ("its language could not be told", *document.warnings)
    return document.warnings if document.metadata.language else unknown


def gap_pieces(document: Document) -> Iterator[Piece]:
    """A document on one line: its id, and what its citation lacks; a line for each of its faults."""
    lacking = gaps(document.metadata)
    yield Piece(text=document.id, style=Style.SPEAKER)
    yield Piece(text=f"  lacks {', '.join(lacking)}\n" if lacking else "\n")
    for fault in faults(document):
        yield Piece(text=f"  {one_line(fault)}\n", style=Style.NOTE)


def text_pieces(document: Document, page: Page) -> Iterator[Piece]:
    """The document's text; on a page of some width with what is never quoted dimmed, else character for character."""
    if page.width is None:
        yield Piece(text=document.text)
        return
    position = 0
    for mask in sorted(document.masks, key=lambda mask: mask.start):
        yield Piece(text=escaped(document.text[position : mask.start]))
        yield Piece(text=escaped(document.text[max(position, mask.start) : mask.end]), style=Style.CONTEXT)
        position = max(position, mask.end)
    yield Piece(text=escaped(document.text[position:]) + "\n")
