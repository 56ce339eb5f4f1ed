"""Print what cleaning finds in documents whose boilerplate, copies and speakers are known, without the catalogue.

    python benchmarks/cleaning.py ../shared/seeds
    python benchmarks/cleaning.py ../shared/seeds --books ../shared/eval/external/history

The folder holds text files and `sources.json`, which names ranges of each. Blanks do not count. "boilerplate" is the
share of the boilerplate's characters that is masked; "body" the masked share of everything else save captions and second
copies, so that titles and bylines are body: they are not boilerplate. A copy counts as found where a mask has just its
range and names the range that it repeats. A speaker counts where one voice covers the range and names him.
"""

import argparse
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seeds.document import Mask, MaskReason, Voice
from seeds.readers import Reading, reader_for

Range = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """What was found in one file."""

    boilerplate: float
    body: float
    captions: tuple[int, int]
    copies: tuple[int, int]
    speakers: tuple[int, int]


def measure(reading: Reading, known: Mapping[str, Any]) -> Figures:
    """The figures of one file against what `sources.json` knows of it."""
    text, masks = reading.text, reading.masks
    boilerplate = _places(text, known["boilerplate"])
    captions = [(a, b) for a, b, *_ in known.get("captions", [])]
    copies = [sorted([tuple(pair["a"]), tuple(pair["b"])]) for pair in known["duplicates"] if pair["kind"] == "exact"]
    not_body = boilerplate | _places(text, captions) | _places(text, (second for _, second in copies))
    body = {k for k, character in enumerate(text) if not character.isspace()} - not_body
    masked = _places(text, ((mask.start, mask.end) for mask in masks))
    quoted = known.get("block_quotes", [])
    return Figures(
        boilerplate=len(masked & boilerplate) / len(boilerplate) if boilerplate else 1.0,
        body=len(masked & body) / len(body),
        captions=(sum(_places(text, [caption]) <= masked for caption in captions), len(captions)),
        copies=(sum(_is_copy(masks, *pair) for pair in copies), len(copies)),
        speakers=(sum(_is_named(reading.voices, *quote) for quote in quoted), len(quoted)),
    )


def _places(text: str, ranges: Iterable[Any]) -> set[int]:
    return {k for start, end, *_ in ranges for k in range(start, end) if not text[k].isspace()}


def _is_copy(masks: Iterable[Mask], first: Range, second: Range) -> bool:
    return any((mask.start, mask.end) == second and mask.repeats == first for mask in masks)


def _is_named(voices: Iterable[Voice], start: int, end: int, who: str) -> bool:
    return any(v.start <= start and end <= v.end and v.speaker.split()[-1] in who for v in voices)


def read(path: Path) -> Reading:
    """The file as its reader understands it, without any catalogue."""
    return reader_for(path.suffix, name=path.name)(path.read_bytes(), name=path.name)


def main() -> None:
    """Print a row per file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--books", type=Path, help="a folder of plain-text books: the masked share of each, and the seconds"
    )
    options = parser.parse_args()
    sources = json.loads((options.folder / "sources.json").read_text("utf-8"))["sources"]
    print(
        f"{'file':26}{'boilerplate':>12}{'body':>8}{'captions':>10}{'copies':>8}{'speakers':>10}  title | author | date"
    )
    for known in sources:
        reading = read(options.folder / known["file"])
        row, facts = measure(reading, known), reading.metadata
        print(
            f"{known['file']:26}{row.boilerplate:12.1%}{row.body:8.2%}"
            f"{_of(row.captions):>10}{_of(row.copies):>8}{_of(row.speakers):>10}"
            f"  {facts.title} | {facts.author} | {facts.published}"
        )
    if options.books:
        _print_books(sorted(options.books.glob("txt-*/*.txt")))


def _of(counts: tuple[int, int]) -> str:
    found, known = counts
    return f"{found}/{known}" if known else "-"


def _print_books(paths: Iterable[Path]) -> None:
    print(f"\n{'book':72}{'MB':>6}{'CPU s':>9}{'masked':>9}   (the library's licence apart)")
    for path in paths:
        started = time.process_time()
        reading = read(path)
        seconds = time.process_time() - started
        masked = sum(mask.end - mask.start for mask in reading.masks if mask.reason is not MaskReason.LICENCE)
        print(f"{path.name[:70]:72}{path.stat().st_size / 1e6:6.2f}{seconds:9.2f}{masked / len(reading.text):9.2%}")


if __name__ == "__main__":
    main()
