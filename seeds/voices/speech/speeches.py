"""Sentences quoted inside a paragraph whose speaker the sentence names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from seeds.document import Voice, VoiceKind
from seeds.people import People
from seeds.quotations import SPEECH, Quotation
from seeds.structure.layout import Paragraph
from seeds.voices.speech.turn import Turn
from seeds.voices.speech.turns import turns

_MIN_WORDS = 4
_SENTENCE_INSIDE = re.compile(r"[.!?…]['’)\]_]*[”»“\"]\Z")
_SENTENCE_START = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(]?[A-ZÀ-ÞА-ЯЁ])")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*(?=\s|\Z)")
_MAX_TAG, _MAX_TAG_WORDS = 90, 7
_MAX_TAG_SHARE = 0.4


def speeches(paragraphs: Sequence[Paragraph], people: People, headings: Mapping[int, str]) -> Iterator[Voice]:
    """A voice for each quotation of a sentence or more, with the words that merely say who speaks.

    `headings` are the words of the headings right above a paragraph, by its start.
    """
    reached = 0
    before: Turn | None = None
    for turn in turns(paragraphs, people, headings):
        if before and before.speaker != turn.speaker and (before.speaker or before.told):
            reached = max(reached, before.pieces[-1][1].end)
        before = turn
        if not turn.speaker:
            continue
        for part, pieces in _by_paragraph(turn):
            if _is_sentence(part, pieces):
                start, end = _with_tags(part, pieces[0].start, pieces[-1].end, reached)
                yield Voice(start=start, end=end, speaker=turn.speaker, kind=VoiceKind.SPEECH)
                reached = end


def _by_paragraph(turn: Turn) -> Iterator[tuple[Paragraph, list[Quotation]]]:
    """The turn's pieces, those of one paragraph together."""
    for _, group in groupby(turn.pieces, key=lambda piece: piece[0].start):
        pieces = list(group)
        yield pieces[0][0], [quotation for _, quotation in pieces]


def _is_sentence(part: Paragraph, pieces: list[Quotation]) -> bool:
    words = sum(len(part.text[piece.start - part.start : piece.end - part.start].split()) for piece in pieces)
    last = part.text[pieces[-1].start - part.start : pieces[-1].end - part.start]
    interrupted = last[:-1].rstrip("'’").endswith((",", "—", "-"))
    begun = (
        len(pieces) > 1 and part.text[pieces[0].start - part.start + 1].isupper()
    )  # "You must go," Orme said, "or fall"; and
    whole = bool(_SENTENCE_INSIDE.search(last)) or interrupted or begun
    return (
        words >= _MIN_WORDS
        and (whole or not pieces[-1].closed)
        and (len(pieces) > 1 or not _is_fragment(part, pieces[0]))
    )


def _is_fragment(part: Paragraph, first: Quotation) -> bool:
    """Whether the quotation goes on with a sentence that the author began: the party "found power in the streets"."""
    begin = first.start - part.start
    before = part.text[:begin].rstrip()
    return part.text[begin + 1].islower() and not before.endswith((",", ":", "—"))


def _with_tags(part: Paragraph, start: int, end: int, reached: int) -> tuple[int, int]:
    """The range and the rest of its first and last sentences, where that rest is a small part of them.

    Up to `reached` the words are another's, or of a voice already.
    """
    begin, finish = start - part.start, end - part.start
    breaks = [found.end() for found in _SENTENCE_START.finditer(part.text, 0, begin + 2) if found.end() <= begin]
    opening = breaks[-1] if breaks else 0
    length = finish - begin
    lead = part.text[opening:begin]
    alone = part.start + opening >= reached
    if alone and re.search(rf"\b{SPEECH}\b", lead, re.VERBOSE) and _is_small(lead, length):
        start = part.start + opening
    if part.text[finish - 2] in ",?!—":
        closing = _SENTENCE_END.search(part.text, finish)
        tag = part.text[finish : closing.end()] if closing else ""
        own = re.match(
            r"\s*,?\s*[a-zA-Z][^“”„«\"]*(?:[“„«\"][a-z].*)?\Z", tag, re.DOTALL
        )  # and not the words of the one who answers
        if closing and own and _is_small(tag, length):
            end = part.start + closing.end()
    return start, end


def _is_small(tag: str, quoted: int) -> bool:
    """Whether the words that say who speaks are few, or little beside the words quoted."""
    few = len(tag.split()) <= _MAX_TAG_WORDS
    return len(tag) <= _MAX_TAG and (few or len(tag) <= _MAX_TAG_SHARE * (quoted + len(tag)))
