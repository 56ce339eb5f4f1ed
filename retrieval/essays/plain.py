"""Quotations in plain text: between marks, and in paragraphs that are set in."""

from collections import Counter
from collections.abc import Iterator

from retrieval.essays.quoted import Quoted, quoted_in
from seeds.structure.layout import Paragraph, lay_out

_SET_IN = 2
"""Columns further in than the text from which a paragraph is a block quotation."""
_LEAST_WORDS = 8


def plain_quotations(text: str) -> Iterator[Quoted]:
    """The quotations of a plain text, in order."""
    paragraphs = lay_out(text).paragraphs
    usual = Counter(each.indent for each in paragraphs if each.lines > 1 or len(each.text) > 60)
    margin = usual.most_common(1)[0][0] if usual else 0
    for each in paragraphs:
        line, column = position(text, each.start)
        if _is_set_in(each, margin):
            yield Quoted(text=each.text, speaker=None, line=line, column=column)
            continue
        for at, words, speaker in quoted_in(each.text):
            line, column = position(text, each.start + at)
            yield Quoted(text=words, speaker=speaker, line=line, column=column)


def position(text: str, at: int) -> tuple[int, int]:
    """Line and column of a place, counted from 1."""
    before = text[:at].replace("\r\n", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _is_set_in(paragraph: Paragraph, margin: int) -> bool:
    """Whether every line of a paragraph is further in; a first line alone may be, that begins a paragraph."""
    long = len(paragraph.text.split()) >= _LEAST_WORDS
    return long and paragraph.indent >= margin + _SET_IN and (paragraph.lines > 1 or paragraph.text.startswith(">"))
