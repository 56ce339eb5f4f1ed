"""A text as the rules of cleaning see it: paragraphs, what their wording tells, and where the prose begins and ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from seeds.cleaning.wording import Wording, wording
from seeds.structure.layout import Paragraph, paragraphs

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]*_]*(?:\[\d+\]|\d{1,2})?\Z")
_MIN_PROSE_WORDS = 12
# A site's motto or a teaser may be a sentence; a paragraph of this many words is the text.
_MIN_TEXT_WORDS = 20
_LONG_PROSE_WORDS = 40
# Longer typed texts are books: their title pages, lists and tables are the author's.
_MIN_BOOK_WORDS = 15_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """Paragraphs in order, with the wording and the prose of each; `head` is the first of the text, `tail` follows the last.

    `book` says that the text was typed or printed at length, and was never a web page.
    """

    text: str
    paragraphs: Sequence[Paragraph]
    wordings: Sequence[Wording | None]
    prose: Sequence[bool]
    head: int
    tail: int
    book: bool

    @classmethod
    def from_text(cls, text: str) -> "Page":
        """The page that `text` is."""
        parts = paragraphs(text)
        wordings = [wording(part.text) if part.lines <= 3 else None for part in parts]
        prose = [word is None and is_prose(part.text) for part, word in zip(parts, wordings, strict=True)]
        long = [k for k, part in enumerate(parts) if prose[k] and len(part.text.split()) >= _MIN_TEXT_WORDS]
        return cls(
            text=text,
            paragraphs=parts,
            wordings=wordings,
            prose=prose,
            head=long[0] if long else len(parts),
            tail=long[-1] + 1 if long else 0,
            book=_is_book(text, parts),
        )


def is_prose(text: str) -> bool:
    """Whether these are sentences, by their length and by how they end."""
    words = len(text.split())
    return words >= _LONG_PROSE_WORDS or (words >= _MIN_PROSE_WORDS and bool(_SENTENCE_END.search(text)))


def _is_book(text: str, parts: Sequence[Paragraph]) -> bool:
    typed = sum(part.lines for part in parts if part.lines > 2)
    return typed > 0.5 * len(parts) and text.count(" ") >= _MIN_BOOK_WORDS
