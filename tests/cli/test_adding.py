"""Documents that are added, and the facts that are given with them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Quoth
from tests.cli.letters import records


def test_a_library_begun_with_add_holds_only_what_was_added(run: Quoth, own: Path) -> None:
    assert run("sources", home=own).stdout == "letter  Letter home, A Sister, Family, 1917-11-02 [en]\n"
    (answer,) = records(run("ask", "Who repaired the station clock?", "--json", home=own).stdout)
    assert not answer["abstained"]
    assert "Pavel Antonovich repaired the clock" in answer["quotes"][0]["text"]
    assert answer["quotes"][0]["citation"]["author"] == "A Sister"


def test_what_is_added_leaves_no_log_beside_the_library(run: Quoth, home: Path, letter: Path) -> None:
    assert run("add", letter, home=home).exit_code == 0
    assert not any(path.stat().st_size for path in home.glob("library.sqlite-wal"))


def test_folders_are_taken_in_with_all_below_them(run: Quoth, letter: Path, tmp_path: Path) -> None:
    deep = letter.parent / "more" / "deep.md"
    deep.parent.mkdir()
    deep.write_text("# Tram fares\n\nA ride on the tram cost twenty kopecks in the winter of that year.\n", "utf-8")
    (letter.parent / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    done = run("add", letter.parent, home=tmp_path / "own")
    assert (done.exit_code, sorted(done.stdout.splitlines())) == (0, ["added deep", "added letter"])
    assert "Passed over 1 file: not one of" in done.stderr


def test_one_documents_facts_are_not_given_to_several(run: Quoth, letter: Path, tmp_path: Path) -> None:
    (letter.parent / "second.txt").write_text("It rained all day in the harbour town.", "utf-8")
    done = run("add", letter.parent, "--title", "Letter home", home=tmp_path / "own")
    assert done.exit_code == 2
    assert not (tmp_path / "own").exists()


def test_an_empty_name_is_not_the_folder_where_one_is(run: Quoth, tmp_path: Path) -> None:
    done = run("add", "", home=tmp_path / "own")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "The name of a source is empty" in done.stderr


def test_facts_given_by_hand_stay_until_they_are_taken_back(run: Quoth, own: Path, letter: Path) -> None:
    for facts, listed in (
        (("--publisher", "Navy Press"), "Letter home, A Sister, Navy Press, 1917-11-02"),
        ((), "Letter home, A Sister, Navy Press, 1917-11-02"),
        (("--author", "", "--published", " 7 November 1917 "), "Letter home, Navy Press, 7 November 1917"),
    ):
        previewed = run("add", letter, *facts, "--dry-run", home=own)
        assert f"author    {'A Sister' if 'A Sister' in listed else 'unknown'}\n" in previewed.stdout
        assert run("add", letter.parent if not facts else letter, *facts, home=own).exit_code == 0
        assert run("sources", home=own).stdout == f"letter  {listed} [en]\n"


@pytest.mark.parametrize("date", ["yesterday", "1917-13-45", "31/12/1917", "30 February 1917"])
def test_a_date_that_cannot_be_cited_is_refused(run: Quoth, letter: Path, tmp_path: Path, date: str) -> None:
    done = run("add", letter, "--published", date, home=tmp_path / "own")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{date!r} is no date that can be cited: write it like 1917, 1917-11, 1917-11-07," in " ".join(
        done.stderr.split()
    )
    assert not (tmp_path / "own").exists()


def test_a_fact_that_is_not_utf_8_is_refused(run: Quoth, letter: Path, tmp_path: Path) -> None:
    done = run("add", letter, "--author", "caf\udce9", home=tmp_path / "own")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Invalid value for '--author': it is not in UTF-8" in done.stderr


def test_the_starter_library_is_what_starter_takes_in(run: Quoth, home: Path) -> None:
    documents = len(run("sources", home=home).stdout.splitlines())
    done = run("add", "--starter", home=home)
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"{documents} documents unchanged.\n" in done.stderr
