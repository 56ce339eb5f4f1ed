"""The README's examples are what a terminal of 80 columns shows."""

import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from retrieval.cli.program import quoth
from tests.cli.terminal import Terminal

README = Path(__file__).resolve().parents[2] / "README.md"
EXAMPLES = re.findall(
    r"^    \$ quoth ask \"(.*)\" -k 1\n\n((?:(?:    .*)?\n)+)", README.read_text("utf-8"), re.MULTILINE
)


def test_the_readme_shows_an_answer_and_a_silence() -> None:
    assert len(EXAMPLES) == 2


@pytest.mark.parametrize(("question", "shown"), EXAMPLES)
def test_the_readme_shows_what_is_printed(
    monkeypatch: pytest.MonkeyPatch, starter: Path, models: Path, question: str, shown: str
) -> None:
    for name, value in {"QUOTH_HOME": starter, "QUOTH_MODELS": models, "COLUMNS": "80", "TERM": "xterm"}.items():
        monkeypatch.setenv(name, str(value))
    with redirect_stdout(Terminal()) as terminal:
        quoth(["ask", question, "-k", "1"], standalone_mode=False)
    assert as_lines(terminal.text()) == as_lines(re.sub("^    ", "", shown, flags=re.MULTILINE))


def as_lines(text: str) -> list[str]:
    """The lines without what a reader does not see, and without the percentage, which another processor rounds otherwise."""
    return [re.sub(r"\(\d+%\)", "(%)", line.rstrip()) for line in text.strip("\n").splitlines()]
