"""Words named by a permalink, as a quote."""

from retrieval.answering import quoting
from retrieval.answering.locating import paragraph_number
from retrieval.errors import UnknownDocument
from retrieval.library.snapshot import Snapshot
from retrieval.permalinks import Permalink
from retrieval.types import Quote


def excerpt(snapshot: Snapshot, link: Permalink, paragraphs: int = 0) -> Quote:
    """The quote that a permalink names. Raises UnknownDocument where the library has not these words at this place."""
    document = snapshot.document(link.document)
    if document.sha256 != link.sha256:
        raise UnknownDocument(
            f"the document {link.document!r} has changed since {str(link)!r} was made: its words may stand elsewhere now"
        )
    inside = snapshot.sentences_in(document.id, link.start, link.end)
    quote = quoting.make(
        document,
        link.start,
        link.end,
        paragraph=paragraph_number(snapshot, document, inside[0]) if inside else 1,
        confidence=1.0,
        around=paragraphs,
    )
    if quote is None:
        raise UnknownDocument(
            f"{str(link)!r} names no quotable words: they are masked, or beyond the end of the document"
        )
    return quote
