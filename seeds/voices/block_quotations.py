"""Paragraphs that are quotations from first to last, and the speaker named in them or above them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from seeds.document import Voice, VoiceKind
from seeds.people import People
from seeds.quotations import Quotation, quotations
from seeds.structure.layout import Paragraph
from seeds.voices.cues import tags
from seeds.voices.introductions import announced
from seeds.voices.set_quotations import SetQuotation, described, named
from seeds.voices.speech.evidence import introduced
from seeds.voices.speech.narrative import Narrative

_OPENING = ("“", "„", "«", '"')
_MIN_QUOTED = 0.7
_MIN_WORDS = 4
_MAX_PARAGRAPHS = 60
_MIN_INDENT = 2


def attributed(quotations: Iterable[SetQuotation], people: People) -> Iterator[Voice]:
    """A voice for each quotation set apart by the mark-up whose attribution names a person."""
    for each in quotations:
        speaker = named(each.attribution, people) if each.attribution else None
        if speaker and people.is_person(speaker):
            yield Voice(start=each.start, end=each.end, speaker=speaker, kind=VoiceKind.BLOCK_QUOTATION)


def block_quotations(
    paragraphs: Sequence[Paragraph], people: People, quotations: Sequence[SetQuotation] = ()
) -> Iterator[Voice]:
    """A voice for each run of quoted paragraphs whose speaker is certain. `quotations` are what the mark-up sets apart."""
    marked = {each.start: each for each in quotations}
    before: str | None = None
    k = 0
    while k < len(paragraphs):
        quoted = marked.get(paragraphs[k].start)
        last = _last_before(paragraphs, k, quoted.end) if quoted else _last_of_block(paragraphs, k)
        if last is None:
            k += 1
            continue
        whole = quoted is None or _whole_quotation(paragraphs[k])  # what is set apart may quote others in its turn
        spoken = _speaker_inside(paragraphs[k]) if whole else None
        spoken = spoken or (announced(paragraphs[k - 1].text, before=before) if k else None)
        speaker = (people.speaker(spoken) if spoken else None) or introduced(paragraphs[:k], people)
        beside = quoted.attribution if quoted else None
        told = (named(beside, people) or described(beside)) if beside else None
        if told and not (speaker and people.is_person(speaker)):
            speaker = told
        if speaker:
            start, end = paragraphs[k].start, paragraphs[last].end
            yield Voice(start=start, end=end, speaker=speaker, kind=VoiceKind.BLOCK_QUOTATION)
        before = spoken
        k = last + 1


def _last_before(paragraphs: Sequence[Paragraph], k: int, end: int) -> int:
    """The number of the last paragraph, from k on, that begins before a place."""
    return next((n - 1 for n in range(k + 1, len(paragraphs)) if paragraphs[n].start >= end), len(paragraphs) - 1)


def _last_of_block(paragraphs: Sequence[Paragraph], k: int) -> int | None:
    """The number of the paragraph in which the quotation that paragraph k opens ends; None where k opens none."""
    if _is_set_in(paragraphs, k):
        last = k
        while last + 1 < len(paragraphs) and _goes_on(paragraphs[last], paragraphs[last + 1]):
            last += 1
        return last
    found = _whole_quotation(paragraphs[k])
    if not found or _is_talk(paragraphs[k]):
        return None
    last = k
    while not found[-1].closed:
        last += 1
        if last == len(paragraphs) or last - k > _MAX_PARAGRAPHS or not paragraphs[last].text.startswith(_OPENING):
            return k
        found = quotations(paragraphs[last])
        if not found:
            return k
    return last


def _whole_quotation(paragraph: Paragraph) -> list[Quotation]:
    """Its quotations, where they make up the paragraph; a word of who speaks may stand between them."""
    if not paragraph.text.startswith(_OPENING) or len(paragraph.text.split()) < _MIN_WORDS:
        return []
    found = quotations(paragraph)
    quoted = sum(quotation.end - quotation.start for quotation in found)
    reaches_end = bool(found) and not re.search(r"\w", paragraph.text[found[-1].end - paragraph.start :].split("[")[0])
    return found if reaches_end and quoted >= _MIN_QUOTED * len(paragraph.text) else []


def _is_talk(paragraph: Paragraph) -> bool:
    """Whether several speak in it in turn: `“It is late,” said Orme.—“No,” said the ferryman, “not yet.”`"""
    each = Narrative.of(paragraph)
    cues = [tags.after(each.quotation(n), each.after(n)) for n in range(len(each.quoted))]
    return len({cue.name or cue.role for cue in cues if cue and (cue.name or cue.role)}) > 1


def _is_set_in(paragraphs: Sequence[Paragraph], k: int) -> bool:
    """Whether Markdown marks the paragraph as quoted, or it is typed further in than the one above, which ends with a colon."""
    part = paragraphs[k]
    if part.text.startswith(">"):
        return True
    above = paragraphs[k - 1] if k else part
    further_in = part.lines > 1 and above.lines > 1 and part.indent >= above.indent + _MIN_INDENT
    return further_in and above.text.endswith((":", ":—", ":--"))


def _goes_on(above: Paragraph, part: Paragraph) -> bool:
    """Whether the paragraph is set in as far as the one above, which is of a block quotation, and has quotation marks if that has."""
    marked = part.text.startswith(_OPENING) or not above.text.startswith(_OPENING)
    return marked and not above.text.startswith(">") and part.lines > 1 and part.indent >= above.indent >= _MIN_INDENT


def _speaker_inside(paragraph: Paragraph) -> str | None:
    named = {quotation.speaker for quotation in quotations(paragraph) if quotation.speaker}
    return named.pop() if len(named) == 1 else None
