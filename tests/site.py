"""A web site on this machine, for tests of what fetches pages."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """What the site answers: `etag` makes it answer 304 to who knows it; `slowly` is seconds between the pieces of the body."""

    body: bytes = b""
    status: int = 200
    content_type: str | None = "text/plain; charset=utf-8"
    location: str | None = None
    etag: str | None = None
    slowly: float = 0.0
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(kw_only=True)
class Site:
    """A running site: its pages by path, and what it was asked, as method, path and headers in lower case."""

    port: int
    host: str = "127.0.0.1"
    pages: dict[str, Page | Callable[[], Page]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://{self.host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serving(host: str = "127.0.0.1", port: int = 0) -> Iterator[Site]:
    """A site at an address of this machine, closed at the end."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            page = site.pages.get(self.path, Page(status=404))
            self._answer(page() if callable(page) else page)

        def _answer(self, page: Page) -> None:
            same = page.etag is not None and self.headers.get("If-None-Match") == page.etag
            self.send_response(304 if same else page.status)
            for name, value in (("Content-Type", page.content_type), ("Location", page.location), ("ETag", page.etag)):
                if value is not None:
                    self.send_header(name, value)
            for name, value in page.headers:
                self.send_header(name, value)
            self.end_headers()
            if same:
                return
            try:
                for at in range(0, len(page.body), 1000 if page.slowly else max(1, len(page.body))):
                    self.wfile.write(page.body[at : at + 1000] if page.slowly else page.body)
                    time.sleep(page.slowly)
            except OSError:
                return  # whoever asked has heard enough

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((host, port), Handler)
    server.daemon_threads = True
    site = Site(port=server.server_address[1], host=host)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
