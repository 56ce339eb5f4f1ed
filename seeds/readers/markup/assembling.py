"""Blocks to one text, with the headings, masks, pages and footnotes in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from seeds.document import Mask, MaskReason, Note, Page
from seeds.readers.markup.blocks import Block, Kind
from seeds.structure.divisions import named_division
from seeds.structure.sections import Heading, plain_title
from seeds.voices.set_quotations import SetQuotation, described

_BETWEEN = "\n\n"
_FEWEST_PAGES = 3
_GIVEN_RANK = 2
_MOST_QUOTED = 60
_LARGEST_SHARE = 0.7
_MOST_LABEL_WORDS = 18
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, kw_only=True, slots=True)
class Assembled:
    """The text of a marked-up document, and ranges in it. A heading's rank is its level."""

    text: str
    headings: tuple[Heading, ...]
    masks: tuple[Mask, ...]
    pages: tuple[Page, ...]
    notes: tuple[Note, ...]
    quotations: tuple[SetQuotation, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Untitled:
    """A file of the book without a heading: the block, by number, that it begins with, and its title in the contents."""

    block: int
    title: str


def assemble(blocks: Sequence[Block], untitled: Sequence[Untitled] = ()) -> Assembled:
    """One text, a blank line between blocks."""
    _labelled(blocks)
    starts: list[int] = []
    position = 0
    for block in blocks:
        starts.append(position)
        position += len(block.text) + len(_BETWEEN)
    text = _BETWEEN.join(block.text for block in blocks)
    return Assembled(
        text=text,
        headings=(*_headings(blocks, starts, len(text)), *_given(untitled, starts)),
        masks=_masks(blocks, starts),
        pages=_pages(blocks, starts, len(text)),
        notes=_notes(blocks, starts),
        quotations=_quotations(blocks, starts, len(text)),
    )


def _headings(blocks: Sequence[Block], starts: Sequence[int], end: int) -> tuple[Heading, ...]:
    found: list[Heading] = []
    for k, block in enumerate(blocks):
        if block.kind is Kind.HEADING:
            body = starts[k + 1] if k + 1 < len(blocks) else end
            lines = [plain_title(line) for line in block.text.splitlines() if line.strip()]
            title = ": ".join(lines) or block.text
            found.append(Heading(start=starts[k], body=body, title=named_division(title, block.part), rank=block.level))
    return tuple(found)


def _given(untitled: Sequence[Untitled], starts: Sequence[int]) -> Iterator[Heading]:
    return (
        Heading(start=starts[each.block], body=starts[each.block], title=each.title, rank=_GIVEN_RANK)
        for each in untitled
    )


def _masks(blocks: Sequence[Block], starts: Sequence[int]) -> tuple[Mask, ...]:
    masks: list[Mask] = []
    joined: MaskReason | None = None
    for block, start in zip(blocks, starts, strict=True):
        if block.reason and block.reason is joined:
            masks[-1] = Mask(start=masks[-1].start, end=start + len(block.text), reason=block.reason)
        elif block.reason:
            masks.append(Mask(start=start, end=start + len(block.text), reason=block.reason))
        joined = block.reason
    return tuple(masks)


def _pages(blocks: Sequence[Block], starts: Sequence[int], end: int) -> tuple[Page, ...]:
    begins = [(start + at, label) for block, start in zip(blocks, starts, strict=True) for at, label in block.pages]
    if len(begins) < _FEWEST_PAGES:
        return ()
    ends = [at for at, _ in begins[1:]] + [end]
    return tuple(Page(start=at, end=to, label=label) for (at, label), to in zip(begins, ends, strict=True) if at < to)


def _quotations(blocks: Sequence[Block], starts: Sequence[int], end: int) -> tuple[SetQuotation, ...]:
    """The block quotations, each with what says whose it is; not those that only set a part of the page further in.

    A long attribution, of a letter perhaps, which its place and date follow, is quoted with the words above it.
    """
    found: list[SetQuotation] = []
    for number, group in groupby(zip(blocks, starts, strict=True), key=lambda pair: pair[0].quotation):
        parts = list(group)
        said = "\n".join(block.text for block, _ in parts if block.kind is Kind.ATTRIBUTION)
        quoted = [pair for pair in parts if pair[0].kind is not Kind.ATTRIBUTION or not _is_label(said)]
        if number is None or not quoted:
            continue
        first, last = quoted[0][1], quoted[-1][1] + len(quoted[-1][0].text)
        layout = len(parts) > _MOST_QUOTED or any(block.kind in (Kind.HEADING, Kind.TABLE) for block, _ in parts)
        if not layout and last - first <= _LARGEST_SHARE * end:
            found.append(SetQuotation(start=first, end=last, attribution=said or None))
    return tuple(found)


def _labelled(blocks: Sequence[Block]) -> None:
    """Gives each attribution that only names a speaker the reason not to be quoted by itself."""
    for number, group in groupby(blocks, key=lambda block: block.quotation):
        said = [block for block in group if block.kind is Kind.ATTRIBUTION]
        if number is not None and len(said) == 1 and _is_label(said[0].text):
            said[0].reason = said[0].reason or MaskReason.ATTRIBUTION


def _is_label(attribution: str) -> bool:
    short = "\n" not in attribution and len(attribution.split()) <= _MOST_LABEL_WORDS
    return short and described(attribution) is not None


def _notes(blocks: Sequence[Block], starts: Sequence[int]) -> tuple[Note, ...]:
    """Each footnote with the mark that leads to it."""
    holder = {anchor: k for k, block in reversed(list(enumerate(blocks))) for anchor in block.anchors}
    found: dict[int, Note] = {}
    for k, block in enumerate(blocks):
        for at, to, anchor in block.marks:
            target = holder.get(anchor)
            if target is None or target in found or (block.note is not None and block.note == blocks[target].note):
                continue
            if target == k or (target < k and blocks[target].note is None):
                continue  # a link back from the note to its mark
            label = block.text[at:to].strip(" []()")
            if blocks[target].note is None and not _begins_with(blocks[target].text, label):
                continue  # a page in a list of contents or plates
            last = target
            while (
                last + 1 < len(blocks)
                and blocks[target].note is not None
                and blocks[last + 1].note == blocks[target].note
            ):
                last += 1
            found[target] = Note(
                mark=(starts[k] + at, starts[k] + to),
                label=label,
                start=starts[target],
                end=starts[last] + len(blocks[last].text),
            )
    return tuple(found[k] for k in sorted(found))


def _begins_with(text: str, label: str) -> bool:
    """Whether a text begins as the note of that label does: "[3] See below.", "Footnote 3: See below.", or "3 ..." for "A1.3"."""
    plain = label.translate(_FIGURES).rstrip(".")
    labels = "|".join(map(re.escape, (plain, plain.rpartition(".")[2])))
    return bool(re.match(rf"\W*(?:foot-?note\W*)?(?:{labels})(?!\w)", text.translate(_FIGURES), re.IGNORECASE))
