"""Do citations' links open real pages at the quoted words? Judged by headless Chromium, over pages served on loopback.

    python benchmarks/text_fragments.py [PAGES] [--quotes 200] [--json FILE]

PAGES is a folder of saved HTML pages, by default `../shared/eval/external/ugly/html-articles`. Quotes are runs of one to three
sentences of their paragraphs; one whose words the browser shows nowhere (hidden, or written by a script) is replaced.
"""

import argparse
import hashlib
import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import lxml.html

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from retrieval.answering.citing import cite  # noqa: E402 - the checkout's, wherever this is started
from retrieval.library.sentences import split_sentences  # noqa: E402
from seeds.document import Document, Metadata  # noqa: E402
from tests.browser import browsing, serving  # noqa: E402

SHARED = Path(os.environ.get("QUOTH_SHARED", ROOT.parent / "shared"))
BLOCKS = "p|div|li|ul|ol|table|section|article|blockquote|h1|h2|h3|h4|h5|h6|pre|figure|form"
PARAGRAPHS = " | ".join(
    f"//{name}[not({' or '.join(f'.//{block}' for block in BLOCKS.split('|'))})]" for name in ("p", "blockquote", "li")
)


def document_of(content: bytes, url: str) -> Document:
    """A page's paragraphs, as a reader of articles would take them out: without menus and headings."""
    tree = lxml.html.fromstring(content)
    for element in tree.xpath("//script | //style | //noscript | //template"):
        element.drop_tree()
    for line_break in tree.xpath("//br"):
        line_break.tail = "\ue000" + (line_break.tail or "")
    lines = (part for element in tree.xpath(PARAGRAPHS) for part in element.text_content().split("\ue000"))
    text = "\n\n".join(line for line in (" ".join(each.split()) for each in lines) if len(line) > 60)
    return Document(
        id="page",
        source=url,
        sha256=hashlib.sha256(content).hexdigest(),
        text=text,
        encoding="utf-8",
        media_type="text/html",
        metadata=Metadata(url=url),
    )


def quotes_of(document: Document, draw: random.Random) -> Iterator[tuple[int, int]]:
    """Runs of sentences in no order, each inside one paragraph."""
    runs, at = [], 0
    for paragraph in document.text.split("\n\n"):
        sentences = list(split_sentences(document.text, at, at + len(paragraph)))
        for first in range(len(sentences)):
            last = min(len(sentences) - 1, first + draw.randrange(3))
            if sentences[first][1] - sentences[first][0] >= 20:
                runs.append((sentences[first][0], sentences[last][1]))
        at += len(paragraph) + 2
    draw.shuffle(runs)
    yield from runs


def main() -> None:
    """Print the share of quotes that are highlighted and scrolled to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, nargs="?", default=SHARED / "eval/external/ugly/html-articles")
    parser.add_argument("--quotes", type=int, default=200)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    files = {path.name: path.read_bytes() for path in sorted(options.pages.glob("*.html"))}
    if not files:
        sys.exit(f"no HTML pages in {options.pages}")
    draw = random.Random(1917)
    right, wrong, skipped = 0, [], 0
    with serving(files) as address, browsing() as browser:
        documents = {name: document_of(content, f"{address}/{name}") for name, content in files.items()}
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
