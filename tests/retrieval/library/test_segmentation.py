"""Sentences and passages of a document, with its masks, sections and voices."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.embedder import Embedder
from retrieval.library.passages import MARGIN
from retrieval.library.segmentation import SPECIAL_TOKENS, Segmentation, segment
from retrieval.library.sentences import trim
from seeds.document import Document, Mask, MaskReason, Section, Voice, VoiceKind
from tests.retrieval.library.material import HARBOUR, document

LIMIT = 40


def count(texts) -> list[int]:
    """A token to a character: the hardest case for every limit."""
    return [SPECIAL_TOKENS + len(text) for text in texts]


def segmented(document: Document) -> Segmentation:
    return segment(document, count, LIMIT)


def sentences(document: Document, embedder: Embedder) -> list[str]:
    found = segment(document, embedder.count_tokens, embedder.max_tokens).sentences
    return [document.text[s.start : s.end] for s in found]


def place(text: str, part: str) -> tuple[int, int]:
    return text.index(part), text.index(part) + len(part)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    words = st.sampled_from(["Bread. ", "No one came? ", "word ", "\n", "\n\n", "é", "“Go!” "])
    text = draw(st.lists(words).map("".join))
    cut = st.integers(0, len(text))
    ranges = draw(st.lists(st.tuples(cut, cut).map(sorted).filter(lambda r: r[0] < r[1]), max_size=3))
    starts = sorted(draw(st.sets(cut, max_size=3)))
    return document(
        text,
        masks=tuple(Mask(start=a, end=b, reason=MaskReason.NAVIGATION) for a, b in ranges),
        sections=tuple(
            Section(start=a, body=min(b, a + 3), end=b, title="") for a, b in pairwise([*starts, len(text)])
        ),
    )


@given(documents())
def test_what_may_be_quoted_is_in_one_sentence_and_what_may_not_in_none(document: Document) -> None:
    found = segmented(document).sentences
    edges = [edge for s in found for edge in (s.start, s.end)]
    assert edges == sorted(edges)
    inside = {position for s in found for position in range(s.start, s.end)}
    masked = {position for m in document.masks for position in range(m.start, m.end)}
    heading = {position for s in document.sections for position in range(s.start, s.body)}
    assert not inside & masked
    letters = {at for at, character in enumerate(document.text) if character.isalnum()}
    assert letters - masked - heading <= inside


@given(documents())
def test_passages_are_runs_of_sentences_that_the_model_reads_whole(document: Document) -> None:
    found = segmented(document)
    text, sentences = document.text, found.sentences
    assert [i for p in found.passages for i in range(p.first, p.last + 1)] == list(range(len(sentences)))
    for number, passage in enumerate(found.passages):
        run = sentences[passage.first : passage.last + 1]
        assert (passage.start, passage.end) == (run[0].start, run[-1].end)
        assert {s.passage for s in run} == {number}
        assert sum(s.end - s.start for s in run) <= LIMIT - SPECIAL_TOKENS - MARGIN
        for section in document.sections:
            assert not passage.start < section.start < passage.end
            assert not passage.start < section.end < passage.end
        for mask in document.masks:
            assert mask.end <= passage.start or passage.end <= mask.start
    assert all(trim(text, s.start, s.end) == (s.start, s.end) for s in sentences)
    assert [s.paragraph for s in sentences] == sorted(s.paragraph for s in sentences)


def test_paragraphs_are_numbered_and_passages_keep_whole_ones(embedder: Embedder) -> None:
    found = segment(document(HARBOUR), embedder.count_tokens, embedder.max_tokens)
    assert [s.paragraph for s in found.sentences] == [0, 0, 1, 1, 1, 1, 2]
    assert len(found.passages) == 1


@pytest.mark.parametrize(
    ("heading", "quoted"),
    [
        ("The winter", []),
        ("The winter of 1902.", ["The winter of 1902."]),
        ("## The governor ran away.", ["The governor ran away."]),
        ("## What did the governor do?", []),
        ("1902.", []),
        ("12. The governor and his winter.", []),
    ],
)
def test_a_heading_is_no_sentence_unless_it_states_something(
    heading: str, quoted: list[str], embedder: Embedder
) -> None:
    text = f"Before it.\n{heading}\nIce came early. It stayed.\n"
    start, body = place(text, heading + "\n")
    winter = document(text, sections=(Section(start=start, body=body, end=len(text), title=heading),))
    assert sentences(winter, embedder) == ["Before it.", *quoted, "Ice came early.", "It stayed."]
    assert len(segment(winter, embedder.count_tokens, embedder.max_tokens).passages) == 2


def test_a_sentence_does_not_run_on_across_a_mask(embedder: Embedder) -> None:
    text = "The ice broke [share this page] in March. Ships sailed."
    start, end = place(text, "[share this page]")
    masked = document(text, masks=(Mask(start=start, end=end, reason=MaskReason.NAVIGATION),))
    assert sentences(masked, embedder) == ["The ice broke", "in March.", "Ships sailed."]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("He wrote:\nwe shall not pay\nand left.", "we shall not pay", ["He wrote:", "we shall not pay", "and left."]),
        ("He wrote that we shall not pay and left.", "we shall not pay", ["He wrote that we shall not pay and left."]),
    ],
)
def test_a_voice_that_has_lines_of_its_own_has_sentences_of_its_own(
    text: str, part: str, expected: list[str], embedder: Embedder
) -> None:
    start, end = place(text, part)
    voice = Voice(start=start, end=end, speaker="A docker", kind=VoiceKind.BLOCK_QUOTATION)
    assert sentences(document(text, voices=(voice,)), embedder) == expected


def test_no_passage_is_longer_than_the_model_reads(embedder: Embedder) -> None:
    text = "会議が開かれた" * 400 + "\n\n" + "Antidisestablishmentarianism " * 400
    wild = document(text)
    found = segment(wild, embedder.count_tokens, embedder.max_tokens)
    texts = [wild.text[p.start : p.end] for p in found.passages]
    assert max(embedder.count_tokens(texts)) <= embedder.max_tokens
    assert "".join("".join(texts).split()) == "".join(text.split())
