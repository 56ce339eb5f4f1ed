"""What a library holds: its sources, what their citations lack, their text."""

from pathlib import Path

import pytest

from tests.cli.conftest import QUESTION, Process, Quoth
from tests.cli.letters import records


def test_sources_are_listed_one_per_line(run: Quoth, starter: Path) -> None:
    ids = [line.split()[0] for line in run("sources", home=starter).stdout.splitlines()]
    assert ids == [record["document"] for record in records(run("sources", "--json", home=starter).stdout)]
    assert len(ids) >= 10


def test_incomplete_citations_are_listed(run: Quoth, starter: Path, letter: Path, tmp_path: Path) -> None:
    assert run("sources", "--lint", home=starter).stdout == ""
    run("add", letter, "--author", "A Sister", "--title", "Letter home", home=tmp_path / "own")
    assert run("sources", "--lint", home=tmp_path / "own").stdout == "letter  lacks published, publisher\n"


def test_a_document_is_shown_character_for_character(process: Process, own: Path, letter: Path) -> None:
    done = process("show", "letter", home=own)
    assert done.stdout.encode() == letter.read_bytes()


@pytest.mark.parametrize("command", ["show", "cite"])
def test_a_permalink_that_is_not_whole_is_told(run: Quoth, starter: Path, command: str) -> None:
    done = run(command, "people@963dfad6:1-2", home=starter)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "'people@963dfad6:1-2' is no whole permalink: one reads DOCUMENT@SHA256:START-END" in done.stderr


def test_a_permalink_leads_to_its_words(run: Quoth, starter: Path) -> None:
    (answer,) = records(run("ask", QUESTION, "--json", "-k", "1", home=starter).stdout)
    (quote,) = answer["quotes"]
    (shown,) = records(run("show", quote["citation"]["permalink"], "--json", home=starter).stdout)
    assert (shown["text"], shown["citation"]) == (quote["text"], quote["citation"])
    assert run("show", quote["citation"]["permalink"], home=starter).stdout.startswith(f"> {quote['text']}\n")
