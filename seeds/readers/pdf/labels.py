"""What a page is called: by the file, else by the number that is printed on it, else by its place in the file."""

from collections.abc import Sequence

from seeds.document import MaskReason
from seeds.readers.pdf.furniture import NUMBER, PageParts

_FEWEST = 3
_NEAR = 8
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def labels(own: Sequence[str], pages: Sequence[PageParts]) -> list[str]:
    """The label of each page; "" for one that has no printed number in a file where others have."""
    if any(own):
        return list(own)
    printed = [_numbers(page) for page in pages]
    chosen = [_agreed(k, printed) for k in range(len(pages))]
    for k, found in enumerate(chosen):
        # A page between two numbered ones prints no number where a chapter opens.
        before = next((each for each in reversed(chosen[max(0, k - _NEAR) : k]) if each), None)
        after = next((j for j in range(k + 1, min(len(chosen), k + _NEAR)) if chosen[j]), None)
        if not found and not printed[k] and before and after is not None:
            value, roman = before
            last = next(j for j in range(k - 1, -1, -1) if chosen[j])
            if chosen[after] == (value + after - last, roman):
                chosen[k] = (value + k - last, roman)
    if not any(chosen):
        return [str(k + 1) for k in range(len(pages))]
    return ["" if each is None else _roman(each[0]) if each[1] else str(each[0]) for each in chosen]


def _agreed(k: int, printed: Sequence[set[tuple[int, bool]]]) -> tuple[int, bool] | None:
    """The number on a page that goes on from the pages before it, or is gone on from by those behind it."""
    near = range(max(0, k - _NEAR), min(len(printed), k + _NEAR + 1))
    votes = {(value, roman): sum((value + j - k, roman) in printed[j] for j in near) for value, roman in printed[k]}
    best = max(votes, key=lambda each: votes[each], default=None)
    return best if best and votes[best] >= min(_FEWEST, len(printed)) else None


def _numbers(page: PageParts) -> set[tuple[int, bool]]:
    """The numbers beside the text, and whether each is Roman."""
    words = [
        word.strip("[](){}|·•-–—.,")
        for aside in page.asides
        if aside.reason is not MaskReason.LINE_NUMBER
        for word in aside.line.text.split()
    ]
    return {
        (int(word), False) if word.isdecimal() else (_value(word), True) for word in words if NUMBER.fullmatch(word)
    }


def _value(numeral: str) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in numeral.casefold()]
    return sum(-digit if digit < max(digits[k:]) else digit for k, digit in enumerate(digits))


def _roman(value: int) -> str:
    text = ""
    for letters, worth in (
        ("c", 100),
        ("xc", 90),
        ("l", 50),
        ("xl", 40),
        ("x", 10),
        ("ix", 9),
        ("v", 5),
        ("iv", 4),
        ("i", 1),
    ):
        while value >= worth:
            text += letters
            value -= worth
    return text
