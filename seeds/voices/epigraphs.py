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
_ENDS = re.compile(r"[.!?…][\"'”’»)\]*_]*\Z|[\"”»]\Z")
_MAX_WORDS = 18
_MIN_WORDS = 6


def epigraphs(paragraphs: Sequence[Paragraph], people: People) -> Iterator[Voice]:
    """A voice for the paragraph, or the stanza, above each line of attribution, that line included."""
    for part in paragraphs:
        if part.text.startswith(">") and (name := _attributed(part.text.splitlines()[-1], people)):
            yield Voice(start=part.start, end=part.end, speaker=name, kind=VoiceKind.EPIGRAPH)
    lines = {
        k: name
        for k in range(1, len(paragraphs))
        if (name := _attributed(paragraphs[k].text, people) or _signed(paragraphs[k - 1], paragraphs[k], people))
    }
    for k, speaker in lines.items():
        first = _first_of_quotation(paragraphs, k)
        if k - 2 in lines or first is None:
            continue
        start, end = paragraphs[first].start, paragraphs[k].end
        yield Voice(start=start, end=end, speaker=speaker, kind=VoiceKind.EPIGRAPH)


def _attributed(line: str, people: People) -> str | None:
    if len(line.split()) > _MAX_WORDS or line.endswith((".”", "?", "!", ":")):
        return None
    found = _ATTRIBUTION.match(line)
    name = plain_name(found["name"]) if found else None
    if name is None or (line.startswith("(") and not line.endswith(")")):
        return None
    return people.speaker(name)


def _signed(above: Paragraph, line: Paragraph, people: People) -> str | None:
    """The person whose name, and nothing else, stands below a paragraph in quotation marks."""
    quoted = above.text[0] in '“„«"' and above.text[-1] in '”“»"'
    name = person(line.text.rstrip(".")) if quoted and line.alone else None
    return people.speaker(name) if name else None


def _first_of_quotation(paragraphs: Sequence[Paragraph], k: int) -> int | None:
    """Where the quotation above the line of attribution begins."""
    above = paragraphs[k - 1]
    if above.alone and len(above.text.split()) >= _MIN_WORDS and _ENDS.search(above.text):
        return k - 1
    first = k - 1
    while first > 0 and paragraphs[first - 1].last + 1 == paragraphs[first].first:
        first -= 1
    stanza = paragraphs[first:k]
    return first if len(stanza) > 1 and sum(len(part.text.split()) for part in stanza) >= _MIN_WORDS else None
