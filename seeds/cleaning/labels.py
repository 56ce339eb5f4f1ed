"""Labels that a page prints twice, the titles of its boxes, and pagers of bare numbers."""

import re
from collections.abc import Iterator
from itertools import pairwise

from seeds.cleaning.page import Page
from seeds.document import Mask, MaskReason
from seeds.structure.layout import Paragraph

_BULLETS = "•·▪◦●■►▸»*- \t\xa0"
_MAX_WORDS = 12
_MAX_SAME_LINES = 6
_MAX_LENGTH = 90
_SENTENCE_END = re.compile(r"[.!?。！？｡؟۔।,;:…][\"'”’»)\]]*\Z|[\"”»]\Z")


def repeated_labels(page: Page) -> Iterator[Mask]:
    """The second of two equal labels with nothing but blanks between them; `repeats` is the first.

    A page saved as text prints a picture's description and its caption, or a link and its heading. Verse repeats lines
    too, but inside its stanzas or with the marks of sentences. A label that comes back between paragraphs of prose is a
    picture's description as well.
    """
    first_of: dict[str, Paragraph] = {}
    for k, part in enumerate(page.paragraphs):
        label = part.text.strip(_BULLETS)
        if not _is_label(label):
            continue
        above = page.paragraphs[k - 1] if k else part
        twice = k > 0 and above.text.strip(_BULLETS) == label and _stands_twice(page, k - 1)
        first = above if twice else first_of.setdefault(label, part)
        if twice or (first is not part and _comes_back(page, k)):
            yield Mask(
                start=part.start,
                end=part.end,
                reason=MaskReason.REPEATED_LABEL,
                repeats=(first.end - len(label), first.end),
            )


def _stands_twice(page: Page, k: int) -> bool:
    """Whether paragraphs k and k + 1, which are equal, stand apart from each other or from all else."""
    first, second = page.paragraphs[k], page.paragraphs[k + 1]
    if second.alone and (first.alone or _has_bullet(first)):
        return True
    return first.last + 1 == second.first and _fill_their_block(page, k)


def _comes_back(page: Page, k: int) -> bool:
    """Whether paragraph k, a label of several words, stands alone between paragraphs of prose."""
    part = page.paragraphs[k]
    beside = [*page.prose[max(0, k - 1) : k], *page.prose[k + 1 : k + 2]]
    return part.alone and len(part.text.split()) > 1 and len(beside) == 2 and all(beside)


def box_titles(page: Page, labels: list[Mask]) -> Iterator[int]:
    """Paragraphs, by number, that are a label above a list whose entries begin with a label printed twice."""
    first_labels = {mask.repeats[1] for mask in labels if mask.repeats}
    for k, (above, entry) in enumerate(pairwise(page.paragraphs)):
        if entry.end in first_labels and _has_bullet(entry) and above.alone and _is_label(above.text):
            yield k


def pagers(page: Page) -> Iterator[int]:
    """Paragraphs, by number, that hold one number of a row counted from 1, or a bullet and a 1 that ends a list."""
    run: list[int] = []
    for k, part in enumerate(page.paragraphs):
        number = part.text.strip(_BULLETS)
        if number == str(len(run) + 1):
            run.append(k)
            continue
        yield from _pager(page, run)
        run = [k] if number == "1" else []
    yield from _pager(page, run)


def _pager(page: Page, run: list[int]) -> list[int]:
    ends_text = bool(run) and run[-1] == len(page.paragraphs) - 1
    if len(run) >= 2 or (ends_text and _has_bullet(page.paragraphs[run[0]])):
        return run
    return []


def _is_label(text: str) -> bool:
    return 0 < len(text) <= _MAX_LENGTH and len(text.split()) <= _MAX_WORDS and not _SENTENCE_END.search(text)


def _has_bullet(part: Paragraph) -> bool:
    return part.text[0] in _BULLETS


def _fill_their_block(page: Page, k: int) -> bool:
    """Whether the block of lines that paragraph k is in holds nothing but that one line, again and again."""
    parts = page.paragraphs
    first = last = k
    while first > 0 and parts[first - 1].last + 1 == parts[first].first and k - first < _MAX_SAME_LINES:
        first -= 1
    while last + 1 < len(parts) and parts[last].last + 1 == parts[last + 1].first and last - k < _MAX_SAME_LINES:
        last += 1
    return last - first < _MAX_SAME_LINES and len({part.text for part in parts[first : last + 1]}) == 1
