"""Spans: whole sentences of one paragraph, one voice and one document, none longer than a quote may be."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.embedder import Embedder
from retrieval.answering.asking import Reader
from retrieval.answering.spans import MAX_QUOTE, Span, Spans
from retrieval.types import Sentence
from seeds.document import Document, Mask, MaskReason, Voice, VoiceKind
from tests.retrieval.library.material import HARBOUR, MILLS, document
from tests.retrieval.material import reading


def spans_over(reader: Reader, *names: str) -> tuple[Spans, list[Sentence]]:
    """Spans over all sentences of these documents, and the sentences."""
    snapshot = reader.snapshot
    sentences = [each for name in names for each in snapshot.sentences_of_document(name)]
    by_id = {sentence.id: sentence for sentence in sentences}
    return Spans(by_id, {name: snapshot.document(name) for name in names}), sentences


def check(spans: Spans, sentence: Sentence, sentences: list[Sentence], made: Document) -> None:
    by_id = {each.id: each for each in sentences}
    options = spans.widened(sentence)
    for span in (spans.alone(sentence), *options.present()):
        within = [by_id[number] for number in range(span.first, span.last + 1)]
        assert sentence in within
        assert len(within) <= 3
        assert {(each.document, each.paragraph) for each in within} == {(sentence.document, sentence.paragraph)}
        assert (span.start, span.end) == (within[0].start, within[-1].end)
        assert spans.text(span) == made.text[span.start : span.end]
        assert not any(mask.start < span.end and span.start < mask.end for mask in made.masks)
        assert len(within) == 1 or span.end - span.start <= MAX_QUOTE
    for before, after in ((options.before, None), (None, options.after), (options.both, options.both)):
        assert before is None or before.first == sentence.id - 1
        assert after is None or after.last == sentence.id + 1


def test_spans_of_the_starter_library_stay_in_paragraph_and_document(reader: Reader) -> None:
    names = [card.id for card in reader.snapshot.documents()]
    spans, sentences = spans_over(reader, *names)
    for sentence in sentences:
        check(spans, sentence, sentences, reader.snapshot.document(sentence.document))
    assert sum(spans.widened(sentence).both is not None for sentence in sentences) > len(sentences) / 4


def test_spans_stay_in_their_document_and_out_of_masks(tmp_path: Path, embedder: Embedder) -> None:
    words = "The owners closed the gates."
    start = MILLS.index(words)
    mills = document(MILLS, "mills")
    mills = replace(mills, masks=(Mask(start=start, end=start + len(words), reason=MaskReason.CATALOGUE),))
    with reading([document(HARBOUR, "harbour"), mills], tmp_path, embedder) as reader:
        spans, sentences = spans_over(reader, "harbour", "mills")
        for sentence in sentences:
            check(spans, sentence, sentences, reader.snapshot.document(sentence.document))
        by_text = {reader.snapshot.text(sentence): sentence for sentence in sentences}
        assert words not in by_text
        before = next(sentence for text, sentence in by_text.items() if text.startswith("When the price"))
        assert spans.widened(before).after is None
        first_of_mills = next(sentence for sentence in sentences if sentence.document == "mills")
        assert spans.widened(first_of_mills).before is None
        assert spans.widened(first_of_mills).after is not None


def test_a_span_has_one_speaker(tmp_path: Path, embedder: Embedder) -> None:
    text = "He rose at last. We shall not leave. We have nowhere to go. Then he sat down. Nobody spoke.\n"
    start, end = text.index("We shall"), text.index(" Then he")
    made = document(text, "speech", voices=(Voice(start=start, end=end, speaker="Orator", kind=VoiceKind.SPEECH),))
    with reading([made], tmp_path, embedder) as reader:
        spans, sentences = spans_over(reader, "speech")
        options = [spans.widened(sentence) for sentence in sentences]
    assert [(each.before is not None, each.after is not None) for each in options] == [
        (False, False),
        (False, True),
        (True, False),
        (False, True),
        (True, False),
    ]


def test_a_quote_does_not_grow_beyond_its_limit(tmp_path: Path, embedder: Embedder) -> None:
    long = "The delegates" + " of the old town and" * 32 + " of the new one went home."
    text = f"It was late. {long} It was cold. It was dark.\n"
    assert MAX_QUOTE - 30 < len(long) < MAX_QUOTE
    with reading([document(text, "late")], tmp_path, embedder) as reader:
        spans, sentences = spans_over(reader, "late")
        options = [spans.widened(sentence) for sentence in sentences]
        lengths = [len(reader.snapshot.text(sentence)) for sentence in sentences]
    for before, (length, option) in enumerate(zip(lengths[1:], options[1:], strict=True)):
        assert (option.before is not None) == (lengths[before] + 1 + length <= MAX_QUOTE)
    assert options[0].before is None
    assert options[-1].after is None
    assert options[2].both is None


def test_of_a_wide_option_there_are_both_sides(reader: Reader) -> None:
    spans, sentences = spans_over(reader, "people")
    for sentence in sentences:
        options = spans.widened(sentence)
        sides = [options.before, options.after]
        assert options.present() == tuple(each for each in (*sides, options.both) if each is not None)
        assert options.both is None or None not in sides


LINE = [
    Sentence(id=number, document="line", start=10 * number, end=10 * number + 9, paragraph=0, passage=0)
    for number in range(5)
]


@given(st.sets(st.integers(0, 4)), st.integers(0, 4), st.integers(0, 2), st.integers(0, 2))
def test_what_is_used_is_cut_off_and_the_core_stays(used: set[int], core: int, left: int, right: int) -> None:
    used -= {core}
    spans = Spans({sentence.id: sentence for sentence in LINE}, {"line": document("x" * 50, "line")})
    first, last = max(0, core - left), min(4, core + right)
    span = Span(document="line", first=first, last=last, start=10 * first, end=10 * last + 9)
    cleared = spans.clear_of(span, LINE[core], used)
    assert first <= cleared.first <= core <= cleared.last <= last
    assert (cleared.start, cleared.end) == (10 * cleared.first, 10 * cleared.last + 9)
    assert not used & set(range(cleared.first, cleared.last + 1))
    assert cleared.first in (first, core) or cleared.first - 1 in used
    assert cleared.last in (last, core) or cleared.last + 1 in used
    if not used & set(range(first, last + 1)):
        assert cleared == span


@pytest.mark.parametrize(("speaker", "reading_of"), [("Lev Orator", "Orator said: "), (None, "")])
def test_words_are_judged_as_their_speakers(speaker: str | None, reading_of: str) -> None:
    voices = (Voice(start=0, end=50, speaker=speaker, kind=VoiceKind.SPEECH),) if speaker else ()
    spans = Spans({each.id: each for each in LINE}, {"line": document("x" * 50, "line", voices=voices)})
    alone = spans.alone(LINE[1])
    assert spans.reading(alone) == reading_of + spans.text(alone)


@pytest.mark.parametrize(
    ("lead", "read"),
    [
        ("Three weeks later Orator wrote:", "Three weeks later Orator wrote: The gates were shut."),
        ("Three weeks later Orator came.", "Orator said: The gates were shut."),
    ],
)
def test_words_that_another_leads_in_are_judged_behind_his_sentence(lead: str, read: str) -> None:
    text = f"{lead}\n\nThe gates were shut."
    at = text.index("The gates")
    voice = Voice(start=at, end=len(text), speaker="Lev Orator", kind=VoiceKind.BLOCK_QUOTATION)
    told = Sentence(id=0, document="paper", start=0, end=len(lead), paragraph=0, passage=0)
    said = Sentence(id=1, document="paper", start=at, end=len(text), paragraph=1, passage=0)
    spans = Spans({0: told, 1: said}, {"paper": document(text, "paper", voices=(voice,))})
    assert spans.reading(spans.alone(said)) == read
