"""Words of a page as it was captured earlier: what was quoted from it stays quotable after the page has drifted."""

from dataclasses import replace

from retrieval.answering import quoting
from retrieval.answering.citing import section_at
from retrieval.library.segmentation import SentenceSpan, segment
from retrieval.library.snapshot import Snapshot
from retrieval.permalinks import Permalink
from retrieval.types import Quote
from seeds.document import Document
from seeds.errors import SourceError
from seeds.web.capture import Capture

NOTE = "The page has changed since; these are its words as captured on {day}."


def earlier_quote(snapshot: Snapshot, link: Permalink, now: Document, text: str, paragraphs: int) -> Quote | None:
    """The words that a permalink names in an earlier capture, whose text was `text`, of the page that is `now` another.

    None where that capture is not kept, or the words may not be quoted.
    """
    capture = snapshot.capture(now.source, link.sha256)
    if capture is None:
        return None
    then = _as_captured(capture, now, text)
    quote = quoting.make(
        then, link.start, link.end, paragraph=_paragraph(then, link), confidence=1.0, around=paragraphs
    )
    return replace(quote, notes=(NOTE.format(day=capture.retrieved[:10]),)) if quote else None


def _as_captured(capture: Capture, now: Document, text: str) -> Document:
    """The document as it was: read again from the capture; its bare text where today's reader reads another."""
    facts = replace(now.metadata, retrieved=capture.retrieved[:10])
    bare = replace(
        now, sha256=capture.sha256, text=text, metadata=facts, sections=(), pages=(), masks=(), voices=(), warnings=()
    )
    from seeds.catalogue import Catalogue  # the readers take long to import, and no question needs them
    from seeds.web.reading import document_of

    try:
        then = document_of(capture, Catalogue(entries={}))
    except SourceError:
        return bare
    return replace(then, id=now.id, metadata=facts) if then.text == text else bare


def _paragraph(document: Document, link: Permalink) -> int:
    """Which paragraph of its section the words begin in, counted from 1."""
    sentences = segment(document, lambda texts: [1] * len(texts), max_tokens=1_000_000).sentences
    first = next((each for each in sentences if each.end > link.start), None)
    section = section_at(document, link.start)
    if first is None:
        return 1
    begins = _first_of(sentences, section.body) if section and section.body <= first.start else sentences[0]
    return first.paragraph - begins.paragraph + 1


def _first_of(sentences: tuple[SentenceSpan, ...], start: int) -> SentenceSpan:
    return next(each for each in sentences if each.start >= start)
