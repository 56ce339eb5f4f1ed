"""Files of word processors: what of them is text, where its parts begin, and one sentence for what is not to be read."""

import io
import zipfile

import docx
import pytest

from seeds.document import MaskReason
from seeds.errors import SourceError
from seeds.readers import READERS, reader_for
from seeds.readers.docx import read as read_docx
from seeds.readers.odt import read as read_odt
from seeds.readers.reader import Options
from seeds.readers.rtf import read as read_rtf

FERRY = "The ferry left at nine with eleven passengers and a piano, and nobody asked why the lamp was not lit."
REEDS = "It was found in the reeds at dawn, dry inside, with the piano still tied to the mast."
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def a_docx(*, title: str = "The Lamp of Karelin", author: str = "Hannah Orme") -> bytes:
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = title, author
    document.sections[0].header.paragraphs[0].text = "A running head"
    document.add_heading("The crossing", 1)
    document.add_paragraph(FERRY)
    document.add_heading("The morning", 2)
    document.add_paragraph(REEDS)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("Day", "Lamps", "Monday", "3"), strict=True
    ):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def an_odt(body: str, *, manifest: str = "<manifest/>") -> bytes:
    content = (
        f'<office:document-content xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0"'
        f' xmlns:table="{_OFFICE}:table:1.0"><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    )
    meta = (
        f'<office:document-meta xmlns:office="{_OFFICE}:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<office:meta><dc:title>The Lamp of Karelin</dc:title><dc:creator>Hannah Orme</dc:creator></office:meta>"
        "</office:document-meta>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in (("content.xml", content), ("meta.xml", meta), ("META-INF/manifest.xml", manifest)):
            archive.writestr(name, data)
    return out.getvalue()


def test_a_docx_is_its_paragraphs_headings_and_tables_and_no_running_heads() -> None:
    reading = read_docx(a_docx(), name="lamp.docx")
    assert reading.text == f"The crossing\n\n{FERRY}\n\nThe morning\n\n{REEDS}\n\nDay\tLamps\nMonday\t3"
    assert [(section.title, section.level) for section in reading.sections] == [("The crossing", 1), ("The morning", 2)]
    assert (reading.metadata.title, reading.metadata.author) == ("The Lamp of Karelin", "Hannah Orme")


def test_names_of_files_and_programs_are_no_facts() -> None:
    reading = read_docx(a_docx(title="Document1.docx", author="python-docx"), name="lamp.docx")
    assert reading.metadata.author is None
    assert reading.metadata.title != "Document1.docx"


def test_an_odt_is_its_paragraphs_with_blanks_lists_and_footnotes_bound_to_their_marks() -> None:
    body = (
        '<text:h text:outline-level="1">The crossing</text:h>'
        "<text:tracked-changes><text:p>deleted words</text:p></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:p>The crossing 1</text:p></text:index-body></text:table-of-content>"
        f"<text:p>{FERRY}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>By the log.</text:p>"
        '</text:note-body></text:note></text:p><text:p>It was<text:s text:c="1"/><text:span>dry</text:span> inside.</text:p>'
        "<text:list><text:list-item><text:p>one lamp</text:p></text:list-item></text:list>"
    )
    reading = read_odt(an_odt(body), name="lamp.odt")
    assert "deleted words" not in reading.text
    assert "It was dry inside." in reading.text
    assert "one lamp" in reading.text
    (note,) = reading.notes
    assert reading.text[note.start : note.end] == "By the log."
    assert reading.text[: note.mark[0]].endswith(FERRY)
    contents = [reading.text[m.start : m.end] for m in reading.masks if m.reason is MaskReason.CONTENTS]
    assert contents == ["The crossing 1"]
    assert (reading.metadata.title, reading.metadata.author) == ("The Lamp of Karelin", "Hannah Orme")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (rb"{\rtf1\ansi\ansicpg1251\deff0 \'ca\'e5\'f0\'e5\'ed\'f1\'ea\'e8\'e9\par}", "Керенский"),
        (rb"{\rtf1\ansi\ansicpg1252 caf\'e9 \u8212? \bullet  1917\par}", "café — • 1917"),
        (rb"{\rtf1{\info{\title Lamp}{\author Hannah Orme}}First.\par\par\par Second.\par}", "First.\n\nSecond."),
    ],
)
def test_an_rtf_is_its_text_in_the_code_page_that_it_names(data: bytes, text: str) -> None:
    assert read_rtf(data, name="lamp.rtf").text == text


def test_the_information_of_an_rtf_is_metadata() -> None:
    facts = read_rtf(rb"{\rtf1{\info{\title The l\'e4mp}{\author Hannah Orme}}Words.\par}", name="lamp.rtf").metadata
    assert (facts.title, facts.author) == ("The lämp", "Hannah Orme")


@pytest.mark.parametrize(
    ("suffix", "data", "message"),
    [
        (".docx", b"PK nothing", r"'lamp.docx' is no DOCX, or one that was cut off or damaged"),
        (".docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, r"'lamp.docx' is no DOCX, or a damaged one"),
        (".docx", an_odt("<text:p>x</text:p>"), r"it has no word/document.xml"),
        (".odt", b"no archive", r"'lamp.odt' is no ODT"),
        (".odt", an_odt("<text:p> </text:p>"), r"'lamp.odt' holds no text"),
        (".odt", an_odt("<text:p>x</text:p>", manifest="<m><encryption-data/></m>"), r"'lamp.odt' is encrypted"),
        (".rtf", b"plain words", r"'lamp.rtf' is no RTF"),
        (".rtf", rb"{\rtf1 }", r"'lamp.rtf' holds no text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(suffix: str, data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        reader_for(suffix, name=f"lamp{suffix}")(data, name=f"lamp{suffix}")


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".rtf", ".pdf"])
@pytest.mark.parametrize("share", [0.1, 0.35, 0.6, 0.85, 0.99])
def test_a_file_cut_off_anywhere_is_read_or_refused(suffix: str, share: float) -> None:
    from tests.seeds.printed_pages import numbered_pages

    whole = {
        ".docx": a_docx(),
        ".odt": an_odt(f"<text:p>{FERRY}</text:p>"),
        ".rtf": rb"{\rtf1 " + FERRY.encode() + rb"\par}",
        ".pdf": numbered_pages([FERRY, REEDS], first=1, head="LAMP"),
    }[suffix]
    try:
        told = READERS[suffix](whole[: int(share * len(whole))], name=f"lamp{suffix}").text
    except SourceError as refusal:
        told = str(refusal)
        refused = True
    else:
        refused = False
    assert told.strip()
    assert not refused or (f"lamp{suffix}" in told and "\n" not in told)


def test_an_encrypted_docx_opens_with_its_password() -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    out = io.BytesIO()
    OOXMLFile(io.BytesIO(a_docx())).encrypt("läuft", out)
    data = out.getvalue()
    assert FERRY in read_docx(data, name="lamp.docx", options=Options(password="läuft")).text
    with pytest.raises(SourceError, match=r"'lamp.docx' is encrypted: give its password with --password"):
        read_docx(data, name="lamp.docx")
    with pytest.raises(SourceError, match=r"does not open with that password"):
        read_docx(data, name="lamp.docx", options=Options(password="wrong"))
