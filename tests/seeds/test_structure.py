"""Headings part a text into sections; dates are read as sites and title pages write them."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.document import Section
from seeds.readers import read_text
from seeds.readers.analysis import analyse, analyse_markdown
from seeds.structure.dates import date_in, date_line
from seeds.structure.divisions import division

PROSE = (
    "The charter was read aloud in the market on three days, and on the third day it rained so hard that nobody came."
)
OTHER = "A copy of it hangs in the town hall, behind glass, and is dusted on the first of May by the youngest clerk."


def titles(parts: tuple[Section, ...]) -> list[tuple[int, str]]:
    return [(part.level, part.title) for part in parts]


def test_plain_lines_above_paragraphs_are_headings() -> None:
    text = (
        f"The Charter\n\nThe reading\n\n{PROSE}\n\nWhat became of it\n\n{OTHER}\n\n{PROSE.replace('three', 'four')}\n"
    )
    found = analyse(text).sections
    assert titles(found) == [(1, "The Charter"), (2, "The reading"), (2, "What became of it")]
    assert [text[part.body :][:10] for part in found] == ["The readin", PROSE[:10], OTHER[:10]]
    assert found[1].end == found[2].start
    assert found[0].end == found[2].end == len(text)


@pytest.mark.parametrize(
    "line",
    [
        "He was wrong.",
        "“We swear it,” they shouted.",
        "Who should seize the gate?",
        "7 May 1911",
        "• a point",
        "and so on",
        "First:",
    ],
)
def test_a_short_line_of_the_text_is_no_heading(line: str) -> None:
    assert titles(analyse(f"{PROSE}\n\n{line}\n\n{OTHER}\n").sections) == []


def test_a_heading_may_stand_directly_above_its_paragraph() -> None:
    text = f"{PROSE}\nThe glass case\n{OTHER}\n"
    assert titles(analyse(text).sections) == [(1, "The glass case")]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("CHAPTER II\n\nThe Glass Case", "CHAPTER II: The Glass Case"),
        ("CHAPTER II.\n\nTHE GLASS CASE\n\n1911-1913", "CHAPTER II: THE GLASS CASE"),
        ("Chapter II\n\nThe Glass Case\n\nMay 7th, 1911.\n\nA wet morning.", "Chapter II: The Glass Case"),
        ("CHAPTER II\n\n--of glass, and its price", "CHAPTER II"),
        ("CHAPTER II\n\nHOW THE GLASS CASE CAME TO BE.", "CHAPTER II: HOW THE GLASS CASE CAME TO BE"),
    ],
)
def test_a_chapter_of_a_typed_book_may_have_lines_between_its_number_and_its_text(above: str, title: str) -> None:
    first, second = (textwrap.fill(f"In {year} {PROSE}", 60) for year in (1911, 1912))
    found = analyse(f"CHAPTER I\n\n{first}\n\n\n\n{above}\n\n{second}\n\n{first}\n").sections
    assert titles(found) == [(1, "CHAPTER I"), (1, title)]


@pytest.mark.parametrize("title", ["THE GLASS CASE", "GLASS.", "HOW THE GLASS CASE CAME TO BE."])
@pytest.mark.parametrize("between", ["", f"{'':40}MAY 7th, 1911.\n\n"])
def test_a_bare_roman_number_is_that_of_a_chapter_where_its_name_and_its_text_follow(title: str, between: str) -> None:
    first, second = (textwrap.fill(f"In {year} {PROSE}", 60) for year in (1911, 1912))
    text = f"I.\n\nTHE READING.\n\n{between}{first}\n\n\n\nII.\n\n{title}\n\n\n{between}{second}\n\n{first}\n"
    found = analyse(text).sections
    named = " ".join(title.split()).strip(" .")
    assert titles(found) == [(1, "I: THE READING"), (1, f"II: {named}")]
    assert text[found[1].body :].startswith(between.strip() or second)


def test_the_name_of_a_law_is_no_number_of_a_play() -> None:
    first, second = (textwrap.fill(f"In {year} {PROSE}", 60) for year in (1911, 1912))
    assert titles(analyse(f"CHAPTER I\n\n{first}\n\nAct of Union\n\n{second}\n").sections) == [
        (1, "CHAPTER I"),
        (2, "Act of Union"),
    ]
    assert division("Act of Union") is None


def test_chapters_of_a_typed_book_hold_their_sections() -> None:
    first, second, third = (textwrap.fill(f"In {year} {PROSE}", 60) for year in (1911, 1912, 1913))
    text = f"CHAPTER I\n\nTHE READING OF THE CHARTER\n\n{first}\n\nA Wet Morning\n\n{second}\n\nCHAPTER II\n\nTHE GLASS CASE\n\n{third}\n"
    assert titles(analyse(text).sections) == [
        (1, "CHAPTER I: THE READING OF THE CHARTER"),
        (2, "A Wet Morning"),
        (1, "CHAPTER II: THE GLASS CASE"),
    ]


@pytest.mark.parametrize("name", ["", "\n\nTHE READING"])
def test_a_book_and_its_first_chapter_directly_below_are_two_headings(name: str) -> None:
    text = numbered(f"BOOK I\n\nCHAPTER I{name}", "CHAPTER II", "BOOK II\n\nCHAPTER III")
    first = "CHAPTER I: THE READING" if name else "CHAPTER I"
    assert titles(analyse(text).sections) == [
        (1, "BOOK I"),
        (2, first),
        (2, "CHAPTER II"),
        (1, "BOOK II"),
        (2, "CHAPTER III"),
    ]


def numbered(*titles: str) -> str:
    """A typed text with a section under each of these lines."""
    years = range(1911, 1911 + len(titles))
    return "".join(
        f"{title}\n\n{textwrap.fill(f'In {year} {PROSE}', 60)}\n\n" for title, year in zip(titles, years, strict=True)
    )


def test_numbered_sections_of_a_typed_book_lie_in_their_chapters() -> None:
    text = numbered("CHAPTER I", "1. The Charter.", "2. The Council reads the Charter, 1911.", "3. The Glass Case")
    assert titles(analyse(text).sections) == [
        (1, "CHAPTER I"),
        (2, "1. The Charter"),
        (2, "2. The Council reads the Charter, 1911"),
        (2, "3. The Glass Case"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. The Charter.", "2. The Council reads."),
        ("1. The Charter.", "3. The Council.", "5. The Glass Case."),
        ("1. The charter was read.", "2. The council heard of it.", "3. It rained all day."),
        ("1. The Charter said:", "2. The Council said:", "3. The Clerk said:"),
    ],
)
def test_a_list_makes_no_numbered_sections(lines: tuple[str, ...]) -> None:
    assert titles(analyse(numbered("CHAPTER I", *lines)).sections) == [(1, "CHAPTER I")]


def test_a_list_that_stands_together_makes_no_numbered_sections() -> None:
    text = numbered("CHAPTER I", "1. The Charter.\n\n2. The Council.\n\n3. The Glass Case.\n\n4. The Clerk.")
    assert titles(analyse(text).sections) == [(1, "CHAPTER I")]


@pytest.mark.parametrize("line", ["MY DEAR ORME,", "TO THE COUNCIL;"])
def test_a_salutation_is_no_heading(line: str) -> None:
    assert titles(analyse(numbered("CHAPTER I", line, "THE GLASS CASE")).sections) == [
        (1, "CHAPTER I"),
        (2, "THE GLASS CASE"),
    ]


def test_a_heading_is_named_without_the_marks_of_notes_and_italics() -> None:
    found = analyse(
        numbered("CHAPTER I", "CHAPTER II: THE _CHARTER_[2]", "The Glass Case[*]", "THE CLERK*", "THE _BELL_, NO. FOUR")
    ).sections
    titles_found = [section.title for section in found][1:]
    assert titles_found == ["CHAPTER II: THE CHARTER", "The Glass Case", "THE CLERK", "THE BELL, NO. FOUR"]


def test_markdown_headings_nest_by_their_marks() -> None:
    text = f"# The *Charter*\n\n{PROSE}\n\n## The [reading](x.html) #\n\n{OTHER}\n\nThe Glass Case\n--------------\n\n{PROSE}\n\n# After\n"
    told = analyse_markdown(text, 0)
    assert titles(told.sections) == [(1, "The Charter"), (2, "The reading"), (2, "The Glass Case"), (1, "After")]
    assert told.metadata.title == "The Charter"
    first, second, *_ = told.sections
    assert text[first.body :].startswith("The charter was read")
    assert text[first.end :].startswith("# After")
    assert second.end == text.index("The Glass Case\n")


def test_what_markdown_does_not_show_is_masked_and_code_has_no_headings() -> None:
    text = (
        "# The Charter\n\n<!-- a note to myself -->\n\nSee [the case][1].\n\n![The case](case.png)\n\n---\n\n"
        "```\n# not a heading\n```\n\n| year | guests |\n|------|-------:|\n| 1911 | 40 |\n\n[1]: https://example.org\n"
    )
    told = analyse_markdown(text, 0)
    masked = [text[mask.start : mask.end].strip() for mask in told.masks]
    assert masked == [
        "<!-- a note to myself -->",
        "![The case](case.png)",
        "---",
        "|------|-------:|",
        "[1]: https://example.org",
    ]
    assert titles(told.sections) == [(1, "The Charter")]


@given(st.text(alphabet="#ab \n=-`>*[]()!|", max_size=150))
def test_any_markdown_can_be_analysed(text: str) -> None:
    told = analyse_markdown(text, 0)
    assert all(0 <= part.start <= part.body <= part.end <= len(text) for part in told.sections)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("November 7, 2017", "2017-11-07"),
        ("7 November 2017", "2017-11-07"),
        ("Published 8th Nov. 2017, 9:08 GMT", "2017-11-08"),
        ("Thursday, November 07, 2013", "2013-11-07"),
        ("Posted on March 3, 2012", "2012-03-03"),
        ("2017-11-07", "2017-11-07"),
        ("Updated: 2017-11-07 12:30", "2017-11-07"),
        ("May 2001", "2001-05"),
        ("1921", "1921"),
        ("30. Juli 2018", "2018-07-30"),
        ("7 ноября 1917", "1917-11-07"),
        ("le 14 juillet 1889", None),
        ("In 1917 the river froze", None),
        ("The Times, 4 May 1926", None),
        ("45 soldiers", None),
    ],
)
def test_a_line_that_is_only_a_date_is_read(line: str, date: str | None) -> None:
    assert date_line(line) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The Times, 4 May 1926", "1926-05-04"),
        ("signed in June 1848 at Pest", "1848-06"),
        ("no date", None),
        ("page 1234", None),
    ],
)
def test_the_first_date_in_a_line_is_found(text: str, date: str | None) -> None:
    assert date_in(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "武士は橋を守った。",
        "橋の話\n\n武士は橋を守った。町の人々は川の向こうに逃げた。\n\n夜になって雨が降った。\n",
        "桥\n\n士兵守住了桥。居民逃到河的另一边。\n",
        "पुल\n\nसैनिकों ने रात भर पुल की रक्षा की। नगर के लोग नदी के पार भाग गए।\n",
    ],
)
def test_sentences_of_other_scripts_are_no_headings(text: str) -> None:
    told = read_text(text.encode(), name="bridge.txt")
    last = text.strip().split("\n")[-1]
    assert not any(section.start <= text.index(last) < section.body for section in told.sections)
    assert not any(mask.start <= text.index(last) < mask.end for mask in told.masks)
    assert told.metadata.title != last
