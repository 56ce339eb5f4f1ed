"""Paragraphs that stand twice: word for word, or nearly so."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from seeds.document import Mask, MaskReason
from seeds.structure.layout import Paragraph

# Shorter paragraphs come back for good reasons: refrains, formulas, answers in a dialogue.
_MIN_WORDS = 12
_SHINGLE = 4
# Measured against made-up pairs of rewritten and of merely similar paragraphs (tests/seeds/test_duplicates.py).
_MIN_CONTAINED = 0.8
_ABOUT_EQUAL = 0.9
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DECISIVE = frozenset({"not", "no", "never", "nor", "neither", "without", "cannot"})


def duplicates(text: str, paragraphs: Sequence[Paragraph]) -> list[Mask]:
    """A mask for every second copy, in text order. `repeats` has the same length where the copy is exact.

    Where one of two paragraphs is merely the shorter (a teaser cut off), the shorter is the copy.
    """
    exact = dict(_exact_runs(text, paragraphs))
    copied = frozenset(k for run in exact for k in run)
    rest = [paragraph for k, paragraph in enumerate(paragraphs) if k not in copied]
    return sorted([*exact.values(), *_near(rest)], key=lambda mask: mask.start)


def _exact_runs(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[range, Mask]]:
    """Longest runs of paragraphs, by number, that stand word for word before, with the same blanks between them."""
    first_seen: dict[str, int] = {}
    copied = 0  # paragraphs before this number are accounted for
    for i, paragraph in enumerate(paragraphs):
        if i < copied or len(paragraph.text.split()) < _MIN_WORDS:
            continue
        j = first_seen.setdefault(paragraph.text, i)
        if j == i:
            continue
        first, last = i, i
        while first > copied and j - (i - first) > 0 and _same(text, paragraphs, first - 1, i - j):
            first -= 1
        while last + 1 < len(paragraphs) and last + 1 - (i - j) < first and _same(text, paragraphs, last, i - j):
            last += 1
        copied = last + 1
        start, end = paragraphs[first].start, paragraphs[last].end
        shift = paragraph.start - paragraphs[j].start
        mask = Mask(start=start, end=end, reason=MaskReason.DUPLICATE, repeats=(start - shift, end - shift))
        yield range(first, last + 1), mask


def _same(text: str, paragraphs: Sequence[Paragraph], k: int, back: int) -> bool:
    """Whether paragraphs `k` and `k + 1`, and the blanks between them, stand word for word `back` paragraphs before."""
    copy = text[paragraphs[k].start : paragraphs[k + 1].end]
    return copy == text[paragraphs[k - back].start : paragraphs[k - back + 1].end]


def _near(paragraphs: Sequence[Paragraph]) -> Iterator[Mask]:
    """Paragraphs of which nearly every run of words stands in one other paragraph, by an index of such runs."""
    holder: dict[int, int] = {}  # which paragraph a shingle was met in
    shingles: dict[int, set[int]] = {}
    copies: set[int] = set()
    for i, paragraph in enumerate(paragraphs):
        mine = _shingles(paragraph.text)
        if not mine:
            continue
        shingles[i] = mine
        hits = Counter(holder[shingle] for shingle in mine if shingle in holder)
        if hits:
            j = max(hits, key=lambda number: (hits[number], -number))
            copy, original = (j, i) if len(shingles[j]) < _ABOUT_EQUAL * len(mine) else (i, j)
            contained = hits[j] >= _MIN_CONTAINED * len(shingles[copy])
            if contained and not _differ(paragraphs[copy].text, paragraphs[original].text):
                copies.add(copy)
                repeats = (paragraphs[original].start, paragraphs[original].end)
                start, end = paragraphs[copy].start, paragraphs[copy].end
                yield Mask(start=start, end=end, reason=MaskReason.DUPLICATE, repeats=repeats)
        if i not in copies:
            holder.update((shingle, i) for shingle in mine if holder.get(shingle, i) in copies or shingle not in holder)


def _shingles(text: str) -> set[int]:
    """Hashes of the runs of four words; empty for a text too short to compare."""
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(words) < _MIN_WORDS:
        return set()
    return {hash(shingle) for shingle in zip(*(words[k:] for k in range(_SHINGLE)), strict=False)}


def _differ(copy: str, original: str) -> bool:
    """Whether one says something decisive that the other does not; an original may when it is much longer."""
    return _says_more(copy, original) or (len(copy) > _ABOUT_EQUAL * len(original) and _says_more(original, copy))


def _says_more(copy: str, original: str) -> bool:
    """Whether the first has a number, a name or a negation more than the second, as formulas of chronicles have."""
    known = Counter(_WORD.findall(original.casefold()))
    said = Counter(word.casefold() for word in _WORD.findall(copy) if _is_decisive(word))
    return any(count > known[word] for word, count in said.items())


def _is_decisive(word: str) -> bool:
    return any(character.isdigit() for character in word) or word[0].isupper() or word.casefold() in _DECISIVE
