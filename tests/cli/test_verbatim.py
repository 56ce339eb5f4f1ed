"""The verbatim promise of the terminal: what is printed gives back exactly the characters of the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from retrieval.cli.verbatim import escaped, harmless, joined_lines, one_line, printed_lines, unescaped

WIDTHS = st.one_of(st.none(), st.integers(1, 100))
# Any text, and above all the characters that printing could lose: spaces, line ends, escapes and what looks like one.
TEXTS = st.text(st.one_of(st.sampled_from(" \t\r\n\\x1bu202e\x1b\x07\x85\u2028\u202e\u00a0'\"…"), st.characters()))


@given(TEXTS, WIDTHS)
def test_printed_lines_give_the_text_back(text: str, width: int | None) -> None:
    assert joined_lines(printed_lines(text, width=width), width=width) == text
    assert joined_lines(printed_lines(text, width=width, measure=cell_len), width=width) == text


@given(TEXTS)
def test_nothing_that_a_terminal_obeys_is_printed(text: str) -> None:
    shown = "\n".join(printed_lines(text))
    left = [c for c in shown.replace("\r\n", "\n") if not c.isprintable() and c not in "\n\t"]
    assert not [c for c in left if ord(c) < 0xA0 or c in "\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ud800"]
    assert unescaped(escaped(text)) == text


@given(TEXTS, st.integers(1, 100))
def test_no_line_is_wider_than_the_page_unless_a_word_is(text: str, width: int) -> None:
    for line in printed_lines(text, width=width):
        words = line.strip(" ")
        assert len(line.rstrip(" ")) <= width or " " not in words


def test_lines_break_after_spaces_and_keep_them() -> None:
    assert printed_lines("bread, peace and land", width=13) == ["bread, peace ", "and land"]


def test_the_texts_own_line_ends_stay() -> None:
    assert printed_lines("bread,\r\npeace", width=40) == ["bread,\r", "peace"]
    assert printed_lines("bread, \npeace", width=40) == ["bread, ", "", "peace"]


def test_wide_characters_take_two_cells() -> None:
    assert printed_lines("十月 革命 一九一七", width=10, measure=cell_len) == ["十月 革命 ", "一九一七"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jred", r"\x1b[2Jred"),
        ("good\rbad", r"good\x0dbad"),
        ("abc\u202edef", r"abc\u202edef"),
        (r"C:\x1b", r"C:\\x1b"),
        ("Керенский — “1917”…", "Керенский — “1917”…"),
    ],
)
def test_escapes_are_seen(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_a_heading_stays_on_its_line() -> None:
    assert one_line(" The\n\tWinter \x1b Palace ") == r"The Winter \x1b Palace"


def test_what_is_harmless_keeps_its_backslashes() -> None:
    assert harmless("Evil\x1b[31m \\& Sons\r\n\tInc\u202e\udce9") == "Evil\\x1b[31m \\& Sons\r\n\tInc\\u202e\\udce9"
