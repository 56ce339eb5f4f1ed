"""Labels that a page prints twice, the titles of its boxes, and pagers of bare numbers."""

import re
from collections.abc import Iterator
from itertools import pairwise

from seeds.cleaning.page import Page
from seeds.document import Mask, MaskReason
from seeds.structure.layout import Paragraph

_BULLETS = "•·▪◦●■►▸»*- \t\xa0"
_MAX_WORDS = 12
_MAX_LENGTH = 90
_SENTENCE_END = re.compile(r"[.!?,;:…][\"'”’»)\]]*\Z|[\"”»]\Z")


def repeated_labels(page: Page) -> Iterator[Mask]:
    """The second of two equal labels with nothing but blanks between them; `repeats` is the first.

    A page saved as text prints a picture's description and its caption, or a link and its heading. Verse repeats lines
    too, but inside its stanzas or with the marks of sentences.
    """
    for k, (first, second) in enumerate(pairwise(page.paragraphs)):
        label = second.text.strip(_BULLETS)
        if first.text.strip(_BULLETS) != label or not _is_label(label):
            continue
        if (second.alone and (first.alone or _has_bullet(first))) or _fill_their_block(page, k):
            repeats = (first.end - len(label), first.end)
            yield Mask(start=second.start, end=second.end, reason=MaskReason.REPEATED_LABEL, repeats=repeats)


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
    """Whether paragraphs k and k + 1 are the two lines between two blank ones."""
    parts = page.paragraphs
    first, second = parts[k], parts[k + 1]
    opens = k == 0 or parts[k - 1].last + 1 < first.first
    closes = k + 2 == len(parts) or second.last + 1 < parts[k + 2].first
    return opens and closes and first.last + 1 == second.first
