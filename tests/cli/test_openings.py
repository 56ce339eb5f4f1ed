"""A quote that leans on the sentence before it is printed below that sentence, by every command that prints quotes."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Quoth

BEFORE = "On 4 May 1917 Paul Orme came to Linden."
LEANING = "That day, 4 May 1917, he sold the ropeworks, the quay and both ferries to the baker."
REPORT = f"{BEFORE}\n{LEANING}\n\nThe baker of Linden closed the ferries in June.\n"


@pytest.fixture
def home(run: Quoth, tmp_path: Path) -> Path:
    """A library that holds only the report."""
    (tmp_path / "report.txt").write_text(REPORT)
    assert run("add", tmp_path / "report.txt", home=tmp_path / "home").exit_code == 0
    return tmp_path / "home"


def asked(run: Quoth, home: Path, *options: object) -> list[dict]:
    done = run("ask", "Were the ropeworks, the quay and both ferries sold?", "--json", *options, home=home)
    return json.loads(done.stdout)["quotes"]


def test_it_is_printed_above_the_quotation_and_is_not_in_it(run: Quoth, home: Path) -> None:
    (quote,) = asked(run, home, "-k", 1, "--no-rerank")
    assert (quote["text"], quote["opening"]) == (LEANING, BEFORE)
    assert REPORT[quote["start"] : quote["end"]] == LEANING
    done = run("ask", "Were the ropeworks, the quay and both ferries sold?", "-k", 1, "--no-rerank", home=home)
    assert done.stdout.startswith(f"  {BEFORE}\n\n> {LEANING}\n\n  — ")


def test_context_holds_it_and_what_was_quoted_above_is_not_repeated(run: Quoth, home: Path) -> None:
    (wide,) = asked(run, home, "-k", 1, "--no-rerank", "--context", 1)
    assert "opening" not in wide
    assert wide["before"].endswith(BEFORE)
    for options in ((), ("--no-rerank",)):
        quotes = asked(run, home, *options)
        read = ""
        for each in quotes:
            assert each.get("opening", "-") not in read
            read += f"{each.get('opening', '')}\n{each['text']}\n"


def test_a_permalink_and_a_day_print_it_too(run: Quoth, home: Path) -> None:
    (quote,) = asked(run, home, "-k", 1, "--no-rerank")
    shown = run("show", quote["citation"]["permalink"], home=home).stdout
    assert shown.startswith(f"  {BEFORE}\n\n> {LEANING}\n")
    days = [json.loads(line) for line in run("when", "4 May 1917", "--json", home=home).stdout.splitlines()]
    assert [each["text"] for each in days] == [BEFORE, LEANING]
    assert all("opening" not in each for each in days)
