"""All voices of one text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from seeds.document import Voice
from seeds.people import People
from seeds.structure.layout import Paragraph
from seeds.voices.block_quotations import attributed, block_quotations
from seeds.voices.epigraphs import epigraphs
from seeds.voices.interviews import interviews
from seeds.voices.letters import letters
from seeds.voices.set_quotations import SetQuotation
from seeds.voices.speech.speeches import speeches
from seeds.voices.transcripts import transcripts
from seeds.voices.unnamed import unnamed


def find_voices(
    text: str, paragraphs: Sequence[Paragraph], headings: Iterable[int] = (), quotations: Sequence[SetQuotation] = ()
) -> tuple[Voice, ...]:
    """The ranges of `text` that somebody other than its author speaks or writes, in order and disjoint.

    `paragraphs` can be quoted, `headings` are the places where headings start, `quotations` what the mark-up sets apart
    as such. A speaker is named as fully as the text names him anywhere; where it is not certain who speaks, there is no
    voice, but for what is set apart as a quotation: that has one without a speaker.
    """
    people = People.of(text)
    starts = frozenset(headings)
    voices: list[Voice] = []
    for kind in (
        attributed(quotations, people),
        epigraphs(paragraphs, people),
        letters(paragraphs, starts, people),
        interviews(paragraphs, starts, people),
        transcripts(paragraphs, people),
        block_quotations(paragraphs, people, quotations),
        speeches(paragraphs, people, _headed(text, paragraphs, starts)),
    ):
        voices += [
            voice for voice in _apart(kind) if not any(v.start < voice.end and voice.start < v.end for v in voices)
        ]
    voices += unnamed(text, paragraphs, quotations, voices)
    return tuple(sorted(voices, key=lambda voice: voice.start))


def _apart(voices: Iterable[Voice]) -> Iterator[Voice]:
    """Those that no earlier one of them overlaps."""
    reached = 0
    for voice in voices:
        if voice.start >= reached:
            yield voice
            reached = voice.end


def _headed(text: str, paragraphs: Sequence[Paragraph], headings: frozenset[int]) -> Mapping[int, str]:
    """The words of the headings between two paragraphs, by the start of the second."""
    found: dict[int, str] = {}
    places = iter(sorted(headings))
    place = next(places, None)
    for above, part in pairwise(paragraphs):
        while place is not None and place < above.end:
            place = next(places, None)
        if place is not None and place < part.start:
            found[part.start] = text[place : part.start]
    return found
