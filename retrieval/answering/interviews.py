"""Interviews: an answer is found by the question that it was given to, and read behind it."""

import re
from collections.abc import Sequence

from retrieval.answering.candidates import PREFERENCE, Candidate
from retrieval.answering.citing import voice_at
from retrieval.library.sentences import split_sentences
from retrieval.library.snapshot import Snapshot
from seeds.document import Document, Voice, VoiceKind

FIRST = 3
"""Sentences of an answer that are found by its question."""

_LAST_PARAGRAPH = re.compile(r"(?:\A|\n[ \t\r]*\n)(?P<text>(?:(?!\n[ \t\r]*\n).)*?)\s*\Z", re.DOTALL)
_ASKS = re.compile(r".*\?[”»“\"’')\]]*", re.DOTALL)
_BEHIND = 80
"""Characters that may stand between a question and the end of its paragraph: who asked it."""
_LOOKED_AT = 1200
"""Characters before an answer in which its question is looked for."""


def question_at(document: Document, at: int) -> str | None:
    """The question to which the words at this offset are the answer; None outside of interviews."""
    asked = where_asked(document, at)
    return document.text[asked[0] : asked[1]] if asked else None


def where_asked(document: Document, at: int) -> tuple[int, int] | None:
    """The range of that question."""
    voice = voice_at(document, at, at + 1)
    return _asked(document, voice) if voice else None


def answers(snapshot: Snapshot, candidates: Sequence[Candidate]) -> dict[int, float]:
    """Ids of the first sentences of answers to the questions among these candidates, each with its question's fused score,
    less what that has for being preferred.
    """
    found: dict[int, float] = {}
    given = {name: _given(snapshot.document(name)) for name in {each.sentence.document for each in candidates}}
    for candidate in candidates:
        sentence, score = candidate.sentence, candidate.fused - PREFERENCE * candidate.preferred
        for (start, end), voice in given[sentence.document]:
            if start < sentence.end <= voice.start and sentence.start < end:
                for answer in snapshot.sentences_in(sentence.document, voice.start, voice.end)[:FIRST]:
                    found[answer.id] = max(score, found.get(answer.id, score))
    return found


def _given(document: Document) -> list[tuple[tuple[int, int], Voice]]:
    """The answers of the interviews in a document, each with the range of its question."""
    interviews = [voice for voice in document.voices if voice.kind is VoiceKind.INTERVIEW]
    return [(asked, voice) for voice in interviews if (asked := _asked(document, voice))]


def _asked(document: Document, voice: Voice) -> tuple[int, int] | None:
    """Where the question stands that a voice answers: at the end of the paragraph before it."""
    if voice.kind is not VoiceKind.INTERVIEW:
        return None
    since = max(0, voice.start - _LOOKED_AT)
    paragraph = _LAST_PARAGRAPH.search(document.text[since : voice.start])
    if paragraph is None:
        return None
    first, last = since + paragraph.start("text"), since + paragraph.end("text")
    sentences = split_sentences(document.text, first, last)
    asking = [(start, asks.end()) for start, end in sentences if (asks := _ASKS.match(document.text, start, end))]
    return asking[-1] if asking and last - asking[-1][1] <= _BEHIND else None
