"""A real library for the command line: the starter library, indexed once a session by the first `quoth ask`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from retrieval.cli.program import quoth

Quoth = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[str]]

QUESTION = "Who stormed the Winter Palace?"


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compiled models: those of QUOTH_MODELS where CI names it, else compiled by the first command that needs them."""
    named = os.environ.get("QUOTH_MODELS")
    return Path(named) if named else tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def environment(models: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    return kept | {"QUOTH_MODELS": str(models), "COLUMNS": "80"}


@pytest.fixture(scope="session")
def first_answer(
    tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The first question on a fresh machine: the library that it leaves, and what was printed."""
    home = tmp_path_factory.mktemp("first") / "home"
    return home, run_process("ask", QUESTION, home=home, environment=environment)


@pytest.fixture(scope="session")
def starter(first_answer: tuple[Path, subprocess.CompletedProcess[str]]) -> Path:
    """The indexed starter library; nobody changes it."""
    return first_answer[0]


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


def run_process(
    *arguments: object, home: Path, environment: dict[str, str], **options: object
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "retrieval.cli", *map(str, arguments)],
        env=environment | {"QUOTH_HOME": str(home)},
        capture_output=True,  # as bytes: Python would translate the line ends of text
        check=False,
        timeout=240,
        **options,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
