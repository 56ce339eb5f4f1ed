"""What the documents say is so: the help page, the README's commands, and its example."""

import re
from pathlib import Path

import pytest

from retrieval.cli.help_pages import help_pages
from retrieval.cli.program import COMMANDS

ROOT = Path(__file__).resolve().parents[1]


def test_the_help_page_is_what_the_commands_say() -> None:
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == help_pages(), "run `make docs`"


def test_the_readme_begins_with_its_two_commands() -> None:
    commands = re.findall(r"^    (\S.*)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert commands[:2] == ['make ask Q="Who stormed the Winter Palace?"', "make test"]


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/index.md", "docs/decisions.md"])
def test_links_between_documents_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", text)
    missing = [link for link in links if not ((ROOT / page).parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/index.md", "docs/decisions.md"])
def test_commands_that_documents_name_exist(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    named = set(re.findall(r"(?:^    |`)quoth (?:--home \S+ )?([a-z]+)", text, re.MULTILINE))
    assert named <= set(COMMANDS)
    targets = set(re.findall(r"(?:^    |`)make ([a-z]+)", text, re.MULTILINE))
    assert targets <= set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
