"""A text's letters and digits as they are compared: without case, accents, ligatures, spaces and punctuation.

What this folds is said in docs/verification.md.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

# Letters of Latin script that Unicode does not take apart.
_TAKEN_APART = {
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n",
}  # fmt: skip


@cache
def folded(char: str) -> str:
    """What a character counts as: its letters or digits in lower case and without accents; "" for all others.

    Raised digits count as nothing: they are footnote marks.
    """
    if unicodedata.decomposition(char).startswith("<super>") and char.isdigit():
        return ""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(_TAKEN_APART.get(each, each) for each in plain if each.isalnum())


FIRST_UNSPACED = "\u0e00"
"""The first letter of a script that sets no spaces; none before it is of one."""


class _Folding(dict[int, str]):
    def __missing__(self, point: int) -> str:
        self[point] = found = folded(chr(point))
        return found


_FOLDING = _Folding()


def letters_of(text: str) -> str:
    """The folded letters and digits of a text, run together."""
    return text.translate(_FOLDING)


@dataclass(frozen=True, kw_only=True, slots=True)
class Letters:
    """The folded letters of a text: their code points, where each stands in the text, and which begin a word.

    In scripts that set no spaces every letter begins a word.
    """

    codes: NDArray[np.uint64]
    places: NDArray[np.int64]
    begins: NDArray[np.bool_]


def find_letters(text: str) -> Letters:
    """The folded letters of a text with their places."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    alphabet = {ord(char): folded(char) for char in set(text)}
    size = max(alphabet, default=0) + 1
    counts = np.zeros(size, dtype=np.int64)
    codes = np.zeros((size, max(map(len, alphabet.values()), default=0) or 1), dtype=np.uint64)
    unspaced = np.zeros(size, dtype=np.bool_)
    for point, letters in alphabet.items():
        counts[point] = len(letters)
        codes[point, : len(letters)] = [ord(letter) for letter in letters]
        unspaced[point] = is_unspaced(chr(point))
    each = counts[points]
    places = np.repeat(np.arange(len(points)), each)
    within = np.arange(len(places)) - np.repeat(np.cumsum(each) - each, each)
    after_letter = np.concatenate([[False], each[:-1] > 0]) if len(each) else np.zeros(0, dtype=np.bool_)
    begins = (within == 0) & (~after_letter[places] | unspaced[points[places]])
    return Letters(codes=codes[points[places], within], places=places, begins=begins)


def is_unspaced(char: str) -> bool:
    """Whether a letter is of a script that sets no spaces between words (Unicode's blocks of Thai to Han)."""
    point = ord(char)
    return (
        0x0E00 <= point < 0x0F00  # Thai, Lao
        or 0x1000 <= point < 0x10A0  # Burmese
        or 0x1780 <= point < 0x1800  # Khmer
        or 0x3040 <= point < 0x3100  # Kana
        or 0x3400 <= point < 0xA000  # Han
        or 0xF900 <= point < 0xFB00
        or 0x20000 <= point < 0x32000
    )
