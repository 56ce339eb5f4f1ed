"""Captions of pictures as typed books print them, in brackets: "[Illustration: The harbour in 1880.]"."""

import re
from collections.abc import Iterator

from seeds.books.book import Book
from seeds.document import Mask, MaskReason

_BEGINS = re.compile(
    r"[\[{](?P<kind>Illustrations?|Frontispiece|Images?|Picture|Map|Plate|Portrait|Photograph|Abbildung|Gravure|Иллюстрация|Рис\.)"
    r"(?P<rest>\s*[\]}]|\b[^\]}]{0,3})",
    re.IGNORECASE,
)
_LONGEST = 3_000


def captions(book: Book) -> Iterator[Mask]:
    """A mask for each bracket that stands for a picture, its words included."""
    reached = 0
    for found in _BEGINS.finditer(book.text):
        if found.start() < reached:
            continue
        end = closing(book.text, found.start(), _LONGEST)
        if end is None:
            continue
        reached = end
        bare = not any(map(str.isalnum, book.text[found.end("kind") : end]))
        yield Mask(start=found.start(), end=end, reason=MaskReason.IMAGE if bare else MaskReason.CAPTION)


def closing(text: str, start: int, longest: int) -> int | None:
    """Where the bracket that opens at `start` has closed, brackets inside it counted; None where it does not soon."""
    depth = 0
    for at in range(start, min(len(text), start + longest)):
        if text[at] in "[{":
            depth += 1
        elif text[at] in "]}":
            depth -= 1
            if not depth:
                return at + 1
    return None
