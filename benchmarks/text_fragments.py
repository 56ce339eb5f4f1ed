"""Do citations' links open real pages at the quoted words? Judged by headless Chromium, over pages served on loopback.

    python benchmarks/text_fragments.py [PAGES] [--quotes 200] [--json FILE]

PAGES is a folder of saved HTML pages, by default `../shared/eval/external/ugly/html-articles`. Quotes are runs of one to three
quotable sentences, as a library of these pages has them; one whose words the browser shows nowhere (hidden) is replaced.
"""

import argparse
import json
import os
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from retrieval.answering.citing import cite  # noqa: E402 - the checkout's, wherever this is started
from retrieval.answering.spans import MAX_QUOTE  # noqa: E402
from retrieval.library.segmentation import segment  # noqa: E402
from seeds.document import Document  # noqa: E402
from seeds.sources import read  # noqa: E402
from tests.browser import browsing, serving  # noqa: E402

SHARED = Path(os.environ.get("QUOTH_SHARED", ROOT.parent / "shared"))
SHORTEST = 20
"""Characters of a quote; a page says "Read more" in many places."""

TOKENS = 256
"""Tokens that the default embedding model reads; sentences are cut to them."""


def document_of(path: Path, url: str) -> Document:
    """A page as the library would hold it, read from its file but cited from another address."""
    document = read(path)
    return replace(document, metadata=replace(document.metadata, url=url))


def quotes_of(document: Document, draw: random.Random) -> Iterator[tuple[int, int]]:
    """Runs of one to three quotable sentences, each inside one paragraph, in no order."""
    sentences = segment(document, lambda texts: [len(text) // 4 + 2 for text in texts], TOKENS).sentences
    runs = []
    for first, sentence in enumerate(sentences):
        near = [
            each for each in sentences[first : first + 1 + draw.randrange(3)] if each.paragraph == sentence.paragraph
        ]
        start, end = sentence.start, near[-1].end
        if SHORTEST <= end - start <= MAX_QUOTE:
            runs.append((start, end))
    draw.shuffle(runs)
    yield from runs


def main() -> None:
    """Print the share of quotes that are highlighted and scrolled to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, nargs="?", default=SHARED / "eval/external/ugly/html-articles")
    parser.add_argument("--quotes", type=int, default=200)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    paths = sorted(options.pages.glob("*.html"))
    files = {path.name: path.read_bytes() for path in paths}
    if not files:
        sys.exit(f"no HTML pages in {options.pages}")
    draw = random.Random(1917)
    right, wrong, skipped = 0, [], 0
    with serving(files) as address, browsing() as browser:
        documents = {path.name: document_of(path, f"{address}/{path.name}") for path in paths}
        drawn = {name: quotes_of(document, draw) for name, document in documents.items()}
        while drawn and right + len(wrong) < options.quotes:  # a quote of each page in turn, as long as there are any
            for name in list(drawn):
                if right + len(wrong) == options.quotes:
                    break
                if (span := next(drawn[name], None)) is None:
                    del drawn[name]
                    continue
                document, (start, end) = documents[name], span
                link = cite(document, start, end, 1).link
                assert link is not None
                seen = browser.follow(link, document.text[start:end])
                if not seen.present:
                    skipped += 1
                    continue
                right += seen.right
                if not seen.right:
                    wrong.append({"page": name, "start": start, "end": end, "link": link})
    total = right + len(wrong)
    figures = {"pages": len(files), "quotes": total, "right": right, "share": round(right / max(1, total), 4)}
    print(
        f"{right} of {total} quotes highlighted and scrolled to ({right / max(1, total):.1%}); {skipped} were not in sight"
    )
    for miss in wrong:
        print(f"  {miss['page']} {miss['start']}-{miss['end']}  {miss['link']}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
