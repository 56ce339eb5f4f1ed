"""What is shown before a quote that leans on it: a slice that leads up to it, told once, and nothing where nothing is wanting."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.embedder import Embedder
from retrieval.answering.asking import Reader, Request
from retrieval.answering.chronicle import chronicle
from retrieval.answering.excerpts import excerpt
from retrieval.answering.interviews import question_at
from retrieval.answering.openings import leans
from retrieval.answering.preceding import LONGEST, opening, told_once
from retrieval.library.segmentation import segment
from retrieval.permalinks import Permalink
from retrieval.types import Quote, Sentence
from seeds.document import Document, Mask, MaskReason, Note, Section, Voice, VoiceKind
from tests.bot.quotes import quote
from tests.retrieval.library.material import MILLS, document
from tests.retrieval.material import reading

CAME = "Orme came to Linden in March."
THREATENED = "He threatened to close the ropeworks."
WALKED = "Reeve walked home."


def sentences_of(made: Document) -> list[Sentence]:
    found = segment(made, lambda texts: [1] * len(texts), max_tokens=1_000).sentences
    return [
        Sentence(id=n, document=made.id, start=s.start, end=s.end, paragraph=s.paragraph, passage=s.passage)
        for n, s in enumerate(found)
    ]


def shown_before(made: Document, words: str) -> str | None:
    """What is shown before a quote that begins with these words."""
    every = sentences_of(made)
    (n,) = [n for n, each in enumerate(every) if made.text.startswith(words, each.start)]
    found = opening(made, every[n], every[n - 1] if n else None)
    return made.text[slice(*found)] if found else None


@pytest.mark.parametrize("blank", [" ", "\n", "\r\n", "\n\n", "  \n\n\t"])
def test_the_sentence_before_is_shown_where_a_quote_leans_on_it(blank: str) -> None:
    made = document(blank.join((WALKED, CAME, THREATENED)))
    assert shown_before(made, THREATENED) == CAME


@pytest.mark.parametrize("led_in", ["Orme wrote from Linden:", "Orme wrote from Linden:--"])
def test_what_leads_a_quote_in_is_shown_before_it(led_in: str) -> None:
    made = document(f"{WALKED} {led_in}\n\nQuill threatened to close the ropeworks.")
    assert shown_before(made, "Quill") == led_in


def test_mark_up_between_hides_nothing_that_is_read() -> None:
    text = f"{CAME}\n\n.. vspace:: 2\n\n{THREATENED}"
    at = text.index("..")
    for reason, shown in ((MaskReason.MARKUP, CAME), (MaskReason.NAVIGATION, None)):
        mask = Mask(start=at, end=at + len(".. vspace:: 2"), reason=reason)
        assert shown_before(document(text, masks=(mask,)), THREATENED) == shown


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (CAME, "Quill threatened to close the ropeworks."),  # leans on nothing
        ("", THREATENED),  # opens the document
        ("He came in spring.", THREATENED),  # leaves as much open
        ("A list of those present", f"\n\n{THREATENED}"),  # is no sentence
        (f"Orme came to Linden {'by way of Marl ' * 20}in March.", THREATENED),  # is too long
        (f"{CAME}\n\n* * *", f"\n\n{THREATENED}"),  # something stands between
    ],
)
def test_nothing_is_shown_where_it_would_not_help(before: str, words: str) -> None:
    assert shown_before(document(f"{before} {words}"), words.strip()) is None


def between(made: str, edge: int) -> dict[str, Document]:
    """A document with an edge of each kind at that place."""
    plain, length = document(made), len(made)
    mask = Mask(start=edge, end=edge + 1, reason=MaskReason.PAGE_NUMBER)
    return {
        "mask": replace(plain, masks=(mask,)),
        "section": replace(plain, sections=(Section(start=edge, body=edge, end=length, title="Two"),)),
        "heading": replace(plain, sections=(Section(start=0, body=edge, end=length, title="One"),)),
        "end of a section": replace(plain, sections=(Section(start=0, body=0, end=edge, title="One"),)),
        "note": replace(plain, notes=(Note(start=edge, end=length, mark=(3, 4), label="1"),)),
        "other speaker": replace(plain, voices=(Voice(start=0, end=edge, speaker="Ida Reeve", kind=VoiceKind.SPEECH),)),
    }


@pytest.mark.parametrize("edge", between("12", 1))
def test_it_never_reaches_over_an_edge(edge: str) -> None:
    text = f"{CAME}\n{THREATENED}"
    assert shown_before(between(text, len(CAME))[edge], THREATENED) is None


def test_words_of_a_speech_may_be_led_in_by_the_one_who_tells_it_and_by_what_he_said_before() -> None:
    made = document(f"{CAME}\n\n“They will pay. They will not pay twice.”")
    spoken = Voice(start=made.text.index("“"), end=len(made.text), speaker="Paul Orme", kind=VoiceKind.SPEECH)
    told = replace(made, voices=(spoken,))
    assert shown_before(told, "“They will") == CAME
    assert shown_before(document(f"{CAME} {THREATENED}"), THREATENED) == CAME


def interview(question: str = "What did Orme do at Linden?") -> Document:
    asked = f"Martha Quill, what happened? {question}"
    text = f"{asked}\n\nNothing at all. He went home.\n"
    start = text.index("Nothing")
    voices = (
        Voice(start=0, end=len(asked), speaker="Ida Reeve", kind=VoiceKind.INTERVIEW),
        Voice(start=start, end=len(text) - 1, speaker="Martha Quill", kind=VoiceKind.INTERVIEW),
    )
    return document(text, voices=voices)


def test_an_answer_has_its_question_before_it_whatever_it_opens_with() -> None:
    assert shown_before(interview(), "Nothing at all") == "What did Orme do at Linden?"
    assert shown_before(interview(), "He went home") == "What did Orme do at Linden?"
    assert shown_before(interview(f"Did Orme {'come and ' * 40}go?"), "Nothing at all") is None


PIECES = st.sampled_from(
    (
        CAME,
        THREATENED,
        WALKED,
        "They stayed.",
        "“It burned,” said Quill.",
        "Why did it burn?",
        "But Reeve left.",
        "1917",
        "…",
    )
)
BLANKS = st.sampled_from((" ", "\n", "\r\n", "\n\n", "\n\n* * *\n\n"))
RANGES = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)).map(lambda at: (at[0], sum(at))), max_size=3)


def inside(text: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(low, min(high, len(text))) for low, high in ranges if low < len(text)]


def masked(made: Document, ranges: list[tuple[int, int]]) -> Document:
    found = inside(made.text, ranges)
    return replace(made, masks=tuple(Mask(start=low, end=high, reason=MaskReason.PAGE_NUMBER) for low, high in found))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = "".join(f"{draw(PIECES)}{draw(BLANKS)}" for _ in range(draw(st.integers(1, 9))))
    voices, sections = inside(text, draw(RANGES)), inside(text, draw(RANGES))
    made = document(
        text,
        sections=tuple(Section(start=low, body=low, end=high, title="T") for low, high in sections),
        voices=tuple(Voice(start=low, end=high, speaker="Orme", kind=VoiceKind.SPEECH) for low, high in voices),
    )
    return masked(made, draw(RANGES))


@given(st.one_of(documents(), st.builds(masked, st.just(interview()), RANGES)))
def test_it_is_a_slice_right_before_the_quote_or_the_question(made: Document) -> None:
    for before, first in pairwise([None, *sentences_of(made)]):
        assert first is not None
        found = opening(made, first, before)
        if found is None:
            continue
        start, end = found
        assert 0 <= start < end <= first.start
        assert end - start <= LONGEST
        assert made.text[start:end].strip() == made.text[start:end]
        assert not any(mask.start < end and start < mask.end for mask in made.masks)
        if made.text[start:end] != question_at(made, first.start):
            assert leans(made.text[first.start : first.end])
            assert not made.text[end : first.start].strip()
            assert not any(mask.start < first.start and start < mask.end for mask in made.masks)
            assert not any(start < edge <= first.start for each in made.sections for edge in (each.start, each.end))


# One answer


def openings(*quotes: Quote) -> list[str]:
    return [each.opening for each in told_once(quotes)]


def test_nothing_is_shown_again_that_was_read_above() -> None:
    leaning = quote(THREATENED, opening=CAME)
    assert openings(leaning) == [CAME]
    assert openings(quote(f"{WALKED} {CAME}"), leaning) == ["", ""]
    assert openings(leaning, quote("They stayed.", opening=CAME), quote(WALKED)) == [CAME, "", ""]
    assert openings(quote(WALKED), leaning, quote(CAME)) == ["", CAME, ""]
    assert [each.text for each in told_once([quote(CAME), leaning])] == [CAME, THREATENED]


ROPES = f"""Linden had one ropeworks, and it belonged to the town.

