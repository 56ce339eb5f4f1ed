"""A page is fetched within limits, from where it may be fetched, as its site allows; all else is told in one sentence."""

import gzip
import time
from dataclasses import replace

import pytest

from seeds.errors import SourceError
from seeds.web.capture import Validators
from seeds.web.fetching import Fetcher, Limits
from seeds.web.networks import Networks
from tests.site import Page, Site, serving

BODY = "The barge “Adler” left at four.\n".encode()


def test_a_page_is_captured_with_its_date_its_type_and_its_bytes(site: Site, fetch: Fetcher) -> None:
    site.pages["/log.txt"] = Page(body=BODY, etag='"1"', headers=(("Last-Modified", "Tue, 01 Jan 2019 00:00:00 GMT"),))
    capture = fetch(site.url("/log.txt"))
    assert capture is not None
    assert (capture.body, capture.media_type, capture.charset) == (BODY, "text/plain", "utf-8")
    assert (capture.address, capture.url) == (site.url("/log.txt"), site.url("/log.txt"))
    assert capture.validators == Validators(etag='"1"', last_modified="Tue, 01 Jan 2019 00:00:00 GMT")
    assert time.strftime("%Y-%m-") == capture.retrieved[:8]


def test_the_site_is_asked_by_its_name_and_told_who_asks(site: Site, fetch: Fetcher) -> None:
    site.pages["/a"] = Page(body=BODY)
    named = replace(fetch, networks=replace(fetch.networks, resolve=lambda host, port: ["127.0.0.1"]))
    named(f"http://pages.test:{site.port}/a")
    assert site.asked[-1][1]["host"] == f"pages.test:{site.port}"
    assert site.asked[-1][1]["user-agent"] == "Quoth"


def test_redirects_are_followed_and_the_last_address_is_kept(site: Site, fetch: Fetcher) -> None:
    site.pages |= {
        "/old": Page(status=301, location="/older?x=1"),
        "/older?x=1": Page(status=307, location=site.url("/new#part")),
        "/new": Page(body=BODY),
    }
    capture = fetch(site.url("/old"))
    assert capture is not None
    assert (capture.address, capture.url, capture.body) == (site.url("/old"), site.url("/new"), BODY)


@pytest.mark.parametrize(
    ("location", "says"),
    [
        ("http://127.0.0.2:{port}/secret", "127.0.0.2, which is not on the public internet"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254, which is not on the public internet"),
        ("http://[::1]:{port}/", "::1, which is not on the public internet"),
        ("http://[::ffff:10.0.0.1]/", "not on the public internet"),
        ("file:///etc/passwd", "is not a web address"),
        ("gopher://127.0.0.1:{port}/x", "is not a web address"),
        ("http://user:pass@127.0.0.1:{port}/", "name or password"),
        ("/round", "more than 10 redirects"),
    ],
)
def test_a_redirect_to_where_nothing_may_be_fetched_is_not_followed(
    site: Site, fetch: Fetcher, location: str, says: str
) -> None:
    site.pages["/round"] = Page(status=302, location=location.format(port=site.port))
    with pytest.raises(SourceError) as caught:
        fetch(site.url("/round"))
    assert says in str(caught.value)
    assert set(site.paths) == {"/robots.txt", "/round"}


def test_the_connection_goes_to_the_address_that_was_judged(site: Site) -> None:
    """DNS rebinding: the name is resolved once for each request, and what it would resolve to later does not matter."""
    with serving("127.0.0.2", site.port) as inside:
        inside.pages["/a"] = Page(body=b"an inner secret")
        site.pages["/a"] = Page(body=BODY)
        answers = iter(["127.0.0.1", "127.0.0.1", "127.0.0.2"])
        asked: list[str] = []

        def resolve(host: str, port: int) -> list[str]:
            asked.append(host)
            return [next(answers)]

        fetch = Fetcher(networks=Networks(allowed=Networks.parse("127.0.0.1").allowed, resolve=resolve))
        capture = fetch(f"http://rebound.test:{site.port}/a")
        assert capture is not None
        assert capture.body == BODY
        assert asked == ["rebound.test", "rebound.test"]  # its robots.txt, and the page
        with pytest.raises(SourceError, match=r"'rebound\.test' is at 127\.0\.0\.2"):
            fetch(f"http://rebound.test:{site.port}/a")
        assert inside.asked == []


def test_nothing_is_fetched_from_this_machine_unless_allowed(site: Site) -> None:
    site.pages["/a"] = Page(body=BODY)
    for host in ("127.0.0.1", "localhost", "127.1", "[::ffff:127.0.0.1]"):
        with pytest.raises(SourceError, match="not on the public internet"):
            Fetcher()(f"http://{host}:{site.port}/a")
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("ftp://example.org/a", "one begins with https:// or http://"),
        ("file:///etc/passwd", "one begins with https:// or http://"),
        ("http://", "is not a web address"),
        ("http://[::1", "is not a web address"),
        ("https://name:secret@example.org/", "only public pages are fetched"),
        ("http://127.0.0.1:99999/", "is not a web address"),
    ],
)
def test_what_is_no_web_address_is_told(address: str, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        Fetcher.allowing("loopback")(address)
    assert says in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (401, "wants a login"),
        (403, "refuses it to programs"),
        (404, "there is no such page"),
        (410, "was taken down"),
        (429, "come back later"),
        (500, "cannot give it now; try later"),
        (503, "cannot give it now; try later"),
        (204, "gave no page"),
        (304, "gave no page"),
    ],
)
def test_a_page_that_is_not_given_is_told_with_its_status(site: Site, fetch: Fetcher, status: int, says: str) -> None:
    site.pages["/a"] = Page(status=status)
    with pytest.raises(SourceError, match=rf"'{site.url('/a')}' was not fetched: .*{says}.*\(status {status}\)"):
        fetch(site.url("/a"))


