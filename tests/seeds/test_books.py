"""A book is not a web page: its verse, lists, tables and dialogue stay; only a library's licence round it is masked."""

import json
import textwrap
import time
from pathlib import Path

import pytest

from seeds.cleaning import Page, find_masks
from seeds.document import MaskReason
from seeds.readers import reader_for

BODY = """\
CHAPTER I

The ferryman of Orlok kept no accounts. What he was paid he put into a
jar, and what he owed he took out of it, and when the jar was empty he
stopped the ferry and went fishing until somebody filled it for him.

"Is that all?" asked the tax collector.

"That is all."

    The river goes, the river stays,
    And nobody can say
    How many nights, how many days
    It carried us away.

    Boats        2
    Oars         5
    Debts     none

"Is that all?" asked the tax collector.
"""
HEADER = """\
The Project Gutenberg EBook of The Ferryman of Orlok, by Hedwig Anders

Whoever likes may read and copy this book, and need not pay for it.

Title: The Ferryman of Orlok
       A Tale of the River

Author: Hedwig Anders

Language: English

*** START OF THIS PROJECT GUTENBERG EBOOK THE FERRYMAN OF ORLOK ***
"""
FOOTER = """
End of the Project Gutenberg EBook of The Ferryman of Orlok, by Hedwig Anders

*** END OF THIS PROJECT GUTENBERG EBOOK THE FERRYMAN OF ORLOK ***

*** START: FULL LICENSE ***

The licence of the library follows here.
"""


def test_the_licence_of_a_library_is_masked_and_tells_title_and_author() -> None:
    book = HEADER + "\n\n" + BODY * 40 + FOOTER
    reading = reader_for(".txt", name="ferryman.txt")(book.encode(), name="ferryman.txt")
    first, last = reading.masks[0], reading.masks[-1]
    assert first.reason is last.reason is MaskReason.LICENCE
    assert book[first.start : first.end].endswith("ORLOK ***")
    assert book[last.start :].startswith("End of the Project")
    assert reading.metadata.title == "The Ferryman of Orlok A Tale of the River"
    assert reading.metadata.author == "Hedwig Anders"


def test_a_header_without_fields_tells_title_and_author_too() -> None:
    old = "**The Project Gutenberg Etext of The Ferryman of Orlok, by Hedwig Anders**\n#2 in our series\n\n"
    old += "*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n\n"
    reading = reader_for(".txt", name="ferryman.txt")((old + BODY * 40).encode(), name="ferryman.txt")
    assert (reading.metadata.title, reading.metadata.author) == ("The Ferryman of Orlok", "Hedwig Anders")


@pytest.mark.parametrize(
    ("named", "author"),
    [
        (
            "Edited by H. (Hedwig) Anders, Wilhelmine von der Aue-Hagenau, Theodor Ingolf Lindqvist, and Maximilian Orlok-Brandt",
            "H. Anders, Wilhelmine von der Aue-Hagenau, Theodor Ingolf Lindqvist, and Maximilian Orlok-Brandt",
        ),
        ("Editor: Hedwig Anders", "Hedwig Anders"),
    ],
)
def test_the_editors_of_a_book_without_an_author_are_named_whole(named: str, author: str) -> None:
    editor = "Editor: Hedwig Anders" if named.startswith("Editor:") else ""
    first = "" if editor else f", {named}"
    header = HEADER.replace(", by Hedwig Anders", first).replace("Author: Hedwig Anders", editor)
    reading = reader_for(".txt", name="ferryman.txt")((header + BODY * 40 + FOOTER).encode(), name="ferryman.txt")
    assert reading.metadata.author == author


def test_a_body_behind_by_is_an_author_and_no_publisher() -> None:
    front = "The Ferry\n\nby The River Board of Orlok, June 29, 1946.\n\n"
    facts = reader_for(".txt", name="ferry.txt")((front + BODY * 40).encode(), name="ferry.txt").metadata
    assert (facts.author, facts.publisher, facts.published) == ("The River Board of Orlok", None, "1946-06-29")


def test_verse_lists_tables_and_dialogue_are_not_masked() -> None:
    assert find_masks(Page.from_text(BODY)) == ()


@pytest.mark.parametrize(
    "name",
    [
        "txt-utf8/3076-ten-days-that-shook-the-world.txt",
        "txt-ascii/1324-russia-in-1919.txt",
        "txt-latin1/1349-russia.txt",
    ],
)
def test_real_books_lose_less_than_two_per_cent_and_name_their_authors(shared: Path, name: str) -> None:
    path = shared / "eval" / "external" / "history" / name
    known = {book["file"]: book for book in json.loads((path.parents[1] / "BOOKS.json").read_text("utf-8"))}
    reading = reader_for(".txt", name=path.name)(path.read_bytes(), name=path.name)
    beside = {MaskReason.LICENCE, MaskReason.CONTENTS, MaskReason.INDEX}
    masked = sum(mask.end - mask.start for mask in reading.masks if mask.reason not in beside)
    assert masked < 0.02 * len(reading.text)
    true = known[f"history/{name}"]
    assert reading.metadata.title == true["title"]
    assert reading.metadata.author is not None
    assert reading.metadata.author.split()[-1] == true["author"].split(",")[0]


def test_reading_time_grows_as_a_book_does() -> None:
    assert _seconds(_long_book(2000)) < 9 * _seconds(_long_book(500))  # 4 in linear time, 16 in quadratic


def test_reading_time_grows_as_a_line_does() -> None:
    line = "The ferryman said no. “Go home,” said Hedwig Anders. "
    assert _seconds(line * 16_000) < 9 * _seconds(line * 4_000)


def _long_book(pages: int) -> str:
    told = " ".join(BODY.split("\n\n")[1].splitlines())
    years = (" ".join(f"{told} That was in the year {n * 7 + k}." for k in range(5)) for n in range(pages))
    return "\n\n".join(
        "\n".join(textwrap.wrap(year, 72)) + '\n\n"Is that all?" asked the tax collector.' for year in years
    )


def _seconds(text: str) -> float:
    """Processor time of reading a text."""
    started = time.process_time()
    reader_for(".txt", name="long.txt")(text.encode(), name="long.txt")
    return time.process_time() - started
