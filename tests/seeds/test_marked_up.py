"""HTML, EPUB and FB2: the text that a reader sees, in order, with its parts, notes and pages, and nothing else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.document import MaskReason
from seeds.errors import SourceError
from seeds.metadata.names import in_order
from seeds.readers import Reading, reader_for
from seeds.readers.epub import read as read_epub
from seeds.readers.fb2 import read as read_fb2
from seeds.readers.html import read as read_html
from seeds.readers.markup.blocks import Kind, blocks_of
from seeds.readers.markup.parsing import html_tree
from tests.seeds.marked_up import CHAPTER, FB2, PAGE, PARAGRAPHS, epub


def kept(reading: Reading) -> str:
    pieces, position = [], 0
    for mask in reading.masks:
        pieces.append(reading.text[position : mask.start])
        position = mask.end
    return "".join([*pieces, reading.text[position:]])


def test_a_saved_page_gives_its_article_and_facts_and_none_of_its_menus() -> None:
    reading = read_html(PAGE.encode(), name="page.html")
    for paragraph in PARAGRAPHS:
        assert paragraph in kept(reading)
    for word in ("Our shop", "All rights reserved", "not text", "color"):
        assert word not in kept(reading)
    assert "1870\t912 crossings were paid for" in reading.text
    facts = reading.metadata
    assert (facts.title, facts.author, facts.published) == ("The ferryman of Orlok", "Hedwig Anders", "2004-05-06")
    assert facts.publisher == "River Notes"
    assert [section.title for section in reading.sections] == ["The ferryman of Orlok", "The clerk"]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("cp1251", "windows-1251"),
        ("koi8_r", "koi8-r"),
        ("utf-8", "iso-8859-1"),
        ("utf-16", "utf-8"),
        ("utf-8", "no-such"),
    ],
)
def test_a_page_is_decoded_as_it_declares_unless_its_bytes_say_otherwise(encoding: str, declared: str) -> None:
    words = "Паромщик из Орлока не вёл счетов, и никто в городе не знал, сколько ему должны за переправу. " * 4
    page = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'
    assert words.strip() in read_html(page.encode(encoding), name="page.html").text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>one\n  <b>two</b>  three</p>", ["one two three"]),
        ("<p>in 1918<sup>3</sup> he</p>", ["in 1918³ he"]),
        ("<p>H<sub>2</sub>O</p>", ["H₂O"]),
        ("<div>a<br>b <p>c</p>d</div>", ["a\nb", "c", "d"]),
        ("<ul><li>a</li><li>b</li></ul>", ["a", "b"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["a\tb\nc"]),
        ("<p>Über\u00adleben</p><script>x</script><p hidden></p>", ["Überleben"]),
        ("<pre>a\n  b</pre>", ["a\n  b"]),
    ],
)
def test_the_text_is_what_a_browser_shows(body: str, expected: list[str]) -> None:
    tree = html_tree(f"<html><body>{body}</body></html>")
    assert tree is not None
    assert [block.text for block in blocks_of(tree)] == expected


@given(st.text(alphabet="<>/&;apbhtrdli1 \n\"'=-![]", max_size=200))
def test_any_mark_up_gives_text_or_nothing(markup: str) -> None:
    tree = html_tree(f"<body>{markup}")
    assert tree is None or all(block.text.strip() for block in blocks_of(tree))


def test_an_epub_is_read_in_the_order_of_its_spine_with_chapters_pages_and_notes() -> None:
    reading = read_epub(epub(), name="book.epub")
    text = reading.text
    assert text.index("The Ferryman") < text.index(PARAGRAPHS[0]) < text.index("museum of the county")
    assert "Chapter IV: The Jar" in [section.title for section in reading.sections]
    assert [(page.label, text[page.start : page.start + 6]) for page in reading.pages] == [
        ("12", "In the"),
        ("13", "The ja"),
        ("14", "When t"),
    ]
    assert [text[note.start : note.end] for note in reading.notes] == [
        "The jar is in the museum of the county.",
        "So the clerk, not the council.",
    ]
    assert [text[slice(*note.mark)] for note in reading.notes] == ["¹", "²"]
    assert "1871²." in text
    facts = reading.metadata
    assert (facts.title, facts.author, facts.translator) == ("The Ferryman", "Hedwig Anders", "Ada Quill")
    assert (facts.published, facts.publisher, facts.language) == ("1902", "River Press", "en")
    reasons = {text[mask.start : mask.end]: mask.reason for mask in reading.masks}
    assert reasons["The jar, drawn in 1880"] is MaskReason.CAPTION
    assert reasons["The Ferryman"] is MaskReason.FRONT_MATTER


BOOK = f"""<html><head><title>The Ferryman, a Project Gutenberg eBook</title></head><body><h1>The Ferryman</h1>
<ul><li>The jar <a href="#plate1">12</a></li><li>The flood <a href="#c2">13</a></li></ul>
<h2>The Jar<sup>3</sup></h2><p><a name="page012"></a>{PARAGRAPHS[0]}<a href="#n1">1</a>
<a href="#toc">[Back to Contents]</a></p>
<div id="plate1"><img src="jar.png"></div>
<p><a name="page013"></a>{PARAGRAPHS[1]}<a href="#n2">[2]</a></p>
<h2 id="c2">The Flood</h2><p><a name="page014"></a>{PARAGRAPHS[2]} <a href="#top">Return to top</a></p>
<p id="n1">1 The jar is in the museum.</p><p id="n2">Footnote 2: So the clerk.</p></body></html>"""


def test_a_link_to_a_page_is_no_note_and_one_to_the_contents_no_text() -> None:
    reading = read_html(BOOK.encode(), name="book.html")
    notes = [reading.text[note.start : note.end] for note in reading.notes]
    assert notes == ["1 The jar is in the museum.", "Footnote 2: So the clerk."]
    assert "Contents" not in reading.text
    assert "Return" not in reading.text


def test_a_heading_is_named_without_the_mark_of_its_note() -> None:
    assert "The Jar" in [section.title for section in read_html(BOOK.encode(), name="book.html").sections]


def test_a_page_is_cited_without_the_noughts_of_its_anchor() -> None:
    assert [page.label for page in read_html(BOOK.encode(), name="book.html").pages] == ["12", "13", "14"]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>' + CHAPTER.partition("?>")[2]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no EPUB"),
        (b"\x89PNG\r\n", "no EPUB"),
        (epub()[:-30], "no EPUB"),
        (epub(opf=None), "no list of the book's pages"),
        (epub(c=BOMB), "entities"),
        (epub(c="<p>" + " " * 45_000_000), "bomb"),
        (epub(c=None, t=None, notes=None), "holds no text"),
    ],
)
def test_what_is_no_book_or_a_bomb_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said) as refused:
        reader_for(".epub", name="book.epub")(data, name="book.epub")
    assert "\n" not in str(refused.value)


def test_a_missing_chapter_is_told() -> None:
    assert read_epub(epub(notes=None), name="b.epub").warnings == ("1 of the book's 3 files are missing or damaged",)


def test_an_fb2_gives_its_parts_its_people_and_its_notes() -> None:
    reading = read_fb2(FB2.encode("cp1251"), name="book.fb2")
    assert [section.title for section in reading.sections][:2] == ["Part One", "Chapter 1"]
    facts = reading.metadata
    assert (facts.author, facts.translator, facts.published) == ("Hedwig Anders", "Ada Quill", "1902")
    (note,) = reading.notes
    assert reading.text[slice(*note.mark)] == "[1]"
    assert "museum" in reading.text[note.start : note.end]


@pytest.mark.parametrize(
    ("suffix", "data"), [(".epub", epub()), (".html", PAGE.encode()), (".fb2", FB2.encode("cp1251"))]
)
def test_a_file_cut_or_changed_anywhere_is_read_or_refused(suffix: str, data: bytes) -> None:
    chance = random.Random(7)
    read = reader_for(suffix, name=f"x{suffix}")
    for _ in range(25):
        broken = bytearray(data[: chance.randrange(1, len(data))])
        for _ in range(chance.randrange(3)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        outcome = ""
        try:
            outcome = read(bytes(broken), name=f"x{suffix}").text
        except SourceError as refused:
            outcome = str(refused)
        assert outcome.strip()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Reed, John, 1887-1920", "John Reed"),
        ("Myers, P. V. N. (Philip Van Ness), 1846-1937", "P. V. N. Myers"),
        ("Marx, Karl; Engels, Friedrich", "Karl Marx, Friedrich Engels"),
        ("Thucydides", "Thucydides"),
        ("Bureau of Labor, Department of Commerce and Industry, Washington", None),
    ],
)
def test_names_of_catalogues_are_put_in_order(name: str, expected: str | None) -> None:
    assert in_order(name) == (expected or name)


def test_headings_keep_their_ranks() -> None:
    tree = html_tree("<h1>A</h1><h3>B</h3><p>c</p>")
    assert tree is not None
    assert [(block.kind, block.level) for block in blocks_of(tree)] == [
        (Kind.HEADING, 1),
        (Kind.HEADING, 3),
        (Kind.TEXT, 0),
    ]


@pytest.mark.parametrize("count", [200, 400, 900])
def test_a_page_that_closes_no_tag_loses_nothing(count: int) -> None:
    said = [f"Line {number} of the mill song was sung <b>twice</b> over." for number in range(count)]
    page = "<html><body>" + "".join(f"<div><font>{line}" for line in said)
    reading = reader_for(".html", name="mill.html")(page.encode(), name="mill.html")
    found = [" ".join(line.split()) for line in reading.text.split("\n") if line.strip()]
    assert " ".join(found) == " ".join(said).replace("<b>", "").replace("</b>", "")


def test_a_page_too_deep_to_be_read_whole_is_refused() -> None:
    page = "<html><body>" + "<div>" * 5000 + "The mill stood still."
    with pytest.raises(SourceError, match=r"holds no HTML that can be read"):
        reader_for(".html", name="mill.html")(page.encode(), name="mill.html")
