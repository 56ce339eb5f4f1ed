"""What the library says about a day, in both calendars."""

from pathlib import Path

from tests.cli.conftest import Quoth
from tests.cli.letters import records


def test_a_day_is_found_by_either_of_its_names(run: Quoth, starter: Path) -> None:
    new = records(run("when", "1917-11-07", "--json", home=starter).stdout)
    old = records(run("when", "25 October 1917", "O.S.", "--json", home=starter).stdout)
    assert [each["text"] for each in new] == [each["text"] for each in old]
    assert len(new) >= 3
    assert {each["day"] for each in new} == {"7 November 1917 New Style (25 October 1917 Old Style)"}
    text = run("when", "1917-11-07", home=starter).stdout
    assert text.startswith("# 7 November 1917 New Style (25 October 1917 Old Style)\n\n> ")
    none = run("when", "1817-11-07", home=starter)
    assert (none.exit_code, none.stdout) == (0, "")
    assert "No sentence of the library names 7 November 1817 New Style" in none.stderr
    elsewhere = run("when", "1917-11-07", "--source", "people", home=starter)
    assert elsewhere.stderr.startswith("No sentence of the sources within these limits names 7 November 1917 New Style")
    leap = run("when", "29", "February", home=starter)
    assert (leap.stdout, leap.stderr) == ("", "No sentence of the library names '29 February' of any year.\n")
    wrong = run("when", "soon", home=starter)
    assert (wrong.exit_code, wrong.stdout) == (1, "")
    assert "names no day" in wrong.stderr


def test_the_twin_of_a_date_stands_below_its_quote_and_in_json(run: Quoth, own: Path, tmp_path: Path) -> None:
    memoir = tmp_path / "memoir.txt"
    memoir.write_text("Russian Petrograd rose on 25 October 1917 O.S., and Russia followed.\n", encoding="utf-8")
    run("add", memoir, home=own)
    (quote,) = records(run("when", "1917-11-07", "--json", home=own).stdout)
    assert quote["notes"] == ["“25 October 1917” is Old Style: 7 November 1917 New Style."]
    (date,) = quote["dates"]
    assert (date["text"], date["readings"]) == (
        "25 October 1917",
        [{"calendar": "Old Style", "old_style": "1917-10-25", "new_style": "1917-11-07"}],
    )
    printed = run("when", "1917-11-07", home=own).stdout
    assert "\n  “25 October 1917” is Old Style: 7 November 1917 New Style.\n" in printed
    assert not any("is Old Style" in line for line in printed.splitlines() if line.startswith("> "))
