"""Quotations cut from history books, folded, edited, falsified and joined: what `quoth verify` says, where, and how fast.

    python benchmarks/verifying.py [--shared ../shared] [--passages 100000] [--cases 1000] [--json FILE]

The books are those of `../shared/eval/external/history`; some are kept out of the library, to cut foreign text from.
Nothing is embedded: the k-grams are built from the books' texts by the code that builds a library's. Where the books do
not make up the passages that are asked for (600 characters each), words of theirs in random order do.
"""

import argparse
import json
import random
import re
import statistics
import time
from collections import Counter
from collections.abc import Collection
from pathlib import Path

from quotation_cases import Case, make_cases

from retrieval.answering import quoting
from retrieval.library.kgrams import KGrams
from retrieval.library.vocabulary import count_words
from retrieval.types import Quote
from retrieval.verifying.aligning import similarity
from retrieval.verifying.verdicts import Verdict, Verification
from retrieval.verifying.verifying import verify
from retrieval.verifying.words import strict
from seeds.document import Document, Metadata

PASSAGE = 600
KEPT_OUT = 8
BOOKS = ("txt-ascii", "txt-latin1", "txt-utf8", "html")
WANTED = {
    "exact": {Verdict.EXACT},
    "folded": {Verdict.FOLDED},
    "near": {Verdict.NEAR},
    "negation": {Verdict.ALTERED},
    "number": {Verdict.ALTERED},
    "name": {Verdict.ALTERED},
    "date": {Verdict.ALTERED},
    "joined": {Verdict.PARTIAL},
    "elided": {Verdict.PARTIAL},
    "foreign": {Verdict.ABSENT},
    "noise 5 %": {Verdict.NEAR, Verdict.ALTERED},
    "noise 10 %": {Verdict.NEAR, Verdict.ALTERED},
}


class BookShelf:
    """Documents in memory with their k-grams."""

    def __init__(self, documents: Collection[Document]) -> None:
        self._documents = dict(enumerate(documents))
        self._kgrams = KGrams.build((number, each.text) for number, each in self._documents.items())
        self._uses = count_words(line for each in documents for line in each.text.split(". "))

    def kgrams(self) -> KGrams:
        """Their index."""
        return self._kgrams

    def numbers(self, documents: Collection[str]) -> list[int]:
        """Their numbers by their ids."""
        return [number for number, each in self._documents.items() if each.id in documents]

    def document(self, number: int) -> Document:
        """One of them."""
        return self._documents[number]

    def capitalised(self, word: str) -> float | None:
        """The share of a word's uses with a capital."""
        uses = self._uses.get(word.lower())
        return uses[1] / uses[0] if uses else None

    def quote(self, document: Document, start: int, end: int, *, confidence: float) -> Quote | None:
        """A slice as a quote."""
        return quoting.make(document, start, end, paragraph=1, confidence=confidence)


