"""Pages of the web: captured, read from the capture, fetched again on request, and quotable as they were."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.archive import Archive
from retrieval.errors import UnknownDocument
from retrieval.library.library import Library
from seeds.document import Metadata
from seeds.web.fetching import Fetcher
from tests.retrieval.library.material import HARBOUR, MILLS, Counting
from tests.site import Page, Site, serving

CHANGED = HARBOUR.replace("Ships lay in the ice until March.", "The ice was gone by the middle of April.")
QUESTION = "How long did the ships lie in the ice?"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.pages |= {"/harbour.txt": page(HARBOUR, '"1"'), "/mills.txt": page(MILLS, '"1"')}
        yield site


@pytest.fixture
def fetch() -> Fetcher:
    return Fetcher.allowing("loopback")


def page(text: str, etag: str | None = None) -> Page:
    return Page(body=text.encode(), etag=etag)


def test_a_page_is_taken_in_with_its_address_and_the_day(
    library: Library, embedder: Embedder, site: Site, fetch: Fetcher
) -> None:
    report = library.add([site.url("/harbour.txt")], embedder, fetch=fetch, overrides=Metadata(author="A. Pilot"))
    assert (report.added, report.failed) == (("harbour",), ())
    document = library.snapshot().document("harbour")
    assert (document.source, document.text) == (site.url("/harbour.txt"), HARBOUR)
    assert (document.metadata.url, document.metadata.author) == (site.url("/harbour.txt"), "A. Pilot")
    assert document.metadata.retrieved is not None
    capture = library.snapshot().capture(document.source, document.sha256)
    assert capture is not None
    assert capture.body == HARBOUR.encode()


def test_no_page_is_fetched_without_being_asked_for(
    library: Library, embedder: Embedder, site: Site, fetch: Fetcher
) -> None:
    library.add([site.url("/harbour.txt")], embedder, fetch=fetch)
    site.asked.clear()
    for full in (False, True):
        report = library.sync(embedder, full=full, fetch=fetch)
        assert (report.changed, report.failed, report.vanished, site.asked) == ((), (), (), [])


def test_by_default_only_the_public_internet_is_fetched_from(library: Library, embedder: Embedder, site: Site) -> None:
    report = library.add([site.url("/harbour.txt")], embedder)
    assert (report.added, site.asked) == ((), [])
    assert "not on the public internet" in report.failed[0][1]


def test_refreshing_asks_whether_a_page_changed_and_embeds_only_what_is_new(
    library: Library, embedder: Embedder, site: Site, fetch: Fetcher
) -> None:
    library.add([site.url("/harbour.txt"), site.url("/mills.txt")], embedder, fetch=fetch)
    site.pages["/harbour.txt"] = page(CHANGED, '"2"')
    site.asked.clear()
    counting = Counting(embedder)
    report = library.sync(counting, refresh=True, fetch=fetch)
    assert (report.changed, report.unchanged) == (("harbour",), ("mills",))
    assert [document for document, _ in report.drifted] == ["harbour"]
    assert 0 < report.drifted[0][1] < 0.5
    assert [headers.get("if-none-match") for path, headers in site.asked if path != "/robots.txt"] == ['"1"', '"1"']
    assert (report.sentences_embedded, report.passages_embedded) == (1, 1)
    assert library.snapshot().document("harbour").text == CHANGED


def test_a_page_that_is_gone_is_kept_as_it_was(
    library: Library, embedder: Embedder, site: Site, fetch: Fetcher
) -> None:
    library.add([site.url("/harbour.txt")], embedder, fetch=fetch)
    site.pages["/harbour.txt"] = Page(status=404)
    report = library.sync(embedder, refresh=True, fetch=fetch)
    assert "no such page" in report.failed[0][1]
    assert "keeps 'harbour' as it was captured" in report.failed[0][1]
    assert (library.snapshot().document("harbour").text, library.requests()) == (HARBOUR, [])


def test_a_page_that_turned_into_something_unreadable_is_kept_as_it_was(
    library: Library, embedder: Embedder, site: Site, fetch: Fetcher
) -> None:
    library.add([site.url("/harbour.txt")], embedder, fetch=fetch)
    site.pages["/harbour.txt"] = Page(body=bytes(range(256)) * 9)
    report = library.sync(embedder, refresh=True, fetch=fetch)
    assert len(report.failed) == 1
    assert library.snapshot().document("harbour").text == HARBOUR


def test_adding_a_page_again_fetches_it_if_it_changed(
    library: Library, embedder: Embedder, site: Site, fetch: Fetcher
) -> None:
    address = site.url("/harbour.txt")
    library.add([address], embedder, fetch=fetch)
    assert library.add([address], embedder, fetch=fetch).unchanged == ("harbour",)
    site.pages["/harbour.txt"] = page(CHANGED, '"2"')
    assert library.add([address], embedder, fetch=fetch).changed == ("harbour",)


def test_a_page_that_could_not_be_fetched_is_tried_again(
    library: Library, embedder: Embedder, site: Site, fetch: Fetcher
) -> None:
    site.pages["/late.txt"] = Page(status=503)
    assert library.add([site.url("/late.txt")], embedder, fetch=fetch).failed
    site.pages["/late.txt"] = page(MILLS)
    assert library.sync(embedder, fetch=fetch).added == ("late",)


def test_corrections_in_the_library_s_catalogue_survive_a_reread_and_a_refresh(
    library: Library, embedder: Embedder, site: Site, fetch: Fetcher, home: Path
) -> None:
    address = site.url("/harbour.txt")
    library.add([address], embedder, fetch=fetch)
    (home / "catalogue.toml").write_text(
        f'["{address}"]\ntitle = "The Ice"\nauthor = "A. Pilot"\nmasks = [[0, 60]]\n', encoding="utf-8"
    )
    assert library.sync(embedder, full=True, fetch=fetch).changed == ("harbour",)
    site.pages["/harbour.txt"] = page(CHANGED, '"2"')
    library.sync(embedder, refresh=True, fetch=fetch)
    document = library.snapshot().document("harbour")
    assert (document.metadata.title, document.metadata.author) == ("The Ice", "A. Pilot")
    assert [(mask.start, mask.end) for mask in document.masks] == [(0, 60)]


def test_a_quote_stays_with_the_capture_that_it_was_made_from(
    library: Library, embedder: Embedder, site: Site, fetch: Fetcher
) -> None:
    library.add([site.url("/harbour.txt")], embedder, fetch=fetch)
    with Archive(library, embedder, None) as archive:
        quotes = archive.ask(QUESTION).quotes
        gone = next(quote for quote in quotes if "Ships lay in the ice" in quote.text)
        stays = next(quote for quote in quotes if "ice" not in quote.text)
        site.pages["/harbour.txt"] = page("News.\n\n" + CHANGED, '"2"')
        library.sync(embedder, refresh=True, fetch=fetch)
        assert archive.refresh()
        again = archive.resolve(gone.citation.permalink)
        assert (again.text, again.sha256, again.citation.permalink) == (gone.text, gone.sha256, gone.citation.permalink)
        assert again.citation.locator == gone.citation.locator
        assert again.notes[0].startswith("The page has changed since; these are its words as captured on 20")
        assert archive.resolve(stays.citation.permalink).text == stays.text
        answer = replace(archive.ask(QUESTION), quotes=(again,), abstained=False)
        assert archive.confirm(answer).quotes == (again,)
        false = replace(again, text=again.text.replace("ice", "ink"))
        assert archive.confirm(replace(answer, quotes=(false,))).quotes == ()


def test_what_is_removed_takes_its_captures_along(
    library: Library, embedder: Embedder, site: Site, fetch: Fetcher
) -> None:
    library.add([site.url("/harbour.txt"), site.url("/mills.txt")], embedder, fetch=fetch)
    [quote, *_] = _asked(library, embedder)
    library.remove(["harbour"])
    library.add([site.url("/mills.txt")], embedder, fetch=fetch, overrides=Metadata(title="Mills"))
    snapshot = library.snapshot()
    assert snapshot.capture(site.url("/harbour.txt"), quote.sha256) is None
    assert snapshot.capture(site.url("/mills.txt"), snapshot.card("mills").sha256) is not None
    with Archive(library, embedder, None) as archive, pytest.raises(UnknownDocument):
        archive.resolve(quote.citation.permalink)


def _asked(library: Library, embedder: Embedder):
    with Archive(library, embedder, None) as archive:
        return archive.ask(QUESTION).quotes
