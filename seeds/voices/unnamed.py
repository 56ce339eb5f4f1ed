"""Block quotations of which nothing tells whose they are: not their author's words, and nobody's that could be named."""

import re
from collections.abc import Iterator, Sequence

from seeds.document import Voice, VoiceKind
from seeds.structure.layout import Paragraph
from seeds.voices.set_quotations import SetQuotation

# What authors set apart beside quotations: `> [!NOTE]`, `> **Update:** ...`, tables, code, pictures, headings.
_ASIDE = re.compile(
    r"""[\W_]*(?:(?:editor|author|translator|transcriber)[’']s\s+)?(?:note|notes|nb|n\.b\.|tip|hint|info|information|important|warning|caution
    |danger|attention|example|summary|abstract|tl;?dr|update|updated|edit|correction|erratum|disclaimer|remark|reminder|todo
    |see|see\ also|source|sources|further\ reading|question|exercise|definition|spoiler|key\ points?|in\ short)[\s*_]*(?:[\]:.!—–-]|\n|\Z)
    |[>\s]*(?:\#|\||```|~~~|!\[|</?[a-z])""",
    re.IGNORECASE | re.VERBOSE,
)
_MIN_WORDS = 4


def unnamed(
    text: str, paragraphs: Sequence[Paragraph], quotations: Sequence[SetQuotation], voices: Sequence[Voice]
) -> Iterator[Voice]:
    """A voice without a speaker for each part, of no other voice, of what the mark-up of `text` sets apart, or a `>`."""
    marked = [(each.start, each.end) for each in quotations]
    typed = [(part.start, part.end) for part in paragraphs if part.text.startswith(">")]
    for start, end in (*marked, *typed):
        inside = [part for part in paragraphs if start <= part.start and part.end <= end]
        if inside and not _ASIDE.match(inside[0].text):
            yield from _left(text, inside[0].start, inside[-1].end, voices)


def _left(text: str, start: int, end: int, voices: Sequence[Voice]) -> Iterator[Voice]:
    """What of a range no voice speaks."""
    position = start
    around = sorted((each.start, each.end) for each in voices if each.start < end and start < each.end)
    for until, beyond in (*around, (end, end)):
        words = text[position:until]
        if len(re.findall(r"\w+", words)) >= _MIN_WORDS:
            left = position + len(words) - len(words.lstrip())
            yield Voice(start=left, end=position + len(words.rstrip()), speaker=None, kind=VoiceKind.BLOCK_QUOTATION)
        position = max(position, beyond)
