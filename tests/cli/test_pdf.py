"""A PDF from the command line: taken in, cited by its page, and shown as it was printed."""

import json
from pathlib import Path

from tests.cli.conftest import Process, Quoth
from tests.seeds.printed_pages import LEFT, STORY, Press, broken


def a_pdf(path: Path) -> Path:
    press = Press(title="The Lamp of Karelin", author="Hannah Orme")
    for k, text in enumerate(STORY):
        press.page().line(LEFT, 40, "THE LAMP OF KARELIN", size=9)
        press.lines(LEFT, 80, broken(text, 44))
        press.line(300, 800, str(41 + k), size=9)
    path.write_bytes(press.bytes())
    return path


def test_a_quote_from_a_pdf_names_its_page_and_the_print_can_be_had_back(
    run: Quoth, home: Path, tmp_path: Path
) -> None:
    path = a_pdf(tmp_path / "lamp.pdf")
    assert run("add", path, home=home).exit_code == 0
    answer = json.loads(
        run("ask", "Who held the lamp on the ferry to Karelin until the morning?", "--json", home=home).stdout
    )
    quote = next(each for each in answer["quotes"] if each["document"] == "lamp")
    assert quote["citation"]["locator"].startswith("p. 43 (PDF page 3)")
    shown = run("show", quote["citation"]["permalink"], home=home)
    assert "p. 43 (PDF page 3)" in shown.stdout
    record = json.loads(run("show", "lamp", "--json", home=home).stdout)
    assert {page["label"] for page in record["pages"]} == {str(41 + k) for k in range(len(STORY))}
    assert record["joins"]
    printed = run("show", "lamp", "--printed", home=home).stdout
    assert len(printed) == len(record["text"]) + sum(len(join["printed"]) for join in record["joins"])


def test_an_encrypted_pdf_asks_for_its_password_and_takes_it(process: Process, home: Path, tmp_path: Path) -> None:
    press = Press().page()
    press.lines(LEFT, 80, broken(STORY[0], 60))
    press.pdf.set_encryption(owner_password="owner", user_password="lamp")
    path = tmp_path / "secret.pdf"
    path.write_bytes(press.bytes())
    refused = process("add", path, home=home)
    assert (refused.returncode, refused.stderr.splitlines()[-1]) == (
        1, "quoth: 'secret.pdf' is encrypted: give its password with --password")  # fmt: skip
    taken = process("add", path, "--password", "lamp", home=home)
    assert (taken.returncode, taken.stdout) == (0, "added secret\n")
