"""Quotations made for `benchmarks/verifying.py`: cut from books, folded, edited, falsified, joined, misread."""

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from retrieval.verifying.vocabulary import date_of, number_of
from retrieval.verifying.words import find_words, strict
from seeds.document import Document

TRIES = 50
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


class NoCut(Exception):  # noqa: N818 - a state
    """Nothing could be cut where it was tried."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A quotation that was made, and the slices that it was made from."""

    kind: str
    text: str
    document: Document
    spans: tuple[tuple[int, int], ...]


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
