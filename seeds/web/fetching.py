"""Fetching a page: within limits of size, time and redirects, from machines that may be fetched from, heeding robots.txt."""

import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, cached_property
from typing import Protocol

import httpx

from seeds.errors import SourceError
from seeds.web.capture import Capture, Validators
from seeds.web.networks import PUBLIC, Networks
from seeds.web.robots import AGENT, Robots

MEGABYTE = 1_000_000


class Fetch(Protocol):
    """Fetches the page at an address; None where the server says that it is the one with these validators."""

    def __call__(self, address: str, known: Validators | None = None) -> Capture | None:
        """The page. Raises SourceError."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Bytes of a page, seconds for all of it, seconds for each step of it, and redirects on the way."""

    largest: int = 50 * MEGABYTE
    seconds: float = 120.0
    step: float = 20.0
    redirects: int = 10


@dataclass(frozen=True, kw_only=True)
class Fetcher:
    """Fetches pages. Each connection goes to an address that was judged a moment before; proxies are not used."""

    networks: Networks = PUBLIC
    limits: Limits = Limits()
    _last: dict[str, float] = field(default_factory=dict)

    @classmethod
    def allowing(cls, networks: str) -> "Fetcher":
        """A fetcher that may also go to these networks, as `Networks.parse` reads them. Raises SourceError."""
        return cls(networks=Networks.parse(networks))

    def __call__(self, address: str, known: Validators | None = None) -> Capture | None:
        """The page at an address, or None where it is still the one with those validators.

        Raises:
            SourceError: where the address is no web address, the site forbids or does not answer, or a limit is passed.
        """
        url = parsed(address)
        deadline = time.monotonic() + self.limits.seconds
        for _ in range(self.limits.redirects + 1):
            self._wait_as_asked(url)
            with self._response(url, deadline, known) as response:
                if response.has_redirect_location:
                    url = parsed(str(url.join(response.headers["location"])), seen_in=address)
                    continue
                if response.status_code == httpx.codes.NOT_MODIFIED and known:
                    return None
                if response.status_code != httpx.codes.OK:
                    raise SourceError(f"{str(url)!r} was not fetched: {_status(response.status_code)}")
                return Capture(
                    address=address,
                    url=str(url),
                    retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
                    content_type=response.headers.get("content-type", ""),
                    body=self._body(response, url, deadline),
                    validators=Validators(
                        etag=response.headers.get("etag"), last_modified=response.headers.get("last-modified")
                    ),
                )
        raise SourceError(f"{address!r} was not fetched: it leads through more than {self.limits.redirects} redirects")

    @cached_property
    def _robots(self) -> Robots:
        return Robots(fetch=self._small_file)

    def _small_file(self, address: str) -> tuple[int, bytes]:
        """Status and body of a robots.txt; five redirects are followed, as RFC 9309 asks."""
        url, deadline = parsed(address), time.monotonic() + self.limits.seconds
        for _ in range(6):
            with self._response(url, deadline, None) as response:
                if not response.has_redirect_location:
                    return response.status_code, self._body(response, url, deadline)
                url = parsed(str(url.join(response.headers["location"])), seen_in=address)
        return httpx.codes.NOT_FOUND, b""

    def _wait_as_asked(self, url: httpx.URL) -> None:
        """Asks robots.txt, and keeps the pause that it wishes between two pages of a site."""
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        self._robots.require(origin, str(url))
        pause = self._last.get(origin, 0.0) + self._robots.pause(origin) - time.monotonic()
        if origin in self._last and pause > 0:
            time.sleep(pause)
        self._last[origin] = time.monotonic()

    @contextmanager
    def _response(self, url: httpx.URL, deadline: float, known: Validators | None) -> Iterator[httpx.Response]:
        """The response of the host, its body still to be read."""
        host, port = url.raw_host.decode("ascii"), url.port or (443 if url.scheme == "https" else 80)
        headers = {"Host": url.netloc.decode("ascii"), "User-Agent": AGENT, "Accept-Encoding": "identity"}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        # The host's name goes into the Host header and the TLS handshake, and nothing resolves it again.
        places = [url.copy_with(host=each) for each in self.networks.addresses(host, port)]
        timeout = min(self.limits.step, max(0.1, deadline - time.monotonic()))
        with told_plainly(url), httpx.Client(trust_env=False, verify=_trusted(), timeout=timeout) as client:
            for place in places:
                request = client.build_request("GET", place, headers=headers, extensions={"sni_hostname": host})
                try:
                    response = client.send(request, stream=True)
                except (httpx.ConnectError, httpx.ConnectTimeout):
                    if place is places[-1]:
                        raise
                    continue
                try:
                    yield response
                finally:
                    response.close()
                return

    def _body(self, response: httpx.Response, url: httpx.URL, deadline: float) -> bytes:
        largest, parts, size = self.limits.largest, [], 0
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > largest:
                raise SourceError(f"{str(url)!r} was not fetched: it is larger than {largest / MEGABYTE:g} MB")
            if time.monotonic() > deadline:
                raise SourceError(f"{str(url)!r} was not fetched: it took more than {self.limits.seconds:g} s")
        return b"".join(parts)


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates that are trusted; reading them takes longer than a page."""
    return httpx.create_ssl_context(trust_env=False)


def parsed(address: str, *, seen_in: str | None = None) -> httpx.URL:
    """The address of a page without its fragment.

    Raises:
        SourceError: where it is none, is not of the web, or holds a password. `seen_in` is the page that led there.
    """
    where = f"{address!r}, to which {seen_in!r} leads," if seen_in else f"{address!r}"
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise SourceError(f"{where} is not a web address: check the spelling") from error
    if url.scheme not in ("http", "https") or not url.host or (url.port or 0) > 65_535:
        raise SourceError(f"{where} is not a web address: one begins with https:// or http:// and names a host")
    if url.userinfo:
        raise SourceError(f"the address {url.host!r} comes with a name or password: only public pages are fetched")
    return url.copy_with(fragment=None)


@contextmanager
def told_plainly(url: httpx.URL) -> Iterator[None]:
    """Turns what went wrong on the network into a SourceError of one sentence."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise SourceError(f"{str(url)!r} was not fetched: the site did not answer in time; try later") from error
    except httpx.ConnectError as error:
        why = "its certificate is not valid" if "CERTIFICATE" in str(error).upper() else "no connection could be made"
        raise SourceError(f"{str(url)!r} was not fetched: {why}; check the address and the network") from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise SourceError(f"{str(url)!r} was not fetched: the site's answer broke off or makes no sense") from error


def _status(code: int) -> str:
    told = {
        401: "the site wants a login",
        403: "the site refuses it to programs",
        404: "there is no such page; check the address",
        410: "the page was taken down",
        429: "the site asks us to come back later",
    }
    return f"{told.get(code, 'the site cannot give it now; try later' if code >= 500 else 'the site gave no page')} (status {code})"
