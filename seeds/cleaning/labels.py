"""Labels that a page prints twice, the titles of its boxes, and pagers of bare numbers."""

import re
from collections.abc import Iterator

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
    for first, second in zip(page.paragraphs, page.paragraphs[1:], strict=False):
        label = second.text.strip(_BULLETS)
        if first.text.strip(_BULLETS) != label or not _is_label(label):
            continue
        if (second.alone and (first.alone or _has_bullet(first))) or _fill_their_block(page, first, second):
            start = first.end - len(label)
            yield Mask(
                start=second.start,
                end=second.end,
                reason=MaskReason.REPEATED_LABEL,
                repeats=(start, first.end),
            )


def box_titles(page: Page, labels: list[Mask]) -> Iterator[int]:
    """Paragraphs, by number, that are a label above a list whose entries begin with a label printed twice."""
    first_labels = {mask.repeats[1] for mask in labels if mask.repeats}
    for k, (above, entry) in enumerate(zip(page.paragraphs, page.paragraphs[1:], strict=False)):
        if entry.end in first_labels and _has_bullet(entry) and above.alone and _is_label(above.text):
            yield k


def pagers(page: Page) -> Iterator[int]:
    """Paragraphs, by number, that hold one number of a row counted from 1, or a bullet and a 1 that ends a list."""
    run: list[int] = []
    for k, part in enumerate(page.paragraphs):
        number = part.text.strip(_BULLETS)
        if number.isdecimal() and int(number) == len(run) + 1:
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


def _fill_their_block(page: Page, first: Paragraph, second: Paragraph) -> bool:
    """Whether the two lines are all that stands between two blank lines."""
    before = [part for part in page.paragraphs if part.last == first.first - 1]
    after = [part for part in page.paragraphs if part.first == second.last + 1]
    return first.last + 1 == second.first and not before and not after
