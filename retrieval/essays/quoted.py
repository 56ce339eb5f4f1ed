"""What an essay quotes, and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.verifying.claims import claim_in
from seeds.quotations import quotations
from seeds.structure.layout import Paragraph


@dataclass(frozen=True, kw_only=True, slots=True)
class Quoted:
    """A quotation in an essay: its words, the one to whom the essay ascribes them, and its place.

    `line` and `column` count from 1; of a Word file `line` is the paragraph, and of an HTML file the line of its element.
    """

    text: str
    speaker: str | None
    line: int
    column: int = 1


_SINGLE = re.compile(r"(?<!\w)‘((?:[^‘’]|’(?=\w))+)’(?!\w)|(?<!\w)‹([^‹›]+)›(?!\w)|(?<!\w)›([^‹›]+)‹(?!\w)")
_LEAST_SINGLE = 4
"""Words from which single marks hold a quotation: fewer are a word that is talked about."""
_STRAIGHT = re.compile(r'(?<!\w)"([^"\n]+)"(?!\w)')
_SIGNATURE = re.compile(r"\s*(?:—|–|--)\s*[^\W\d_]|\s*\(")


def quoted_in(text: str) -> Iterator[tuple[int, str, str | None]]:
    """The quotations of a paragraph in order: where the words begin, the words, and the one who is said to say them."""
    found = list(_in_double_marks(text))
    taken = [(start, start + len(words)) for start, words, _ in found]
    for match in _SINGLE.finditer(text):
        words = match[match.lastindex or 0]
        inside = any(low < match.end() and match.start() < high for low, high in taken)
        if not inside and len(words.split()) >= _LEAST_SINGLE:
            found.append((match.start(match.lastindex or 0), words, None))
    return iter(sorted(found, key=lambda each: each[0]))


def _in_double_marks(text: str) -> Iterator[tuple[int, str, str | None]]:
    paragraph = Paragraph(start=0, end=len(text), text=text, first=0, last=0, indent=0, alone=True)
    found = quotations(paragraph)
    if not found:  # marks that make no sense together: those that do so alone
        yield from ((match.start(1), match[1], None) for match in _STRAIGHT.finditer(text))
    for number, each in enumerate(found):
        start, end = each.start + 1, each.end - each.closed
        last = number == len(found) - 1
        yield (
            start,
            text[start:end],
            each.speaker or (_signed(text[each.start :], each.end - each.start) if last else None),
        )


def _signed(text: str, end: int) -> str | None:
    """The name that is signed below a quotation at the end of a paragraph."""
    claim = claim_in(text) if _SIGNATURE.match(text, end) else None
    return claim.by if claim else None
