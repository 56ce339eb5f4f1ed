"""Lines to running text: blanks where lines end, and words that were parted at a line's end whole again.

What is taken out is recorded (`Join`), so that the print can be had back.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seeds.document import Join
from seeds.readers.pdf.glyphs import LINE_HYPHEN

_PARTED = re.compile(rf"(?P<head>[^\W_]+)(?P<hyphen>[{LINE_HYPHEN}\-\u00ad\u2010])\Z")
_HEAD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
# Words that keep their hyphen in English, German and French compounds.
_KEEPS = frozenset("self half well ill ex non quasi so all cross vice mid low high ever long semi counter anti".split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """The words that stand unbroken somewhere in a document, in lower case; compounds with their hyphens."""

    words: frozenset[str]

    @classmethod
    def from_lines(cls, lines: Iterable[str]) -> "Known":
        """The words inside the lines; the first and the last of a line may be parts of words."""
        words: set[str] = set()
        for line in lines:
            words.update(word.casefold() for word in _WORD.findall(line)[1:-1])
        return cls(words=frozenset(words))


NOTHING_KNOWN = Known(words=frozenset())
"""No word is known to stand unbroken."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Running:
    """Running text, where in it each line begins, and what was taken out."""

    text: str
    starts: tuple[int, ...]
    joins: tuple[Join, ...]


def run_on(lines: Sequence[str], known: Known) -> Running:
    """The lines as running text."""
    text = ""
    starts: list[int] = []
    joins: list[Join] = []
    for line in lines:
        parted = _PARTED.search(text) if text else None
        if parted is None:
            text += " " if text and not _is_dense(text[-1] + line[:1]) else ""
        elif _is_whole(parted["head"], line, known):
            text = text[: parted.start("hyphen")]
            joins.append(Join(at=len(text), printed=_printed(parted["hyphen"]) + "\n"))
        starts.append(len(text))
        text += line
    return Running(text=text.replace(LINE_HYPHEN, "-"), starts=tuple(starts), joins=tuple(joins))


def is_parted(line: str, following: str) -> bool:
    """Whether a word begins at the end of one line and ends at the beginning of the other."""
    return _PARTED.search(line) is not None and following[:1].islower()


def _is_whole(head: str, line: str, known: Known) -> bool:
    """Whether the hyphen was put in for the line's end only: by the words of the document, else by how such words look."""
    following = _HEAD.match(line)
    if following is None or not following[0][0].islower() or not head.isalpha():
        return False
    tail = following[0]
    if (head + tail).casefold() in known.words:
        return True
    if f"{head}-{tail}".casefold() in known.words:
        return False
    return head.casefold() not in _KEEPS


def _is_dense(pair: str) -> bool:
    """Whether two characters are of scripts that put no blanks between words (Chinese and Japanese)."""
    return all("\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uff65" for character in pair)


def _printed(hyphen: str) -> str:
    return "-" if hyphen == LINE_HYPHEN else hyphen
