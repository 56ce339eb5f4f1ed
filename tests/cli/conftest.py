"""The command line, run in this process or in one of its own, over the starter library."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from retrieval.cli.program import quoth
from tests.cli.letters import LETTER
from tests.conftest import FIRST_QUESTION as QUESTION
from tests.conftest import run_process

__all__ = ["QUESTION", "Process", "Quoth"]

Quoth = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(starter: Path, tmp_path: Path) -> Path:
    """The indexed starter library, for this test alone."""
    return shutil.copytree(starter, tmp_path / "home")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, models: Path) -> Quoth:
    """Runs `quoth` in this process: `run(*arguments, home=..., input=...)`."""

    def invoke(*arguments: object, home: Path, input: str | bytes | None = None) -> Result:  # noqa: A002 - click's name
        monkeypatch.setenv("QUOTH_HOME", str(home))
        monkeypatch.setenv("QUOTH_MODELS", str(models))
        return CliRunner().invoke(quoth, [str(each) for each in arguments], input=input, prog_name="quoth")

    return invoke


@pytest.fixture
def process(environment: dict[str, str]) -> Process:
    """Runs `quoth` as a process of its own: `process(*arguments, home=...)`."""

    def start(*arguments: object, home: Path, **options: object) -> subprocess.CompletedProcess[str]:
        return run_process(*arguments, home=home, environment=environment, **options)

    return start


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "papers" / "letter.txt"
    path.parent.mkdir()
    path.write_bytes(LETTER.replace("\n", "\r\n").encode())
    return path


@pytest.fixture
def own(run: Quoth, letter: Path, tmp_path: Path) -> Path:
    """A library that holds only the letter."""
    facts = ("--author", "A Sister", "--title", "Letter home", "--published", "1917-11-02", "--publisher", "Family")
    assert run("add", letter, *facts, home=tmp_path / "own").exit_code == 0
    return tmp_path / "own"