{CAME} {THREATENED} Nobody believed a word of it.

On 4 May 1917 the ropeworks of Linden burned. That night the council of Linden met on 4 May 1917 by candlelight.
"""


def quotes(reader: Reader, question: str, **how: int) -> Sequence[Quote]:
    return reader.answer(Request(question=question, **how)).quotes  # type: ignore[arg-type]


def test_an_answer_shows_it_beside_the_quote_and_not_in_it(tmp_path: Path, embedder: Embedder) -> None:
    with reading([document(ROPES, "ropes"), document(MILLS, "mills")], tmp_path, embedder) as reader:
        best, *others = quotes(reader, "He threatened to close the ropeworks", k=9)
        assert (best.text, best.opening) == (THREATENED, CAME)
        assert all(not each.opening or leans(each.text) for each in others)


def test_context_that_was_asked_for_takes_its_place(tmp_path: Path, embedder: Embedder) -> None:
    with reading([document(ROPES, "ropes")], tmp_path, embedder) as reader:
        for each in quotes(reader, "He threatened to close the ropeworks", k=9, context=1):
            assert each.opening == ""
        assert any(each.opening for each in quotes(reader, "He threatened to close the ropeworks", k=1))


def test_a_permalink_and_a_day_show_it_too(tmp_path: Path, embedder: Embedder) -> None:
    made = document(ROPES, "ropes")
    start = ROPES.index(THREATENED)
    with reading([made], tmp_path, embedder) as reader:
        whole = Permalink(document="ropes", sha256=made.sha256, start=start, end=start + len(THREATENED))
        assert excerpt(reader.snapshot, whole).opening == CAME
        assert excerpt(reader.snapshot, whole, 1).opening == ""
        inside = replace(whole, start=start + 3)
        assert excerpt(reader.snapshot, inside).opening == ""
        (day,) = chronicle(reader.snapshot, "4 May 1917", 9)[:1]
        assert [(each.text.split()[0], each.opening) for each in day.quotes] == [("On", ""), ("That", "")]
