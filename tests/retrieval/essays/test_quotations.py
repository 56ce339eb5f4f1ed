"""What an essay quotes, by the kind of its file, and where."""

import os
from pathlib import Path

import docx
import pytest
from docx.shared import Inches

from retrieval.essays.html import html_quotations
from retrieval.essays.markdown import markdown_quotations
from retrieval.essays.plain import plain_quotations
from retrieval.essays.quoted import quoted_in
from retrieval.essays.reading import quotations_of
from retrieval.essays.sarif import sarif
from retrieval.verifying.verifier import Verifier
from seeds.errors import SourceError
from tests.retrieval.verifying.shelves import small_shelf

PARAGRAPHS = {
    "He said “we walked out on the ninth” and left.": ["we walked out on the ninth"],
    'He said "we walked out on the ninth" and left.': ["we walked out on the ninth"],
    "Il dit « nous partons » puis «et pour toujours».": [" nous partons ", "et pour toujours"],
    "Er sagte: „Wir gehen jetzt nach Hause.“": ["Wir gehen jetzt nach Hause."],
    "It was ‘the sailor’s own quay, then’ and the boys’ quay.": ["the sailor’s own quay, then"],
    "“She said ‘go home to your looms’ to us,” he wrote.": ["She said ‘go home to your looms’ to us,"],
    "‹nous partons de la ville› again": ["nous partons de la ville"],
    'A 6" gun, and "the sea takes all" as well': ["the sea takes all"],
    "The ’90s weren’t the dockers’ time.": [],
    "“An open quotation that goes on in the next paragraph": ["An open quotation that goes on in the next paragraph"],
}


@pytest.mark.parametrize(("text", "words"), PARAGRAPHS.items())
def test_quotations_stand_between_marks_of_every_kind(text: str, words: list[str]) -> None:
    found = list(quoted_in(text))
    assert [each for _, each, _ in found] == words
    assert all(text[at : at + len(each)] == each for at, each, _ in found)


SPEAKERS = {
    "Lund said, “we ask for bread and not for cannons.”": "Lund",
    "“We ask for bread, not for cannons.” — Marta Lund, 1893": "Marta Lund",
    "“We ask for bread, not for cannons.” (Lund, 1893)": "Lund",
    "“We ask for bread, not for cannons” was what they asked.": None,
}


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS.items())
def test_the_one_to_whom_words_are_ascribed_is_named(text: str, speaker: str | None) -> None:
    [(_, _, found)] = quoted_in(text)
    assert found == speaker


def places(found: list) -> list[tuple[str, int, int]]:
    return [(" ".join(each.text.split()), each.line, each.column) for each in found]


def test_plain_text_quotes_in_marks_and_in_paragraphs_that_are_set_in() -> None:
    text = (
        "The dockers had enough of it, and the sailors of the northern line had enough too.\n"
        'They said "none of us is paid" to the\r\nGovernor, who wrote home about it.\n\n'
        "    Nobody here has been paid since the autumn came, and nobody\n    will be before the ice has gone again.\n\n"
        "Then they walked out, all of them, and the trams stood still for a whole week.\n"
    )
    assert places(list(plain_quotations(text))) == [
        ("none of us is paid", 2, 12),
        ("Nobody here has been paid since the autumn came, and nobody will be before the ice has gone again.", 5, 5),
    ]


def test_markdown_quotes_in_blocks_and_in_marks_and_not_in_code_or_front_matter() -> None:
    text = """---
title: "a title between marks is metadata"
---
# A heading

Text with “a *quotation* with
emphasis”[^1] and `"code between marks"`.

> A block quotation
> of two lines
>
> — Marta Lund

- an item with "a quotation in it"

```
"a program quotes nobody at all"
```

| table | "with a quotation in it" |
| ----- | ------------------------ |
"""
    assert places(list(markdown_quotations(text))) == [
        ("a quotation with emphasis", 6, 12),
        ("A block quotation of two lines — Marta Lund", 9, 1),
        ("a quotation in it", 14, 17),
        ("with a quotation in it", 20, 12),
    ]


def test_html_quotes_in_elements_and_in_marks_and_not_in_scripts_or_menus() -> None:
    page = """<html><head><meta charset="utf-8"><title>"a title"</title><script>"a program"</script></head>
<body><nav>"a menu that quotes"</nav>
<p>They said, <q>none of us <b>is</b> paid</q>, and “nobody will be”.<sup>1</sup></p>
<div>Loose text “in a division” <p>and “in a paragraph”</p> after</div>
<blockquote><p>A block &amp; more</p><p>of two paragraphs</p><footer>— Marta Lund</footer></blockquote>
</body></html>"""
    assert places(list(html_quotations(page.encode(), "page.html"))) == [
        ("none of us is paid", 3, 1),
        ("nobody will be", 3, 1),
        ("in a division", 4, 1),
        ("in a paragraph", 4, 1),
        ("A block & more of two paragraphs — Marta Lund", 5, 1),
    ]


def test_html_is_read_in_its_encoding() -> None:
    page = "<html><meta charset=windows-1251><p>Он сказал: «мы вышли на улицу девятого»</p>".encode("cp1251")
    assert [each.text for each in html_quotations(page, "page.html")] == ["мы вышли на улицу девятого"]


def test_word_files_quote_in_marks_in_styles_in_tables_and_set_in(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("They said “none of us is paid” again.")
    document.add_paragraph("A paragraph in the style for quotations", style="Intense Quote")
    document.add_paragraph("set in").paragraph_format.left_indent = Inches(1)
    deep = document.add_paragraph("A paragraph of more than a few words that is set in by an inch")
    deep.paragraph_format.left_indent = Inches(1)
    document.add_table(1, 1).cell(0, 0).text = 'In a cell: "nobody will be"'
    document.save(str(tmp_path / "essay.docx"))
    assert places(list(quotations_of(tmp_path / "essay.docx"))) == [
        ("none of us is paid", 1, 12),
        ("A paragraph in the style for quotations", 2, 1),
        ("A paragraph of more than a few words that is set in by an inch", 4, 1),
        ("nobody will be", 5, 13),
    ]


def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for name, why in (("gone.txt", "there is no file"), ("", "is a folder"), ("pipe.txt", "is a pipe")):
        with pytest.raises(SourceError, match=why):
            list(quotations_of(tmp_path / name))


@pytest.mark.parametrize(("name", "why"), [("essay.docx", "no Word file"), ("essay.pdf", "of no kind that is checked")])
def test_a_file_that_cannot_be_checked_is_told_in_a_sentence(name: str, why: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"neither this nor that")
    with pytest.raises(SourceError, match=why):
        list(quotations_of(tmp_path / name))


def test_a_finding_of_a_review_has_its_rule_its_level_and_its_place(tmp_path: Path) -> None:
    essay = tmp_path / "my essay.md"
    essay.write_text(
        "“On the ninth they walked out, and the sailors followed them.” And\n"
        "“On the ninth they never walked out, and the sailors followed them.”\n"
    )
    verifier = Verifier(small_shelf(), tuple)
    found = [(Path("my essay.md"), each, verifier.verify(each.text)) for each in quotations_of(essay)]
    log = sarif(found, "1.0")
    assert (log["version"], log["$schema"].rsplit("/", 1)[-1]) == ("2.1.0", "sarif-schema-2.1.0.json")
    [run] = log["runs"]
    [result] = run["results"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert result["ruleId"] == rules[result["ruleIndex"]] == "altered"
    assert result["level"] == "error"
    [place] = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "my%20essay.md"
    assert place["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 2}
    assert "negation" in result["message"]["text"]