def main() -> None:
    """Make the cases, verify them, and print what came out."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    arguments.add_argument("--passages", type=int, default=100_000)
    arguments.add_argument("--cases", type=int, default=1_000)
    arguments.add_argument("--seed", type=int, default=1917)
    arguments.add_argument("--json", type=Path)
    arguments.add_argument("--show", action="store_true", help="print the cases that went wrong")
    given = arguments.parse_args()
    chance = random.Random(given.seed)
    inside, outside = books(given.shared / "eval" / "external" / "history", chance)
    began = time.perf_counter()
    filler = filled_up(inside, given.passages * PASSAGE, chance)
    shelf = BookShelf([*inside, *filler])
    size = sum(len(each.text) for each in (*inside, *filler))
    print(f"{len(inside)} books and {len(filler)} of filler, {size:,} characters: {size // PASSAGE:,} passages")
    print(f"k-grams built in {time.perf_counter() - began:.1f} s")
    cases = list(make_cases(inside, outside, given.cases, chance))
    figures = measured(shelf, cases, show=given.show)
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1) + "\n")


def measured(shelf: BookShelf, cases: list[Case], *, show: bool) -> dict[str, dict[str, float]]:
    """Verify the cases and print a line for each kind: verdict as wanted, right place, time."""
    verify(shelf, cases[0].text)  # the first one touches the index
    by_kind: dict[str, list[tuple[bool, bool]]] = {}
    verdicts: dict[str, Counter[str]] = {}
    seconds = []
    for case in cases:
        began = time.process_time()  # of this process: other work on the machine does not count
        made = verify(shelf, case.text)
        seconds.append(time.process_time() - began)
        right, there = made.verdict in WANTED[case.kind], is_there(made, case)
        by_kind.setdefault(case.kind, []).append((right, there))
        verdicts.setdefault(case.kind, Counter())[made.verdict.value] += 1
        if show and not (right and there):
            print(f"-- {case.kind}: {made.verdict} {made.note}\n   {case.text!r}\n   {made.main.diff}")
    figures = {}
    print(f"{'kind':<12}{'cases':>7}{'verdict':>9}{'place':>8}  verdicts")
    for kind, found in by_kind.items():
        verdict = statistics.mean(right for right, _ in found)
        place = statistics.mean(there for _, there in found)
        figures[kind] = {"cases": len(found), "verdict": verdict, "place": place}
        print(f"{kind:<12}{len(found):>7}{verdict:>9.1%}{place:>8.1%}  {dict(verdicts[kind].most_common())}")
    quantiles = statistics.quantiles(seconds, n=100)
    figures["milliseconds"] = {"p50": 1000 * quantiles[49], "p95": 1000 * quantiles[94], "max": 1000 * max(seconds)}
    print(", ".join(f"{name} {value:.1f} ms" for name, value in figures["milliseconds"].items()))
    return figures


def is_there(made: Verification, case: Case) -> bool:
    """Whether each slice that the case was made from was found, there or where the same words stand once more."""
    quotes = made.quotes
    if case.kind == "foreign":
        return not quotes
    return all(any(_is_the_slice(quote, case.document, span) for quote in quotes) for span in case.spans)


def _is_the_slice(quote: Quote, document: Document, span: tuple[int, int]) -> bool:
    start, end = span
    if quote.document == document.id and quote.start < end and start < quote.end:
        return True
    if any(place.document == document.id and place.start < end and start < place.end for place in quote.also_at):
        return True
    return similarity(strict(quote.text), strict(document.text[start:end])) > 0.9


def books(folder: Path, chance: random.Random) -> tuple[list[Document], list[Document]]:
    """The books of the library, and those that are kept out of it: an author of several repeats himself."""
    facts = {Path(each["file"]).name: each for each in json.loads((folder / "BOOKS.json").read_text("utf-8"))}
    paths = sorted(path for name in BOOKS for path in (folder / name).iterdir())
    authors = Counter(facts.get(path.name, {}).get("author") for path in paths)
    single = [path for path in paths if authors[facts.get(path.name, {}).get("author")] == 1]
    kept_out = set(chance.sample([path for path in single if path.suffix == ".txt"], KEPT_OUT))
    made = {path: document(path, facts.get(path.name, {})) for path in paths}
    return [made[path] for path in paths if path not in kept_out], [made[path] for path in sorted(kept_out)]


def document(path: Path, facts: dict[str, str]) -> Document:
    """A book; of a page its text without the tags."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if path.suffix != ".txt":
        text = re.sub(r"(?s)<(script|style|head)\b.*?</\1>|<[^>]*>", "", text)
        text = re.sub(r"&(?:#?\w+);", "", text)
    return Document(
        id=path.stem,
        source=str(path),
        sha256="0" * 64,
        text=text,
        encoding="utf-8",
        media_type="text/plain",
        metadata=Metadata(title=facts.get("title"), author=facts.get("author") or None),
    )


def filled_up(inside: list[Document], size: int, chance: random.Random) -> list[Document]:
    """Documents of the books' words in random order, until all have `size` characters together."""
    missing = size - sum(len(each.text) for each in inside)
    words = [word for each in inside[:10] for word in each.text.split()]
    made = []
    while missing > 0:
        chance.shuffle(words)
        text = " ".join(words)[:missing]
        missing -= len(text)
        made.append(Document(
            id=f"filler-{len(made)}", source="", sha256="0" * 64, text=text, encoding="utf-8", media_type="text/plain", metadata=Metadata(),
        ))  # fmt: skip
    return made


if __name__ == "__main__":
    main()
