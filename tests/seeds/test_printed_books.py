"""What books print beside their text: masked with its reason; footnotes bound to their marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.books import Book, ornaments
from seeds.cleaning import Page, disjoint
from seeds.document import Mask, MaskReason
from seeds.metadata.title_page import read_title_page
from seeds.readers import Reading, reader_for
from seeds.readers.text import read_text
from seeds.structure.divisions import division, named_division
from seeds.structure.sections import headings
from tests.seeds.ferryman import BOOK, CHAPTERS, FOOTER, HEADER, STORY, reason_at


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_text(BOOK.encode(), name="ferryman.txt")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("This eBook" if "This eBook" in BOOK else "Title:", MaskReason.LICENCE),
        ("Produced by a reader", MaskReason.LICENCE),
        ("The licence follows", MaskReason.LICENCE),
        ("[Illustration: The ferry", MaskReason.CAPTION),
        ("CONTENTS", MaskReason.CONTENTS),
        (" III. THE JAR", MaskReason.CONTENTS),
        ("Who was the ferryman", MaskReason.QUESTIONS),
        ("INDEX", MaskReason.INDEX),
        ("River, 8", MaskReason.INDEX),
        ("The ferryman of Orlok kept", None),
        ("It was of clay", None),
    ],
)
def test_what_stands_beside_the_text_is_masked_with_its_reason(
    reading: Reading, words: str, reason: MaskReason | None
) -> None:
    assert reason_at(reading, words) is reason


@pytest.mark.parametrize(
    "words",
    [
        "1. What the ferry cost.--It cost a penny.\n\n2. How it was built.--It was built of oak.\n\n3. Who bought it.--The clerk did.",
        "1. How to row.\n\n2. How to read the river.\n\n3. What to do in a storm.",
        "What the ferryman asked. Why, he asked, was it so cold? Was it\nthe wind? What could he do? Where was the clerk? We shall see.",
    ],
)
def test_what_is_headed_like_a_question_is_text(words: str) -> None:
    told = read_text(BOOK.replace("INDEX\n", f"{words}\n\nINDEX\n", 1).encode(), name="ferryman.txt")
    assert reason_at(told, "Who was the ferryman") is MaskReason.QUESTIONS
    assert [reason_at(told, line) for line in words.splitlines() if line] == [None] * sum(map(bool, words.splitlines()))


@pytest.mark.parametrize(
    "words",
    [
        "1. Who rowed?\n\n2. What did it cost? Say why.\n\n3. Describe the jar.",
        "Who was Mr. Orme? What did Mr. Orme do? What did Mr. Orme say? What of Mr. Quill? Describe his boat.",
    ],
)
def test_numbered_questions_and_tasks_are_none_of_the_text(words: str) -> None:
    told = read_text(BOOK.replace("INDEX\n", f"{words}\n\nINDEX\n", 1).encode(), name="ferryman.txt")
    assert {reason_at(told, line) for line in words.splitlines() if line} == {MaskReason.QUESTIONS}


def test_the_text_file_stays_as_it_is(reading: Reading) -> None:
    assert reading.text == BOOK


def test_the_header_and_title_page_tell_the_facts(reading: Reading) -> None:
    facts = reading.metadata
    assert facts.title == "The Ferryman of Orlok from 1860 to 1880"
    assert (facts.author, facts.translator) == ("Hedwig Anders, Karl Ruder", "Ada Quill")
    assert facts.published == "1902"  # not 1860, which the title is about


def test_footnotes_numbered_anew_in_each_chapter_are_bound_to_the_mark_above_them(reading: Reading) -> None:
    marks = [reading.text.index(f"{STORY.format(year=year)}") + STORY.index("[1]") for year in (1871, 1872, 1873)]
    assert [note.mark for note in reading.notes] == [(mark, mark + 3) for mark in marks]
    assert all(reading.text[note.start : note.end].endswith("forty crowns.") for note in reading.notes)


def test_footnotes_gathered_at_the_end_are_bound_in_order() -> None:
    chapters = "\n\n".join(STORY.format(year=year) for year in (1871, 1872))
    text = chapters + "\n\n[1] Of clay.\n\n[1] Of glass, this time.\n"
    page = Page.from_text(text)
    found = ornaments(Book(text=text, paragraphs=page.paragraphs, headings=(), typed=True))
    first, second = text.index("[1]"), text.index("[1]", text.index("[1]") + 1)
    assert [note.mark[0] for note in found.notes] == [first, second]


def test_an_orator_who_asks_is_no_school_book() -> None:
    speech = "Who has paid for this bridge? Is it the council? Is it the clerk? Is it not we, who have no bread? Who else?\n\n"
    text = speech + STORY.format(year=1871) * 3
    page = Page.from_text(text)
    assert ornaments(Book(text=text, paragraphs=page.paragraphs, headings=(), typed=True)).masks == ()


@given(st.text(alphabet="[]{}Ilustraion: Foteh12.?\n*", max_size=300))
def test_ornaments_lie_inside_the_text_and_apart(text: str) -> None:
    page = Page.from_text(text)
    found = ornaments(
        Book(text=text, paragraphs=page.paragraphs, headings=headings(page.paragraphs, typed=True), typed=True)
    )
    position = 0
    for mask in found.masks:
        assert position <= mask.start < mask.end <= len(text)
        position = mask.end
    for note in found.notes:
        assert 0 <= note.mark[0] < note.mark[1] <= note.start < note.end <= len(text)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=8))
def test_masks_made_disjoint_cover_the_same_characters(ranges: list[tuple[int, int]]) -> None:
    masks = [Mask(start=start, end=start + size, reason=MaskReason.LICENCE) for start, size in ranges]
    made = disjoint(masks)
    assert all(one.end <= other.start for one, other in pairwise(made))
    covered = {k for mask in masks for k in range(mask.start, mask.end)}
    assert {k for mask in made for k in range(mask.start, mask.end)} == covered


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("BOOK II", ("Book II", "")),
        ("Chapter 3. The Land", ("Chapter 3", "The Land")),
        ("CHAPTER IV: THE JAR", ("Chapter IV", "THE JAR")),
        ("Volume the First", None),
        ("Part One", ("Part One", "")),
        ("ГЛАВА V. Паромщик", ("Глава V", "Паромщик")),
        ("The chapter of the monks", None),
    ],
)
def test_headings_name_parts_of_books(title: str, expected: tuple[str, str] | None) -> None:
    found = division(title)
    assert found == expected or (expected is None and found is not None and found[0].startswith("Volume"))


@pytest.mark.parametrize(
    ("title", "part", "expected"),
    [
        ("IV", "chapter", "Chapter IV"),
        ("2: Peace", "part", "Part 2: Peace"),
        ("Peace", "part", "Peace"),
        ("IV", None, "IV"),
    ],
)
def test_a_bare_number_is_named_by_the_part_that_it_numbers(title: str, part: str | None, expected: str) -> None:
    assert named_division(title, part) == expected


@pytest.mark.parametrize(
    ("page", "year", "translator"),
    [
        ("River Press\nCopyright, 1902, by the author", "1902", None),
        ("TRANSLATED BY\nADA LOVISE QUILL AND\nKARL JONAS RUDER\n\n1902", "1902", "Ada Lovise Quill"),
        ("Translated by Messrs. Quill and Ruder\n\n1902", "1902", None),
        ("First published 1899\nReprinted 1911", "1899", None),
        ("LONDON\n1886\n", "1886", None),
        ("TRANSLATED FROM THE GERMAN BY ADA QUILL\nNew York: River Press, 1886", "1886", "Ada Quill"),
        ("Translated by Ada M. Quill.\n", None, "Ada M. Quill"),
        ("The bridge was built in 1871 and fell in the same year.", None, None),
    ],
)
def test_title_pages_name_year_and_translator(page: str, year: str | None, translator: str | None) -> None:
    found = read_title_page(page, 0, "The Ferryman, 1860")
    assert (found.year, found.translator) == (year, translator)


@pytest.mark.parametrize(
    "note",
    [
        "[Transcriber's Note: A corner of the page was torn. A [***] stands for what was on it.]",
        "[Transcriber’s note: the words are Greek.]",
    ],
)
def test_a_transcribers_note_inside_a_book_is_masked_and_nothing_beside_it(note: str) -> None:
    body = [f"In {year} {STORY.format(year=year)}" for year in range(1800, 1930)]
    text = (
        f"{HEADER}\n\n" + "\n\n".join([*body, f"He gave the jar away {note} and was never paid again.", *body]) + FOOTER
    )
    reading = read_text(text.encode(), name="ferryman.txt")
    at = text.index(note)
    inside = [mask for mask in reading.masks if mask.start < at + len(note) and at < mask.end]
    assert [(mask.start, mask.end, mask.reason) for mask in inside] == [(at, at + len(note), MaskReason.LICENCE)]


def test_a_transcribers_list_is_masked_to_the_books_end_however_long() -> None:
    listed = "\n\n".join(f'Page {k}: "Ferry{k}" was "Fery{k}" and is so no more.' for k in range(90))
    text = HEADER + CHAPTERS * 3 + f"\n\n\nTranscriber's Notes:\n\n{listed}" + FOOTER
    reading = read_text(text.encode(), name="ferryman.txt")
    assert [reason_at(reading, words) for words in ("Transcriber's Notes", '"Ferry0"', '"Ferry89"')] == [
        MaskReason.LICENCE
    ] * 3
    assert reason_at(reading, "The ferryman of Orlok kept") is None


def test_a_paragraph_on_the_e_text_is_masked() -> None:
    said = "The following e-text of the ferryman's accounts contains some old words."
    reading = read_text(
        BOOK.replace("CHAPTER II\n\nTHE", f"{said}\n\n\nCHAPTER II\n\nTHE").encode(), name="ferryman.txt"
    )
    assert reason_at(reading, said) is MaskReason.LICENCE


NOTED = """\
{story}

