"""Citations of sources and of quotes in every form."""

from pathlib import Path

from tests.cli.conftest import QUESTION, Quoth
from tests.cli.letters import records


def test_a_source_is_cited_in_every_form(run: Quoth, starter: Path, own: Path, tmp_path: Path) -> None:
    shown = run("cite", "two-calendars", home=starter).stdout
    forms = ("chicago-note", "chicago-bibliography", "mla", "apa", "bibtex", "ris", "csl-json")
    assert [line for line in shown.splitlines() if line in forms] == list(forms)
    assert run("cite", "two-calendars", "--style", "ris", home=starter).stdout.startswith("TY  - BOOK\n")
    (record,) = records(run("cite", "two-calendars", "--json", home=starter).stdout)
    assert record["csl"]["title"] == "Two Calendars: Old Style and New Style"
    assert set(forms) - {"csl-json"} <= set(record)
    anonymous = tmp_path / "anonymous.txt"
    anonymous.write_text("Nobody knows who wrote this line.\n", encoding="utf-8")
    run("add", anonymous, home=own)
    lacking = run("cite", "anonymous", "--style", "mla", home=own)
    assert "lacks" in lacking.stderr
    assert "lacks" not in lacking.stdout


def test_no_citation_holds_what_a_terminal_obeys(run: Quoth, letter: Path, tmp_path: Path) -> None:
    facts = ("--author", "Evil\x1b[31m", "--title", "Bread & Butter", "--published", "1917")
    run("add", letter, *facts, home=tmp_path / "own")
    every = run("cite", "letter", home=tmp_path / "own").stdout
    assert "\x1b" not in every
    assert "Bread \\& Butter" in every
    for style in ("chicago-note", "bibtex", "ris"):
        alone = run("cite", "letter", "--style", style, home=tmp_path / "own").stdout
        assert alone.strip() in every


def test_a_quote_is_cited_with_its_place(run: Quoth, starter: Path) -> None:
    (answer,) = records(run("ask", QUESTION, "--json", "-k", "1", home=starter).stdout)
    citation = answer["quotes"][0]["citation"]
    note = run("cite", citation["permalink"], "--style", "chicago-note", home=starter).stdout
    assert "para. " in note
    missing = run("cite", "nowhere", home=starter)
    assert (missing.exit_code, missing.stdout) == (1, "")
