"""Scanned pages through Tesseract (Apache-2.0), which is a program of its own: `apt install tesseract-ocr`."""

import csv
import io
import os
import shutil
import statistics
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from seeds.errors import SourceError
from seeds.readers.pdf.glyphs import Picture
from seeds.readers.pdf.lines import Line

DOTS = 300
"""Dots to an inch, which Tesseract's documentation asks for."""
_PROGRAM = "tesseract"
_SECONDS = 120
_ABOUT = 1.5
_COLUMN_GAP = 0.7
_UPRIGHT = 0.6
"""What Tesseract is less sure of may be upside down."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Recognised:
    """The lines of a page in points, and how sure Tesseract is of its letters, 0 to 1."""

    lines: tuple[Line, ...]
    confidence: float


def recognise(page: Picture, *, languages: str, name: str) -> Recognised:
    """The text in a picture of a page, which is turned where it lies on its side or stands on its head.

    Raises:
        SourceError: where Tesseract or a language is not installed, or a page is too much for it.
    """
    if shutil.which(_PROGRAM) is None:
        raise SourceError(f"the scanned pages of {name!r} need Tesseract: install it (apt install tesseract-ocr)")
    best = _run(page, languages, name)
    if best.confidence < _UPRIGHT:
        turned = [_quarter(page)]
        turned += [_quarter(turned[0]), _quarter(_quarter(turned[0]))]
        best = max([best, *(_run(each, languages, name) for each in turned)], key=lambda found: found.confidence)
    return best


def _quarter(page: Picture) -> Picture:
    """The picture turned clockwise by a quarter."""
    columns = (page.pixels[x :: page.width][::-1] for x in range(page.width))
    return Picture(pixels=b"".join(columns), width=page.height, height=page.width, scale=page.scale)


def _run(page: Picture, languages: str, name: str) -> Recognised:
    command = [_PROGRAM, "stdin", "stdout", "-l", languages, "--dpi", str(DOTS), "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 - the languages are one argument, and no shell reads it
            command,
            input=b"P5 %d %d 255\n" % (page.width, page.height) + page.pixels,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError(
            f"a page of {name!r} took Tesseract more than {_SECONDS} s: scan it again, smaller"
        ) from error
    if done.returncode:
        if b"language" in done.stderr:
            packages = ", ".join(f"tesseract-ocr-{each}" for each in languages.split("+"))
            raise SourceError(f"Tesseract has no data for the language {languages!r}: install {packages}")
        raise SourceError(f"Tesseract could not read a page of {name!r}: leave --ocr out, or scan the page again")
    return _recognised(done.stdout.decode("utf-8", "replace"), 1 / page.scale)


def _recognised(table: str, scale: float) -> Recognised:
    """The lines in Tesseract's table of words."""
    words = defaultdict(list)
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == "5" and (row["text"] or "").strip():
            words[row["block_num"], row["par_num"], row["line_num"]].append(row)
    letters = [(len(word["text"]), float(word["conf"])) for line in words.values() for word in line]
    count = sum(number for number, _ in letters)
    lines = [_line(part, scale) for line in words.values() for part in _pieces(line)]
    return Recognised(
        lines=tuple(_evened(lines)),
        confidence=round(sum(number * sure for number, sure in letters) / count / 100, 2) if count else 0.0,
    )


def _pieces(words: list[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    """The words of a line, parted where the space between them is one between columns."""
    height = statistics.median(int(word["height"]) for word in words)
    begun = 0
    for k, (before, after) in enumerate(pairwise(words), start=1):
        if int(after["left"]) - int(before["left"]) - int(before["width"]) > _COLUMN_GAP * height:
            yield words[begun:k]
            begun = k
    yield words[begun:]


def _line(words: list[dict[str, str]], scale: float) -> Line:
    left = min(int(word["left"]) for word in words)
    right = max(int(word["left"]) + int(word["width"]) for word in words)
    top = min(int(word["top"]) for word in words)
    bottom = max(int(word["top"]) + int(word["height"]) for word in words)
    return Line(
        text=" ".join(word["text"] for word in words),
        left=left * scale,
        right=right * scale,
        top=top * scale,
        bottom=bottom * scale,
        size=(bottom - top) * scale,
        bold=False,
    )


def _evened(lines: list[Line]) -> list[Line]:
    """The lines with one height where they differ only by the letters that they happen to hold."""
    if not lines:
        return []
    usual = statistics.median(line.size for line in lines)
    return [replace(line, size=usual) if usual / _ABOUT < line.size < usual * _ABOUT else line for line in lines]
