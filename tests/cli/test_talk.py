"""What is said beside the result: bars where somebody watches, a line per activity where nobody does."""

import io
from contextlib import redirect_stderr

import pytest

from retrieval.cli import talk
from tests.cli.terminal import Terminal


def work() -> None:
    with talk.progress() as progress:
        for done in range(3):
            progress("reading", done, 2)
        progress("embedding", 0, 0)


def test_an_activity_is_told_once_where_nobody_watches() -> None:
    with redirect_stderr(io.StringIO()) as said:
        work()
    assert said.getvalue() == "reading ...\n"


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    with redirect_stderr(Terminal()) as drawn:
        work()
    assert "reading" in drawn.getvalue()
    assert "2/2" in drawn.getvalue()
    assert "embedding" not in drawn.getvalue()


def test_without_work_nothing_is_said() -> None:
    with redirect_stderr(Terminal()) as drawn, talk.progress():
        pass
    assert drawn.getvalue() == ""
