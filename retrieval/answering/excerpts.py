"""Words named by a permalink, as a quote: where they were, or where they stand now."""

from dataclasses import dataclass, replace

from retrieval.answering import quoting
from retrieval.answering.dating import date_notes
from retrieval.answering.earlier import earlier_quote
from retrieval.answering.locating import paragraph_number
from retrieval.answering.preceding import opening_of
from retrieval.answering.refinding import find_again
from retrieval.errors import UnknownDocument
from retrieval.library.records import Card
from retrieval.library.snapshot import Snapshot, unknown_document
from retrieval.library.sources import is_url
from retrieval.permalinks import Permalink
from retrieval.types import Quote
from seeds.document import Document

MOVED = "The document has changed since this permalink was made; these are the same words at their new place."
REPRINTED = (
    "The document has changed since this permalink was made; these are the same words at their new place, "
    "with other blanks, quotation marks or dashes."
)
RENAMED = "The document is now kept as {name!r}."


@dataclass(frozen=True, kw_only=True, slots=True)
class _Place:
    """A range of a document as it is now, and what is to be said about how it was found."""

    start: int
    end: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Gone:
    """The earlier text that held words which the document does not hold now, and what is to be said of that."""

    text: str
    why: str


def excerpt(snapshot: Snapshot, link: Permalink, paragraphs: int = 0) -> Quote:
    """The quote that a permalink names, with so many paragraphs around it; its notes say if it is not where it was.

    Raises UnknownDocument where the document is not there or was removed, and where the words are not in it any more.
    """
    card = _card(snapshot, link)
    document = snapshot.document(card.id)
    place = _place(snapshot, link, document)
    if isinstance(place, _Gone):
        kept = earlier_quote(snapshot, link, document, place.text, paragraphs) if is_url(document.source) else None
        if kept is None:
            raise UnknownDocument(place.why)
        return kept
    inside = snapshot.sentences_in(document.id, place.start, place.end)
    begins = bool(inside) and inside[0].start == place.start
    quote = quoting.make(
        document,
        place.start,
        place.end,
        paragraph=paragraph_number(snapshot, document, inside[0]) if inside else 1,
        confidence=1.0,
        around=paragraphs,
        opening=opening_of(snapshot, document, inside[0]) if begins else None,
        dates=date_notes(snapshot, document, place.start, place.end),
    )
    if quote is None:
        raise UnknownDocument(
            f"{str(link)!r} names no quotable words: they are masked, or beyond the end of the document"
        )
    renamed = (RENAMED.format(name=card.id),) if card.id != link.document else ()
    return replace(quote, notes=(*renamed, *place.notes, *quote.notes))


def _card(snapshot: Snapshot, link: Permalink) -> Card:
    """The document that a permalink names, or the one that holds the same bytes under another id. Raises UnknownDocument."""
    cards = snapshot.documents()
    same_name = (card for card in cards if card.id == link.document)
    same_bytes = (card for card in cards if card.sha256 == link.sha256)
    card = next(same_name, None) or next(same_bytes, None)
    if card is not None:
        return card
    if snapshot.was_shown(link.document):
        raise UnknownDocument(
            f"the document {link.document!r} was removed from the library, so its words are no longer shown"
        )
    raise unknown_document(link.document)


def _place(snapshot: Snapshot, link: Permalink, document: Document) -> _Place | _Gone:
    """Where the words are now, or that they are gone. Raises UnknownDocument where what they were cannot be told."""
    here = _Place(start=link.start, end=link.end)
    editions = snapshot.editions(link.document, link.sha256)
    earlier = [each.text for each in editions if each.text is not None and each.text != document.text]
    same_bytes = document.sha256 == link.sha256
    if same_bytes and (not earlier or _is_whole(snapshot, document, link)):
        return here
    old = next((text for text in earlier if _is_clean(text, link)), None)
    if old is None:
        if same_bytes:
            return here
        raise UnknownDocument(_never_held(link, document))
    found = find_again(old, link.start, link.end, document.text)
    if found is None:
        return _Gone(
            text=old,
            why=f"the document {document.id!r} has changed since {str(link)!r} was made, and the words that it named "
            "are no longer in it",
        )
    same = document.text[slice(*found)] == old[link.start : link.end]
    return _Place(start=found[0], end=found[1], notes=(MOVED if same else REPRINTED,))


def _never_held(link: Permalink, document: Document) -> str:
    return (
        f"the document {document.id!r} has other text than that of {str(link)!r}, which this library does not keep: "
        "which words it named cannot be told"
    )


def _is_whole(snapshot: Snapshot, document: Document, link: Permalink) -> bool:
    """Whether the range is a run of whole sentences, as a permalink's is."""
    inside = snapshot.sentences_in(document.id, link.start, link.end)
    return bool(inside) and (inside[0].start, inside[-1].end) == (link.start, link.end)


def _is_clean(text: str, link: Permalink) -> bool:
    """Whether the range lies in the text and cuts no word."""
    words = text[link.start : link.end]
    if not words or link.end > len(text) or words != words.strip():
        return False
    edges = text[max(0, link.start - 1) : link.start + 1], text[link.end - 1 : link.end + 1]
    return not any(len(edge) == 2 and edge.isalnum() for edge in edges)
