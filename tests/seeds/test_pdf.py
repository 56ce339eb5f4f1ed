"""PDFs: what is read in which order, what is masked, and which page a quote is cited to."""

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.document import Join, MaskReason, as_printed
from seeds.errors import SourceError
from seeds.readers.pdf import read
from seeds.readers.pdf.hyphens import NOTHING_KNOWN, Known, run_on
from seeds.readers.reader import Options, Reading
from tests.seeds.printed_pages import LEFT, PITCH, STORY, Press, broken, numbered_pages, paragraphs_of

TWO_COLUMNS = (STORY[0] + " " + STORY[1], STORY[2] + " " + STORY[3], STORY[4], STORY[5])


def page_at(reading: Reading, words: str) -> str:
    start = reading.text.index(words)
    return next(page.label for page in reading.pages if page.start <= start < page.end)


def masked(reading: Reading, reason: MaskReason) -> list[str]:
    return [reading.text[mask.start : mask.end] for mask in reading.masks if mask.reason is reason]


def two_columns() -> bytes:
    press = Press(title="The Lamp of Karelin").page()
    press.line(120, 80, "The Lamp of Karelin", size=20, style="B")
    left, right = broken(" ".join(TWO_COLUMNS[:2]), 38), broken(" ".join(TWO_COLUMNS[2:]), 38)
    for k in range(max(len(left), len(right))):  # row by row, as some programs write them
        for x, column in ((LEFT, left), (310, right)):
            if k < len(column):
                press.line(x, 120 + k * PITCH, column[k])
    return press.bytes()


def test_two_columns_are_read_one_after_the_other() -> None:
    reading = read(two_columns(), name="lamp.pdf")
    assert reading.text.replace("\n\n", " ") == " ".join(["The Lamp of Karelin", *TWO_COLUMNS])
    assert [section.title for section in reading.sections] == ["The Lamp of Karelin"]
    assert reading.metadata.title == "The Lamp of Karelin"


def test_lines_across_both_columns_part_what_is_above_from_what_is_below() -> None:
    press = Press().page()
    for top, texts in ((100, TWO_COLUMNS[:2]), (400, TWO_COLUMNS[2:])):
        for x, text in zip((LEFT, 310), texts, strict=True):
            press.lines(x, top, broken(text, 38))
    press.line(
        LEFT, 360, "Of what the commission heard, and of what it then decided to do about the lamp of Karelin", size=12
    )
    found = read(press.bytes(), name="lamp.pdf").text.replace("\n\n", " ")
    places = [found.index(text[:30]) for text in (*TWO_COLUMNS[:2], "Of what the commission", *TWO_COLUMNS[2:])]
    assert places == sorted(places)


def test_words_parted_at_a_lines_end_are_whole_and_the_print_can_be_had_back() -> None:
    printed = [
        "In the evening the tele-",
        "graph office of a well-",
        "known village was clo-",
        "sed, and in 1914-",
        "1915 too.",
    ]
    press = Press().page()
    press.lines(LEFT, 100, printed)
    reading = read(press.bytes(), name="ferry.pdf")
    assert (
        reading.text == "In the evening the telegraph office of a well-known village was closed, and in 1914-1915 too."
    )
    assert [reading.text[join.at - 4 : join.at + 3] for join in reading.joins] == ["telegra", " closed"[:7]]
    assert as_printed(reading.text, reading.joins).replace("\n", " ").split() == " ".join(printed).replace(
        "well- known", "well-known").replace("1914- 1915", "1914-1915").split()  # fmt: skip


@given(st.lists(st.text("ab-é ", min_size=1, max_size=12).map(str.strip).filter(bool), min_size=1, max_size=6))
@settings(max_examples=200)
def test_nothing_is_taken_out_of_running_text_but_what_is_recorded(lines: list[str]) -> None:
    running = run_on(lines, NOTHING_KNOWN)
    back = as_printed(running.text, running.joins)
    assert "".join(back.split()) == "".join("".join(lines).split())
    assert len(running.starts) == len(lines)


