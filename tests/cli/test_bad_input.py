"""Bad input: one clear sentence on standard error, the right exit code, and the same answers after as before."""

import ctypes
import os
import random
import resource
import shutil
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import filelock
import pytest

from retrieval.library.store import FORMAT
from tests.cli.conftest import QUESTION, Process, Quoth

PROBE = ("ask", QUESTION, "--json", "--no-rerank", "-k", "3")


@pytest.fixture(scope="module")
def shared_home(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One library for all the inputs that must leave no trace in it."""
    return shutil.copytree(starter, tmp_path_factory.mktemp("bad") / "home")


@pytest.fixture
def answers(run: Quoth, starter: Path) -> str:
    """What the untouched library answers."""
    return run(*PROBE, home=starter).stdout


@dataclass(frozen=True, kw_only=True)
class Bad:
    """A bad input: what is run, with the test's folder for {}, what is said, the exit code, and what the file holds."""

    name: str
    arguments: tuple[str, ...]
    says: str
    exit_code: int = 1
    data: bytes | None = None


def scrambled(alphabet: range, length: int) -> bytes:
    return bytes(random.Random(1917).choices(alphabet, k=length))


INPUTS = [
    Bad(name="missing file", arguments=("add", "{}/nowhere.txt"), says="there is no file or folder"),
    Bad(name="missing file of an odd name", arguments=("add", "{}/two  blanks.txt"), says="/two  blanks.txt': check"),
    Bad(name="folder without documents", arguments=("add", "{}"), says="holds no document"),
    Bad(name="empty file", arguments=("add", "{}/a.txt"), says="is empty", data=b""),
    Bad(name="blank file", arguments=("add", "{}/a.txt"), says="is empty", data=b" \r\n\t\n"),
    Bad(name="binary file", arguments=("add", "{}/a.txt"), says="binary data", data=scrambled(range(256), 4000)),
    Bad(
        name="unknown encoding",
        arguments=("add", "{}/a.txt"),
        says="save it as UTF-8",
        data=scrambled(range(0x80, 0x100), 3000),
    ),
    Bad(
        name="unknown format",
        arguments=("add", "{}/a.doc"),
        says="'a.doc' is in a format that we cannot read",
        data=b"The mayor spoke.",
    ),
    Bad(name="address on this machine", arguments=("add", "http://127.0.0.1:9/a"), says="not on the public internet"),
    Bad(name="no web address", arguments=("add", "ftp://example.org/a"), says="begins with https:// or http://"),
    Bad(name="password in an address", arguments=("add", "https://me:x@example.org/"), says="only public pages"),
    Bad(
        name="no text after cleaning",
        arguments=("add", "{}/a.txt"),
        says="nothing in 'a.txt' can be quoted",
        data=b"Skip to main content\nPrivacy Policy | Terms of Use\nCopyright 2020 All rights reserved\n",
    ),
    Bad(name="unknown document", arguments=("show", "nosuch"), says="there is no document 'nosuch'"),
    Bad(
        name="unknown document to remove",
        arguments=("remove", "people", "nosuch"),
        says="there is no document 'nosuch'",
    ),
    Bad(
        name="permalink to an unknown document",
        arguments=("show", f"nosuch@{'0' * 64}:1-2"),
        says="there is no document 'nosuch'",
    ),
    Bad(
        name="permalink to other bytes",
        arguments=("show", f"people@{'0' * 64}:1-2"),
        says="which this library does not keep",
    ),
    Bad(name="empty question", arguments=("ask", ""), says="The question is empty"),
    Bad(name="blank question", arguments=("ask", " \t "), says="The question is empty"),
    Bad(name="question of 10,000 characters", arguments=("ask", "why " * 2_500), says="ask in a few sentences"),
    Bad(name="empty search", arguments=("search", ""), says="The question is empty"),
    Bad(name="no test collection", arguments=("eval", "{}"), says="corpus.jsonl"),
    Bad(name="unknown model", arguments=("embed", "--model", "./nowhere"), says="No model folder 'nowhere'"),
    Bad(name="nothing to roll back to", arguments=("rollback",), says="no earlier generation"),
]


@pytest.mark.parametrize("bad", INPUTS, ids=lambda bad: bad.name)
def test_bad_input_is_one_sentence_and_loses_nothing(
    run: Quoth, answers: str, shared_home: Path, tmp_path: Path, bad: Bad
) -> None:
    if bad.data is not None:
        name = next(argument.removeprefix("{}/") for argument in bad.arguments if argument.startswith("{}/"))
        (tmp_path / name).write_bytes(bad.data)
    done = run(*(argument.replace("{}", str(tmp_path)) for argument in bad.arguments), home=shared_home)
    assert (done.exit_code, done.stdout) == (bad.exit_code, "")
    assert_one_sentence(done.stderr, bad.says)
    assert run(*PROBE, home=shared_home).stdout == answers


@pytest.mark.parametrize("question", ["🙂🙂🙂", "*", '"', "'; --", "[1 TO 5]", "a~2^3", "-- +"])
def test_a_question_without_a_word_is_answered_by_silence(run: Quoth, shared_home: Path, question: str) -> None:
    done = run("ask", "--", question, home=shared_home)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("The sources do not say. ")


@pytest.mark.parametrize(
    "question",
    ["'; DROP TABLE versions; --", 'title:"x" AND (', "text:*", "NOT", "SELECT * FROM versions WHERE 'a'='a'", "a\0b"],
)
def test_a_question_of_syntax_is_a_question(run: Quoth, answers: str, shared_home: Path, question: str) -> None:
    done = run("ask", question, home=shared_home)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout
    assert run(*PROBE, home=shared_home).stdout == answers


@pytest.mark.parametrize("syntax", ['"', "*", "field:", "(", "~", "🙂", "'; DROP TABLE versions; --"])
def test_syntax_does_not_hide_the_question_beside_it(run: Quoth, starter: Path, syntax: str) -> None:
    done = run("ask", f"{QUESTION} {syntax}", "--no-rerank", home=starter)
    assert done.exit_code == 0
    assert "Winter Palace" in done.stdout


@pytest.mark.parametrize("text", ["coal " * 180_000, "a" * 900_000], ids=["a line of words", "one word"])
def test_a_line_of_900_kilobytes_is_taken_in(run: Quoth, home: Path, answers: str, tmp_path: Path, text: str) -> None:
    (tmp_path / "line.txt").write_text(text, "utf-8")
    done = run("add", tmp_path / "line.txt", home=home)
    assert (done.exit_code, done.stdout) == (0, "added line\n")
    assert run(*PROBE, home=home).stdout == answers


def test_a_duplicate_is_named_and_not_added(run: Quoth, home: Path, answers: str, tmp_path: Path) -> None:
    shown = run("show", "people", home=home).stdout
    (tmp_path / "copy.txt").write_bytes(shown.encode())
    done = run("add", tmp_path / "copy.txt", home=home)
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"'{tmp_path / 'copy.txt'}' is already in the library, as 'people'.\n" in done.stderr
    assert run(*PROBE, home=home).stdout == answers


def test_one_bad_file_does_not_keep_the_others_out(run: Quoth, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "bad.txt").write_bytes(scrambled(range(256), 4000))
    (papers / "good.txt").write_text("The mayor opened the new bridge in June.", "utf-8")
    done = run("add", papers, home=tmp_path / "home")
    assert (done.exit_code, done.stdout) == (1, "added good\n")
    assert "quoth: 'bad.txt' holds binary data" in done.stderr


def test_an_unreadable_folder_does_not_keep_the_others_out(process: Process, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    for name in ("closed", "listed", ".hidden"):
        (papers / name).mkdir(parents=True)
        (papers / name / "secret.txt").write_text("The mayor spoke.", "utf-8")
    (papers / "good.txt").write_text("The mayor opened the new bridge in June.", "utf-8")
    (papers / "closed.zip").write_bytes(b"")
    for path, mode in (("closed", 0), ("listed", 0o600), (".hidden", 0), ("closed.zip", 0)):
        (papers / path).chmod(mode)
    try:
        done = process("add", papers, home=tmp_path / "home", preexec_fn=obey_permissions)
    finally:
        for path in papers.iterdir():
            path.chmod(0o700)
    assert (done.returncode, done.stdout) == (1, "added good\n")
    told = [line for line in done.stderr.splitlines() if line.startswith("quoth: ")]
    assert [line.rpartition("/")[2] for line in told] == [
        "closed.zip' cannot be read (Permission denied): check its rights",
        "secret.txt' cannot be read (Permission denied): check its rights",
        "closed' cannot be read (Permission denied): check its rights",
    ]


def test_files_of_every_kind_do_not_keep_the_others_out(process: Process, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "good.txt").write_text("The mayor opened the new bridge in June.", "utf-8")
    (papers / os.fsdecode(b"caf\xe9.txt")).write_text("The mayor spoke.", "utf-8")
    (papers / "dangling.txt").symlink_to("nowhere")
    os.mkfifo(papers / "pipe.txt")
    done = process("add", papers, home=tmp_path / "home")
    assert (done.returncode, done.stdout) == (1, "added good\n")
    assert "Passed over 1 file: a pipe, not a regular file.\n" in done.stderr
    assert "caf\\xe9.txt' is not in UTF-8: rename it, and add it again\n" in done.stderr
    assert "dangling.txt' is a link whose target, 'nowhere', is missing: mend the link or delete it\n" in done.stderr


@pytest.mark.parametrize("name", ["pipe.txt", "pipe.zip", "pipe"])
def test_a_pipe_is_refused_in_a_sentence(process: Process, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    done = process("add", tmp_path / name, home=tmp_path / "home")
    assert (done.returncode, done.stdout) == (1, "")
    assert_one_sentence(done.stderr, f"{name}' is a pipe, not a regular file")
    assert not (tmp_path / "home").exists()


def test_an_unreadable_file_is_named(process: Process, home: Path, run: Quoth, answers: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("The mayor spoke.", "utf-8")
    (tmp_path / "secret.txt").chmod(0)
    done = process("add", tmp_path / "secret.txt", home=home, preexec_fn=obey_permissions)
    assert (done.returncode, done.stdout) == (1, "")
    assert_one_sentence(done.stderr, "secret.txt' cannot be read")
    assert run(*PROBE, home=home).stdout == answers


def test_a_read_only_library_answers_and_is_not_changed(
    process: Process, home: Path, answers: str, tmp_path: Path
) -> None:
    (tmp_path / "new.txt").write_text("The mayor spoke.", "utf-8")
    for path in [home, *home.rglob("*")]:
        path.chmod(path.stat().st_mode & ~0o222)
    try:
        done = process("add", tmp_path / "new.txt", home=home, preexec_fn=obey_permissions)
        assert (done.returncode, done.stdout) == (1, "")
        assert_one_sentence(done.stderr, "cannot be written to")
        assert process(*PROBE, home=home, preexec_fn=obey_permissions).stdout == answers
    finally:
        for path in [home, *home.rglob("*")]:
            path.chmod(path.stat().st_mode | 0o200)


def test_a_full_disk_loses_nothing(process: Process, home: Path, run: Quoth, answers: str, tmp_path: Path) -> None:
    nouns = ["harbour", "coal", "bridge", "mayor", "winter", "tram", "clock", "letter", "street", "flour"]
    words = random.Random(1917).choices(nouns, k=4_000)
    text = " ".join(f"{word}. The" if not n % 9 else word for n, word in enumerate(words))
    (tmp_path / "long.txt").write_text(text, "utf-8")
    (vectors,) = home.glob("generations/*/vectors.faiss")
    limit = vectors.stat().st_size + 100_000
    done = process(
        "add",
        tmp_path / "long.txt",
        home=home,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),  # EFBIG for a larger file
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert_one_sentence(done.stderr, "the disk is full")
    assert run(*PROBE, home=home).stdout == answers
    assert run("embed", home=home).stdout == "added long\n"  # what was asked for is not forgotten


def test_a_library_of_a_newer_version_is_left_alone(run: Quoth, home: Path, answers: str) -> None:
    _set_version(home, 99)
    for arguments in (PROBE, ("sources",), ("add", "--starter"), ("doctor",), ("rollback",), ("remove", "people")):
        done = run(*arguments, home=home)
        assert (done.exit_code, done.stdout) == (1, "")
        assert_one_sentence(done.stderr, "newer")
    _set_version(home, FORMAT)
    assert run(*PROBE, home=home).stdout == answers


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        lambda path: path.write_bytes(random.Random(1917).randbytes(path.stat().st_size)),
        lambda path: path.unlink(),
    ],
    ids=["emptied", "cut", "scrambled", "missing"],
)
def test_damaged_vectors_are_built_again(
    run: Quoth, home: Path, answers: str, damage: Callable[[Path], object]
) -> None:
    (vectors,) = home.glob("generations/*/vectors.faiss")
    damage(vectors)
    assert run(*PROBE, home=home).stdout == answers
    assert run("doctor", home=home).exit_code == 0


def test_the_doctor_repairs_damaged_vectors(run: Quoth, home: Path, answers: str) -> None:
    (vectors,) = home.glob("generations/*/vectors.faiss")
    vectors.write_bytes(b"damaged")
    done = run("doctor", home=home)
    assert done.exit_code == 0
    assert "\nrepaired  index of generation" in done.stdout
    assert run(*PROBE, home=home).stdout == answers


def test_a_damaged_database_is_told_plainly(run: Quoth, home: Path) -> None:
    (home / "library.sqlite").write_bytes(b"no database" * 1000)
    for suffix in ("-wal", "-shm"):
        (home / f"library.sqlite{suffix}").unlink(missing_ok=True)
    done = run(*PROBE, home=home)
    assert (done.exit_code, done.stdout) == (1, "")
    assert_one_sentence(done.stderr, "library.sqlite' is damaged")


def test_a_second_writer_is_told_to_wait_and_readers_are_not(run: Quoth, home: Path, answers: str) -> None:
    with filelock.FileLock(home / "writer.lock"):
        for arguments in (("add", "--starter"), ("remove", "people"), ("rollback",), ("embed",)):
            done = run(*arguments, home=home)
            assert (done.exit_code, done.stdout) == (1, "")
            assert_one_sentence(done.stderr, "another process is writing")
        assert run(*PROBE, home=home).stdout == answers


@pytest.mark.parametrize("arguments", [PROBE, ("search", "bread"), ("chat",)], ids=lambda each: each[0])
def test_an_empty_library_says_how_to_fill_it(run: Quoth, home: Path, arguments: tuple[str, ...]) -> None:
    run("remove", *(line.split()[0] for line in run("sources", home=home).stdout.splitlines()), home=home)
    done = run(*arguments, home=home)
    assert (done.exit_code, done.stdout) == (1, "")
    assert_one_sentence(done.stderr, "is empty: quoth add PATH")


@pytest.mark.parametrize(
    "arguments", [("remove", "people"), ("rollback",), ("doctor",), ("embed",)], ids=lambda each: each[0]
)
def test_where_no_library_is_none_is_made(run: Quoth, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, home=tmp_path / "home")
    assert (done.exit_code, done.stdout) == (1, "")
    assert_one_sentence(done.stderr, "there is no library at")
    assert not (tmp_path / "home").exists()


def test_a_home_that_is_no_folder_is_told(run: Quoth, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("The mayor spoke.", "utf-8")
    (tmp_path / "dangling").symlink_to("nowhere")
    for home in ("letter.txt", "letter.txt/home", "dangling"):
        done = run("add", tmp_path / "letter.txt", home=tmp_path / home)
        assert (done.exit_code, done.stdout) == (1, "")
        assert_one_sentence(done.stderr, f"no folder can be made at '{tmp_path / home}', where something else stands")


def assert_one_sentence(stderr: str, says: str) -> None:
    """One line that begins with the program's name, whatever was going on before it."""
    lines = [line for line in stderr.splitlines() if not line.endswith(" ...")]
    assert len(lines) == 1, stderr
    assert lines[0].startswith("quoth: ")
    assert says in lines[0]


def obey_permissions() -> None:
    """Take from root what lets it pass over permissions (capabilities(7): CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH)."""
    if sys.platform == "linux":
        drop = 24  # PR_CAPBSET_DROP of prctl(2)
        for capability in (1, 2):
            ctypes.CDLL(None).prctl(drop, capability, 0, 0, 0)


def _set_version(home: Path, version: int) -> None:
    connection = sqlite3.connect(home / "library.sqlite")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
