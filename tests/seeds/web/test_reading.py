"""A captured page is read as a document of its format, cited with its address and the day of its capture."""

from dataclasses import replace

import pytest

from seeds.catalogue import Catalogue, Entry
from seeds.document import Metadata
from seeds.errors import SourceError
from seeds.web.capture import Capture
from seeds.web.reading import document_of, stem_of, suffix_of

NONE = Catalogue(entries={})
TEXT = "The bridge at Linz was closed in March. Nobody crossed the river that week, and the mail went by boat."
PAGE = Capture(
    address="https://h.test/log/bridge.txt?v=2",
    url="https://h.test/new/bridge.txt",
    retrieved="2026-11-24T08:00:00+00:00",
    content_type="text/plain; charset=utf-8",
    body=TEXT.encode(),
)


def test_a_page_is_a_document_with_its_address_and_its_day() -> None:
    document = document_of(PAGE, NONE)
    assert (document.id, document.source, document.sha256) == ("bridge", PAGE.address, PAGE.sha256)
    assert document.text == TEXT
    assert (document.metadata.url, document.metadata.retrieved) == (PAGE.url, "2026-11-24")


@pytest.mark.parametrize("key", [PAGE.address, PAGE.sha256])
def test_a_catalogue_corrects_a_page_by_its_address_or_its_bytes(key: str) -> None:
    entry = Entry(metadata=Metadata(title="The Bridge", author="N. Clerk"), masks=((0, 40),))
    document = document_of(PAGE, Catalogue(entries={key: entry}))
    assert (document.metadata.title, document.metadata.author) == ("The Bridge", "N. Clerk")
    assert [(mask.start, mask.end) for mask in document.masks] == [(0, 40)]


def test_facts_of_a_known_source_are_found_by_its_address() -> None:
    address = "https://www.marxists.org/history/etol/newspape/themilitant/1935/v01n45/serge.htm"
    document = document_of(replace(PAGE, address=address, url=address), NONE)
    assert (document.metadata.author, document.metadata.publisher) == ("Victor Serge", "New Militant")
    assert document.masks == ()


@pytest.mark.parametrize(
    ("content_type", "path", "body", "suffix"),
    [
        ("text/plain", "/a", b"words", ".txt"),
        ("text/plain; charset=utf-8", "/README.md", b"# Words", ".md"),
        ("text/markdown", "/a", b"# Words", ".md"),
        ("text/html; charset=utf-8", "/a.php", b"<p>words", ".html"),
        ("application/xhtml+xml", "/a", b"", ".html"),
        ("text/plain", "/a", b"\n<!DOCTYPE html><html><p>words", ".html"),
        ("", "/a", b"<!-- saved --><html><p>words", ".html"),
        ("application/octet-stream", "/a.txt", b"words", ".txt"),
        ("application/octet-stream", "/a", b"%PDF-1.7", ".pdf"),
        ("application/pdf", "/a", b"", ".pdf"),
        ("application/epub+zip", "/a", b"", ".epub"),
        ("", "/a", b"words", ".txt"),
    ],
)
def test_the_format_is_told_by_type_bytes_and_address(content_type: str, path: str, body: bytes, suffix: str) -> None:
    page = replace(PAGE, content_type=content_type, url=f"https://h.test{path}", body=body)
    assert suffix_of(page) == suffix


def test_a_format_without_a_reader_is_told_with_the_address() -> None:
    picture = replace(PAGE, content_type="image/png", url="https://h.test/a.png", body=b"\x89PNG")
    with pytest.raises(
        SourceError, match=r"^'https://h\.test/log/bridge\.txt\?v=2' is in a format that we cannot read"
    ):
        document_of(picture, NONE)


def test_the_encoding_that_the_site_names_counts() -> None:
    words = "Őrült nagy vihar volt a hídnál, és az út üres."
    page = replace(PAGE, content_type="text/plain; charset=ISO-8859-2", body=words.encode("iso-8859-2"))
    assert document_of(page, NONE).text == words


@pytest.mark.parametrize(
    ("address", "stem"),
    [
        ("https://www.h.test/", "h.test"),
        ("https://h.test/index.html", "h.test"),
        ("https://h.test/archive/lenin/index.htm", "lenin"),
        ("https://h.test/a/serge.htm?x=1", "serge"),
        ("https://h.test/v1.2/", "v1.2"),
        ("https://h.test/%D0%BC%D0%B8%D1%80", "мир"),
    ],
)
def test_a_page_is_named_by_the_last_part_of_its_address(address: str, stem: str) -> None:
    assert stem_of(address) == stem
