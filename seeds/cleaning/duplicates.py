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
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DECISIVE = frozenset({"not", "no", "never", "nor", "neither", "without", "cannot"})


def duplicates(text: str, paragraphs: Sequence[Paragraph]) -> list[Mask]:
    """A mask for every second copy, in text order. `repeats` has the same length where the copy is exact.

    Where one of two paragraphs is merely the shorter (a teaser cut off), the shorter is the copy.
    """
    exact = list(_exact_runs(text, paragraphs))
    covered = [(mask.start, mask.end) for mask in exact]
    rest = [p for p in paragraphs if not any(start <= p.start and p.end <= end for start, end in covered)]
    return sorted([*exact, *_near(rest)], key=lambda mask: mask.start)


def _exact_runs(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Mask]:
    """Longest runs of whole paragraphs that stand in the same words, with the same blanks between them, before."""
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
        yield Mask(start=start, end=end, reason=MaskReason.DUPLICATE, repeats=(start - shift, end - shift))


def _same(text: str, paragraphs: Sequence[Paragraph], k: int, back: int) -> bool:
    """Whether paragraphs `k` and `k + 1`, and the blanks between them, stand word for word `back` paragraphs before."""
    copy = text[paragraphs[k].start : paragraphs[k + 1].end]
    return copy == text[paragraphs[k - back].start : paragraphs[k - back + 1].end]


def _near(paragraphs: Sequence[Paragraph]) -> Iterator[Mask]:
    """Paragraphs of which nearly every run of words stands in one other paragraph, by an index of such runs."""
    by_shingle: dict[int, int] = {}
    shingles: dict[int, set[int]] = {}
    gone: set[int] = set()
    for i, paragraph in enumerate(paragraphs):
        words = [word.casefold() for word in _WORD.findall(paragraph.text)]
        if len(words) < _MIN_WORDS:
            continue
        shingles[i] = mine = {hash(shingle) for shingle in zip(*(words[k:] for k in range(_SHINGLE)), strict=False)}
        hits = Counter(by_shingle[shingle] for shingle in mine if shingle in by_shingle)
        for j, shared in hits.most_common(1):
            copy, original = (i, j) if len(mine) <= len(shingles[j]) else (j, i)
            if (
                copy in gone
                or shared < _MIN_CONTAINED * len(shingles[copy])
                or _says_more(paragraphs[copy], paragraphs[original])
            ):
                continue
            gone.add(copy)
            yield Mask(
                start=paragraphs[copy].start,
                end=paragraphs[copy].end,
                reason=MaskReason.DUPLICATE,
                repeats=(paragraphs[original].start, paragraphs[original].end),
            )
        if i not in gone:
            by_shingle.update(
                (shingle, i) for shingle in mine if by_shingle.get(shingle, -1) in gone or shingle not in by_shingle
            )


def _says_more(copy: Paragraph, original: Paragraph) -> bool:
    """Whether the copy has a number, a name or a negation that the original lacks, as formulas of chronicles have."""
    known = Counter(_WORD.findall(original.text.casefold()))
    for word in _WORD.findall(copy.text):
        decisive = any(c.isdigit() for c in word) or word[0].isupper() or word.casefold() in _DECISIVE
        if decisive and not known[word.casefold()]:
            return True
    return False
