"""`make ask` hands the question over as it was typed."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make on this machine")


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    """An environment that is up to date, whose `quoth` prints its last argument."""
    quoth = tmp_path / "bin" / "quoth"
    quoth.parent.mkdir()
    quoth.write_text('#!/bin/sh\nprintf "%s" "$3"\n', "utf-8")
    quoth.chmod(0o755)
    for stamp in (".made", ".installed"):
        (tmp_path / stamp).touch()
    return tmp_path


def make(venv: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "--silent", "--no-print-directory", "ask", f"VENV={venv}", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "question",
    [
        "Who stormed the Winter Palace?",
        "What did \"Kornilov\" mean by 'order'?",
        "What did $5 buy, `date` or $(date) or $$?",
        "back\\slash # hash; & | > nowhere % *",
        "--help",
        "Что такое двоевластие?",
        "$(shell echo changed)",
    ],
)
def test_a_question_arrives_as_it_was_typed(venv: Path, question: str) -> None:
    done = make(venv, f"Q={question}")
    assert (done.returncode, done.stdout, done.stderr) == (0, question, "")


@pytest.mark.parametrize("arguments", [(), ("Q=",)])
def test_without_a_question_make_says_what_to_type(venv: Path, arguments: tuple[str, ...]) -> None:
    done = make(venv, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert 'make ask Q="Who stormed the Winter Palace?"' in done.stderr
