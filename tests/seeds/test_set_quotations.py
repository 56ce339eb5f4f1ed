"""Quotations that a page sets apart survive with the words that say whose they are, and belong to whom those name."""

import io

import docx
import pytest

from seeds.document import MaskReason, VoiceKind
from seeds.readers.docx import read as read_docx
from seeds.readers.fb2 import read as read_fb2
from seeds.readers.html import read as read_html
from seeds.readers.reader import Reading
from tests.seeds.marked_up import FB2, PARAGRAPHS

SPOKEN = "No boat of mine shall carry salt for the bailiff while I breathe."


def page(quotation: str, *, above: str = PARAGRAPHS[0], paragraphs: int = 3) -> Reading:
    below = "".join(f"<p>{each}</p>" for each in PARAGRAPHS[1:paragraphs])
    return read_html(
        f'<html><head><title>Orlok</title><meta name="author" content="Hedwig Anders"></head><body><main><article>'
        f"<h1>The Salt Boats</h1><p>{above}</p>{quotation}{below}</article></main></body></html>".encode(),
        name="orlok.html",
    )


def voices(reading: Reading) -> list[tuple[str | None, str]]:
    return [(each.speaker, reading.text[each.start : each.end]) for each in reading.voices]


@pytest.mark.parametrize("paragraphs", [1, 2, 3])
@pytest.mark.parametrize(
    ("quotation", "speaker", "attribution"),
    [
        (
            "<figure><blockquote><p>{}</p></blockquote><figcaption>—Sabine Orme, <cite>Petition</cite>, 1544</figcaption></figure>",
            "Sabine Orme",
            "—Sabine Orme, Petition, 1544",
        ),
        (
            "<blockquote><p>{}</p><footer>— <cite>Sabine Orme</cite></footer></blockquote>",
            "Sabine Orme",
            "— Sabine Orme",
        ),
        (
            "<blockquote>{} <footer>Sabine Orme at the weir</footer></blockquote>",
            "Sabine Orme",
            "Sabine Orme at the weir",
        ),
        ("<blockquote><p>{}</p><cite>Sabine Orme, 1544</cite></blockquote>", "Sabine Orme", "Sabine Orme, 1544"),
        ("<blockquote>{}<br>— <cite>Sabine Orme</cite></blockquote>", "Sabine Orme", "— Sabine Orme"),
        ("<blockquote><p>{}<br><cite>Sabine Orme</cite></p></blockquote>", "Sabine Orme", "Sabine Orme"),
        ("<blockquote><p>{}</p><p>— <cite>Sabine Orme</cite></p></blockquote>", "Sabine Orme", "— Sabine Orme"),
        ("<blockquote><p>{}</p><footer>By Orme</footer></blockquote>", "Orme", "By Orme"),
        (
            "<blockquote><p>{}</p><footer>a boatman of the weir, 1544</footer></blockquote>",
            "a boatman of the weir",
            "a boatman of the weir, 1544",
        ),
        (
            "<blockquote><p>{}</p><footer>Source: <cite>The Weir Gazette</cite>, 4 May 1844</footer></blockquote>",
            "The Weir Gazette",
            "Source: The Weir Gazette, 4 May 1844",
        ),
    ],
)
def test_the_attribution_of_a_block_quotation_names_its_speaker(
    quotation: str, speaker: str, attribution: str, paragraphs: int
) -> None:
    reading = page(quotation.format(SPOKEN), paragraphs=paragraphs)
    assert voices(reading) == [(speaker, SPOKEN)]
    (mask,) = reading.masks
    assert (reading.text[mask.start : mask.end], mask.reason) == (attribution, MaskReason.ATTRIBUTION)
    assert [section.title for section in reading.sections] == ["The Salt Boats"]
    for each in PARAGRAPHS[:paragraphs]:
        assert f"\n\n{each}" in reading.text


@pytest.mark.parametrize(
    ("footer", "speaker"),
    [
        ("<p>(Signed) Sabine Orme.</p><p>The Weir,<br>13/vii/1921</p>", "Sabine Orme"),
        ("<p>November 7th.</p><p>Sabine Orme, Chairman</p><p>Jan Quill, Secretary</p>", "Sabine Orme"),
        ("<p>In the name of the Council of the Weir:</p>", "Council of the Weir"),
        ("<p>Long live the free weir!</p><p>Signed: <i>Sabine Orme</i></p>", "Sabine Orme"),
    ],
)
def test_a_letter_belongs_to_whom_its_signature_names(footer: str, speaker: str) -> None:
    assert [who for who, _ in voices(page(f"<blockquote><p>{SPOKEN}</p><footer>{footer}</footer></blockquote>"))] == [
        speaker
    ]


