"""The pages that a sitemap or a feed lists (sitemaps.org protocol 0.9; RSS and Atom)."""

import zlib
from dataclasses import dataclass

import feedparser
from lxml import etree

from seeds.errors import SourceError
from seeds.web.capture import Capture
from seeds.web.fetching import Fetch, parsed

_MOST_SITEMAPS = 20
_LARGEST = 50_000_000
"""Bytes of a sitemap: the protocol's own limit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """The pages that a file lists, in its order, and further sitemaps that it names."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def followed(address: str, most: int, fetch: Fetch) -> list[str]:
    """The first `most` pages that the sitemap or feed at an address lists, those of further sitemaps included.

    Raises:
        SourceError: where it cannot be fetched, or is neither.
    """
    pages: dict[str, None] = {}
    waiting, seen = [address], {address}
    while waiting and len(pages) < most and len(seen) <= _MOST_SITEMAPS:
        at = waiting.pop(0)
        capture = fetch(at)
        assert capture is not None, "only a page that is known already can be unchanged"
        listing = listed(capture)
        pages.update(dict.fromkeys(listing.pages))
        fresh = [each for each in listing.sitemaps if each not in seen]
        seen.update(fresh)
        waiting += fresh
    return list(pages)[:most]


def listed(capture: Capture) -> Listing:
    """What a captured sitemap or feed lists. Raises SourceError where it is neither."""
    body = _unpacked(capture)
    root = _root(body)
    name = etree.QName(root).localname.lower() if root is not None else ""
    if root is not None and name in ("urlset", "sitemapindex"):
        found = tuple(_absolute(each.text, capture) for each in root.iterfind("{*}*/{*}loc") if each.text)
        return Listing(pages=found) if name == "urlset" else Listing(sitemaps=found)
    feed = feedparser.parse(body, response_headers={"content-location": capture.url}, sanitize_html=False)
    if feed.version:
        return Listing(pages=tuple(_absolute(entry.link, capture) for entry in feed.entries if entry.get("link")))
    raise SourceError(
        f"{capture.address!r} is neither a sitemap nor a feed: add it without --follow to take the page in"
    )


def _root(body: bytes) -> "etree._Element | None":
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        return etree.fromstring(body.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _unpacked(capture: Capture) -> bytes:
    """The file's bytes; a sitemap may be served as a .gz file."""
    if not capture.body.startswith(b"\x1f\x8b"):
        return capture.body
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        body = unpacker.decompress(capture.body, _LARGEST)
    except zlib.error as error:
        raise SourceError(f"{capture.address!r} is a broken gzip file: fetch it again later") from error
    if unpacker.unconsumed_tail:
        raise SourceError(
            f"{capture.address!r} unpacks to more than {_LARGEST // 1_000_000} MB: name a smaller sitemap"
        )
    return body


def _absolute(link: str, capture: Capture) -> str:
    return str(parsed(str(parsed(capture.url).join(link.strip())), seen_in=capture.address))
