"""All that is found in one text that must not be quoted."""

from seeds.cleaning.captions import captions
from seeds.cleaning.comments import comments
from seeds.cleaning.credits import library_credits
from seeds.cleaning.duplicates import duplicates
from seeds.cleaning.labels import box_titles, pagers, repeated_labels
from seeds.cleaning.licence import licences
from seeds.cleaning.navigation import Found, navigation
from seeds.cleaning.offers import offers
from seeds.cleaning.page import Page
from seeds.document import Mask, MaskReason


def find_masks(page: Page) -> tuple[Mask, ...]:
    """The ranges of the page that must not be quoted, in order and disjoint."""
    found = navigation(page)
    labels: list[Mask] = []
    if not page.book:
        labels = list(repeated_labels(page))
        found |= dict.fromkeys(comments(page), MaskReason.COMMENTS)
        found |= dict.fromkeys(pagers(page), MaskReason.PAGER)
        found |= dict.fromkeys(box_titles(page, labels), MaskReason.NAVIGATION)
    pull_quotes = list(captions(page, found))
    gone = {mask.start for mask in (*labels, *pull_quotes)}
    rest = [part for k, part in enumerate(page.paragraphs) if k not in found and part.start not in gone]
    around = list(licences(page.text))
    return disjoint(
        [
            *_byte_order_mark(page.text),
            *around,
            *(library_credits(page.outside(around)) if around or page.book else ()),
            *duplicates(page.text, rest),
            *([] if page.book else offers(page)),
            *labels,
            *pull_quotes,
            *_merged(page, found),
        ]
    )


def _merged(page: Page, found: Found) -> list[Mask]:
    """A mask for each run of paragraphs with one reason; the blanks between neighbours are covered too."""
    masks: list[Mask] = []
    for k in sorted(found):
        part = page.paragraphs[k]
        if masks and k - 1 in found:
            previous = masks[-1]
            same = previous.reason is found[k]
            masks[-1] = Mask(start=previous.start, end=part.end if same else part.start, reason=previous.reason)
            if same:
                continue
        masks.append(Mask(start=part.start, end=part.end, reason=found[k]))
    return masks


def _byte_order_mark(text: str) -> list[Mask]:
    return [Mask(start=0, end=1, reason=MaskReason.BYTE_ORDER_MARK)] if text.startswith("\ufeff") else []


def disjoint(masks: list[Mask]) -> tuple[Mask, ...]:
    """The masks in order; what two cover is the one's that begins first, and among these the longest's."""
    kept: list[Mask] = []
    end = -1
    for mask in sorted(masks, key=lambda m: (m.start, -m.end)):
        if mask.end <= end:
            continue
        kept.append(mask if mask.start >= end else _from(mask, end))
        end = mask.end
    return tuple(kept)


def _from(mask: Mask, start: int) -> Mask:
    """The rest of a mask from `start` on; of an exact copy the rest of what it repeats."""
    repeats = mask.repeats
    if repeats and repeats[1] - repeats[0] == mask.end - mask.start:
        repeats = (repeats[0] + start - mask.start, repeats[1])
    return Mask(start=start, end=mask.end, reason=mask.reason, repeats=repeats)
