"""Whatever is damaged between finding words and showing them, nothing false is shown, and what was withheld is counted."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from retrieval.confirming import WITHHELD, Confirmer
from retrieval.library.snapshot import Snapshot
from retrieval.library.store import FILE
from retrieval.types import Quote
from tests.cli.conftest import QUESTION, Quoth

DAMAGES = {
    "letters changed": "UPDATE texts SET text = replace(text, 'e', 'a')",
    "one letter added": "UPDATE texts SET text = 'x' || text",
    "the end lost": "UPDATE texts SET text = substr(text, 1, 50)",
    "something far away changed": "UPDATE texts SET text = text || ' '",
    "texts exchanged": "UPDATE texts SET text = (SELECT text FROM texts t WHERE t.id <> texts.id ORDER BY t.id DESC LIMIT 1)",
    "nothing left": "UPDATE texts SET text = ''",
}


@pytest.fixture
def damaged_in_between(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterable[dict[str, str]]:
    """Damages the store when quotes have been made and are to be confirmed; the damage is what the dict says."""
    chosen = {"damage": ""}
    honest = Confirmer.kept

    def kept(self: Confirmer, snapshot: Snapshot, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        with closing(sqlite3.connect(home / FILE)) as connection, connection:
            connection.execute(chosen["damage"])
        return honest(self, snapshot, list(quotes))

    monkeypatch.setattr(Confirmer, "kept", kept)
    return chosen


def texts_of(home: Path) -> list[str]:
    with closing(sqlite3.connect(home / FILE)) as connection:
        return [row[0] for row in connection.execute("SELECT text FROM texts")]


def permalink(run: Quoth, home: Path) -> str:
    (answer,) = [json.loads(line) for line in run("ask", QUESTION, "--json", "-k", "1", home=home).stdout.splitlines()]
    link: str = answer["quotes"][0]["citation"]["permalink"]
    return link


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_store_shows_no_quote(
    damage: str, run: Quoth, home: Path, damaged_in_between: dict[str, str]
) -> None:
    damaged_in_between["damage"] = damage
    done = run("ask", QUESTION, "--no-rerank", home=home)
    assert (done.exit_code, "> " in done.stdout) == (0, False)
    assert "no longer stand in the stored documents" in done.stdout
    record = json.loads(run("ask", QUESTION, "--no-rerank", "--json", home=home).stdout)
    assert (record["quotes"], record["abstained"]) == ([], True)


@pytest.mark.parametrize(
    "command",
    [
        ("ask", "-", "--no-rerank"),
        ("chat", "--no-rerank"),
        ("search", "Kornilov"),
        ("search", "Kornilov", "--json"),
        ("when", "1917-11-07"),
        ("when", "1917-11-07", "--json"),
    ],
    ids=" ".join,
)
def test_no_command_shows_damaged_words(
    command: tuple[str, ...], run: Quoth, home: Path, damaged_in_between: dict[str, str]
) -> None:
    before = texts_of(home)
    damaged_in_between["damage"] = DAMAGES["letters changed"]
    done = run(*command, home=home, input=f"{QUESTION}\n" if command[0] in ("ask", "chat") else None)
    assert done.exit_code == 0
    assert "> " not in done.stdout
    assert '"text"' not in done.stdout.replace('"text": "Who', "")
    assert texts_of(home) != before
    assert WITHHELD in done.stdout + done.stderr


def test_a_permalink_to_damaged_words_is_told(run: Quoth, home: Path, damaged_in_between: dict[str, str]) -> None:
    damaged_in_between["damage"] = "SELECT 1"
    link = permalink(run, home)
    damaged_in_between["damage"] = DAMAGES["letters changed"]
    done = run("show", link, home=home)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "withheld" in done.stderr
    whole = run("show", link.partition("@")[0], home=home)
    assert (whole.exit_code, whole.stdout) == (1, "")
    assert "damaged" in whole.stderr


def test_what_was_withheld_is_counted_for_the_doctor(
    run: Quoth, home: Path, damaged_in_between: dict[str, str]
) -> None:
    assert "no quote was ever withheld" in run("doctor", home=home).stdout
    damaged_in_between["damage"] = "UPDATE texts SET text = text || ' '"
    run("ask", QUESTION, "--no-rerank", "-k", "3", home=home)
    told = " ".join(run("doctor", home=home).stdout.split())
    assert "3 quotes were withheld" in told
    assert "are damaged, so nothing of them is shown" in told
    lines = (home / "withheld.log").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3
    assert all("@" in line and "Palace" not in line for line in lines)
