"""The same answer on a terminal and in a pipe."""

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from unittest.mock import Mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.cli import printing
from retrieval.cli.rendering import Piece, Style, answer_pieces, block_pieces
from retrieval.cli.verbatim import joined_lines
from tests.cli.answers import ANSWER, CITATION
from tests.cli.terminal import Terminal


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    return Terminal()


@pytest.mark.parametrize(
    "printed",
    [lambda: printing.write("words\n"), lambda: printing.show(block_pieces("words", printing.page()))],
    ids=["write", "show"],
)
def test_a_full_disk_behind_the_output_is_told_with_the_place(
    monkeypatch: pytest.MonkeyPatch, printed: Callable[[], None]
) -> None:
    full = OSError(28, "No space left on device")
    monkeypatch.setattr(sys, "stdout", Mock(isatty=lambda: False, flush=Mock(side_effect=full)))
    with pytest.raises(OSError, match="No space left on device: 'standard output'"):
        printed()


@given(st.text(st.one_of(st.sampled_from(" \t\r\n\\\x1b"), st.characters()), min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_terminal_gives_the_words_back(terminal: Terminal, words: str) -> None:
    terminal.seek(0)
    terminal.truncate()
    with redirect_stdout(terminal):
        page = printing.page()
        printing.show(block_pieces(words, page))
    lines = terminal.text().removesuffix("\n").split("\n")
    assert all(line.startswith(page.bar) for line in lines)
    assert joined_lines([line.removeprefix(page.bar) for line in lines], width=page.room) == words


def test_a_terminal_shows_colours_and_links(terminal: Terminal) -> None:
    with redirect_stdout(terminal):
        printing.show(answer_pieces(ANSWER, printing.page()))
    shown = terminal.getvalue()
    assert "\x1b[1m— A. Sailor, quoted by Jane Doe" in shown
    assert f";{CITATION.link}\x1b\\" in shown


def test_no_color_is_honoured(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with redirect_stdout(terminal):
        printing.show([Piece(text="x", style=Style.LINK), Piece(text="y", style=Style.BAR)])
    assert terminal.getvalue() == "xy"


@pytest.mark.parametrize(("columns", "width"), [("20", 19), ("60", 59), ("400", 92)])
def test_lines_fit_the_terminal_and_stay_readable(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    with redirect_stdout(terminal):
        assert printing.page().width == width


def test_a_pipe_gets_plain_unbroken_lines() -> None:
    words = "word " * 100
    with redirect_stdout(io.StringIO()) as pipe:
        printing.show(block_pieces(words, printing.page()))
    assert pipe.getvalue() == f"> {words}\n"


def test_a_pipe_does_not_pay_for_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich", None)
    with redirect_stdout(io.StringIO()) as pipe:
        printing.show(answer_pieces(ANSWER, printing.page()))
    assert pipe.getvalue().startswith("> We came\r\n> in by the side door.\n")


def test_a_terminal_obeys_nothing_that_is_printed(terminal: Terminal) -> None:
    with redirect_stdout(terminal):
        printing.show([Piece(text="a\x1b[31mb\n")])
        printing.write("c\x07d\n")
    assert terminal.getvalue() == "a\\x1b[31mb\nc\\x07d\n"


def test_a_pipe_gets_what_is_written_character_for_character() -> None:
    with redirect_stdout(io.StringIO()) as pipe:
        printing.write("c\x07d\n")
    assert pipe.getvalue() == "c\x07d\n"
