"""Whether the title and the author of each book are found without a catalogue, and how much of it is masked, and why.

    python benchmarks/books.py                   # ../shared/eval/external/history, against its BOOKS.json
    python benchmarks/books.py --folder PATH

A title counts where the words of the true main title (before a colon, a semicolon, a dash or a line end) stand in it in order,
nearly (rapidfuzz partial ratio from 85); an author where the surname stands in it, nearly (from 80, so that Trotzky is Trotsky).
Books whose author BOOKS.json does not know count for the title only. EPUBs are known there by "author_title".
"""

import argparse
import json
import os
import re
import time
import unicodedata
from collections import Counter
from pathlib import Path

from rapidfuzz import fuzz

from seeds.errors import SourceError
from seeds.readers import READERS, Reading, reader_for

SHARED = Path(os.environ.get("QUOTH_SHARED", Path(__file__).parents[2] / "shared"))


def plain(text: str) -> str:
    """Letters and digits in lower case, without accents, one space between words."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[a-z0-9]+", bare.casefold())) or text.casefold()


def known(book: dict[str, str]) -> tuple[str, str]:
    """The true title and the author's surname, either perhaps empty."""
    title, author = book["title"], book["author"]
    if "_" in title and not author:
        author, _, title = title.partition("_")
        return title, author.split()[-1]
    title = re.sub(r"\s*\((?:ascii|latin-1|html|older PG edition)\)\Z", "", title)
    return re.split(r"\n|;|\s[—-]\s|:(?! WW)(?<!Wikipedia:)", title)[0], author.split(",")[0]


def is_right(true: str, found: str | None, least: int) -> bool:
    """Whether the words of `true` stand in what was found, nearly."""
    return not true or (bool(found) and fuzz.partial_ratio(plain(true), plain(found or "")) >= least)


def report(folder: Path) -> None:
    """Prints a line for each book, then the shares."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for book in json.loads((folder / "BOOKS.json").read_text("utf-8")):
        path = folder.parent / book["file"]
        if not path.exists():
            continue
        began = time.perf_counter()
        reading = _read(path)
        title, author = known(book)
        facts = reading.metadata if reading else None
        marks = {
            "title": is_right(title, facts.title if facts else None, 85),
            "author": is_right(author, facts.author if facts else None, 80),
        }
        kind = path.parent.name
        total[kind] += 1
        for name, good in marks.items():
            right[name] += good
            right[f"{kind} {name}"] += good
        flag = "" if all(marks.values()) else "  <-- " + ", ".join(name for name, good in marks.items() if not good)
        print(f"{path.name[:44]:45}{_facts(reading)}  {time.perf_counter() - began:.1f} s{flag}")
    for kind, number in total.items():
        print(
            f"{kind:12} {number:3} books, title right {right[f'{kind} title']:3}, author right {right[f'{kind} author']:3}"
        )
    number = total.total()
    print(f"all {number}: title {right['title'] / number:.1%}, author {right['author'] / number:.1%}")


def _read(path: Path) -> Reading | None:
    suffix = path.suffix
    if suffix not in READERS:
        return None
    try:
        return reader_for(suffix, name=path.name)(path.read_bytes(), name=path.name)
    except SourceError as error:
        print(error)
        return None


def _facts(reading: Reading | None) -> str:
    if reading is None:
        return "not read"
    facts = reading.metadata
    masked: Counter[str] = Counter()
    for mask in reading.masks:
        masked[mask.reason.name.lower()] += mask.end - mask.start
    shares = ", ".join(f"{name} {count / len(reading.text):.1%}" for name, count in masked.most_common())
    people = f"{facts.author}" + (f", tr. {facts.translator}" if facts.translator else "")
    parts = f"{len(reading.sections)} sections, {len(reading.notes)} notes, {len(reading.pages)} pages"
    return f"{(facts.title or '')[:60]!r} / {people} / {facts.published} / {facts.language}; {parts}; {shares}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=SHARED / "eval" / "external" / "history")
    report(parser.parse_args().folder)
