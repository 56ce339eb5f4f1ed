"""Runs of whole sentences around a sentence, inside its paragraph, none longer than a quote may be."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from retrieval.answering.citing import speaker_of, voice_at
from retrieval.answering.gaps import is_blank
from retrieval.answering.interviews import question_at
from retrieval.types import Sentence
from seeds.document import Document

MAX_QUOTE = 700
"""Characters. A quote is one to five sentences; a single longer sentence is quoted whole."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Span:
    """Sentences `first` to `last` of a document, inclusive, and where their text starts and ends."""

    document: str
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Widened:
    """A sentence with the one before it, with the one after, and with both; None where the paragraph has none, or another voice."""

    before: Span | None
    after: Span | None
    both: Span | None

    def present(self) -> tuple[Span, ...]:
        """Those that there are, narrower ones first."""
        return tuple(span for span in (self.before, self.after, self.both) if span is not None)

    @property
    def widest(self) -> Span | None:
        """The one with both neighbours, else with the one that there is."""
        return self.both or self.after or self.before


class Spans:
    """Spans over known sentences: those of the candidates and their neighbours, in their documents."""

    def __init__(self, sentences: Mapping[int, Sentence], documents: Mapping[str, Document]) -> None:
        self._sentences = sentences
        self._documents = documents

    def alone(self, sentence: Sentence) -> Span:
        """The sentence by itself."""
        return self._run(sentence, sentence)

    def widened(self, sentence: Sentence) -> Widened:
        """The sentence with its neighbours in the same paragraph, as far as a quote may grow."""
        before = self._neighbour(sentence, -1)
        after = self._neighbour(sentence, 1)
        return Widened(
            before=self._fitting(before, sentence),
            after=self._fitting(sentence, after),
            both=self._fitting(before, after) if before and after else None,
        )

    def further(self, span: Span, core: Sentence) -> tuple[Span, ...]:
        """The span with one sentence more, on each side on which it already reaches beyond its core."""
        first, last = self._sentences[span.first], self._sentences[span.last]
        before = self._neighbour(first, -1) if first.id < core.id else None
        after = self._neighbour(last, 1) if last.id > core.id else None
        wider = (self._fitting(before, last), self._fitting(first, after))
        return tuple(each for each in wider if each is not None)

    def onward(self, span: Span) -> Span | None:
        """The span with the sentence behind it; None where its paragraph has none, or another voice, or it would be too long."""
        return self._fitting(self._sentences[span.first], self._neighbour(self._sentences[span.last], 1))

    def following(self, span: Span) -> Sentence | None:
        """The sentence that stands right behind the span, in whatever paragraph and voice; None where a heading or a mask is between."""
        last = self._sentences[span.last]
        other = self._sentences.get(last.id + 1)
        if other is None or other.document != last.document:
            return None
        return other if is_blank(self._documents[last.document], last.end, other.start) else None

    def clear_of(self, span: Span, core: Sentence, used: Container[int]) -> Span:
        """The part of the span around `core` in which no sentence is used already."""
        first = last = core.id
        while first > span.first and first - 1 not in used:
            first -= 1
        while last < span.last and last + 1 not in used:
            last += 1
        return self._run(self._sentences[first], self._sentences[last])

    def text(self, span: Span) -> str:
        """The characters of a span."""
        return self._documents[span.document].text[span.start : span.end]

    def reading(self, span: Span) -> str:
        """A span as it is judged: where the words are not the author's, with the surname of the speaker whom its citation names,
        and behind the question that they answer.
        """
        document = self._documents[span.document]
        speaker = speaker_of(document, span.start, span.end)
        if not speaker:
            return self.text(span)
        said = f"{self._lead(span) or f'{speaker.split()[-1]} said:'} {self.text(span)}"
        asked = question_at(document, span.start)
        return f"{asked} {said}" if asked else said

    def _lead(self, span: Span) -> str | None:
        """The sentence of another voice that leads the span in with a colon; None where none is known."""
        first, before = self._sentences[span.first], self._sentences.get(span.first - 1)
        if before is None or before.document != first.document:
            return None
        document = self._documents[first.document]
        words = document.text[before.start : before.end].rstrip("-— ")
        if not words.endswith(":") or not is_blank(document, before.end, first.start):
            return None
        same = voice_at(document, before.start, before.end) == voice_at(document, first.start, first.end)
        return None if same else words

    def _neighbour(self, sentence: Sentence, step: int) -> Sentence | None:
        other = self._sentences.get(sentence.id + step)
        if other is None or (other.document, other.paragraph) != (sentence.document, sentence.paragraph):
            return None
        left, right = sorted((sentence, other), key=lambda each: each.start)
        document = self._documents[sentence.document]
        if document.text[left.end : right.start].strip():
            return None  # what stands between is masked
        voices = [voice_at(document, each.start, each.end) for each in (left, right)]
        return other if voices[0] == voices[1] else None  # a quote has one speaker

    def _fitting(self, first: Sentence | None, last: Sentence | None) -> Span | None:
        if first is None or last is None:
            return None
        span = self._run(first, last)
        return span if span.end - span.start <= MAX_QUOTE else None

    @staticmethod
    def _run(first: Sentence, last: Sentence) -> Span:
        return Span(document=first.document, first=first.id, last=last.id, start=first.start, end=last.end)
