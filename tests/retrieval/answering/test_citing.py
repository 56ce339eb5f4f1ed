"""Citations: who said it, where it stands, and a link that leads there."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.citing import (
    cite,
    citedness,
    locator,
    page_locator,
    pages_of,
    section_at,
    speaker_of,
)
from retrieval.permalinks import Permalink
from seeds.document import Metadata, Note, Page, Section, Voice, VoiceKind
from tests.retrieval.library.material import document

TEXT = "He wrote: I came. She said: go. I went.\n\nThat is all that he wrote.\n"
LETTER = (TEXT.index("I came"), TEXT.index("\n\n"))
CALL = (TEXT.index("go"), TEXT.index("go") + 3)


def voice(span: tuple[int, int], speaker: str) -> Voice:
    return Voice(start=span[0], end=span[1], speaker=speaker, kind=VoiceKind.LETTER)


LETTERED = document(TEXT, voices=(voice(LETTER, "Ivan"), voice(CALL, "Anna")))


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("That is all that he wrote.", None),
        ("I came.", "Ivan"),
        ("go.", "Anna"),
        ("g", "Anna"),
        ("I came. She said: go. I went.", "Ivan"),
        ("go. I went.", "Ivan"),  # overlaps her words, lies within his
        ("He wrote: I came.", None),  # overlaps his words only
        ("I went.\n\nThat is all", None),
        (TEXT, None),
    ],
)
def test_the_speaker_is_the_innermost_voice_around_all_of_the_words(words: str, speaker: str | None) -> None:
    start = TEXT.index(words)
    for voices in (LETTERED.voices, LETTERED.voices[::-1]):
        assert speaker_of(replace(LETTERED, voices=voices), start, start + len(words)) == speaker


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=6), SPANS)
def test_a_speaker_is_named_exactly_where_one_voice_speaks_everything(
    voices: list[tuple[int, int]], span: tuple[int, int]
) -> None:
    made = document("x" * 60, voices=tuple(voice(each, f"Speaker {number}") for number, each in enumerate(voices)))
    around = [each for each in voices if each[0] <= span[0] and span[1] <= each[1]]
    speaker = speaker_of(made, *span)
    assert (speaker is None) == (not around)
    if speaker:
        start, end = voices[int(speaker.split()[1])]
        assert (start, end) in around
        assert end - start == min(end - start for start, end in around)


# Where it stands


BOOK = document(
    "B" * 100,
    metadata=Metadata(title="Book"),
    sections=(
        Section(start=0, body=2, end=100, title="Book", level=1),
        Section(start=10, body=12, end=60, title="Chapter", level=2),
        Section(start=20, body=22, end=40, title="Scene", level=3),
        Section(start=60, body=62, end=90, title="Notes", level=2),
    ),
    pages=(Page(start=0, end=30, label="xii"), Page(start=30, end=50, label="1")),
)


@pytest.mark.parametrize(
    ("start", "title"), [(0, "Book"), (10, "Chapter"), (19, "Chapter"), (20, "Scene"), (39, "Scene"), (40, "Chapter"),
                         (60, "Notes"), (95, "Book"), (100, None)],
)  # fmt: skip
def test_a_position_is_in_the_innermost_section_around_it(start: int, title: str | None) -> None:
    section = section_at(BOOK, start)
    assert (section.title if section else None) == title


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (5, "p. xii, paragraph 3"),  # the section of the whole book says nothing that the title does not
        (25, "p. xii, “Scene”, paragraph 3"),
        (35, "p. 1, “Scene”, paragraph 3"),
        (70, "“Notes”, paragraph 3"),
        (95, "paragraph 3"),
    ],
)
def test_a_locator_says_page_section_and_paragraph_as_far_as_there_are_any(start: int, expected: str) -> None:
    assert locator(BOOK, start, start + 1, 3) == expected


HISTORY = document(
    "H" * 200,
    metadata=Metadata(title="A History"),
    sections=(
        Section(start=0, body=2, end=200, title="A History", level=1),
        Section(start=10, body=12, end=150, title="BOOK II: The Rising", level=2),
        Section(start=20, body=22, end=60, title="Chapter 3", level=3),
        Section(start=60, body=62, end=150, title="CHAPTER IV. THE LAND", level=3),
        Section(start=100, body=102, end=150, title="The mills", level=4),
        Section(start=150, body=152, end=200, title="Notes", level=2),
    ),
    notes=(Note(start=160, end=170, mark=(70, 73), label="5"),),
)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (14, "Book II, “The Rising”, paragraph 14"),
        (30, "Book II, Chapter 3, paragraph 14"),
        (70, "Book II, Chapter IV, “THE LAND”, paragraph 14"),
        (110, "Book II, Chapter IV, “The mills”, paragraph 14"),
        (155, "“Notes”, paragraph 14"),
        (165, "Book II, Chapter IV, “THE LAND”, note 5"),
    ],
)
def test_parts_of_a_book_are_named_by_their_numbers_and_a_note_by_its_mark(start: int, expected: str) -> None:
    assert locator(HISTORY, start, start + 1, 14) == expected


def test_a_locator_without_sections_counts_the_documents_paragraphs() -> None:
    assert locator(document(TEXT), 3, 4, 1) == "paragraph 1"


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ((), ""),
        ((Page(start=0, end=9, label="12", sheet=12),), "p. 12"),
        ((Page(start=0, end=9, label="5", sheet=21),), "p. 5 (PDF page 21)"),
        ((Page(start=0, end=9, label="", sheet=3),), "PDF page 3"),
        ((Page(start=0, end=9, label="5", sheet=5, ocr=0.874),), "p. 5 (OCR, 87% sure)"),
        ((Page(start=0, end=9, label="", sheet=3, ocr=0.9),), "PDF page 3 (OCR, 90% sure)"),
        ((Page(start=0, end=5, label="xii", sheet=2), Page(start=5, end=9, label="1", sheet=3)), "pp. xii–1 (PDF pages 2–3)"),
        ((Page(start=0, end=5, label="4", sheet=4, ocr=0.9), Page(start=5, end=9, label="5", sheet=5)), "pp. 4–5 (OCR, 90% sure)"),
    ],
)  # fmt: skip
def test_a_page_is_named_as_it_is_printed_and_as_the_file_counts_it(pages: tuple[Page, ...], expected: str) -> None:
    assert page_locator(pages_of(document("B" * 9, pages=pages), 2, 8)) == expected


def test_what_stood_at_the_foot_of_a_page_may_follow_the_sentence_that_goes_on_over_it() -> None:
    pages = (Page(start=0, end=4, label="1"), Page(start=4, end=7, label="2"), Page(start=7, end=9, label="1"))
    book = document("B" * 9, pages=pages)
    assert page_locator(pages_of(book, 1, 6)) == "pp. 1–2"
    assert page_locator(pages_of(book, 7, 8)) == "p. 1"


def test_the_link_of_a_pdf_opens_its_page() -> None:
    pages = (Page(start=0, end=4, label="i", sheet=1), Page(start=4, end=9, label="1", sheet=2))
    book = document("B" * 9, pages=pages, metadata=Metadata(url="https://example.org/book.pdf#x"))
    assert cite(book, 5, 8, 1).link == "https://example.org/book.pdf#page=2"


# How to get there


FACTS = Metadata(
    title="Title", author="Author", published="1917", publisher="Press", url="https://example.org/t", licence="CC0"
)


def test_a_citation_hands_the_facts_on() -> None:
    made = document(TEXT, "letter", metadata=FACTS)
    citation = cite(made, 0, 9, 1)
    assert (citation.author, citation.title, citation.published) == ("Author", "Title", "1917")
    assert (citation.publisher, citation.url, citation.speaker) == ("Press", "https://example.org/t", None)
    assert citation.permalink == str(Permalink(document="letter", sha256=made.sha256, start=0, end=9))
    assert citation.link == "https://example.org/t#:~:text=He%20wrote%3A"


def test_a_citation_without_an_address_has_no_link() -> None:
    assert cite(document(TEXT), 0, 9, 1).link is None


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        (Metadata(), 0),
        (Metadata(licence="CC0", language="en", retrieved="2020"), 0),
        (Metadata(title="Title"), 1),
        (Metadata(title="Title", author=""), 1),
        (replace(FACTS, url=None), 4),
        (FACTS, 5),
    ],
)
def test_citedness_counts_what_a_citation_wants(facts: Metadata, count: int) -> None:
    assert citedness(facts) == count


def test_who_wrote_the_introduction_is_not_said_to_be_quoted() -> None:
    introduced = document(TEXT, voices=(Voice(start=0, end=30, speaker="Ada Orme", kind=VoiceKind.PREFACE),))
    assert cite(introduced, 0, 20, 1).contributed
    assert not cite(introduced, 0, 40, 1).contributed
    assert not cite(LETTERED, *LETTER, 1).contributed