def test_a_page_over_the_limit_of_size_is_given_up(site: Site, fetch: Fetcher) -> None:
    site.pages["/a"] = Page(body=bytes(300_000))
    with pytest.raises(SourceError, match=r"larger than 0\.2 MB"):
        replace(fetch, limits=Limits(largest=200_000))(site.url("/a"))


def test_a_bomb_is_measured_unpacked(site: Site, fetch: Fetcher) -> None:
    packed = gzip.compress(bytes(5_000_000))
    site.pages["/a"] = Page(body=packed, headers=(("Content-Encoding", "gzip"),))
    with pytest.raises(SourceError, match="larger than 1 MB"):
        replace(fetch, limits=Limits(largest=1_000_000))(site.url("/a"))


def test_a_page_that_drips_is_given_up(site: Site, fetch: Fetcher) -> None:
    site.pages["/a"] = Page(body=bytes(100_000), slowly=0.05)
    with pytest.raises(SourceError, match=r"took more than 0\.3 s|did not answer in time"):
        replace(fetch, limits=Limits(seconds=0.3))(site.url("/a"))


def test_a_site_that_is_silent_is_given_up(site: Site, fetch: Fetcher) -> None:
    def sleep() -> Page:
        time.sleep(0.6)
        return Page()

    site.pages["/a"] = sleep
    with pytest.raises(SourceError, match="did not answer in time"):
        replace(fetch, limits=Limits(step=0.2))(site.url("/a"))


def test_nobody_at_home_is_told(fetch: Fetcher) -> None:
    with serving() as closed:
        address = closed.url("/a")
    with pytest.raises(SourceError, match="no connection could be made"):
        fetch(address)


def test_a_page_that_is_still_the_same_is_not_sent_again(site: Site, fetch: Fetcher) -> None:
    site.pages["/a"] = Page(body=BODY, etag='"7"')
    capture = fetch(site.url("/a"))
    assert capture is not None
    assert fetch(site.url("/a"), capture.validators) is None
    assert site.asked[-1][1]["if-none-match"] == '"7"'


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /private/", "/private/a", False),
        ("User-agent: *\nDisallow: /private/", "/public", True),
        ("User-agent: *\nDisallow: /\nUser-agent: Quoth\nAllow: /", "/a", True),
        ("User-agent: quoth\nDisallow: /*.txt$", "/a.txt", False),
        ("", "/a", True),
    ],
)
def test_robots_txt_is_heeded(site: Site, fetch: Fetcher, rules: str, path: str, allowed: bool) -> None:
    site.pages |= {"/robots.txt": Page(body=rules.encode()), path: Page(body=BODY)}
    if allowed:
        assert fetch(site.url(path)) is not None
    else:
        with pytest.raises(SourceError, match=r"robots\.txt asks programs to leave it alone"):
            fetch(site.url(path))
        assert site.paths == ["/robots.txt"]


def test_the_rules_of_the_site_that_a_redirect_leads_to_are_heeded(site: Site) -> None:
    with serving("127.0.0.2", site.port) as other:
        other.pages |= {"/robots.txt": Page(body=b"User-agent: *\nDisallow: /"), "/b": Page(body=BODY)}
        site.pages["/a"] = Page(status=302, location=other.url("/b"))
        with pytest.raises(SourceError, match=r"robots\.txt asks"):
            Fetcher.allowing("loopback")(site.url("/a"))
        assert other.paths == ["/robots.txt"]


def test_nothing_is_fetched_while_robots_txt_cannot_be_read(site: Site, fetch: Fetcher) -> None:
    site.pages |= {"/robots.txt": Page(status=503), "/a": Page(body=BODY)}
    with pytest.raises(SourceError, match=r"its robots\.txt could not be read \(status 503\); try later"):
        fetch(site.url("/a"))


def test_robots_txt_is_read_once_and_its_pause_is_kept(site: Site, fetch: Fetcher) -> None:
    site.pages |= {"/robots.txt": Page(body=b"User-agent: *\nCrawl-delay: 0.3"), "/a": Page(body=BODY)}
    times: list[float] = []

    def page() -> Page:
        times.append(time.monotonic())
        return Page(body=BODY)

    site.pages["/a"] = page
    fetch(site.url("/a"))
    fetch(site.url("/a"))
    assert site.paths == ["/robots.txt", "/a", "/a"]
    assert times[1] - times[0] > 0.25


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy in the environment would resolve names itself: it is not used."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
