"""Quotes: exact slices of stored documents. Nothing else in Quoth makes one."""

import logging
import re
from collections.abc import Iterable, Sequence

from retrieval.answering.citing import cite
from retrieval.library.paragraphs import find_layout
from retrieval.types import DateNote, Explanation, Place, Quote
from seeds.document import Document, Mask

log = logging.getLogger(__name__)
_BLANK_LINE = r"\r?\n[ \t]*\r?\n\s*"
_PARAGRAPH_ENDS = re.compile(rf"{_BLANK_LINE}|\n(?=\S)")
_WRAPPED_PARAGRAPH_ENDS = re.compile(rf"{_BLANK_LINE}|\n(?=[ \t]+\S)")
LONGEST_PARAGRAPH = 5_000
"""Characters; where blank lines leave longer ones, a text is wrapped without them, and its lines are shown for paragraphs."""


def make(
    document: Document,
    start: int,
    end: int,
    *,
    paragraph: int,
    confidence: float,
    repeats: Iterable[Place] = (),
    around: int = 0,
    opening: tuple[int, int] | None = None,
    explanation: Explanation | None = None,
    dates: Sequence[DateNote] = (),
) -> Quote | None:
    """The quote of a span, or None (and a logged fault) where the span is not quotable text of the document.

    `paragraph` counts from 1; `repeats` are other places of the same words; `around` is the number of paragraphs to show
    before and after it, `opening` the range to show before it where there are none.
    """
    text = document.text[start:end]
    if not is_quotable(document, start, end):
        log.error("withheld %s:%d-%d: not quotable text of the document", document.id, start, end)
        return None
    before, after = context(document, start, end, around)
    return Quote(
        text=text,
        document=document.id,
        source=document.source,
        sha256=document.sha256,
        start=start,
        end=end,
        confidence=confidence,
        citation=cite(document, start, end, paragraph),
        also_at=(
            *copies(document, start, end),
            *repeats,
        ),
        before=before,
        after=after,
        opening=document.text[opening[0] : opening[1]] if opening and not before else "",
        explanation=explanation,
        notes=tuple(date.note for date in dates if date.note),
        dates=tuple(dates),
    )


def is_quotable(document: Document, start: int, end: int) -> bool:
    """Whether a range lies in the document, holds text, and touches nothing that is masked."""
    if not 0 <= start < end <= len(document.text) or not document.text[start:end].strip():
        return False
    return not any(mask.start < end and start < mask.end for mask in document.masks)


def copies(document: Document, start: int, end: int) -> list[Place]:
    """Where masked duplicates in the same document repeat a range."""
    places = (_copy(document, mask, start, end) for mask in document.masks if mask.repeats)
    return [place for place in places if place is not None]


def _copy(document: Document, mask: Mask, start: int, end: int) -> Place | None:
    assert mask.repeats is not None
    first, last = mask.repeats
    words = document.text[start:end]
    if first <= start and end <= last:
        at = document.text.find(words, mask.start, mask.end)
        return Place(document=document.id, start=at, end=at + len(words)) if at >= 0 else None
    if start <= first and last <= end:  # a caption that repeats part of the quote
        return Place(document=document.id, start=mask.start, end=mask.end)
    return None


def context(document: Document, start: int, end: int, paragraphs: int) -> tuple[str, str]:
    """The rest of the paragraph around a range and so many paragraphs before and after it: slices that touch no mask."""
    if paragraphs <= 0:
        return "", ""
    low, high = _around(document.text, start, end, paragraphs)
    low = max((mask.end for mask in document.masks if low < mask.end <= start), default=low)
    high = min((mask.start for mask in document.masks if end <= mask.start < high), default=high)
    return document.text[low:start].strip(), document.text[end:high].strip()


def _around(text: str, start: int, end: int, paragraphs: int) -> tuple[int, int]:
    """Where so many paragraphs before a range begin, and so many after it end."""
    wrapped = find_layout(text).width is not None
    low, high = _bounds(_WRAPPED_PARAGRAPH_ENDS if wrapped else _PARAGRAPH_ENDS, text, start, end, paragraphs)
    if wrapped and high - low > end - start + 2 * (paragraphs + 1) * LONGEST_PARAGRAPH:
        return _bounds(_PARAGRAPH_ENDS, text, start, end, paragraphs)
    return low, high


def _bounds(ends: re.Pattern[str], text: str, start: int, end: int, paragraphs: int) -> tuple[int, int]:
    breaks = list(ends.finditer(text))
    before = [match.end() for match in breaks if match.end() <= start]
    after = [match.start() for match in breaks if match.start() >= end]
    return (
        before[-paragraphs - 1] if len(before) > paragraphs else 0,
        after[paragraphs] if len(after) > paragraphs else len(text),
    )