@pytest.mark.parametrize(
    ("lines", "known", "text"),
    [
        (["the revo-", "lution"], (), "the revolution"),
        (["the co-", "operative"], ("a co-operative shop",), "the co-operative"),
        (["the all-", "night"], ("an allnight watch",), "the allnight"),
        (["Anglo-", "Saxon"], (), "Anglo-Saxon"),
        (["self-", "made"], (), "self-made"),
        (["at last -", "and late"], (), "at last - and late"),
    ],
)
def test_a_hyphen_stays_where_the_document_or_the_words_look_want_it(
    lines: list[str], known: tuple[str, ...], text: str
) -> None:
    assert run_on(lines, Known.from_lines(known)).text == text


def test_running_heads_and_page_numbers_are_masked_and_name_the_pages() -> None:
    reading = read(numbered_pages(STORY, first=41, head="THE LAMP OF KARELIN"), name="lamp.pdf")
    assert [page_at(reading, text[:40]) for text in STORY] == ["41", "42", "43", "44", "45", "46"]
    assert masked(reading, MaskReason.PAGE_NUMBER) == ["41", "42", "43", "44", "45", "46"]
    assert len(masked(reading, MaskReason.RUNNING_HEAD)) == len(STORY)
    assert {page.sheet for page in reading.pages} == {1, 2, 3, 4, 5, 6}
    assert (reading.metadata.title, reading.metadata.author) == ("The Lamp of Karelin", "Hannah Orme")


def test_a_page_without_printed_numbers_is_named_by_its_place() -> None:
    press = Press()
    for text in STORY[:3]:
        press.page().lines(LEFT, 100, broken(text, 60))
    reading = read(press.bytes(), name="lamp.pdf")
    assert [page_at(reading, text[:40]) for text in STORY[:3]] == ["1", "2", "3"]


def test_a_sentence_goes_on_over_the_page_and_what_stands_between_follows_it() -> None:
    lines = broken(" ".join(STORY), 60)
    press = Press()
    for k, part in enumerate((lines[:5], lines[5:])):
        press.page().line(LEFT, 40, "THE LAMP OF KARELIN", size=9)
        press.lines(LEFT, 80, part)
        press.line(300, 800, str(7 + k), size=9)
    reading = read(press.bytes(), name="lamp.pdf")
    assert paragraphs_of(reading.text)[0] == " ".join(STORY)
    assert [page.label for page in reading.pages][:2] == ["7", "8"]
    second = next(page for page in reading.pages if page.label == "8")
    assert reading.text[second.start :].startswith(lines[5])


def test_numbers_of_lines_are_no_text() -> None:
    press = Press().page()
    lines = broken(" ".join(STORY), 60)
    press.lines(LEFT, 100, lines)
    press.lines(LEFT - 30, 100, (str(k) for k in range(1, len(lines) + 1)))
    reading = read(press.bytes(), name="lamp.pdf")
    assert paragraphs_of(reading.text)[0] == " ".join(STORY)
    assert masked(reading, MaskReason.LINE_NUMBER) == [str(k) for k in range(1, len(lines) + 1)]


def test_a_footnote_follows_the_text_that_goes_on_behind_it() -> None:
    lines = broken(" ".join(STORY), 60)
    press = Press().page()
    press.lines(LEFT, 80, lines[:5])
    press.line(LEFT, 700, "1 The lamp was lost in the fire of the following winter.", size=8)
    press.page().lines(LEFT, 80, lines[5:])
    reading = read(press.bytes(), name="lamp.pdf")
    assert paragraphs_of(reading.text) == [" ".join(STORY), "1 The lamp was lost in the fire of the following winter."]
    assert page_at(reading, "1 The lamp was lost") == "1"


def test_paragraphs_are_parted_by_indents_and_by_gaps() -> None:
    press = Press().page()
    y = 100.0
    for text in STORY[:3]:
        first, *rest = broken(text, 50)
        press.line(LEFT + 18, y, first)
        y = press.lines(LEFT, y + PITCH, rest)
    press.lines(LEFT, y + 2 * PITCH, broken(STORY[3], 50))
    assert paragraphs_of(read(press.bytes(), name="lamp.pdf").text) == list(STORY[:4])


