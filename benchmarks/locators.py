"""Draw quotes at random from PDFs, EPUBs and HTML pages, and look whether each stands where its citation says.

    python benchmarks/locators.py --quotes 50 ../shared/eval/external/ugly/pdf-long/freeculture.pdf book.epub page.html

The text is looked up with other extractors: pdfminer.six on the page of the file that the citation names, and the plain text
content of the marked-up files, where the words must follow the heading (its number or its name) of the section named.
Letters and digits are compared, and the number of a page that begins inside the words may be printed there. The exit code is 1
where one does not stand there.
"""

import argparse
import io
import random
import re
import sys
import unicodedata
import zipfile
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, zip_longest
from pathlib import Path

from lxml import html
from pdfminer.high_level import extract_text

from embeddings.loading import load_embedder
from retrieval.answering.citing import cite, pages_of
from retrieval.answering.sections import sections_around
from retrieval.library.segmentation import segment
from seeds.document import Document
from seeds.sources import read

_FEWEST_WORDS = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawn:
    """A sentence that was drawn, its citation's locator, and whether it stands there."""

    source: str
    locator: str
    text: str
    found: bool


def letters(text: str) -> str:
    """What is compared: letters and digits."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


@cache
def pdf_page(path: Path, sheet: int) -> str:
    """The letters on a page of a PDF, counted from 1, by pdfminer.six."""
    return letters(extract_text(io.BytesIO(path.read_bytes()), page_numbers=[sheet - 1]))


@cache
def pages(path: Path, encoding: str) -> list[html.HtmlElement]:
    """An EPUB's files in the order of their names in the archive, or a page. lxml's own guess is Latin-1 where a page does not say."""
    if path.suffix != ".epub":
        return [html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding=encoding))]
    with zipfile.ZipFile(path) as archive:
        files = [archive.read(name) for name in archive.namelist() if re.search(r"\.x?html?\Z", name)]
    return [html.fromstring(file, parser=html.HTMLParser(encoding="utf-8")) for file in files]


@cache
def marked_up(path: Path, encoding: str) -> str:
    """The letters of all of its pages."""
    return letters(" ".join(page.text_content() for page in pages(path, encoding)))


@cache
def headings(path: Path, encoding: str) -> frozenset[str]:
    """The letters of each heading of its pages."""
    found = (each for page in pages(path, encoding) for each in page.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    return frozenset(letters(each.text_content()) for each in found)


def stands_there(document: Document, start: int, end: int) -> bool:
    """Whether another extractor finds the words on the page, or behind the heading, that the citation names."""
    path, words = Path(document.source), letters(document.text[start:end])
    if path.suffix == ".pdf":
        named = pages_of(document, start, end)
        sheets = range(named[0].sheet or 0, (named[-1].sheet or 0) + 1) if named else range(0)
        joined = "".join(pdf_page(path, sheet) for sheet in sheets)
        if len(sheets) > 1:  # what stands between is at the foot of one page and the head of the other
            half = len(words) // 2
            return (
                any(words[:k] in joined and words[k:] in joined for k in range(1, len(words))) or words[:half] in joined
            )
        return words in joined
    whole = marked_up(path, document.encoding)
    written = as_printed(document, start, end)
    heads = [part for section in sections_around(document, start)[-1:] for part in section.title.split(": ")]
    return any(
        not heads or any(_stands_before(head, whole, found.start(), path, document.encoding) for head in heads)
        for found in written.finditer(whole)
    )


def as_printed(document: Document, start: int, end: int) -> re.Pattern[str]:
    """The letters of a quote, between which the numbers of pages that begin inside it may be printed: "p220"."""
    begins = [page for page in document.pages if start < page.start < end]
    places = [start, *(page.start for page in begins), end]
    parts = [re.escape(letters(document.text[a:b])) for a, b in pairwise(places)]
    numbers = [rf"(?:[a-z0-9]{{0,6}}{re.escape(letters(page.label or ''))})?" for page in begins]
    return re.compile("".join(map("".join, zip_longest(parts, numbers, fillvalue=""))))


def _stands_before(head: str, whole: str, at: int, path: Path, encoding: str) -> bool:
    """Whether a heading is found before a place; a chapter's may be its number alone, which is looked for among the headings only."""
    return whole.rfind(letters(head), 0, at) >= 0 or letters(head.split()[-1]) in headings(path, encoding)


def draw(document: Document, count: int, chance: random.Random) -> list[Drawn]:
    """So many sentences of a document."""
    embedder = load_embedder()
    found = segment(document, embedder.count_tokens, embedder.max_tokens).sentences
    long = [each for each in found if len(document.text[each.start : each.end].split()) >= _FEWEST_WORDS]
    return [
        Drawn(
            source=Path(document.source).name,
            locator=cite(document, each.start, each.end, each.paragraph + 1).locator,
            text=document.text[each.start : each.end],
            found=stands_there(document, each.start, each.end),
        )
        for each in chance.sample(long, min(count, len(long)))
    ]


def main() -> int:
    """Draws, prints and counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--quotes", type=int, default=50)
    parser.add_argument("--seed", type=int, default=6)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)
    drawn: list[Drawn] = []
    for k, file in enumerate(chosen.files):
        left = chosen.quotes - len(drawn)
        drawn += draw(read(file), -(-left // (len(chosen.files) - k)), chance)
    for number, each in enumerate(drawn, start=1):
        print(
            f"{number:>3} {'ok ' if each.found else 'NOT'} {each.source} | {each.locator} | {' '.join(each.text.split())[:110]}"
        )
    missing = sum(not each.found for each in drawn)
    print(f"{len(drawn)} quotes, {len(drawn) - missing} stand where their citation says")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
