"""The words of a quotation or of a source, folded, with their places; and a text as it counts for FOLDED."""

import re
import unicodedata
from dataclasses import dataclass

from retrieval.library.letters import FIRST_UNSPACED, folded, is_unspaced, letters_of

FOOTNOTE_MARK = r"\[(?:\d{1,3}|[a-z*†‡])\]|[⁰¹²³⁴-⁹]+"

_LETTER = r"(?:[^\W_][\u0300-\u036f\u00ad\u200b-\u200d\u2060]*)"
_LINE_END_HYPHEN = r"(?:[-‐‑¬\u00ad][ \t]*\r?\n[ \t>]*(?=[^\W\d_A-ZÀ-ÞА-ЯЁ]))"
_WORD = re.compile(
    rf"(?P<mark>{FOOTNOTE_MARK})|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W_])|{_LETTER}+(?:(?:['’ʼ]|{_LINE_END_HYPHEN}){_LETTER}+)*"
)
_FOOTNOTE_MARKS = re.compile(FOOTNOTE_MARK)
_UNMEANT = frozenset("'’ʼ`´\"_*~|¬")


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """Folded words of a text, and where each begins and ends in it."""

    text: str
    folded: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.folded)

    def letters(self, first: int, last: int) -> str:
        """The letters of the words from `first` up to `last`, exclusive."""
        return "".join(self.folded[first:last])

    def raw(self, first: int, last: int) -> str:
        """The text from the first of these words to the end of the last; "" where there are none."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def find_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of a range of a text; hyphens at line ends join theirs, footnote marks are none."""
    words, starts, ends = list[str](), list[int](), list[int]()
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        if match["mark"]:
            continue
        low, high = match.span()
        unspaced = max(match[0]) >= FIRST_UNSPACED and any(map(is_unspaced, match[0]))
        parts = [(at, at + 1) for at in range(low, high)] if unspaced else [(low, high)]
        for at, to in parts:
            letters = letters_of(text[at:to])
            if letters:
                words.append(letters)
                starts.append(at)
                ends.append(to)
    return Words(text=text, folded=words, starts=starts, ends=ends)


class _Strict(dict[int, str]):
    def __missing__(self, point: int) -> str:
        char = chr(point)
        self[point] = found = folded(char) or _punctuation(char)
        return found


_STRICT = _Strict()


def strict(text: str) -> str:
    """The text as it counts for FOLDED: its folded letters, and all punctuation but quotation marks and dashes."""
    return _FOOTNOTE_MARKS.sub("", text).translate(_STRICT)


def _punctuation(char: str) -> str:
    category = unicodedata.category(char)
    if char in _UNMEANT or category[0] in "ZC" or category in ("Pd", "Pi", "Pf", "Mn", "Mc", "Me", "Lm", "No"):
        return ""
    return "" if unicodedata.name(char, "").find("QUOTATION MARK") >= 0 else unicodedata.normalize("NFKD", char)
