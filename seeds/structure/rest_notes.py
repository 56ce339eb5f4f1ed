"""Footnotes of reStructuredText (docutils' specification, "Footnotes" and "Citations"), bound to the references that lead to them.

`[3]_` leads to `.. [3]`, `[#name]_` to `.. [#name]`, and the n-th `[#]_` or `[*]_` to the n-th such note.
"""

import re
from collections import defaultdict
from collections.abc import Callable

from seeds.document import Note

_LABEL = r"(?P<label>\d+|#[\w.:+-]*|\*|[^\W\d][\w.:+-]*)"
NOTE_MARK = re.compile(rf"^(?P<indent>[ \t]*)\.\.[ \t]+\[{_LABEL}\][ \t]*", re.MULTILINE)
"""What stands before the words of a note."""

_REFERENCE = re.compile(rf"(?<!\\)\[{_LABEL}\]_(?!\w)")
_SYMBOLS = "*†‡§¶#♠♥♦♣"
"""In the order in which docutils takes them for `[*]`."""

EndOfBlock = Callable[[str, int, int], int]


def rest_notes(text: str, end_of_block: EndOfBlock) -> tuple[Note, ...]:
    """The notes that a reference leads to, in order, labelled as they are printed: `[#]` and `[#name]` by numbers.

    `end_of_block` tells where the lines end that belong to one which is indented so far and ends at a place.
    """
    found = list(NOTE_MARK.finditer(text))
    labels = _printed([match["label"] for match in found])
    references: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _REFERENCE.finditer(text):
        references[match["label"]].append(match.span())
    notes = []
    for match, label in zip(found, labels, strict=True):
        marks = references[match["label"]]
        if not marks:
            continue
        line = text.find("\n", match.end())
        end = end_of_block(text, len(match["indent"]), len(text.rstrip()) if line < 0 else line)
        mark = marks.pop(0) if match["label"] in ("#", "*") else marks[0]
        if text[match.end() : end].strip():
            notes.append(
                Note(start=match.end(), end=match.end() + len(text[match.end() : end].rstrip()), mark=mark, label=label)
            )
    return tuple(notes)


def _printed(labels: list[str]) -> list[str]:
    """The labels as docutils prints them: numbers that no note has of its own, and symbols, doubled where they are used up."""
    taken = set(labels)
    numbers = (str(number) for number in range(1, 2 * len(labels) + 1) if str(number) not in taken)
    symbols = (sign * (turn + 1) for turn in range(len(labels)) for sign in _SYMBOLS)
    return [next(numbers) if label.startswith("#") else next(symbols) if label == "*" else label for label in labels]
