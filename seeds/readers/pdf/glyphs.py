"""What PDFium finds on the pages of a PDF: letters and where they stand. The only importer of pypdfium2.

PDFium (Apache-2.0 and BSD-3-Clause) reads 350 pages in a second and takes damage that stops others; see docs/decisions.md.
"""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from seeds.errors import SourceError

LINE_HYPHEN = "\x02"
"""What PDFium writes for a hyphen that ends a line."""
REPLACEMENT = "\ufffd"
"""What stands for a letter that the file gives no Unicode character for."""
_PRIVATE = range(0xE000, 0xF900)
_SPACES = frozenset(" \t\r\n\0\xa0\u2002\u2003\u2009\u200b\u3000")
_HYPHENS = frozenset((0x02, 0x2D, 0xAD, 0x2010, 0xFFFE))
_LIGATURES = frozenset(map(chr, (*range(0xFB00, 0xFB07), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))))
_BOLD = 600
_WIDEST_PIXELS = 20_000_000  # a page of A3 at 300 dots to an inch has 17 million


class Glyph(NamedTuple):
    """A letter in its box, in points from the top left corner of the page as it is seen. `spaced`: a blank stands before it.

    A tuple, because a book has a million of them.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    bold: bool
    spaced: bool

    @property
    def size(self) -> float:
        """Height of the box, ascent and descent of the font together."""
        return self.bottom - self.top


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A page of the file: its size in points, its letters in the order of the file, and its label in the file ("xii").

    `unmapped` is the share of letters that the file gives no Unicode character for, `pictured` whether it shows a picture.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    label: str
    unmapped: float
    pictured: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """An opened PDF: the facts in its information dictionary, and whether its owner asked that it not be copied."""

    handle: Any
    facts: dict[str, str]
    sheets: int
    guarded: bool


@contextmanager
def opened(data: bytes, password: str | None, *, name: str) -> Iterator[Opened]:
    """The PDF in `data`, open as long as the context lasts.

    Raises:
        SourceError: where it is no PDF, is damaged beyond reading, or wants (another) password.
    """
    pdf = _open(data, password, name)
    try:
        permissions = raw.FPDF_GetDocPermissions(pdf)
        yield Opened(
            handle=pdf,
            facts={key: value.strip() for key, value in pdf.get_metadata_dict().items() if value.strip()},
            sheets=len(pdf),
            guarded=not permissions & 0x10,
        )
    finally:
        pdf.close()


def sheet(pdf: Opened, index: int) -> Sheet | None:
    """The page at `index`, from 0; None where it is too damaged to load."""
    try:
        page = pdf.handle[index]
        letters = page.get_textpage()
    except pdfium.PdfiumError:
        return None
    try:
        glyphs, unmapped = _glyphs(page, letters)
        width, height = page.get_size()
        return Sheet(
            number=index + 1,
            width=width,
            height=height,
            glyphs=tuple(glyphs),
            label=pdf.handle.get_page_label(index),
            unmapped=unmapped,
            pictured=_is_pictured(page),
        )
    finally:
        letters.close()
        page.close()


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """Grey pixels, row by row, a byte each, `scale` of them to a point."""

    pixels: bytes
    width: int
    height: int
    scale: float


def picture(pdf: Opened, index: int, dots: int) -> Picture:
    """The page at `index` at `dots` to an inch, or fewer where it is a poster."""
    page = pdf.handle[index]
    try:
        width, height = page.get_size()
        scale = min(dots / 72, (_WIDEST_PIXELS / max(1.0, width * height)) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True)
        rows = bytes(bitmap.buffer)
        lines = (rows[k * bitmap.stride : k * bitmap.stride + bitmap.width] for k in range(bitmap.height))
        return Picture(pixels=b"".join(lines), width=bitmap.width, height=bitmap.height, scale=scale)
    finally:
        page.close()


def _open(data: bytes, password: str | None, name: str) -> Any:
    # Up to revision 4 of the standard's encryption a password is in PDFDocEncoding, which Latin-1 agrees with; later UTF-8.
    for encoded in _encodings(password):
        handle = raw.FPDF_LoadMemDocument64(data, len(data), encoded)
        if handle:
            return pdfium.PdfDocument(handle)  # PDFium reads from `data`, which the caller holds
        if raw.FPDF_GetLastError() != raw.FPDF_ERR_PASSWORD:
            raise SourceError(f"{name!r} is no PDF, or one that was cut off or damaged: get the file again")
    if password is None:
        raise SourceError(f"{name!r} is encrypted: give its password with --password")
    raise SourceError(f"{name!r} does not open with that password: give another with --password")


def _encodings(password: str | None) -> list[bytes | None]:
    if password is None:
        return [None]
    return [password.encode() + b"\0", password.encode("latin-1", "replace") + b"\0"]


def _glyphs(page: Any, letters: Any) -> tuple[list[Glyph], float]:
    """The letters that can be read, in order, and the share of those that have no Unicode character."""
    upright = _upright(letters)
    place, width, height = _placing(page, upright)
    handle = letters.raw
    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    kept: list[Glyph] = []
    seen: dict[tuple[str, int], list[float]] = {}
    unmapped = total = 0
    spaced, bold, readable = True, False, True
    for k in range(letters.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, k)
        character = chr(code)
        if character in _SPACES:
            spaced = True
            continue
        if code in _HYPHENS and raw.FPDFText_IsHyphen(handle, k) == 1:
            character = LINE_HYPHEN
        total += 1
        if raw.FPDFText_HasUnicodeMapError(handle, k) == 1 or (code > 0x7E and _is_lost(character)) or 2 != code < 32:
            unmapped += 1
            character = REPLACEMENT
        if spaced:
            readable = round(math.degrees(raw.FPDFText_GetCharAngle(handle, k)) / 90) % 4 * 90 == upright
            bold = raw.FPDFText_GetFontWeight(handle, k) >= _BOLD
        if not readable or not raw.FPDFText_GetLooseCharBox(handle, k, pointer):
            continue
        left, right, top, bottom = place(box.left, box.right, box.top, box.bottom)
        if not (0 <= left + right <= 2 * width and 0 <= top + bottom <= 2 * height):
            continue  # outside the page: crop marks and what else printers note there
        if code > 0xFA and character in _LIGATURES:
            character = unicodedata.normalize("NFKC", character)
        if not _is_overprint(character, left, top, bottom, seen):
            kept.append(Glyph(character, left, right, top, bottom, bold, spaced))
            spaced = False
    return kept, unmapped / total if total else 0.0


def _upright(letters: Any) -> int:
    """The angle, in quarter turns of the page, at which most letters stand."""
    count = letters.count_chars()
    sample = range(0, count, max(1, count // 50))
    angles = Counter(round(math.degrees(raw.FPDFText_GetCharAngle(letters, k)) / 90) % 4 * 90 for k in sample)
    return angles.most_common(1)[0][0] if angles else 0


def _is_lost(character: str) -> bool:
    return (
        character == REPLACEMENT or ord(character) in _PRIVATE or unicodedata.category(character) in ("Cc", "Cn", "Cs")
    )


def _is_overprint(
    character: str, left: float, top: float, bottom: float, seen: dict[tuple[str, int], list[float]]
) -> bool:
    """Whether the same letter was printed on the same spot before, as programs do to make it bold."""
    limit = 0.12 * (bottom - top)
    row = seen.setdefault((character, round(top / 3)), [])
    if any(-limit < left - other < limit for other in row):
        return True
    row.append(left)
    return False


def _placing(page: Any, upright: int) -> tuple[Any, float, float]:
    """A function from PDFium's edges, to those on a page turned so that its text is upright, and its size."""
    edges = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, ctypes.byref(edges))
    x0, y0, x1, y1 = edges.left, edges.bottom, edges.right, edges.top

    def place(left: float, right: float, top: float, bottom: float) -> tuple[float, float, float, float]:
        if upright == 270:
            return bottom - y0, top - y0, left - x0, right - x0
        if upright == 180:
            return x1 - right, x1 - left, bottom - y0, top - y0
        if upright == 90:
            return y1 - top, y1 - bottom, x1 - right, x1 - left
        return left - x0, right - x0, y1 - top, y1 - bottom

    turned = upright in (90, 270)
    return place, (y1 - y0 if turned else x1 - x0), (x1 - x0 if turned else y1 - y0)


def _is_pictured(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=2))
