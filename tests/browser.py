"""Chromium, headless, as a judge of links: which words of a page does it highlight, and are they in sight?

`chromium` and `chromedriver` come from the system (on Debian the packages chromium and chromium-driver).
"""

import http.server
import io
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from PIL import Image
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

SIZE = (1000, 900)
_MARK = "<style>::target-text{background:#f0f!important;color:#f0f!important}</style>"
_MARGIN = 6
"""Pixels that a highlight may reach beyond the boxes of its words."""

_LOCATE = """
const wanted = arguments[0].replace(/[\\s\\u00ad]/g, '');
const passed = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'OPTION']);
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let text = '', places = [];
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const parent = node.parentElement;
  if (passed.has(parent.tagName) || !parent.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
  for (let i = 0; i < node.data.length; i++) {
    if (/[\\s\\u00ad]/.test(node.data[i])) continue;
    text += node.data[i]; places.push([node, i]);
  }
}
const found = [];
for (let at = text.indexOf(wanted); at >= 0 && found.length < 5; at = text.indexOf(wanted, at + 1)) {
  const runs = new Map();  // of each text node its first and last letter: a range over several has the boxes of whole cells
  for (const [node, i] of places.slice(at, at + wanted.length)) runs.set(node, [(runs.get(node) || [i])[0], i]);
  const boxes = [];
  for (const [node, [first, last]] of runs) {
    const range = document.createRange();
    range.setStart(node, first);
    range.setEnd(node, last + 1);
    boxes.push(...range.getClientRects());
  }
  found.push(boxes.filter(r => r.width > 1 && r.height > 1).map(r => [r.left, r.top, r.right, r.bottom]));
}
return found.filter(rects => rects.length);
"""


def is_there() -> bool:
    """Whether this machine has what is needed."""
    return shutil.which("chromium") is not None and shutil.which("chromedriver") is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What a browser made of a link to some words: whether they stand on the page, are highlighted, and nothing else is."""

    present: bool
    highlighted: bool

    @property
    def right(self) -> bool:
        return self.present and self.highlighted


class Browser:
    """A browser that opens pages of `serve` and nothing else."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self._driver = driver

    def holds(self, url: str, words: str) -> bool:
        """Whether the words can be seen somewhere on a page."""
        self._driver.get(url)
        return bool(self._locate(words))

    def follow(self, link: str, words: str) -> Seen:
        """Follows a link that should show the words highlighted and scrolled to."""
        self._driver.get("about:blank")  # so that the page is loaded, not only another place on it
        self._driver.get(link)
        places = self._locate(words)
        marked = self._marked()
        return Seen(present=bool(places), highlighted=any(_covers(marked, boxes) for boxes in places))

    def _locate(self, words: str) -> list[list[list[float]]]:
        found: list[list[list[float]]] = self._driver.execute_script(_LOCATE, words)
        return found

    def _marked(self) -> Any:
        """The pixels of the window that are highlighted, rows first."""
        image = Image.open(io.BytesIO(self._driver.get_screenshot_as_png())).convert("RGB")
        pixels = np.asarray(image).astype(int)
        return (abs(pixels - np.array([255, 0, 255])) < 40).all(axis=2)


def _covers(marked: Any, boxes: list[list[float]]) -> bool:
    """Whether what is highlighted is what lies in the boxes, as far as they are in sight, and their first line is."""
    height, width = marked.shape
    allowed = np.zeros_like(marked)
    filled = []
    for left, top, right, bottom in boxes:
        x0, x1 = max(0, round(left)), min(width, round(right))
        y0, y1 = max(0, round(top)), min(height, round(bottom))
        if x0 >= x1 or y0 >= y1:
            continue
        allowed[max(0, y0 - _MARGIN) : y1 + _MARGIN, max(0, x0 - _MARGIN) : x1 + _MARGIN] = True
        filled.append(marked[y0:y1, x0:x1].mean() > 0.5)
    in_sight = 0 <= boxes[0][1] < height
    strays = (marked & ~allowed).sum() / max(1, marked.sum())
    return in_sight and bool(filled) and float(np.mean(filled)) > 0.9 and float(strays) < 0.03


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser for a while. It reaches this machine only."""
    options = Options()
    options.binary_location = shutil.which("chromium") or ""
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--force-device-scale-factor=1",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        f"--window-size={SIZE[0]},{SIZE[1]}",
    ):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        driver.set_page_load_timeout(60)
        yield Browser(driver)
    finally:
        driver.quit()


class _Handler(http.server.BaseHTTPRequestHandler):
    def __init__(self, pages: Mapping[str, bytes], *arguments: Any) -> None:
        self._pages = pages
        super().__init__(*arguments)

    def do_GET(self) -> None:
        page = self._pages.get(self.path.partition("?")[0].lstrip("/"))
        if page is None:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page) + len(_MARK)))
        self.end_headers()
        self.wfile.write(page + _MARK.encode())  # after the page's own, so that nothing of it moves

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(pages: Mapping[str, bytes]) -> Iterator[str]:
    """The address of a server of HTML pages, by name."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, pages)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