def test_the_author_named_above_a_quotation_goes_before_the_work_named_below_it() -> None:
    quotation = f"<blockquote><p>{SPOKEN}</p><footer><cite>The Wrongs of the Weir</cite></footer></blockquote>"
    assert voices(page(quotation)) == [("The Wrongs of the Weir", SPOKEN)]
    assert voices(page(quotation, above="As Sabine Orme wrote to the bailiff:")) == [("Sabine Orme", SPOKEN)]


def test_a_work_named_inside_a_quotation_is_no_attribution() -> None:
    reading = page(f"<blockquote><p>I read <cite>The Weir Gazette</cite> daily.</p><p>{SPOKEN}</p></blockquote>")
    assert f"I read The Weir Gazette daily.\n\n{SPOKEN}" in reading.text
    assert "Weir Gazette" not in {each.speaker for each in reading.voices}


@pytest.mark.parametrize("wrapped", ["<h2>The weir</h2><p>{}</p>", "<p>{}</p>" + "<p>It rained.</p>" * 60])
def test_a_part_of_the_page_that_is_only_set_in_is_the_authors(wrapped: str) -> None:
    reading = page(f"<blockquote>{wrapped.format(SPOKEN)}</blockquote>", above="Sabine Orme told the bailiff:")
    assert SPOKEN in reading.text
    assert voices(reading) == []


def test_the_caption_of_a_picture_is_one() -> None:
    reading = page('<figure><img src="a.png"><figcaption>The weir, drawn by Sabine Orme.</figcaption></figure>')
    assert voices(reading) == []


def test_a_pull_quote_is_not_read_twice() -> None:
    said = "The clerk stayed for three weeks, learnt to row"
    reading = page(f'<aside class="pullquote"><blockquote>{said}</blockquote></aside>')
    assert reading.text.count(said) == 1


def test_a_quotation_belongs_to_whom_the_paragraph_above_names() -> None:
    reading = page(
        f"<blockquote><p>{SPOKEN}</p><p>{PARAGRAPHS[2]}</p></blockquote>",
        above="Sabine Orme told the bailiff:",
        paragraphs=2,
    )
    assert voices(reading) == [("Sabine Orme", f"{SPOKEN}\n\n{PARAGRAPHS[2]}")]
    assert reading.voices[0].kind is VoiceKind.BLOCK_QUOTATION


def test_an_fb2_names_the_author_of_what_it_quotes() -> None:
    cite = f"<cite><p>{SPOKEN}</p><text-author>Sabine Orme</text-author></cite>"
    book = FB2.replace("</p></section></section></body>", f"</p>{cite}</section></section></body>", 1)
    assert voices(read_fb2(book.encode("cp1251"), name="b.fb2")) == [("Sabine Orme", SPOKEN)]


@pytest.mark.parametrize("style", ["Quote", "Intense Quote"])
def test_paragraphs_quoted_in_word_are_one_quotation(style: str) -> None:
    document = docx.Document()
    document.add_paragraph("In the spring Sabine Orme told the bailiff:")
    document.add_paragraph(SPOKEN, style=style)
    document.add_paragraph(PARAGRAPHS[0], style=style)
    document.add_paragraph(PARAGRAPHS[1])
    out = io.BytesIO()
    document.save(out)
    assert voices(read_docx(out.getvalue(), name="orlok.docx")) == [("Sabine Orme", f"{SPOKEN}\n\n{PARAGRAPHS[0]}")]


@pytest.mark.parametrize(
    ("above", "attribution", "speaker"),
    [
        ("Sabine Orme writes:", "Memoirs, 1634, p. 79", "Sabine Orme"),
        ("Sabine Orme writes:", "Linden Bar, or Some Account of the Weir, p. 8", "Sabine Orme"),
        ("The weir stood.", "Note to the History of the Weir, p. 8", None),
        ("The weir stood.", "Sabine Orme, Memoirs, p. 8", "Sabine Orme"),
        ("The weir stood.", "See the Chronicle of the Weir, p. 8", "the Chronicle of the Weir"),
        ("The weir stood.", "Honoured Sir,<br>Your most obedient servant,<br>Sabine Orme", "Sabine Orme"),
        ("The weir stood.", "London, the 22nd of June", None),
    ],
)
def test_the_name_of_a_book_alone_and_the_address_of_a_letter_are_nobody(
    above: str, attribution: str, speaker: str | None
) -> None:
    told = f"{PARAGRAPHS[0]} Sabine Orme kept the weir, and Sabine Orme wrote of it. {above}"
    read = page(f"<blockquote><p>{SPOKEN}</p><footer>{attribution}</footer></blockquote>", above=told)
    assert [speaker for speaker, words in voices(read) if SPOKEN in words] == [speaker]
