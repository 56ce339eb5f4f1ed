"""How much of a quotation fits a place: whole sentences, never part of a word."""

from collections.abc import Iterator
from dataclasses import dataclass
from re import finditer

from bot.markdown import block_quotation
from retrieval.library.sentences import split_sentences


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A slice of a text, `start` to `end`."""

    start: int
    end: int


def fits(text: str, room: int) -> bool:
    """Whether a block quotation of the text takes at most `room` characters."""
    return len(text) <= room and len(block_quotation(text)) <= room


def first_part(text: str, room: int) -> Part:
    """The beginning of a text that fits: all of it, else whole sentences, else whole words, else nothing."""
    if fits(text, room):
        return Part(start=0, end=len(text))
    for ends in (_sentence_ends, _word_ends):
        last = 0
        for end in ends(text):
            if not fits(text[:end], room):
                break
            last = end
        if last:
            return Part(start=0, end=last)
    return Part(start=0, end=0)


def parts(text: str, room: int) -> list[Part]:
    """A text as consecutive parts that fit, in order, with nothing but white space left out between them.

    A word that does not fit ends the list: the rest of the text is not in it.
    """
    found: list[Part] = []
    start = _skip_blank(text, 0)
    while start < len(text):
        size = first_part(text[start:], room).end
        if not size:
            break
        found.append(Part(start=start, end=start + size))
        start = _skip_blank(text, start + size)
    return found


def _sentence_ends(text: str) -> Iterator[int]:
    return (end for _, end in split_sentences(text, 0, len(text)) if end == len(text) or text[end].isspace())


def _word_ends(text: str) -> Iterator[int]:
    return (match.end() for match in finditer(r"\S+", text))


def _skip_blank(text: str, start: int) -> int:
    return next((at for at in range(start, len(text)) if not text[at].isspace()), len(text))
