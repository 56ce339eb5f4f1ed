"""Mottoes and other quotations with the name of their author on a line of its own below them."""

import re
from collections.abc import Iterator, Sequence

from seeds.document import Voice, VoiceKind
from seeds.people import NAME, People, person, plain_name
from seeds.structure.layout import Paragraph

_ATTRIBUTION = re.compile(
    rf"(?:>\s*)?(?:-{{2,4}}|[—–―~]|\()\s*(?P<name>{NAME})(?:\s*[,(\[:;].{{0,120}}|\s+(?:in|on|to)\s.{{1,80}}|\)?)\Z",
    re.VERBOSE | re.DOTALL,
)
_IN_BRACKETS = re.compile(rf"[.!?…][\"”’»]*\s\[(?P<name>{NAME})(?:,[^\]]{{1,60}})?\]\Z")
_RULE = re.compile(r"[-–—_*]{2,}")
_ENDS = re.compile(r"[.!?…][\"'”’»)\]*_]*\Z|[\"”»]\Z")
_MAX_WORDS = 18
_MIN_WORDS = 6
# A bare name is an attribution only where mottoes stand; further down it may be a signature or a label.
_TOP = 8


def epigraphs(paragraphs: Sequence[Paragraph], people: People) -> Iterator[Voice]:
    """A voice for the paragraph, or the stanza, above each line of attribution, that line included."""
    lines: set[int] = set()
    for k, part in enumerate(paragraphs):
        first: int | None = k
        speaker = _named_inside(part, people) if part.text.startswith(">") or k < _TOP else None
        if speaker is None:
            speaker = _attributed(part.text, people) or _signed(paragraphs, k, people)
            first = _first_of_quotation(paragraphs, k) if speaker and k - 2 not in lines else None
        if speaker and first != k:
            lines.add(k)
        if speaker and first is not None:
            yield Voice(start=paragraphs[first].start, end=part.end, speaker=speaker, kind=VoiceKind.EPIGRAPH)


def _named_inside(part: Paragraph, people: People) -> str | None:
    """The name that ends the paragraph: a last line of Markdown, or "[Friedrich Schlegel, 1798]"."""
    if part.text.startswith(">"):
        return _attributed(part.text.splitlines()[-1], people)
    found = _IN_BRACKETS.search(part.text)
    name = person(found["name"]) if found else None
    return people.speaker(name) if name else None


def _attributed(line: str, people: People) -> str | None:
    """The name after a dash."""
    if len(line.split()) > _MAX_WORDS or line.endswith((".”", "?", "!", ":")):
        return None
    found = _ATTRIBUTION.match(line)
    name = plain_name(found["name"]) if found else None
    if name is None or (line.startswith("(") and not line.endswith(")")):
        return None
    return people.speaker(name)


def _signed(paragraphs: Sequence[Paragraph], k: int, people: People) -> str | None:
    """The person whose name, and nothing else, stands below words in quotation marks, a rule, or a stanza at the top."""
    name = person(paragraphs[k].text.rstrip(".")) if k else None
    if name is None:
        return None
    above = paragraphs[k - 1]
    quoted = paragraphs[k].alone and above.text[0] in '“„«"' and above.text[-1] in '”“»"'
    ruled = k > 1 and bool(_RULE.fullmatch(above.text))
    stanza = (
        k < _TOP and k > 1 and all(_is_verse(part) for part in paragraphs[k - 2 : k]) and bool(_ENDS.search(above.text))
    )
    together = stanza and above.last + 1 == paragraphs[k].first and paragraphs[k - 2].last + 1 == above.first
    return people.speaker(name) if quoted or ruled or together else None


def _is_verse(part: Paragraph) -> bool:
    return part.lines == 1 and not part.alone and len(part.text.split()) <= _MAX_WORDS


def _first_of_quotation(paragraphs: Sequence[Paragraph], k: int) -> int | None:
    """Where the quotation above the line of attribution, and above a rule, begins."""
    if k < 1 or (k == 1 and _RULE.fullmatch(paragraphs[0].text)):
        return None
    last = k - 2 if _RULE.fullmatch(paragraphs[k - 1].text) else k - 1
    above = paragraphs[last]
    if above.alone and len(above.text.split()) >= _MIN_WORDS and _ENDS.search(above.text):
        return last
    first = last
    while first > 0 and paragraphs[first - 1].last + 1 == paragraphs[first].first:
        first -= 1
    words = sum(len(part.text.split()) for part in paragraphs[first : last + 1])
    return first if first < last and words >= _MIN_WORDS else None
