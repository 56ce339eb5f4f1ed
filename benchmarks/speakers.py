"""Draw quoted passages at random from a folder of documents, and print each with its context and the speaker found.

    python benchmarks/speakers.py --passages 100 --files 12 --seed 1 ../shared/eval/external/history

A person reads the page and judges: right, wrong, or absent. A passage is what stands between two quotation marks, in one
paragraph or several, and is a sentence of at least six words; titles and single phrases are not drawn. As many are drawn from
each of the documents, which are drawn at random too. Nothing is judged here; the last line only counts those with a speaker.
"""

import argparse
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from retrieval.answering.citing import speaker_of
from seeds.cleaning import Page
from seeds.document import Document
from seeds.quotations import Quotation, quotations
from seeds.sources import discover, read
from seeds.structure.layout import Paragraph

_FEWEST_WORDS = 6
_LONGEST_TAG = 90
_AROUND = 700
_OPENS = re.compile(r"[“„«\"][\W_]*[A-ZÀ-ÞА-ЯЁ]")
_ENDS = re.compile(r"[.!?…,—-]['’)\]_]*[”»“\"]?\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Quoted words, where they stand (characters from the document's start), what stands around them, and the speaker of their
    middle; None where they stay with the author.
    """

    source: str
    start: int
    before: str
    quoted: str
    after: str
    speaker: str | None


def passages(part: Paragraph) -> list[Quotation]:
    """The quotations of a paragraph in which somebody speaks: a sentence's start, or what goes on after a tag, and its end."""
    found, drawable = quotations(part), []
    for before, quoted in zip([None, *found], found, strict=False):
        words = part.text[quoted.start - part.start : quoted.end - part.start]
        between = part.text[before.end - part.start : quoted.start - part.start] if before else ""
        goes_on = bool(between) and len(between) <= _LONGEST_TAG and between.rstrip().endswith((",", ":", "--", "—"))
        opens = goes_on or bool(_OPENS.match(words))
        if len(words.split()) >= _FEWEST_WORDS and opens and (not quoted.closed or _ENDS.search(words)):
            drawable.append(quoted)
    return drawable


def speaker_at(document: Document, at: int) -> str | None:
    """Who is cited for what stands there; None for the document's author."""
    return speaker_of(document, at, at + 1)


def draw(document: Document, count: int, chance: random.Random) -> list[Passage]:
    """So many passages of a document, in its order."""
    text = document.text
    paragraphs = Page.from_text(text).outside(document.masks)
    found = [each for part in paragraphs for each in passages(part)]
    drawn = sorted(chance.sample(found, min(count, len(found))), key=lambda each: each.start)
    return [
        Passage(
            source=Path(document.source).name,
            start=each.start,
            before=text[max(0, each.start - _AROUND) : each.start],
            quoted=text[each.start : each.end],
            after=text[each.end : each.end + _AROUND // 2],
            speaker=speaker_at(document, (each.start + each.end) // 2),
        )
        for each in drawn
    ]


def main() -> int:
    """Draws and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--passages", type=int, default=100)
    parser.add_argument("--files", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", default="en", help="only documents in this language")
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)
    files = list(discover([chosen.folder]).files)
    chance.shuffle(files)
    drawn: list[Passage] = []
    documents = 0
    for file in files:
        if documents == chosen.files:
            break
        document = read(file)
        left = chosen.passages - len(drawn)
        found = draw(document, -(-left // (chosen.files - documents)), chance)
        if document.metadata.language == chosen.language and found:
            drawn += found
            documents += 1
    for number, each in enumerate(drawn, start=1):
        print(f"=== {number} | {each.source} | {each.start} | SPEAKER: {each.speaker or '-'}")
        print(f"{' '.join(each.before.split())} ⟦{' '.join(each.quoted.split())}⟧ {' '.join(each.after.split())}\n")
    print(f"{len(drawn)} passages of {documents} documents, {sum(bool(each.speaker) for each in drawn)} with a speaker")
    return 0


if __name__ == "__main__":
    sys.exit(main())
