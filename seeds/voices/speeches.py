"""Sentences quoted inside a paragraph whose speaker the sentence names."""

import re
from collections.abc import Iterator, Sequence

from seeds.document import Voice, VoiceKind
from seeds.people import People
from seeds.quotations import SPEECH, Quotation, is_tag, quotations
from seeds.structure.layout import Paragraph

_MIN_WORDS = 4
_SENTENCE_INSIDE = re.compile(r"[.!?…]['’)\]]*[”»“\"]\Z")
_SENTENCE_START = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(]?[A-ZÀ-ÞА-ЯЁ])")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*(?=\s|\Z)")
_MAX_TAG, _MAX_TAG_WORDS = 90, 7
_MAX_TAG_SHARE = 0.4


def speeches(paragraphs: Sequence[Paragraph], people: People) -> Iterator[Voice]:
    """A voice for each quotation of a sentence or more, with the words that merely say who speaks."""
    for part in paragraphs:
        found = quotations(part)
        k = 0
        while k < len(found):
            last = k
            while last + 1 < len(found) and _interrupted(part, found[last], found[last + 1]):
                last += 1
            speaker = people.speaker(found[k].speaker or "") if found[k].speaker else None
            if speaker and _is_sentence(part, found[k : last + 1]):
                start, end = _with_tags(part, found[k].start, found[last].end)
                yield Voice(start=start, end=end, speaker=speaker, kind=VoiceKind.SPEECH)
            k = last + 1


def _interrupted(part: Paragraph, first: Quotation, second: Quotation) -> bool:
    """Whether the two are one sentence with a word of who speaks inside."""
    return first.speaker == second.speaker and is_tag(part.text[first.end - part.start : second.start - part.start])


def _is_sentence(part: Paragraph, pieces: list[Quotation]) -> bool:
    words = sum(len(part.text[piece.start - part.start : piece.end - part.start].split()) for piece in pieces)
    last = part.text[pieces[-1].start - part.start : pieces[-1].end - part.start]
    interrupted = part.text[pieces[-1].end - part.start - 2] == ","
    whole = bool(_SENTENCE_INSIDE.search(last)) or interrupted
    return words >= _MIN_WORDS and pieces[-1].closed and whole and not _is_fragment(part, pieces[0])


def _is_fragment(part: Paragraph, first: Quotation) -> bool:
    """Whether the quotation goes on with a sentence that the author began: the party "found power in the streets"."""
    begin = first.start - part.start
    before = part.text[:begin].rstrip()
    return part.text[begin + 1].islower() and not before.endswith((",", ":", "—"))


def _with_tags(part: Paragraph, start: int, end: int) -> tuple[int, int]:
    """The range and the rest of its first and last sentences, where that rest is a small part of them."""
    begin, finish = start - part.start, end - part.start
    breaks = [found.end() for found in _SENTENCE_START.finditer(part.text, 0, begin + 2) if found.end() <= begin]
    opening = breaks[-1] if breaks else 0
    length = finish - begin
    lead = part.text[opening:begin]
    if re.search(rf"\b{SPEECH}\b", lead, re.VERBOSE) and _is_small(lead, length):
        start = part.start + opening
    if part.text[finish - 2] in ",?!—":
        closing = _SENTENCE_END.search(part.text, finish)
        tag = part.text[finish : closing.end()] if closing else ""
        if closing and re.match(r"\s*,?\s*[a-zA-Z]", tag) and _is_small(tag, length):
            end = part.start + closing.end()
    return start, end


def _is_small(tag: str, quoted: int) -> bool:
    """Whether the words that say who speaks are few, or little beside the words quoted."""
    few = len(tag.split()) <= _MAX_TAG_WORDS
    return len(tag) <= _MAX_TAG and (few or len(tag) <= _MAX_TAG_SHARE * (quoted + len(tag)))
