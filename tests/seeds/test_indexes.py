"""The index of a book is masked, with pages and without; what only looks like one is kept."""

import re

import pytest

from seeds.document import MaskReason
from seeds.readers import reader_for
from seeds.readers.text import read_text
from tests.seeds.ferryman import CHAPTERS, FOOTER, HEADER, STORY, reason_at

UNPAGED = "Index.\n\n\n" + "\n\n".join(
    f"{one}, of Orlok:  sells a boat;\n  buys it back in May, and is paid.\n{two}, the."
    for one, two in (
        ("Anders", "Autumn flood"),
        ("Brandt", "Bridge"),
        ("Clerk", "Crowns"),
        ("Émile", "Eel-pots"),
        ("Ferryman", "Frost"),
        ("Goose-girl", "Great Jar"),
    )
)


@pytest.mark.parametrize(("set_in", "below"), [("", ""), ("    ", ""), ("", "    ")])
def test_an_index_that_lost_its_pages_is_told_by_the_alphabet(set_in: str, below: str) -> None:
    text = (
        HEADER
        + CHAPTERS
        + "\n\n\n"
        + re.sub(r"(?m)^(?=.)", set_in, UNPAGED)
        + f"\n\n\n{below}The boats were sold to the miller in the end, who had a pond.\n"
        + FOOTER
    )
    reading = read_text(text.encode(), name="ferryman.txt")
    found = {
        words: reason_at(reading, words)
        for words in ("Index.", "Anders, of", "buys it back", "Great Jar", "The boats were")
    }
    assert list(found.values()) == [*[MaskReason.INDEX] * 4, None]


def test_paragraphs_under_a_heading_that_says_index_are_kept_where_they_follow_no_alphabet() -> None:
    text = HEADER + "INDEX\n\n" + CHAPTERS + FOOTER
    reading = read_text(text.encode(), name="ferryman.txt")
    assert reason_at(reading, "The ferryman of Orlok kept") is None


def test_a_number_that_links_to_a_page_is_no_mark_of_a_note() -> None:
    rows = "".join(f"<p>{name}, <a href='#page{page}'>{page}</a>.</p>" for name, page in (("Boats", 3), ("Jar", 14)))
    page = (
        f"<title>The Ferryman, a Project Gutenberg eBook</title><h2>Boats and jars</h2><p>{STORY.format(year=1871)}</p>"
        f"{rows}<p>The jar<a href='#n7'>7</a> broke.</p><p id='n7'>It was of clay.<a href='#m7'>(Back)</a></p>"
    )
    reading = reader_for(".html", name="ferryman.html")(page.encode(), name="ferryman.html")
    assert "Boats, 3." in reading.text
    assert "Jar, 14." in reading.text
    assert "The jar⁷ broke." in reading.text
    assert "(Back)" not in reading.text
