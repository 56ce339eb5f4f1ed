"""The frame of the command line: help, exit codes, and what a fault of ours leaves behind."""

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from retrieval.cli import ask, failures
from retrieval.cli.program import COMMANDS, quoth
from retrieval.errors import QuestionError
from tests.cli.conftest import Process, Quoth


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_page_ends_with_a_line_to_paste(run: Quoth, command: str, tmp_path: Path) -> None:
    page = run(command, "--help", home=tmp_path).output
    name, called, *arguments = shlex.split(page.strip().splitlines()[-1])
    assert (name, called) == ("quoth", command)
    root = click.Context(quoth, info_name="quoth")
    quoth.get_command(root, command).make_context(command, arguments, parent=root)  # raises where it does not parse


def test_the_first_page_names_every_command_and_ends_with_a_line_to_paste(run: Quoth, tmp_path: Path) -> None:
    page = run("--help", home=tmp_path).output
    assert all(f"\n  {command} " in page for command in COMMANDS)
    assert "..." not in page.partition("Commands:")[2]
    assert page.strip().splitlines()[-1].strip() == 'quoth ask "Who stormed the Winter Palace?"'


@pytest.mark.parametrize(
    "arguments",
    [
        ("nosuch",),
        ("ask",),
        ("ask", "-k", "0", "x"),
        ("ask", "-k", "many", "x"),
        ("ask", "--from", "long ago", "x"),
        ("add",),
        ("embed", "--workers", "2", "--cluster", "tcp://localhost:1"),
        ("show",),
    ],
)
def test_a_misused_command_exits_2_with_usage(run: Quoth, arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*arguments, home=tmp_path / "home")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: quoth")
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("raised", "exit_code", "said"),
    [
        (QuestionError("ask\nsomething"), 1, "quoth: ask something\n"),
        (PermissionError(13, "Permission denied", "/x"), 1, "quoth: the system refused '/x': permission denied\n"),
        (KeyboardInterrupt(), 130, "quoth: stopped\n"),
    ],
)
def test_a_failure_is_one_sentence_and_an_exit_code(
    run: Quoth, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, raised: BaseException, exit_code: int, said: str
) -> None:
    _fail_with(monkeypatch, raised)
    done = run("ask", "Who?", home=tmp_path)
    assert (done.exit_code, done.stdout, done.stderr) == (exit_code, "", said)


def test_a_fault_of_ours_exits_3_and_leaves_a_report_without_the_question(
    run: Quoth, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _fail_with(monkeypatch, KeyError("a secret question"))
    done = run("ask", "a secret question", home=tmp_path)
    assert (done.exit_code, done.stdout) == (3, "")
    (report,) = tmp_path.glob("quoth-fault-*.txt")
    assert done.stderr.count("\n") == 1
    assert str(report) in done.stderr
    text = report.read_text("utf-8")
    assert "builtins.KeyError" in text
    assert "test_program.py" in text
    assert "secret" not in text + done.stderr


def test_a_report_finds_a_place_where_the_library_has_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    said = failures.report(ValueError("x"), command="ask", folder=tmp_path / "missing")
    (report,) = tmp_path.glob("quoth-fault-*.txt")
    assert str(report) in said


@pytest.mark.parametrize("arguments", [("sources",), ("show", "two-calendars"), ("ask", "Who was Kerensky?")])
def test_a_closed_pipe_is_left_in_silence(
    environment: dict[str, str], starter: Path, arguments: tuple[str, ...]
) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "retrieval.cli", *arguments],
            env=environment | {"QUOTH_HOME": str(starter)},
            stdout=write_end,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("number", "arguments"),
    [
        (0, ("ask", "-")),
        (1, ("sources",)),
        (1, ("ask", "Who was Kerensky?", "--fast")),
        (2, ("sources",)),
        (2, ("show", "nosuch")),
    ],
)
def test_a_closed_stream_is_an_empty_one(
    environment: dict[str, str], starter: Path, number: int, arguments: tuple[str, ...]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "retrieval.cli", *arguments],
        env=environment | {"QUOTH_HOME": str(starter)},
        stdin=subprocess.DEVNULL if number else None,
        stdout=None if number == 1 else subprocess.PIPE,
        stderr=None if number == 2 else subprocess.PIPE,
        preexec_fn=lambda: os.close(number),
        check=False,
        timeout=60,
    )
    assert done.returncode == (1 if arguments == ("show", "nosuch") else 0)
    assert b"fault" not in (done.stderr or b"")
    assert not list(starter.glob("quoth-fault-*"))


@pytest.mark.parametrize("command", ["ask", "show", "remove", "verify"])
def test_an_argument_that_is_not_utf_8_is_no_fault(process: Process, starter: Path, command: str) -> None:
    done = process(command, os.fsdecode(b"caf\xe9"), home=starter)
    assert done.returncode in (0, 1)
    assert "fault" not in done.stderr
    assert (done.stdout + done.stderr).strip()


def test_ctrl_c_ends_a_conversation_with_130(environment: dict[str, str], starter: Path) -> None:
    chat = subprocess.Popen(
        [sys.executable, "-m", "retrieval.cli", "chat", "--json", "-k", "1"],
        env=environment | {"QUOTH_HOME": str(starter)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # ignored in what a shell starts with "&"
    )
    chat.stdin.write(b"Who was Kerensky?\n")
    chat.stdin.flush()
    assert chat.stdout.readline().startswith(b'{"question": "Who was Kerensky?"')
    time.sleep(0.1)  # it waits for the next turn
    chat.send_signal(signal.SIGINT)
    out, err = chat.communicate(timeout=30)
    assert (chat.returncode, out, err) == (130, b"", b"quoth: stopped\n")


def test_a_question_imports_neither_torch_nor_what_reads_files(environment: dict[str, str], starter: Path) -> None:
    code = (
        "import sys; from retrieval.cli.program import quoth\n"
        "quoth(['ask', 'Who was Kerensky?'], standalone_mode=False)\n"
        "quoth(['--help'], standalone_mode=False)\n"
        "needless = {'torch', 'transformers', 'sentence_transformers', 'rich', 'seeds.readers'}\n"
        "patterns = {'seeds.voices.finding', 'seeds.voices.mentions.roles'}\n"
        "print((needless | patterns) & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment | {"QUOTH_HOME": str(starter)}, capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines()[-1] == "set()"


def test_help_does_not_import_numpy(environment: dict[str, str]) -> None:
    code = (
        "import sys; from retrieval.cli.program import quoth\n"
        "quoth(['ask', '--help'], standalone_mode=False)\n"
        "print({'numpy', 'faiss', 'tantivy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "set()"


def test_the_version_is_the_packages(process: Process, tmp_path: Path) -> None:
    done = process("--version", home=tmp_path)
    assert done.stdout == f"quoth {failures.quoth_version()}\n"


def _fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(ask, "open_archive", fail)


def test_an_empty_home_is_as_good_as_none(run: Quoth, starter: Path) -> None:
    done = run("--home", "", "sources", "--home", "", home=starter)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("1917-month-by-month")