def test_a_chapters_name_is_a_heading_in_whatever_type_but_not_in_the_contents() -> None:
    press = Press().page()
    press.lines(LEFT, 60, ["CHAPTER ONE: The Ferry 3", "CHAPTER TWO: The Lamp 9"])
    press.line(LEFT, 140, "CHAPTER ONE: The Ferry")
    press.lines(LEFT, 170, broken(STORY[0], 60))
    press.line(LEFT, 240, "CHAPTER TWO: The Lamp", size=13)
    press.lines(LEFT, 270, broken(STORY[2], 60))
    press.line(LEFT, 340, "Part of the lamp was lost")
    sections = read(press.bytes(), name="lamp.pdf").sections
    assert [(section.title, section.level) for section in sections] == [
        ("CHAPTER ONE: The Ferry", 1),
        ("CHAPTER TWO: The Lamp", 1),
    ]


def test_letters_printed_twice_to_look_bold_are_read_once() -> None:
    press = Press().page()
    for shift in (0.0, 0.4):
        press.lines(LEFT + shift, 100, broken(STORY[0], 60))
    assert read(press.bytes(), name="lamp.pdf").text == STORY[0]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read(angle: int) -> None:
    press = Press().page()
    with press.pdf.rotation(angle, 300, 420):
        press.lines(100, 400, broken(STORY[0], 60))
    assert read(press.bytes(), name="lamp.pdf").text == STORY[0]


def test_a_password_opens_what_is_encrypted_and_is_asked_for() -> None:
    press = Press().page()
    press.line(LEFT, 100, STORY[0][:60])
    press.pdf.set_encryption(owner_password="owner", user_password="läuft")
    data = press.bytes()
    assert read(data, name="lamp.pdf", options=Options(password="läuft")).text == STORY[0][:60].strip()
    with pytest.raises(SourceError, match=r"'lamp.pdf' is encrypted: give its password with --password"):
        read(data, name="lamp.pdf")
    with pytest.raises(SourceError, match="does not open with that password"):
        read(data, name="lamp.pdf", options=Options(password="wrong"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\nnothing", "is no PDF, or one that was cut off or damaged"),
        (b"\x89PNG", "is no PDF"),
        (Press().page().bytes(), "holds no text: its pages are empty or damaged"),
    ],
)
def test_what_holds_no_text_is_refused_in_one_sentence(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read(data, name="lamp.pdf")


def scan() -> bytes:
    """A page of text as a picture."""
    from io import BytesIO

    from seeds.readers.pdf.glyphs import opened, picture

    press = Press().page()
    press.lines(LEFT, 100, broken(STORY[0], 60), size=14)
    with opened(press.bytes(), None, name="lamp.pdf") as pdf:
        page = picture(pdf, 0, 200)
    from PIL import Image

    image = BytesIO()
    Image.frombytes("L", (page.width, page.height), page.pixels).save(image, "PNG")
    scanned = Press().page()
    scanned.pdf.image(image, 0, 0, 595, 842)
    return scanned.bytes()


def test_a_scanned_page_is_told_of_and_not_read() -> None:
    with pytest.raises(SourceError, match=r"'lamp.pdf' holds pictures of pages and no text.*--ocr eng"):
        read(scan(), name="lamp.pdf")


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed (apt install tesseract-ocr)")
def test_tesseract_reads_a_scanned_page_and_says_how_sure_it_is() -> None:
    reading = read(scan(), name="lamp.pdf", options=Options(ocr="eng"))
    assert reading.text == STORY[0]
    (page,) = reading.pages
    assert page.ocr is not None
    assert 0.8 < page.ocr <= 1
    assert "marked OCR" in reading.warnings[0]
    with pytest.raises(SourceError, match="no data for the language 'xyz': install tesseract-ocr-xyz"):
        read(scan(), name="lamp.pdf", options=Options(ocr="xyz"))


def test_without_tesseract_its_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(SourceError, match="need Tesseract: install it"):
        read(scan(), name="lamp.pdf", options=Options(ocr="eng"))


def test_joins_give_back_any_range() -> None:
    text, joins = "abcdef", (Join(at=2, printed="-\n"), Join(at=4, printed="-\n"))
    assert [as_printed(text, joins, *each) for each in ((0, 6), (2, 4), (1, 3), (0, 2), (4, 6))] == [
        "ab-\ncd-\nef", "cd", "b-\nc", "ab", "ef"
    ]  # fmt: skip


def test_subprocess_is_not_started_for_a_text_layer(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("no program is needed for text")

    monkeypatch.setattr(subprocess, "run", refuse)
    assert read(two_columns(), name="lamp.pdf", options=Options(ocr="eng")).text
