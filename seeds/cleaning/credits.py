"""Lines of a digital library inside a book: who typed and proofread it, where the files are, notes of the transcriber."""

import re
from collections.abc import Iterator, Sequence

from seeds.document import Mask, MaskReason
from seeds.structure.layout import Paragraph

# Nobody whose book is old enough to be in such a library wrote of it, or of an address.
_LIBRARY = re.compile(
    r"Project\s+Gutenberg|Gutenberg(?:-tm|™|\s+(?:e-?text|e-?book|license))|(?:www\.)?gutenberg\.(?:org|net|ca|spiegel)|promo\.net/pg"
    r"|Distributed\s+Proofread|\bpgdp\b|Standard\s+Ebooks|standardebooks\.org|Internet\s+Archive/|archive\.org/details"
    r"|\be-?texts?\s+(?:prepared|produced|scanned|edition|was|is|by|of)\b|\bthis\s+e-?(?:text|book)\b|\bascii\b|\bhypertext\b|https?://|\bwww\.\w"
    r"|\b(?:compilation|registered)\s+(?:copyright|trademark)\s.{0,60}\belectronic\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\W*(?:(?:html|text)\s+(?:file|version|mark-?up)\s+)?(?:(?:first\s+|second\s+)?(?:produced|prepared|transcribed|scanned|typed|proofed"
    r"|proofread|digiti[sz]ed|converted|keyed|submitted)(?:,?\s+(?:and|&)\s+\w+)?\s+(?:by|for|from)\b|transcriber['’]?s?['’]?\s+(?:note|endnote|comment)"
    r"|note\s+from\s+the\s+(?:e-?text|transcriber)|click\s+on\s+(?:any|the|each)\s+(?:image|map|picture)|updated\s+editions?\s+will\s+replace"
    r"|this\s+file\s+(?:was|should|is)\b|credits\s*:|character\s+set\s+encoding|release\s+date\s*:|\[?e-?(?:book|text)\s+#)",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"\W*(?:\w+\s)?trans(?:criber|lator of this e-?text)['’]?s?['’]?s?\s+(?:note|endnote|comment|remark)", re.IGNORECASE
)
_NOTE_INSIDE = re.compile(
    r"\[trans(?:criber)?['’]?s?['’]?\s+(?:note|comment|remark)s?\b(?:[^\[\]]|\[[^\[\]]{0,80}\]){0,2000}\]",
    re.IGNORECASE,
)
_NOTES_END = re.compile(r"\W*end\s+of\s+(?:the\s+)?transcriber", re.IGNORECASE)
_HEADING_WORDS = 4
_MOST_NOTES = 15
_GAP = 4
_MOST_WORDS = 150
_EDGE = 60
"""A transcriber's lines stand among so many first or last paragraphs of the book."""


def library_credits(paragraphs: Sequence[Paragraph]) -> Iterator[Mask]:
    """A mask for each paragraph of a book that speaks of a digital library, and at its ends of those who typed it; inside, for each
    note of a transcriber in brackets.

    `paragraphs` are those inside the library's licence.
    """
    notes_until = -1
    for k, part in enumerate(paragraphs):
        at_edge = k < _EDGE or k >= len(paragraphs) - _EDGE
        short = len(part.text.split()) <= _MOST_WORDS
        heads = len(part.text.split()) <= _HEADING_WORDS
        if (at_edge or heads) and k > notes_until and _NOTES.match(part.text):
            notes_until = _end_of_notes(paragraphs, k)
        if k <= notes_until or _LIBRARY.search(part.text) or (at_edge and short and _CREDIT.match(part.text)):
            yield Mask(start=part.start, end=part.end, reason=MaskReason.LICENCE)
            continue
        for found in _NOTE_INSIDE.finditer(part.text):
            yield Mask(start=part.start + found.start(), end=part.start + found.end(), reason=MaskReason.LICENCE)


def _end_of_notes(paragraphs: Sequence[Paragraph], k: int) -> int:
    """The last paragraph of a transcriber's notes: where they say that they end, at the book's end, before a heading, or after a few."""
    near = range(k + 1, min(len(paragraphs), k + _EDGE))
    closed = next((n for n in near if _NOTES_END.match(paragraphs[n].text)), None)
    if closed is not None:
        return closed
    if len(paragraphs[k].text.split()) > _HEADING_WORDS:
        return k
    for n in range(k + 1, len(paragraphs)):
        if paragraphs[n].text.isupper() or paragraphs[n].first - paragraphs[n - 1].last > _GAP:
            return min(n, k + _MOST_NOTES) - 1
    return len(paragraphs) - 1
