"""The last look before words are shown: do they still stand in the stored document, letter for letter?"""

import logging
import threading
from collections.abc import Iterable

from retrieval.answering.gaps import is_blank
from retrieval.answering.interviews import question_at
from retrieval.errors import DamagedText, UnknownDocument
from retrieval.library.library import Library
from retrieval.library.snapshot import Snapshot
from retrieval.library.sources import is_url
from retrieval.library.withheld import read_withheld, record_withheld
from retrieval.types import Quote
from seeds.document import Document

WITHHELD = "The words that were found no longer stand in the stored documents, so they are not shown."
"""What is said where all that was found is withheld."""

log = logging.getLogger(__name__)


class Confirmer:
    """Reads quotes again from the disk, past every cache, and counts those that it withholds. Threads may share it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._withheld = read_withheld(library.home).count

    @property
    def withheld(self) -> int:
        """How many quotes of this library were ever withheld, as far as is known here."""
        return self._withheld

    def kept(self, snapshot: Snapshot, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """The quotes that may be shown; the others are counted, recorded and logged."""
        return tuple(quote for quote in quotes if self._stands(snapshot, quote))

    def document(self, snapshot: Snapshot, name: str) -> Document:
        """A document as the disk has it now. Raises UnknownDocument, and DamagedText where it is not what was stored."""
        card = snapshot.card(name)
        return self._library.reread(card.version) or snapshot.document(name)

    def _stands(self, snapshot: Snapshot, quote: Quote) -> bool:
        if self._holds(snapshot, quote):
            return True
        with self._lock:
            self._withheld += 1
        record_withheld(self._library.home, quote.citation.permalink)
        log.error("withheld %s: the stored document no longer holds these words", quote.citation.permalink)
        return False

    def _holds(self, snapshot: Snapshot, quote: Quote) -> bool:
        try:
            card = snapshot.card(quote.document)
            stored = self._library.reread(card.version) or snapshot.document(card.id)
        except (UnknownDocument, DamagedText):
            return False  # removed since the question was asked, or damaged
        if stored.sha256 != quote.sha256 and is_url(stored.source):  # quoted from an earlier capture of a page
            texts = [edition.text for edition in snapshot.editions(card.id, quote.sha256)]
            return any(text and _agrees(text, quote) for text in texts)
        return stored.sha256 == quote.sha256 and _agrees(stored.text, quote) and _opens(stored, quote)


def _agrees(text: str, quote: Quote) -> bool:
    """Whether a text has the quote's words where it says, and before and after them what it says."""
    before, after = text[: quote.start], text[quote.end :]
    told = quote.before in before and quote.opening in before and quote.after in after
    return told and text[quote.start : quote.end] == quote.text


def _opens(stored: Document, quote: Quote) -> bool:
    """Whether the quote's opening ends right before it, or is what was asked before it; true of a quote without one."""
    if not quote.opening:
        return True
    at = stored.text.rfind(quote.opening, 0, quote.start)
    adjoins = at >= 0 and is_blank(stored, at + len(quote.opening), quote.start)
    return adjoins or quote.opening == question_at(stored, quote.start)
