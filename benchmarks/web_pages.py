"""How well the text of saved web pages is kept, and what stands round it left out.

    python benchmarks/web_pages.py            # ../shared/eval/external/ugly/html-articles and html-navigation

html-articles: F1 of runs of four words against bodies made by hand (the measure of the article-extraction-benchmark, which the
pages come from), for Quoth's unmasked text and for trafilatura's own. html-navigation: sentences that must be there, and that
must not; soft hyphens, which nobody sees, are left out of both sides.
"""

import json
import os
import re
import warnings
from collections import Counter
from pathlib import Path

import trafilatura

from seeds.readers import Reading
from seeds.readers.html import read

SHARED = Path(os.environ.get("QUOTH_SHARED", Path(__file__).parents[2] / "shared")) / "eval" / "external" / "ugly"
_WORD = re.compile(r"\w+", re.UNICODE)


def kept(reading: Reading) -> str:
    """The text that may be quoted."""
    pieces, position = [], 0
    for mask in reading.masks:
        pieces.append(reading.text[position : mask.start])
        position = mask.end
    return "\n".join([*pieces, reading.text[position:]])


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words."""
    words = _WORD.findall(text)
    return Counter(zip(*(words[k:] for k in range(4)), strict=False)) or Counter([tuple(words)] if words else [])


def scores(true: str, found: str) -> tuple[float, float]:
    """Precision and recall of the runs found."""
    a, b = shingles(true), shingles(found)
    shared = sum((a & b).values())
    return shared / max(1, sum(b.values())), shared / max(1, sum(a.values()))


def articles() -> None:
    """Prints the table of html-articles."""
    folder = SHARED / "html-articles"
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    sums = {"quoth": [0.0, 0.0], "trafilatura": [0.0, 0.0]}
    pages = sorted(folder.glob("*.html"))
    for page in pages:
        true = truth[page.stem]["articleBody"]
        data = page.read_bytes()
        found = {
            "quoth": kept(read(data, name=page.name)),
            "trafilatura": trafilatura.extract(data, include_comments=False) or "",
        }
        line = []
        for name, text in found.items():
            precision, recall = scores(true, text)
            sums[name][0] += precision
            sums[name][1] += recall
            line.append(f"{name} {precision:.3f} {recall:.3f}")
        print(f"{page.name[:16]:18}{'   '.join(line)}")
    for name, (precision, recall) in sums.items():
        p, r = precision / len(pages), recall / len(pages)
        print(f"{name:12} precision {p:.4f}  recall {r:.4f}  F1 {2 * p * r / (p + r):.4f}  ({len(pages)} pages)")


def navigation() -> None:
    """Prints the table of html-navigation."""
    folder = SHARED / "html-navigation"
    known = json.loads((folder / "evaldata.json").read_text("utf-8"))
    expected = {entry["file"]: entry for entry in known.values()}
    totals: Counter[str] = Counter()
    for page in sorted(folder.glob("*.html")):
        if page.name not in expected:
            continue
        text = plain(kept(read(page.read_bytes(), name=page.name)))
        wanted, unwanted = expected[page.name]["with"], expected[page.name]["without"]
        lost = [each for each in wanted if plain(each) not in text]
        left = [each for each in unwanted if plain(each) in text]
        totals.update(wanted=len(wanted), lost=len(lost), unwanted=len(unwanted), left=len(left))
        print(f"{page.name:55} lost {lost}  left {left}")
    survived = 1 - totals["lost"] / totals["wanted"]
    gone = 1 - totals["left"] / totals["unwanted"]
    print(
        f"must survive: {survived:.1%} of {totals['wanted']} do; must not: {gone:.1%} of {totals['unwanted']} are gone"
    )


def plain(text: str) -> str:
    """The text as it is seen: without soft hyphens, its blanks collapsed."""
    return " ".join(text.replace("\xad", "").split())


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    articles()
    navigation()
