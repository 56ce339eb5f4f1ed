"""Letters, speeches and decrees that a text gives in full without quotation marks: until the author resumes."""

import re
from collections.abc import Callable, Iterator, Sequence

from seeds.document import Voice, VoiceKind
from seeds.people import People
from seeds.structure.layout import Paragraph
from seeds.voices.introductions import announced

_DOCUMENT = (
    r"(?:letter|telegram|speech|statement|declaration|proclamation|appeal|decree|order|resolution|manifesto|note|message"
    r"|diary|testimony|report|memorandum|address|will|testament|petition)"
)
_GIVES_IN_FULL = re.compile(
    rf"""(?: \btext\ of\b[^.]{{0,80}}
    | \b(?:reads?|ran|runs|(?:as\ )?follows|wrote|writes)(?:\ in\ full)?
    | \b[Hh]ere\ (?:is|are)\b[^.]{{0,80}}
    | [’']s\ (?:\w+\ )?{_DOCUMENT}(?:\ (?:to|of|from)\ [^.:]{{1,50}})?
    )\s*:[-—]*\Z""",
    re.VERBOSE,
)
_SIGNATURE = re.compile(
    r"(?:[Yy]ours|[Ss]incerely|[Ww]ith \w+ greetings|[Ss]igned|/s/)\b.{0,80}\Z|.{1,60}, (?:\d{1,2} )?\w+ \d{4}\.?\Z"
)
_OPENING_MARKS = ("“", '"', "„", "«", "‘", "•", ">")
_MAX_PARAGRAPHS = 40
_MAX_BLANK_LINES = 1
_MAX_SIGNATURE = 4


def letters(paragraphs: Sequence[Paragraph], headings: frozenset[int], people: People) -> Iterator[Voice]:
    """A voice for each document given in full whose author is named where it is announced.

    `headings` are the places where headings start; a document ends above them, above the first paragraph that speaks of
    it or of its author, above a wider gap, and below a signature.
    """
    for k in range(len(paragraphs) - 1):
        introduction, first = paragraphs[k].text, paragraphs[k + 1]
        if not _GIVES_IN_FULL.search(introduction) or first.text.startswith(_OPENING_MARKS):
            continue
        name = announced(introduction, before=None)
        speaker = people.speaker(name) if name else None
        if name and speaker:
            last = _last(paragraphs, k + 1, _resumes(introduction, name.split()[-1], headings))
            if last is not None:
                yield Voice(start=first.start, end=paragraphs[last].end, speaker=speaker, kind=VoiceKind.LETTER)


def _resumes(introduction: str, surname: str, headings: frozenset[int]) -> Callable[[Paragraph], bool]:
    """A test whether the author speaks again: of the document, or of the one who wrote it, as no letter does itself."""
    kinds = re.findall(_DOCUMENT, introduction)
    kind = kinds[-1] if kinds else "words"
    about = re.compile(
        rf"\b(?:[Tt]his|[Tt]he|[Tt]hat|[Hh]is|[Hh]er)\s(?:\w+\s)?{kind}\b|\b(?:[Ww]ith|[Ii]n)\sthese\swords\b"
        rf"|\b{re.escape(surname)}\b"
    )

    def resumes(paragraph: Paragraph) -> bool:
        mentions = bool(about.search(paragraph.text)) and not _is_signature(paragraph.text, surname)
        return mentions or paragraph.start in headings

    return resumes


def _is_signature(text: str, surname: str) -> bool:
    words = text.strip("—–-. ").split()
    named = bool(words) and words[-1] == surname and len(words) <= _MAX_SIGNATURE
    return named or bool(_SIGNATURE.match(text))


def _last(paragraphs: Sequence[Paragraph], first: int, resumes: Callable[[Paragraph], bool]) -> int | None:
    """The number of the document's last paragraph; None where nothing shows its end."""
    if resumes(paragraphs[first]):
        return None
    for k in range(first, min(first + _MAX_PARAGRAPHS, len(paragraphs))):
        if k + 1 == len(paragraphs) or resumes(paragraphs[k + 1]):
            return k
        if paragraphs[k + 1].first - paragraphs[k].last - 1 > _MAX_BLANK_LINES:
            return k
    return None
