"""What a site's robots.txt lets us fetch (RFC 9309)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from protego import Protego

from seeds.errors import SourceError

AGENT = "Quoth"
"""The name that a robots.txt knows us by."""

LONGEST_PAUSE = 10.0
"""Seconds that we wait between two pages at most, whatever a site asks for."""

_LARGEST = 512_000  # RFC 9309 asks crawlers to read at least 500 KiB

FetchText = Callable[[str], tuple[int, bytes]]
"""Gives status and body of a small file; raises SourceError where the site does not answer."""


@dataclass(kw_only=True, slots=True)
class Robots:
    """The rules of the sites that were asked, each read once."""

    fetch: FetchText
    known: dict[str, Protego] = field(default_factory=dict)

    def require(self, origin: str, url: str) -> None:
        """SourceError where the rules at `origin` ("https://host") keep us from fetching `url`, or cannot be read."""
        if not self._rules(origin).can_fetch(url, AGENT):
            raise SourceError(f"{url!r} is not fetched: the site's robots.txt asks programs to leave it alone")

    def pause(self, origin: str) -> float:
        """Seconds to wait between two pages of the site."""
        return min(float(self._rules(origin).crawl_delay(AGENT) or 0), LONGEST_PAUSE)

    def _rules(self, origin: str) -> Protego:
        if origin not in self.known:
            status, body = self.fetch(f"{origin}/robots.txt")
            if status >= 500 or status == 429:
                raise SourceError(
                    f"nothing is fetched from {origin}: its robots.txt could not be read (status {status}); try later"
                )
            text = (
                body[:_LARGEST].decode("utf-8", "replace") if status < 300 else ""
            )  # none there: nothing is forbidden
            self.known[origin] = Protego.parse(text)
        return self.known[origin]
