"""A library that is kept: documents removed and brought back, embedded anew, and looked over."""

from pathlib import Path

from tests.cli.conftest import Process, Quoth
from tests.cli.letters import LETTER, records


def test_what_is_removed_comes_back_with_a_rollback(run: Quoth, home: Path) -> None:
    before = run("sources", home=home).stdout
    assert run("remove", "parties", "people", home=home).stdout == "removed parties\nremoved people\n"
    assert "\npeople " not in run("sources", home=home).stdout
    done = run("rollback", home=home)
    assert done.stdout.endswith(f" is current again: {len(before.splitlines())} documents\n")
    assert run("sources", home=home).stdout == before


def test_embed_reads_what_changed_and_plan_only_says_so(run: Quoth, own: Path, letter: Path) -> None:
    letter.write_text(LETTER.replace("Tuesday", "Friday"), "utf-8")
    plan = run("embed", "--plan", home=own)
    assert plan.stdout.startswith("1 document to take in; 1 passage and 1 sentence to embed: about ")
    (stale,) = records(run("ask", "When did the bakery close?", "--json", home=own).stdout)
    assert "on Tuesday" in stale["quotes"][0]["text"]
    done = run("embed", home=own)
    assert done.stdout == "changed letter\n"
    assert "Embedded 1 passage and 1 sentence in " in done.stderr
    (fresh,) = records(run("ask", "When did the bakery close?", "--json", home=own).stdout)
    assert "on Friday" in fresh["quotes"][0]["text"]


def test_embedding_everything_again_changes_no_answer(run: Quoth, own: Path) -> None:
    before = run("ask", "Who repaired the station clock?", "--json", home=own).stdout
    assert run("embed", "--full", home=own).exit_code == 0
    assert run("ask", "Who repaired the station clock?", "--json", home=own).stdout == before


def test_worker_processes_embed_the_same(process: Process, own: Path, run: Quoth) -> None:
    before = run("ask", "Who repaired the station clock?", "--json", home=own).stdout
    done = process("embed", "--full", "--workers", "1", home=own)
    assert done.returncode == 0, done.stderr
    assert run("ask", "Who repaired the station clock?", "--json", home=own).stdout == before


def test_a_sound_library_is_called_so(run: Quoth, starter: Path) -> None:
    done = run("doctor", home=starter)
    assert done.exit_code == 0
    assert all(line.startswith("ok ") for line in done.stdout.splitlines())


def test_the_doctor_says_what_only_the_owner_can_mend(run: Quoth, own: Path, letter: Path) -> None:
    letter.write_text(LETTER.replace("Tuesday", "Friday"), "utf-8")
    done = run("doctor", home=own)
    assert done.exit_code == 1
    assert "bad       sources: 1 files have changed" in done.stdout


def test_who_embeds_everything_again_is_not_told_that_nothing_was_done(run: Quoth, own: Path) -> None:
    done = run("embed", "--full", home=own)
    assert done.exit_code == 0
    assert "Embedded " in done.stderr
    assert "Nothing was to be done." not in done.stderr
    assert "Nothing was to be done." in run("embed", home=own).stderr
