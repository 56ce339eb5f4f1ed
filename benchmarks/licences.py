"""Whether anything that a digital library prints round its books is ever quoted.

    python benchmarks/licences.py             # every quotable text of ../shared/eval/external/history, no index needed
    python benchmarks/licences.py --home DIR  # 200 questions about licences and e-texts, asked of a library of such books

The first looks for the library's words in all that is not masked; the second counts quotes with such words.
"""

import argparse
import itertools
import os
import re
from pathlib import Path

from retrieval.archive import Archive
from retrieval.settings import Settings
from seeds.errors import SourceError
from seeds.readers import READERS, Reading, reader_for

SHARED = Path(os.environ.get("QUOTH_SHARED", Path(__file__).parents[2] / "shared"))
# Words that no book of the time has; the printer John Gutenberg is no project.
_LIBRARY = re.compile(
    r"project gutenberg|gutenberg(?:-tm|\.org|\.net| license| literary)|\b(?:e-?texts?|(?<![a-z-])e-?books?)\b|standard ebooks"
    r"|distributed proofread|electronic works?\b|archive foundation|small print!|transcriber['’]s note|plain vanilla ascii|https?://",
    re.IGNORECASE,
)
_ASKED = (
    "What does {} say?", "Who may copy {}?", "May I sell {}?", "Who owns {}?", "When was {} released?",
    "Who produced {}?", "What are the terms of {}?", "How do I donate to {}?", "Is there a warranty for {}?", "Where can I download {}?",
)  # fmt: skip
_ABOUT = (
    "Project Gutenberg", "the Project Gutenberg License", "this eBook", "the e-text", "the trademark", "the Literary Archive Foundation",
    "the public domain text", "the small print", "the transcriber's notes", "the Distributed Proofreaders", "the ASCII edition",
    "Standard Ebooks", "the colophon", "the electronic work", "the full license", "the donation page", "the copyright notice of the file",
    "the refund", "the indemnity", "the newsletter about new eBooks",
)  # fmt: skip
QUESTIONS = [asked.format(about) for asked, about in itertools.product(_ASKED, _ABOUT)]


def kept(reading: Reading) -> list[str]:
    """The pieces of the text that may be quoted."""
    edges = [0, *(edge for mask in reading.masks for edge in (mask.start, mask.end)), len(reading.text)]
    return [reading.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def look(folder: Path) -> None:
    """Prints every quotable place with the library's words."""
    files, found = 0, 0
    for path in sorted(folder.rglob("*")):
        if path.suffix not in READERS:
            continue
        try:
            reading = reader_for(path.suffix, name=path.name)(path.read_bytes(), name=path.name)
        except SourceError as error:
            print(error)
            continue
        files += 1
        for piece in kept(reading):
            for match in _LIBRARY.finditer(piece):
                found += 1
                print(f"{path.name}: {' '.join(piece[max(0, match.start() - 60) : match.end() + 60].split())}")
    print(f"{files} books: {found} quotable places with a library's words")


def ask(home: Path) -> None:
    """Prints every quote with the library's words, and how many questions were answered."""
    answered, quotes, bad = 0, 0, 0
    with Archive.open(Settings(home=home)) as archive:
        for question in QUESTIONS:
            answer = archive.ask(question)
            answered += not answer.abstained
            for quote in answer.quotes:
                quotes += 1
                if _LIBRARY.search(quote.text):
                    bad += 1
                    print(f"{question} -> {quote.document}: {quote.text!r}")
    print(f"{len(QUESTIONS)} questions, {answered} answered, {quotes} quotes shown: {bad} with a library's words")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path)
    chosen = parser.parse_args()
    if chosen.home:
        ask(chosen.home)
    else:
        look(SHARED / "eval" / "external" / "history")
