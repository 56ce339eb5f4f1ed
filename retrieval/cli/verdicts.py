"""A verdict as text for people: pure functions from a verification to styled pieces of text."""

import re
from collections.abc import Iterator

from retrieval.cli.rendering import Page, Piece, Pieces, Style, credit, quote_pieces
from retrieval.cli.verbatim import one_line, printed_lines
from retrieval.verifying.verdicts import Piece as Part
from retrieval.verifying.verdicts import Verdict, Verification

_SHOWN = 70
"""Characters of a quotation that name it in a list."""
_MARKED = re.compile(r"(\[-.*?-\]|\{\+.*?\+\})", re.DOTALL)


def verification_pieces(made: Verification, page: Page) -> Pieces:
    """The verdict and its sentence, then the source's words, with what differs, piece by piece."""
    yield Piece(text=f"{made.verdict.value}", style=Style.SPEAKER)
    yield from _sentence(f": {made.note}", page, indent=len(made.verdict.value))
    several = len(made.pieces) > 1
    for number, part in enumerate(made.pieces, 1):
        if part.quote is None and not several:
            continue
        yield Piece(text="\n")
        if several:
            yield Piece(text=f"Piece {number} of {len(made.pieces)}: ", style=Style.NOTE)
            yield Piece(text=f"{part.verdict.value}\n", style=Style.SPEAKER)
        yield from _part(part, page)


def _part(part: Part, page: Page) -> Iterator[Piece]:
    if part.quote is None:
        yield from _lines(f"“{one_line(part.quotation)}” {_missing(part)}", page, Style.PLAIN)
        return
    yield from quote_pieces(part.quote, page)
    if part.diff:
        yield Piece(text="\n")
        yield Piece(text=f"{page.indent}source [-so-], quotation {{+so+}}: ", style=Style.DETAIL)
        yield from _diff(part.diff)


def _missing(part: Part) -> str:
    if part.note:
        return f"is not shown: {part.note}"
    return "is too short to be looked for." if part.verdict is Verdict.TOO_SHORT else "is not in this library."


def _diff(diff: str) -> Iterator[Piece]:
    for run in _MARKED.split(one_line(diff)):
        style = Style.REMOVED if run.startswith("[-") else Style.ADDED if run.startswith("{+") else Style.PLAIN
        yield Piece(text=run, style=style)
    yield Piece(text="\n")


def _sentence(text: str, page: Page, *, indent: int) -> Iterator[Piece]:
    """Our own words, going on after so many cells of a line."""
    padded = "x" * indent + text
    lines = printed_lines(padded, width=page.width, measure=page.measure)
    for number, line in enumerate(lines):
        yield Piece(text=f"{line[indent:] if number == 0 else line}".rstrip() + "\n")


def _lines(text: str, page: Page, style: Style) -> Iterator[Piece]:
    for line in printed_lines(text, width=page.margin, measure=page.measure):
        yield Piece(text=page.indent)
        yield Piece(text=f"{line.rstrip()}\n", style=style)


def finding_pieces(place: str, made: Verification, page: Page) -> Pieces:
    """A quotation of an essay: its place, its verdict, its first words; and where it fails, why, and what the source has."""
    words = one_line(made.quotation)
    yield Piece(text=f"{one_line(place)}: ", style=Style.DETAIL)
    yield Piece(text=made.verdict.value, style=Style.SPEAKER if made.verdict.is_faithful else Style.REMOVED)
    yield Piece(text=f" “{words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + '…'}”\n")
    if made.verdict.is_faithful:
        return
    yield from _lines(made.note, page, Style.NOTE)
    for part in made.pieces:
        if part.diff:
            yield Piece(text=page.indent)
            yield from _diff(part.diff)
        if part.quote is not None:
            yield Piece(text=page.indent)
            yield Piece(text=f"{credit(part.quote.citation)}: {part.quote.citation.permalink}\n", style=Style.DETAIL)
