"""Sitemaps and feeds give the pages that they list, in their order, up to a number."""

import gzip

import pytest

from seeds.errors import SourceError
from seeds.web.fetching import Fetcher
from seeds.web.links import followed
from tests.site import Page, Site

XML = "application/xml"


def sitemap(*locations: str, kind: str = "urlset", entry: str = "url") -> bytes:
    inside = "".join(f"<{entry}><loc> {each} </loc></{entry}>" for each in locations)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inside}</{kind}>'.encode()


RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title><link>http://h.test/</link>
<item><title>One</title><link>/posts/1</link></item><item><title>None</title></item>
<item><title>Two</title><link>http://h.test/posts/2#c</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><id>x</id>
<entry><title>One</title><id>1</id><link href="/posts/1"/></entry>
<entry><title>Two</title><id>2</id><link rel="alternate" href="http://h.test/posts/2"/></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["rss", "atom"])
def test_a_feed_lists_its_entries(site: Site, fetch: Fetcher, feed: bytes) -> None:
    site.pages["/feed"] = Page(body=feed, content_type=XML)
    assert followed(site.url("/feed"), 10, fetch) == [site.url("/posts/1"), "http://h.test/posts/2"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_sitemap_lists_its_pages_up_to_a_number(site: Site, fetch: Fetcher, packed: bool) -> None:
    body = sitemap(*(site.url(f"/{n}") for n in (3, 1, 2, 1, 9)))
    site.pages["/map.xml"] = Page(body=gzip.compress(body) if packed else body, content_type=XML)
    assert followed(site.url("/map.xml"), 3, fetch) == [site.url("/3"), site.url("/1"), site.url("/2")]


def test_an_index_of_sitemaps_is_read_as_far_as_needed(site: Site, fetch: Fetcher) -> None:
    site.pages |= {
        "/index": Page(body=sitemap(*map(site.url, ("/a", "/index", "/b", "/c")), kind="sitemapindex", entry="sitemap")),
        "/a": Page(body=sitemap(site.url("/1"), site.url("/2"))),
        "/b": Page(body=sitemap(site.url("/3"))),
        "/c": Page(body=sitemap(site.url("/4"))),
    }  # fmt: skip
    assert followed(site.url("/index"), 3, fetch) == [site.url(f"/{n}") for n in (1, 2, 3)]
    assert "/c" not in site.paths


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"<html><body>A page.</body></html>", "neither a sitemap nor a feed"),
        (b"plain words", "neither a sitemap nor a feed"),
        (b"\x1f\x8bnonsense", "broken gzip"),
        (sitemap("file:///etc/passwd"), "is not a web address"),
    ],
)
def test_what_lists_nothing_is_told(site: Site, fetch: Fetcher, body: bytes, says: str) -> None:
    site.pages["/x"] = Page(body=body, content_type=XML)
    with pytest.raises(SourceError, match=says):
        followed(site.url("/x"), 5, fetch)


def test_no_entity_is_resolved(site: Site, fetch: Fetcher) -> None:
    head = f'<!DOCTYPE urlset [<!ENTITY e SYSTEM "{site.url("/inner")}"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    inside = b"<url><loc>http://h.test/&e;</loc></url><url><loc>http://h.test/&f;</loc></url>"
    site.pages["/x"] = Page(body=head.encode() + b"<urlset>" + inside + b"</urlset>", content_type=XML)
    try:
        found = followed(site.url("/x"), 5, fetch)
    except SourceError:
        found = []
    assert set(found) <= {"http://h.test/"}
    assert "/inner" not in site.paths
