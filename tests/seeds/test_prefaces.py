"""An introduction that another signed is his; the author's own preface is the author's."""

import textwrap
from pathlib import Path

import pytest

from seeds.document import Voice, VoiceKind
from seeds.sources import read

WORDS = textwrap.fill(
    "The miller wrote this book in a barn, by the light of a lantern, and it has the smell of both. Whoever has seen the"
    " weir in March will know that he tells the truth about it, and whoever has not will believe him.",
    66,
)
CHAPTER = textwrap.fill(
    "In the first winter the weir froze, and we walked across it to the other bank with a cart. " * 3, 66
)


def voices(folder: Path, heading: str, end: str, front: str = "") -> list[tuple[str, str | None]]:
    """The prefaces of a book by Jonas Reeve, as pairs of their words and their writer."""
    file = folder / "weir.txt"
    preface = f"{heading}\n\n{WORDS}\n\n{WORDS}\n\n{end}"
    text = f"The Weir\n\nby Jonas Reeve\n\n{front}\n\n\n{preface}\n\n\n\nCHAPTER I\n\n{CHAPTER}\n\n{CHAPTER}\n"
    file.write_text(text, "utf-8")
    (folder / "catalogue.toml").write_text('["weir.txt"]\nauthor = "Jonas Reeve"\n', "utf-8")
    found: tuple[Voice, ...] = read(file).voices
    return [(text[each.start : each.end], each.speaker) for each in found if each.kind is VoiceKind.PREFACE]


@pytest.mark.parametrize("heading", ["INTRODUCTION", "PREFACE", "Foreword", "NOTE BY THE EDITOR", "Publisher's Note"])
@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("MARTHA QUILL.", "Martha Quill"),
        ("M. J. Quill", "M. J. Quill"),
        ("M.J. Quill.", "M. J. Quill"),
        ("    MARTHA QUILL.\n    _Lindenau, April, 1904._", "Martha Quill"),
        ("Martha Quill\n\nLindenau, April 3, 1904.", "Martha Quill"),
    ],
)
def test_an_introduction_belongs_to_whom_signs_it(tmp_path: Path, heading: str, end: str, name: str) -> None:
    ((words, speaker),) = voices(tmp_path, heading, end)
    assert speaker == name
    assert words.startswith(WORDS)
    assert name.split()[-1].upper() in words.splitlines()[-1].upper()


def test_a_signer_without_a_given_name_that_is_known_counts_where_the_title_page_announces_him(tmp_path: Path) -> None:
    end = "ZEBULIN QUILL."
    assert voices(tmp_path, "INTRODUCTION", end) == []
    ((_, speaker),) = voices(tmp_path, "INTRODUCTION", end, front="WITH AN INTRODUCTION BY\nZEBULIN QUILL")
    assert speaker == "Zebulin Quill"


@pytest.mark.parametrize(
    ("heading", "end"),
    [
        ("PREFACE", "JONAS REEVE."),
        ("PREFACE", "J. Reeves\n\nLindenau, April, 1904."),
        ("PREFACE", "J. R."),
        ("PREFACE", "NEW YORK."),
        ("PREFACE", "And so an end of it, said Martha Quill, who had read every page of it."),
        ("THE WEIR IN MARCH", "MARTHA QUILL."),
    ],
)
def test_what_the_author_signs_or_nobody_is_the_authors(tmp_path: Path, heading: str, end: str) -> None:
    assert voices(tmp_path, heading, end) == []


def test_whom_the_introduction_quotes_speaks_within_it(tmp_path: Path) -> None:
    said = "“Nobody owns the river,” said Ada Orme. " + WORDS
    ((words, _),) = voices(tmp_path, "INTRODUCTION", f"{said}\n\nMARTHA QUILL.")
    assert "Nobody owns" in words
