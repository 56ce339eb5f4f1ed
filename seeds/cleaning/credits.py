"""Lines of a digital library inside a book: who typed and proofread it, where the files are, notes of the transcriber."""

import re
from collections.abc import Iterator, Sequence

from seeds.document import Mask, MaskReason
from seeds.structure.layout import Paragraph

# Nobody whose book is old enough to be in such a library wrote of it.
_LIBRARY = re.compile(
    r"Project\s+Gutenberg|Gutenberg(?:-tm|™|\s+(?:e-?text|e-?book|license))|(?:www\.)?gutenberg\.(?:org|net|ca|spiegel)|promo\.net/pg"
    r"|Distributed\s+Proofread|\bpgdp\b|Standard\s+Ebooks|standardebooks\.org|Internet\s+Archive/|archive\.org/details"
    r"|\be-?texts?\s+(?:prepared|produced|scanned|edition|was|is|by)\b|\bthis\s+e-?(?:text|book)\b|\bascii\s+(?:text|version|edition)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\W*(?:(?:html|text)\s+(?:file|version|mark-?up)\s+)?(?:(?:first\s+|second\s+)?(?:produced|prepared|transcribed|scanned|typed|proofed"
    r"|proofread|digiti[sz]ed|converted|keyed|submitted)(?:,?\s+(?:and|&)\s+\w+)?\s+(?:by|for|from)\b|transcriber['’]?s?['’]?\s+(?:note|endnote|comment)"
    r"|note\s+from\s+the\s+(?:e-?text|transcriber)|click\s+on\s+(?:any|the|each)\s+(?:image|map|picture)|updated\s+editions?\s+will\s+replace"
    r"|this\s+file\s+(?:was|should|is)\b|credits\s*:|character\s+set\s+encoding|release\s+date\s*:|\[?e-?(?:book|text)\s+#)",
    re.IGNORECASE,
)
_MOST_WORDS = 150
_EDGE = 60
"""A transcriber's lines stand among so many first or last paragraphs of the book."""


def library_credits(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Mask]:
    """A mask for each paragraph that speaks of the digital library, and at the ends of the book of those who typed it."""
    if not _LIBRARY.search(text):
        return
    for k, part in enumerate(paragraphs):
        at_edge = k < _EDGE or k >= len(paragraphs) - _EDGE
        if _LIBRARY.search(part.text) or (
            at_edge and len(part.text.split()) <= _MOST_WORDS and _CREDIT.match(part.text)
        ):
            yield Mask(start=part.start, end=part.end, reason=MaskReason.LICENCE)
