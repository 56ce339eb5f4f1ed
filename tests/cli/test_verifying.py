"""`quoth verify` and `quoth check` as a user runs them, on the starter library."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Process, Quoth

STORMED = "The Winter Palace was stormed by Red Guards, who were armed factory workers"
KORNILOV = "I, General Kornilov, the son of a Cossack peasant"
FIELDS = ["quotation", "verdict", "document", "source", "start", "end", "text", "diff", "citation", "pieces"]


def records(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def test_a_quotation_is_told_with_its_source(run: Quoth, starter: Path) -> None:
    shown = run("verify", STORMED, home=starter)
    assert shown.exit_code == 0
    assert shown.stdout.startswith(f"EXACT: The source has these words, character for character.\n\n> {STORMED}\n")
    assert "October 1917 Day by Day" in shown.stdout


def test_each_line_has_one_record(run: Quoth, starter: Path) -> None:
    lines = (
        f"{STORMED}\n\n{STORMED.replace('was', 'was not')}\n“{KORNILOV}” — Lenin\n{KORNILOV} ... {STORMED}\nno more\n"
    )
    found = records(run("verify", "--json", "-", home=starter, input=lines).stdout)
    assert [each["verdict"] for each in found] == ["EXACT", "ALTERED", "MISATTRIBUTED", "PARTIAL", "TOO SHORT"]
    assert all(set(FIELDS) <= each.keys() for each in found)
    assert [each["quotation"] for each in found] == [line for line in lines.splitlines() if line]
    for each in found[:4]:
        text = Path(each["source"]).read_bytes().decode()
        assert text[each["start"] : each["end"]] == each["text"]
        assert each["citation"]["permalink"].startswith(f"{each['document']}@")
    assert "[-" in found[1]["diff"] or "{+not+}" in found[1]["diff"]
    assert [piece["document"] for piece in found[3]["pieces"]] == ["kornilov-affair", "october-day-by-day"]
    assert found[4]["document"] is None


def test_a_line_that_cannot_be_verified_is_told_and_the_others_are_verified(run: Quoth, starter: Path) -> None:
    done = run("verify", "--json", "-", home=starter, input=f"{'x' * 200_000}\n{STORMED}\n")
    assert [each["verdict"] for each in records(done.stdout)] == ["EXACT"]
    assert done.stderr.startswith("quoth: line 1: the quotation has 200,000 characters")
    assert done.exit_code == 1


def test_where_no_library_is_one_sentence_says_so(run: Quoth, tmp_path: Path) -> None:
    done = run("verify", STORMED, home=tmp_path / "none")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("quoth: there is no library at")
    assert not (tmp_path / "none").exists()


def test_no_model_is_loaded_to_verify(process: Process, starter: Path) -> None:
    done = process("verify", STORMED, home=starter)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "essay.md"
    path.write_text(f"As it is told, “{STORMED.upper()}”. It was a “coup”.\n\n> {KORNILOV}\n")
    return path


def test_an_essay_whose_quotations_stand_passes(run: Quoth, starter: Path, essay: Path) -> None:
    done = run("check", essay, home=starter)
    assert done.exit_code == 0, done.output
    assert done.stderr == "3 quotations: 1 EXACT, 1 FOLDED, 1 TOO SHORT.\n"
    assert done.stdout.splitlines()[0].startswith(f"{essay}:1:17: FOLDED “THE WINTER")


def test_an_essay_with_a_false_quotation_fails(run: Quoth, starter: Path, essay: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(f'It is told that "{STORMED.replace("Red", "Blue")}" that night.')
    done = run("check", essay, other, "--json", home=starter)
    assert done.exit_code == 1
    found = records(done.stdout)
    assert [each["verdict"] for each in found] == ["FOLDED", "TOO SHORT", "EXACT", "ALTERED"]
    assert (found[3]["file"], found[3]["line"], found[3]["column"]) == (str(other), 1, 18)
    assert found[3]["changes"] == [{"kind": "name", "source": "Red", "quotation": "Blue"}]
    log = json.loads(run("check", other, "--sarif", home=starter).stdout)
    assert log["runs"][0]["results"][0]["ruleId"] == "altered"
    people = run("check", other, home=starter).stdout
    assert "A name differs: the source has “Red”, the quotation “Blue”." in people
    assert "[-Red-] {+Blue+}" in people


def test_an_essay_that_quotes_nothing_passes_and_one_that_is_not_there_does_not(
    run: Quoth, starter: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("Nothing is quoted here.")
    assert run("check", tmp_path / "empty.txt", home=starter).exit_code == 0
    gone = run("check", tmp_path / "gone.docx", home=starter)
    assert (gone.exit_code, len(gone.stderr.splitlines())) == (1, 1)
    assert "gone.docx" in gone.stderr
    assert run("check", "--json", "--sarif", tmp_path / "empty.txt", home=starter).exit_code == 2
