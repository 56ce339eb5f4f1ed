"""A text as the rules of cleaning see it: paragraphs, what their wording tells, and where the prose begins and ends."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seeds.cleaning.wording import Wording, wording
from seeds.document import Mask
from seeds.structure.counting import count_words
from seeds.structure.layout import Paragraph, lay_out

_SENTENCE_END = re.compile(r"[.!?。！？｡؟۔।…:;][\"'”’»)\]*_]*(?:\[\d+\]|\d{1,2})?\Z")
_MIN_PROSE_WORDS = 12
_LONG_PROSE_WORDS = 40
# The text is the run of paragraphs with the greatest sum of these: words of prose (a long paragraph proves no more than
# a middling one), less a toll for every short line. A site's motto or a teaser does not pay for the menus around it.
_MAX_PROSE_WORTH = 60
_SHORT_LINE_TOLL = 6
_SHORT_LINE_WORDS = 8
# Longer typed texts are books: their title pages, lists and tables are the author's.
_MIN_BOOK_WORDS = 15_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """Paragraphs in order, with the wording and the prose of each.

    The text begins at paragraph `head` and ends before `tail`.
    `typed` says that lines are broken at one width; `book` that the text is long besides, and was never a web page.
    """

    text: str
    paragraphs: Sequence[Paragraph]
    wordings: Sequence[Wording | None]
    prose: Sequence[bool]
    head: int
    tail: int
    typed: bool
    book: bool

    @classmethod
    def from_text(cls, text: str, *, blank_lines_only: bool = False) -> "Page":
        """The page that `text` is; with `blank_lines_only`, as in Markdown, a line end alone parts nothing."""
        layout = lay_out(text, blank_lines_only=blank_lines_only)
        parts = layout.paragraphs
        wordings = [wording(part.text) if part.lines <= 3 else None for part in parts]
        prose = [word is None and is_prose(part.text) for part, word in zip(parts, wordings, strict=True)]
        head, tail = _text_range([_worth(part.text, p) for part, p in zip(parts, prose, strict=True)])
        return cls(
            text=text,
            paragraphs=parts,
            wordings=wordings,
            prose=prose,
            head=head,
            tail=tail,
            typed=layout.typed,
            book=layout.typed and text.count(" ") >= _MIN_BOOK_WORDS,
        )

    def outside(self, masks: Iterable[Mask]) -> list[Paragraph]:
        """The paragraphs that no mask covers, in order."""
        ranges = sorted((mask.start, mask.end) for mask in masks)
        outside: list[Paragraph] = []
        k = 0
        for part in self.paragraphs:
            while k < len(ranges) and ranges[k][1] <= part.start:
                k += 1
            if k == len(ranges) or part.start < ranges[k][0]:
                outside.append(part)
        return outside


def is_prose(text: str) -> bool:
    """Whether these are sentences, by their length and by how they end."""
    words = count_words(text)
    return words >= _LONG_PROSE_WORDS or (words >= _MIN_PROSE_WORDS and bool(_SENTENCE_END.search(text)))


def _worth(text: str, prose: bool) -> int:
    words = count_words(text)
    if prose:
        return min(words, _MAX_PROSE_WORTH)
    return -_SHORT_LINE_TOLL if words <= _SHORT_LINE_WORDS and not _SENTENCE_END.search(text) else 0


def _text_range(worths: Sequence[int]) -> tuple[int, int]:
    """The run with the greatest sum (Kadane's algorithm); all of it where nothing is prose."""
    best, best_range, current, start = 0, (0, len(worths)), 0, 0
    for k, worth in enumerate(worths):
        if current <= 0:
            current, start = 0, k
        current += worth
        if current > best:
            best, best_range = current, (start, k + 1)
    return best_range
