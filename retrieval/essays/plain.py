"""Quotations in plain text: between marks, and in paragraphs that are set in."""

import re
from collections import Counter
from collections.abc import Iterator

from retrieval.essays.quoted import Quoted, quoted_in
from seeds.structure.layout import Paragraph, lay_out

_SET_IN = 2
"""Columns further in than the text from which a paragraph is a block quotation."""
_LEAST_WORDS = 8


def plain_quotations(text: str) -> Iterator[Quoted]:
    """The quotations of a plain text, in order. Blank lines part its paragraphs, where it has any."""
    blank = re.search(r"\n[ \t]*\r?\n", text) is not None
    paragraphs = lay_out(text, blank_lines_only=blank).paragraphs
    margin = Counter(_first_indent(text, each) for each in paragraphs).most_common(1)[0][0] if paragraphs else 0
    for each in paragraphs:
        line, column = position(text, each.start)
        if each.indent >= margin + _SET_IN and len(each.text.split()) >= _LEAST_WORDS:
            yield Quoted(text=each.text, speaker=None, line=line, column=column)
            continue
        for at, words, speaker in quoted_in(each.text):
            line, column = position(text, each.start + at)
            yield Quoted(text=words, speaker=speaker, line=line, column=column)


def position(text: str, at: int) -> tuple[int, int]:
    """Line and column of a place, counted from 1."""
    before = text[:at].replace("\r\n", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _first_indent(text: str, paragraph: Paragraph) -> int:
    """How far the first line of a paragraph is set in; the others may be less so."""
    return position(text, paragraph.start)[1] - 1
