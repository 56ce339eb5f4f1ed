"""A PDF as a document: pages read, put in order, cleaned and understood."""

from collections.abc import Sequence
from dataclasses import replace

from seeds.cleaning import Page as Lines
from seeds.cleaning import disjoint
from seeds.cleaning.licence import licences
from seeds.document import Mask, Metadata, Page
from seeds.errors import SourceError
from seeds.metadata.detection import detect
from seeds.readers.pdf.assembling import Assembled, assemble
from seeds.readers.pdf.columns import columns
from seeds.readers.pdf.facts import stands_in, stated
from seeds.readers.pdf.furniture import parted
from seeds.readers.pdf.glyphs import REPLACEMENT, Opened, Sheet, opened, picture, sheet
from seeds.readers.pdf.labels import labels
from seeds.readers.pdf.lines import Line, pieces
from seeds.readers.pdf.ocr import DOTS, recognise
from seeds.readers.pdf.paragraphs import joined, manner_of, paragraphs
from seeds.readers.reader import PLAIN, Options, Reading
from seeds.structure.divisions import division
from seeds.structure.sections import Heading, sections
from seeds.voices.finding import find_voices

_UNREADABLE = 0.3
"""A page on which a larger share of letters has no Unicode character is no text."""
_FEWEST_LETTERS = 0.4
"""On a page of text at least this share of characters are letters or digits."""
_SURE = 0.5
"""What Tesseract is less sure of is no text."""
_FRONT = 3_000


def read(data: bytes, *, name: str, options: Options = PLAIN) -> Reading:
    """The text of a PDF in reading order, its pages, and what its form tells.

    Raises:
        SourceError: where it is no PDF, is encrypted, or holds no text.
    """
    with opened(data, options.password, name=name) as pdf:
        sheets = [sheet(pdf, index) for index in range(pdf.sheets)]
        lines = [_lines(each) for each in sheets]
        scanned = [k for k, (each, found) in enumerate(zip(sheets, lines, strict=True)) if _is_unread(each, found)]
        sure: dict[int, float] = {}
        if options.ocr:
            for k in scanned:
                sure[k], lines[k] = _recognised(pdf, k, options.ocr, name)
        if not any(lines):
            raise SourceError(_nothing(name, sheets, scanned, options))
        facts, guarded = pdf.facts, pdf.guarded
    missed = [k + 1 for k in scanned if not lines[k] and _holds_text(sheets[k])]
    return _reading(sheets, lines, sure, facts, tuple(_warnings(sheets, missed, sure, guarded)))


def _lines(page: Sheet | None) -> list[Line]:
    """The pieces of text on a page; none on one that holds rubbish."""
    if page is None or page.unmapped > _UNREADABLE:
        return []
    text = "".join(glyph.text for glyph in page.glyphs)
    if sum(map(str.isalnum, text)) < _FEWEST_LETTERS * len(text):
        return []
    return pieces(page.glyphs)


def _is_unread(page: Sheet | None, lines: Sequence[Line]) -> bool:
    """Whether something stands on the page that was not read as text."""
    return page is not None and not lines and (page.pictured or bool(page.glyphs))


def _holds_text(page: Sheet | None) -> bool:
    """Whether a reader of the page would see text or a picture, not only ornaments."""
    return page is not None and (page.pictured or page.unmapped > _UNREADABLE)


def _recognised(pdf: Opened, index: int, languages: str, name: str) -> tuple[float, list[Line]]:
    found = recognise(picture(pdf, index, DOTS), languages=languages, name=name)
    return found.confidence, list(found.lines) if found.confidence >= _SURE else []


def _nothing(name: str, sheets: Sequence[Sheet | None], scanned: Sequence[int], options: Options) -> str:
    if scanned and not options.ocr:
        what = "pictures of pages" if any(page and page.pictured for page in sheets) else "letters without Unicode"
        return f"{name!r} holds {what} and no text: to have the pages recognised, add it with --ocr eng (Tesseract)"
    if scanned:
        return f"in {name!r} no text was recognised: leave it out, or scan it again"
    return f"{name!r} holds no text: its pages are empty or damaged"


def _warnings(
    sheets: Sequence[Sheet | None], missed: Sequence[int], sure: dict[int, float], guarded: bool
) -> list[str]:
    told: list[str] = []
    damaged = [k + 1 for k, page in enumerate(sheets) if page is None]
    if damaged:
        told.append(f"{_counted(damaged)} too damaged to be read")
    if missed:
        told.append(f"{_counted(missed)} without text that can be read: --ocr eng has them recognised by Tesseract")
    if sure:
        mean = sum(sure.values()) / len(sure)
        told.append(f"{len(sure)} pages were recognised by Tesseract, {mean:.0%} sure: quotes of them are marked OCR")
    read_ones = [page for page in sheets if page and page.unmapped <= _UNREADABLE]
    lost = sum(glyph.text == REPLACEMENT for page in read_ones for glyph in page.glyphs)
    if lost:
        told.append(f"{lost} letters have no Unicode character and stand as {REPLACEMENT!r} (U+FFFD)")
    if guarded:
        told.append("its maker asked that its text not be copied: mind that when you quote from it")
    return told


def _counted(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:8])) + (" and others" if len(numbers) > 8 else "")
    return f"page {shown} of the file is" if len(numbers) == 1 else f"pages {shown} of the file are"


def _reading(
    sheets: Sequence[Sheet | None],
    lines: Sequence[Sequence[Line]],
    sure: dict[int, float],
    facts: dict[str, str],
    warnings: tuple[str, ...],
) -> Reading:
    parts = parted(lines)
    ordered = [columns(part.body) for part in parts]
    manner = manner_of(ordered)
    flow = joined(each for k, page in enumerate(ordered) for each in paragraphs(k, page, manner))
    made = assemble(list(flow), [part.asides for part in parts])
    names = labels([page.label if page else "" for page in sheets], parts)

    def labelled(start: int, end: int, k: int) -> Page:
        return Page(start=start, end=end, label=names[k], sheet=k + 1, ocr=sure.get(k))

    return replace(_understood(made, stated(facts)), pages=made.labelled(labelled), warnings=warnings)


def _understood(made: Assembled, said: Metadata) -> Reading:
    """What the text tells, beside what the file says of itself."""
    text = made.text
    page = Lines.from_text(text, blank_lines_only=True)
    masks: tuple[Mask, ...] = disjoint([*made.masks, *licences(text)])
    title = _title(made, said)
    found = detect(page, masks, made.headings).metadata
    headings = [_ranked(heading, title) for heading in made.headings]
    starts = {heading.start for heading in headings}
    quotable = [part for part in page.outside(masks) if part.start not in starts]
    return Reading(
        text=text,
        encoding="utf-8",
        media_type="application/pdf",
        metadata=replace(said, title=title).over(found),
        sections=sections(headings, len(text)),
        joins=made.joins,
        masks=masks,
        voices=find_voices(text, quotable, starts),
    )


def _title(made: Assembled, said: Metadata) -> str | None:
    """The title that the file states if its first pages bear it; else the largest heading there."""
    if said.title and stands_in(said.title, made.text[:_FRONT]):
        return said.title
    first = [heading for heading in made.headings if heading.start < _FRONT and not division(heading.title)]
    largest = min(first, key=lambda heading: (heading.rank, heading.start), default=None)
    return largest.title if largest else said.title


def _ranked(heading: Heading, title: str | None) -> Heading:
    return replace(heading, rank=0) if title and heading.title.casefold() == title.casefold() else heading