FOOTNOTES:

[1] It was of clay, and held forty crowns, as the clerk of the council found
in the spring of that year.

He wrote it down.

[2] Nobody asked him.{gap}The bridge was opened in May, and on the day after it the ferryman sold his
boat to a miller who had never rowed and did not mean to learn it.

The miller had it carried to his pond, where it held water for his geese.
"""


@pytest.mark.parametrize(("gap", "over"), [("\n\n\n\n\n", True), ("\n\n", False)])
def test_a_heading_of_notes_stands_over_the_notes_only(gap: str, over: bool) -> None:
    story = STORY.format(year=1871) * 3
    reading = read_text(f"CHAPTER I\n\n{NOTED.format(story=story, gap=gap)}".encode(), name="ferryman.txt")
    at = {
        words: reading.text.index(words) for words in ("He wrote", "[2] Nobody", "The bridge was opened", "The miller")
    }
    (notes,) = (each for each in reading.sections if each.title == "FOOTNOTES:")
    assert [notes.start <= place < notes.end for place in at.values()] == [True, True, not over, not over]


def test_the_notes_of_a_marked_up_book_end_before_what_is_no_note() -> None:
    prose = STORY.format(year=1871).replace("[1]", "")
    page = (
        f"<title>The Ferryman, a Project Gutenberg eBook</title><h2>Chapter I</h2><p>{prose}<a href='#n1'>[1]</a></p><h3>FOOTNOTES:</h3>"
        "<div class='footnote'><p><a id='n1'></a>[1] It was of clay.</p><p>It held forty crowns.</p></div>"
        + "".join(f"<p>{prose.replace('1871', year)}</p>" for year in ("1872", "1873", "1874", "1875"))
    )
    reading = reader_for(".html", name="ferryman.html")(page.encode(), name="ferryman.html")
    (notes,) = (each for each in reading.sections if each.title == "FOOTNOTES:")
    assert notes.start < reading.text.index("It held forty") < notes.end <= reading.text.index("in the year 1872")
    assert notes.end > reading.text.index("It held forty")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("FROM THE DEATH OF KING OTTO I. UNTIL THE FIRST FERRY\n(1825-1894)", None),
        ("From Otto I. until the first ferry, 1894", None),
        ("From Otto, Count of Orlok, to the first ferry, 1894", None),
        ("COPYRIGHT, 1909", None),
        ("Second Edition, 1911", None),
        ("Printed in May, 1911", None),
        ("From The Ferry, Vol. II, 1894, pp. 12-19.", "Ferry"),
        ("From: The Ferry Post, 12 May 1894", "Ferry Post"),
        ("From Ferrypedia, the ferry encyclopedia", "Ferrypedia"),
        ("The Ferry Post, 12 May 1894", "The Ferry Post"),
    ],
)
def test_a_span_of_time_and_an_edition_are_no_publisher(line: str, publisher: str | None) -> None:
    text = f"A HISTORY OF FERRIES\n\n{line}\n\n{CHAPTERS}"
    assert read_text(text.encode(), name="ferries.txt").metadata.publisher == publisher


def test_an_offer_below_an_article_ends_it() -> None:
    text = (
        STORY.format(year=1871).replace("\n", " ") + "\n\n"
    ) * 2 + "Number 72\n7,65 euros\nJe m’abonne\n\nAn article beside it, about bridges.\n"
    reading = read_text(text.encode(), name="page.txt")
    assert reason_at(reading, "7,65") is MaskReason.SITE_FOOTER
    assert reason_at(reading, "An article beside") is MaskReason.SITE_FOOTER
