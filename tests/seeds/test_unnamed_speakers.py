"""What is set apart as a quotation is never silently its author's: where nobody is named, its speaker is unnamed."""

import io

import docx
import pytest

from seeds.readers.analysis import analyse_markdown
from seeds.readers.docx import read as read_docx
from seeds.readers.html import read as read_html
from tests.seeds.marked_up import PARAGRAPHS

SAID = "We shall not row for the bailiff, nor for his brother."
ASKED = f"{SAID} Let him swim, and let the salt go with him to the bottom of the weir."


def unnamed(text: str) -> list[tuple[str | None, str]]:
    return [(each.speaker, text[each.start : each.end]) for each in analyse_markdown(text, 0).voices]


def test_a_block_quotation_of_markdown_without_a_name_has_an_unnamed_speaker() -> None:
    assert unnamed(f"# Salt\n\n{PARAGRAPHS[0]}\n\n> {SAID}\n> {ASKED}\n\n{PARAGRAPHS[1]}\n") == [
        (None, f"> {SAID}\n> {ASKED}")
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "[!NOTE]\n> ",
        "**Note:** ",
        "Note — ",
        "*Update*: ",
        "⚠️ **Warning**\n> ",
        "## Salt\n> ",
        "| a | b |\n> ",
        "See also: ",
    ],
)
def test_notes_and_asides_are_the_authors(opening: str) -> None:
    assert unnamed(f"# Salt\n\n{PARAGRAPHS[0]}\n\n> {opening}{ASKED}\n\n{PARAGRAPHS[1]}\n") == []


def test_a_block_quotation_of_a_page_has_an_unnamed_speaker_but_where_somebody_in_it_is_named() -> None:
    named = "“We shall not row for the bailiff,” Sabine Orme said, “nor for his brother.”"
    quoted = f"<blockquote><p>{PARAGRAPHS[1]}</p><p>It rained all that day. {named}</p></blockquote>"
    page = f"<article><h1>Salt</h1><p>{PARAGRAPHS[0]}</p>{quoted}"
    reading = read_html(f"<html><body>{page}<p>{PARAGRAPHS[2]}</p></article></body></html>".encode(), name="salt.html")
    assert [(each.speaker, reading.text[each.start : each.end]) for each in reading.voices] == [
        (None, f"{PARAGRAPHS[1]}\n\nIt rained all that day."),
        ("Sabine Orme", named),
    ]


def test_a_quotation_of_word_without_a_name_has_an_unnamed_speaker() -> None:
    document = docx.Document()
    document.add_paragraph(PARAGRAPHS[0])
    document.add_paragraph(ASKED, style="Intense Quote")
    document.add_paragraph(PARAGRAPHS[1])
    out = io.BytesIO()
    document.save(out)
    (voice,) = read_docx(out.getvalue(), name="salt.docx").voices
    assert voice.speaker is None
