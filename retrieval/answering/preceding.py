"""What a quote that leans on it needs read before it: the sentence before, or what was asked or leads in. It stands beside it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from retrieval.answering.citing import voice_at
from retrieval.answering.gaps import is_blank
from retrieval.answering.interviews import where_asked
from retrieval.answering.openings import leans
from retrieval.library.snapshot import Snapshot
from retrieval.types import Quote, Sentence
from seeds.document import Document, MaskReason

LONGEST = 300
"""Characters of what is shown; what is longer would hide the quote."""

_NAME = re.compile(r"(?<=\s)[A-Z]\w")
_STOPS = (".", "!", "?", "…", ":", ";", ",", "—", "–")
_LEADING = "\"'”’»)]-— \t\r\n"
_CLOSING = "\"'”’»“)]*_†‡⁰¹²³⁴⁵⁶⁷⁸⁹ \t\r\n"


def opening_of(snapshot: Snapshot, document: Document, first: Sentence) -> tuple[int, int] | None:
    """The range that helps to read a quote which begins with the sentence `first`; None where nothing is wanting, or fits."""
    return opening(document, first, next(iter(snapshot.sentences([first.id - 1])), None))


def opening(document: Document, first: Sentence, before: Sentence | None) -> tuple[int, int] | None:
    """The same, where `before` is the library's sentence before the first one, if there is any."""
    asked = where_asked(document, first.start)
    if asked:
        return asked if _may_be_shown(document, *asked) else None
    if before is None or before.document != first.document:
        return None
    words = document.text[before.start : before.end].rstrip(_LEADING)
    if not leans(document.text[first.start : first.end]) and not words.endswith(":"):
        return None
    helps = _adjoins(document, before, first) and _tells(words)
    return (before.start, before.end) if helps and _may_be_shown(document, before.start, before.end) else None


def told_once(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The quotes of one answer, without openings that are read above them already."""
    told: list[Quote] = []
    for quote in quotes:
        known = quote.opening and any(quote.opening in each.text or quote.opening == each.opening for each in told)
        told.append(replace(quote, opening="") if known else quote)
    return tuple(told)


def _adjoins(document: Document, before: Sentence, first: Sentence) -> bool:
    """Whether one sentence stands right before the other, nothing masked or titled between them, and needs no speaker's name."""
    edges = chain(
        *((each.start, each.body, each.end) for each in document.sections),
        *((each.start, each.end) for each in document.notes),
        *((each.start, each.end) for each in document.masks if each.reason is not MaskReason.MARKUP),
    )
    if not is_blank(document, before.end, first.start) or any(before.start < edge <= first.start for edge in edges):
        return False
    voice = voice_at(document, before.start, before.end)
    return voice is None or voice == voice_at(document, first.start, first.end)


def _tells(words: str) -> bool:
    """Whether words end as a sentence does, and do not themselves leave open who is meant."""
    return words.rstrip(_CLOSING).endswith(_STOPS) and bool(not leans(words) or _NAME.search(words))


def _may_be_shown(document: Document, start: int, end: int) -> bool:
    """Whether a range is short, and nothing in it is masked."""
    return end - start <= LONGEST and not any(mask.start < end and start < mask.end for mask in document.masks)
