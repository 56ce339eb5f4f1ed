"""The licence that a digital library prints before and after a book, between marker lines of asterisks."""

import re
from collections.abc import Iterator

from seeds.document import Mask, MaskReason

# Project Gutenberg's markers: "*** START OF THE PROJECT GUTENBERG EBOOK ... ***", in old files "*END*THE SMALL PRINT!".
_START = re.compile(
    r"^\*{1,3} ?(?:START OF (?:THE|THIS) [^\r\n]{0,200}|END\*? ?THE SMALL PRINT![^\r\n]{0,200})"
    r"(?:\r?\n[^\r\n]{0,120}\*\*\*[ \t]*$)?",
    re.MULTILINE | re.IGNORECASE,
)
_END = re.compile(r"^(?:\*{1,3} ?END OF (?:THE|THIS) |End of (?:The |the )?Project Gutenberg)", re.MULTILINE)


def licences(text: str) -> Iterator[Mask]:
    """What stands before the marker that starts the book, and after the one that ends it."""
    end = _END.search(text, len(text) // 2)
    last = end.start() if end else len(text) // 2
    begin = max((found.end() for found in _START.finditer(text, 0, last)), default=0)
    if begin:
        yield Mask(start=0, end=begin, reason=MaskReason.LICENCE)
    if end:
        yield Mask(start=end.start(), end=len(text), reason=MaskReason.LICENCE)
