"""What a page hides or its author struck out is not quoted, and `q` reads as quotation marks."""

import io

import docx
import pytest

from seeds.readers import reader_for
from seeds.readers.docx import read as read_docx
from seeds.readers.html import read as read_html
from seeds.readers.markup.blocks import blocks_of
from seeds.readers.markup.parsing import html_tree
from seeds.readers.markup.shown import shown
from tests.seeds.marked_up import PARAGRAPHS, epub


def paragraphs(body: str) -> list[str]:
    tree = html_tree(f"<html><body>{body}</body></html>")
    assert tree is not None
    return [block.text for block in blocks_of(shown(tree))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The <del>cooper</del><ins>tanner</ins> paid.", "The tanner paid."),
        ("The <del>cooper</del> <ins>tanner</ins> paid.", "The tanner paid."),
        ("He paid <s>thirty</s> three marks.", "He paid three marks."),
        ("He paid three marks <strike>in gold</strike>, and left.", "He paid three marks, and left."),
        (
            'He paid <span style="color: red; text-decoration: line-through">nine</span> six marks.',
            "He paid six marks.",
        ),
        ("<del>He</del> She paid.", "She paid."),
        ("The abbot said: <q>The sluice is ours.</q> He went.", "The abbot said: “The sluice is ours.” He went."),
        ("He wrote <q>she said <q>no</q></q>.", "He wrote “she said ‘no’”."),
        ("He wrote <q> <b>no</b> </q>.", "He wrote “no”."),
        ("He wrote <q>“no”</q>, <q></q>twice.", "He wrote “no”, twice."),
        ("An <span aria-hidden='true'>I</span>nitial.", "An Initial."),
    ],
)
def test_struck_words_go_and_inline_quotations_have_their_marks(words: str, expected: str) -> None:
    assert paragraphs(f"<p>{words}</p>") == [expected]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        "<p hidden=''>{}</p>",
        "<div aria-hidden='true'><p>{}</p></div>",
        "<template><p>{}</p></template>",
        "<dialog><p>{}</p></dialog>",
        "<p style='visibility:hidden'>{}</p>",
        "<p style='margin: 0; Display : NONE !important;'>{}</p>",
        "<p>In 1902 it froze. <span hidden>{}</span></p>",
    ],
)
def test_what_is_hidden_is_not_read(hidden: str) -> None:
    page = "".join(f"<p>{each}</p>" for each in PARAGRAPHS) + hidden.format("The ferryman was a heron.")
    for body in (page, f"<article><h1>Orlok</h1>{page}</article>"):
        read = read_html(f"<html><body>{body}</body></html>".encode(), name="page.html").text
        assert PARAGRAPHS[2] in read
        assert "heron" not in read


@pytest.mark.parametrize("body", ["<body style='visibility:hidden'>", "<body><main hidden>", "<body><s>"])
def test_a_page_that_is_hidden_until_its_scripts_run_is_read(body: str) -> None:
    page = f"<html>{body}<p>{PARAGRAPHS[0]}</p><p hidden='until-found'>{PARAGRAPHS[1]}</p></html>"
    read = read_html(page.encode(), name="page.html").text
    assert PARAGRAPHS[0] in read
    assert PARAGRAPHS[1] in read


def test_a_hidden_mark_of_a_printed_page_still_begins_it() -> None:
    assert [page.label for page in reader_for(".epub", name="b.epub")(epub(), name="b.epub").pages] == [
        "12",
        "13",
        "14",
    ]
    hidden = "".join(
        f'<p>{each}</p><span role="doc-pagebreak" id="p{n}" hidden>{n}</span>' for n, each in enumerate(PARAGRAPHS)
    )
    tree = html_tree(f"<html><body>{hidden}</body></html>")
    assert tree is not None
    assert [label for block in blocks_of(shown(tree)) for _, label in block.pages] == ["0", "1"]


def test_hidden_runs_of_word_are_not_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The lamp was lit")
    paragraph.add_run(" by a heron").font.hidden = True
    shown_run = paragraph.add_run(" at nine")
    shown_run.font.hidden = False
    paragraph.add_run(" or ten").font.strike = True
    paragraph.add_run(".")
    style = document.styles.add_style("Aside", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.font.hidden = True
    document.add_paragraph("Check this with the heron.", style="Aside")
    below = document.styles.add_style("Aside below", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    below.base_style = style
    document.add_paragraph("The heron agrees.", style="Aside below")
    out = io.BytesIO()
    document.save(out)
    assert read_docx(out.getvalue(), name="lamp.docx").text == "The lamp was lit at nine."
