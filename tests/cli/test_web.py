"""Pages of the web from the command line: tried, taken in, followed, refreshed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Quoth
from tests.site import Page, Site, serving

LOG = "The barge left Linz at four. Its captain, Anna Huber, wrote that the ice was a hand thick at the third bridge.\n"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("QUOTH_ALLOWED_NETWORKS", "loopback")
    with serving() as site:
        site.pages["/log.txt"] = Page(body=LOG.encode(), etag='"1"')
        yield site


def test_a_page_is_tried_taken_in_cited_and_refreshed(run: Quoth, site: Site, tmp_path: Path) -> None:
    home, address = tmp_path / "home", site.url("/log.txt")
    tried = run("add", "--dry-run", address, "--author", "A. Huber", home=home)
    assert (tried.exit_code, tried.stderr) == (0, "")
    for line in (address, "author    A. Huber", "language  en", "masks     none", "passages  1, of 2 sentences"):
        assert line in tried.stdout
    assert not (home / "library.sqlite").exists()
    added = run("add", f"{address}#top", "--author", "A. Huber", home=home)
    assert (added.exit_code, added.stdout) == (0, "added log\n")
    found = json.loads(run("ask", "--json", "--no-rerank", "How thick was the ice?", home=home).stdout)
    [citation, *_] = [quote["citation"] for quote in found["quotes"]]
    assert citation["url"] == address
    assert len(citation["retrieved"]) == len("2026-11-24")
    site.pages["/log.txt"] = Page(body=LOG.replace("a hand thick", "two hands thick").encode(), etag='"2"')
    refreshed = run("embed", "--refresh", home=home)
    assert refreshed.stdout == "changed log\n"
    assert "The page of 'log' has drifted: 100% of its lines differ." in refreshed.stderr
    old = run("show", citation["permalink"], home=home)
    assert "a hand thick" in " ".join(old.stdout.split())
    assert "The page has changed since" in old.stdout


def test_a_sitemap_is_followed_as_far_as_asked(run: Quoth, site: Site, tmp_path: Path) -> None:
    pages = [site.url(f"/{name}.txt") for name in ("one", "two", "three")]
    for name in ("one", "two", "three"):
        site.pages[f"/{name}.txt"] = Page(body=f"In page {name} a clerk counted the sheep of the parish.\n".encode())
    listed = "".join(f"<url><loc>{page}</loc></url>" for page in pages)
    site.pages["/sitemap.xml"] = Page(body=f"<urlset>{listed}</urlset>".encode(), content_type="application/xml")
    done = run("add", site.url("/sitemap.xml"), "--follow", "2", home=tmp_path / "home")
    assert sorted(done.stdout.splitlines()) == ["added one", "added two"]
    assert run("add", site.url("/log.txt"), "--follow", "2", home=tmp_path / "home").exit_code == 1


def test_a_page_that_may_not_be_fetched_is_one_sentence(run: Quoth, site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = Page(body=b"User-agent: *\nDisallow: /")
    for flags in ((), ("--dry-run",)):
        done = run("add", site.url("/log.txt"), *flags, home=tmp_path / "home")
        assert done.exit_code == 1
        assert "robots.txt asks programs to leave it alone" in done.stderr
    assert run("add", "--follow", "3", home=tmp_path / "home").exit_code == 2
