"""Saved pages written for these tests, with what is what in a margin.

Every line of a `.page` file begins with a letter and a stroke: "B|" boilerplate, "C|" a caption that repeats the body,
"D|" a second copy, "T|" title, author, date or heading, " |" body. The text of the page is what follows the stroke.
"""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "pages"


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedPage:
    """A page's text and the character ranges of its lines, by the letter in the margin."""

    name: str
    text: str
    lines: dict[str, tuple[tuple[int, int], ...]]

    def places(self, *letters: str) -> frozenset[int]:
        """Where the characters of these lines stand, blanks apart."""
        ranges = [line for letter in letters for line in self.lines.get(letter, ())]
        return frozenset(k for start, end in ranges for k in range(start, end) if not self.text[k].isspace())


def saved_pages() -> list[SavedPage]:
    """All pages, by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.page"))]


def _read(path: Path) -> SavedPage:
    text, lines = "", dict[str, list[tuple[int, int]]]()
    for line in path.read_text("utf-8").splitlines():
        letter, _, content = line.partition("|")
        lines.setdefault(letter, []).append((len(text), len(text) + len(content)))
        text += content + "\n"
    return SavedPage(name=path.stem, text=text, lines={letter: tuple(found) for letter, found in lines.items()})
