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
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from retrieval.answering import quoting
from retrieval.library.kgrams import KGrams
from retrieval.library.vocabulary import count_words
from retrieval.types import Quote
from retrieval.verifying.aligning import similarity
from retrieval.verifying.verdicts import Verdict, Verification
from retrieval.verifying.verifying import verify
from retrieval.verifying.vocabulary import date_of, number_of
from retrieval.verifying.words import find_words, strict
from seeds.document import Document, Metadata

PASSAGE = 600
TRIES = 50
KEPT_OUT = 8
BOOKS = ("txt-ascii", "txt-latin1", "txt-utf8", "html")
SHARES = {
    "exact": 0.15,
    "folded": 0.15,
    "near": 0.2,
    "negation": 0.1,
    "number": 0.1,
    "joined": 0.05,
    "elided": 0.05,
    "foreign": 0.2,
}
EXTRA = {"name": 0.1, "date": 0.05, "noise 5 %": 0.1, "noise 10 %": 0.1}
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


class NoCut(Exception):  # noqa: N818 - a state
    """Nothing could be cut where it was tried."""


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A quotation that was made, and the slices that it was made from."""

    kind: str
    text: str
    document: Document
    spans: tuple[tuple[int, int], ...]


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


# Books


def books(folder: Path, chance: random.Random) -> tuple[list[Document], list[Document]]:
    """The books of the library, and those that are kept out of it."""
    facts = {Path(each["file"]).name: each for each in json.loads((folder / "BOOKS.json").read_text("utf-8"))}
    paths = sorted(path for name in BOOKS for path in (folder / name).iterdir())
    titles = Counter(facts.get(path.name, {}).get("title") for path in paths)
    single = [
        path for path in paths if titles[facts.get(path.name, {}).get("title")] == 1 and "ten-days" not in path.name
    ]
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


# Cases


def make_cases(inside: list[Document], outside: list[Document], count: int, chance: random.Random) -> Iterator[Case]:
    """So many cases of the shares, and the extra ones."""
    for kind, share in {**SHARES, **EXTRA}.items():
        made = 0
        while made < round(count * share):
            with suppress(NoCut):
                case = MAKERS[kind](kind, chance.choice(outside if kind == "foreign" else inside), chance)
                if case is not None:
                    made += 1
                    yield case


def cut(book: Document, chance: random.Random, least: int = 8, most: int = 60) -> tuple[int, int]:
    """A slice of whole words from the body of a book: running text, no table and no contents."""
    length = chance.randint(least, most)
    licence = re.search(r"\*\*\* ?END OF|End of (?:the |this )?Project Gutenberg", book.text[len(book.text) // 4 :])
    size = len(book.text) // 4 + licence.start() if licence else len(book.text)
    for _ in range(TRIES):
        at = chance.randrange(size // 20, size - size // 20)
        words = [match.span() for match in re.finditer(r"\S+", book.text[at : at + 16 * length + 100])][1 : length + 1]
        if len(words) < length:
            continue
        start, end = at + words[0][0], at + words[-1][1]
        text = book.text[start:end]
        letters = sum(each.isalpha() for each in text)
        gaps = re.search(r"\n\s*\n|[ \t]{3,}\S|\.{2,}|…|\[|\]|[*_|]", text)
        if letters > 0.75 * len(text) and gaps is None and len(find_words(text)) >= least:
            return start, end
    raise NoCut


def exact(kind: str, book: Document, chance: random.Random) -> Case:
    """A slice as it stands."""
    start, end = cut(book, chance)
    return Case(kind=kind, text=book.text[start:end], document=book, spans=((start, end),))


def folded(kind: str, book: Document, chance: random.Random) -> Case | None:
    """Other quotation marks, dashes, spaces, case, ligatures, diacritics, line ends."""
    start, end = cut(book, chance)
    text = book.text[start:end]
    ways: list[Callable[[str], str]] = [
        lambda t: re.sub(r"\s+", " ", t),
        lambda t: re.sub(r"\s+", "\u00a0\n", t),
        lambda t: re.sub(r'"([^"]*)"', "“\\1”", t).replace("'", "’"),
        lambda t: t.replace("--", "—").replace("-", "‑"),
        str.upper,
        str.lower,
        lambda t: t.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ae", "æ"),
        lambda t: "".join(c + "\u0301" if c in "ae" else c for c in t),
        lambda t: unicodedata.normalize("NFD", t),
        lambda t: re.sub(r"([a-z]{4})([a-z]{4})", "\\1-\n\\2", t, count=2),
    ]
    changed = text
    for way in chance.sample(ways, 3):
        changed = way(changed)
    return Case(kind=kind, text=changed, document=book, spans=((start, end),)) if changed != text else None


def near(kind: str, book: Document, chance: random.Random) -> Case | None:
    """One to three words put in, left out or exchanged: plain ones."""
    start, end = cut(book, chance, 12)
    words = book.text[start:end].split()
    plain = re.findall(r"(?<=\s)[a-z]{4,9}(?=\s)", book.text[1000:200_000])
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(1, len(words) - 1)
        if not re.fullmatch(r"[a-z]+", words[at]) or words[at] in _MEANT or number_of(words[at]) or date_of(words[at]):
            continue
        other = chance.choice(plain)
        if other in _MEANT or number_of(other) or date_of(other):
            continue
        words[at : at + 1] = chance.choice([[], [other], [words[at], other]])
    text = " ".join(words)
    same = strict(text) == strict(book.text[start:end])
    return None if same else Case(kind=kind, text=text, document=book, spans=((start, end),))


_MEANT = frozenset(
    "not no never nor neither none nobody nothing nowhere without hardly scarcely cannot ne pas ni sans".split()
)


def negation(kind: str, book: Document, chance: random.Random) -> Case | None:
    """A denial put in or left out."""
    start, end = cut(book, chance, 10)
    text = " ".join(book.text[start:end].split())
    ways = [
        lambda t: re.sub(r"\b(was|were|is|are|had|could|would|did|will|should)\b(?! not)", r"\1 not", t, count=1),
        lambda t: re.sub(r"\b(not|never) ", "", t, count=1),
        lambda t: re.sub(r"\bwith\b", "without", t, count=1),
        lambda t: re.sub(r"\balways\b|\boften\b", "never", t, count=1),
        lambda t: re.sub(r"\bno\b", "some", t, count=1),
        lambda t: re.sub(r"\b(did|could|would|was) not\b", r"\1", t, count=1),
    ]
    chance.shuffle(ways)
    for way in ways:
        if (changed := way(text)) != text:
            return Case(kind=kind, text=changed, document=book, spans=((start, end),))
    return None


def number(kind: str, book: Document, chance: random.Random) -> Case | None:
    """Another number."""
    start, end = cut(book, chance, 10)
    text = " ".join(book.text[start:end].split())
    words = "two three four five six seven eight nine ten twenty thirty forty fifty".split()
    found = list(re.finditer(r"\d+|\b(?:" + "|".join(words) + r")\b", text))
    if not found:
        return None
    match = chance.choice(found)
    if match[0].isdigit():
        other = str(int(match[0]) + chance.choice([1, 2, 10, 100]))
    else:
        other = chance.choice([word for word in words if word != match[0]])
    changed = text[: match.start()] + other + text[match.end() :]
    return Case(kind=kind, text=changed, document=book, spans=((start, end),))


def name(kind: str, book: Document, chance: random.Random) -> Case | None:
    """A frequent name of the book in the place of another one."""
    names = Counter(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{4,}(?=[ ,.;])", book.text))
    common = [each for each, count in names.most_common(60) if count > 5 and not date_of(each)]
    start, end = cut(book, chance, 10)
    text = " ".join(book.text[start:end].split())
    here = [each for each in common if re.search(rf"\b{each}\b", text)]
    others = [each for each in common if each[:2] not in {h[:2] for h in here}]
    if not here or not others:
        return None
    changed = re.sub(rf"\b{here[0]}\b", chance.choice(others), text)
    return Case(kind=kind, text=changed, document=book, spans=((start, end),))


def date(kind: str, book: Document, chance: random.Random) -> Case | None:
    """Another month."""
    months = "January February April June July September October November December".split()
    start, end = cut(book, chance, 10)
    text = " ".join(book.text[start:end].split())
    here = [month for month in months if month in text]
    if not here:
        return None
    changed = text.replace(here[0], chance.choice([month for month in months if month not in here]), 1)
    return Case(kind=kind, text=changed, document=book, spans=((start, end),))


def joined(kind: str, book: Document, chance: random.Random) -> Case:
    """Two slices of a book, with an ellipsis between them or without one."""
    spans = tuple(cut(book, chance, 8, 30) for _ in range(2))
    glue = chance.choice([" ... ", " [...] ", " … "]) if kind == "elided" else " "
    text = glue.join(" ".join(book.text[start:end].split()) for start, end in spans)
    return Case(kind=kind, text=text, document=book, spans=spans)


def noisy(kind: str, book: Document, chance: random.Random) -> Case:
    """Misread letters: exchanged, lost, doubled."""
    share = int(re.search(r"\d+", kind)[0]) / 100  # type: ignore[index]
    start, end = cut(book, chance)
    letters = []
    for char in book.text[start:end]:
        if chance.random() >= share:
            letters.append(char)
        else:
            letters.append(chance.choice([chance.choice("eonrtlic1f0"), chance.choice("acmhusvyb"), "", char + char]))
    return Case(kind=kind, text="".join(letters), document=book, spans=((start, end),))


MAKERS: dict[str, Callable[[str, Document, random.Random], Case | None]] = {
    "exact": exact,
    "folded": folded,
    "near": near,
    "negation": negation,
    "number": number,
    "name": name,
    "date": date,
    "joined": joined,
    "elided": joined,
    "foreign": exact,
    "noise 5 %": noisy,
    "noise 10 %": noisy,
}


if __name__ == "__main__":
    main()
