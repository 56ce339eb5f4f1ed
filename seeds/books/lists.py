"""Lists that lead to the pages of a book: contents, lists of illustrations, index."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from seeds.books.book import Book
from seeds.document import Mask, MaskReason
from seeds.structure.layout import Paragraph

_CONTENTS = re.compile(
    r"(?:the )?(?:table of )?(?:contents|chapters?)(?: of (?:vol(?:ume|\.)|part|book|the)\b.{0,30})?"
    r"|(?:a )?list of (?:the )?(?:illustrations|maps|plates|portraits|figures|tables|diagrams).{0,30}|illustrations|(?:list of )?maps"
    r"|inhalt(?:sverzeichnis|s-verzeichnis)?|table des mati[eè]res|sommaire|[ií]ndice|оглавление|содержание|зміст|i[cç]indekiler",
    re.IGNORECASE,
)
_INDEX = re.compile(
    r"(?:general |analytical |alphabetical )?index(?:es)?(?: of (?:names|subjects|persons|places).{0,40})?(?:, .{0,50})?"
    r"|(?:personen|namen|sach)?register|index alphab[eé]tique|указатель.{0,30}",
    re.IGNORECASE,
)
_PAGE_AT_END = re.compile(r"(?:[.\s…_–—-]|\A)(?:\d{1,4}|[ivxlc]{1,7})\s*\Z", re.MULTILINE)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*(?:\[\d+\])?\Z")
_REFERENCE = re.compile(r",\s*(?:[ivxlc]+\.?\s*,?\s*)?\d{1,4}\b|\bsee\b|\d{1,4}[-–,;.]\s*\d")
_MOST_ENTRIES = 2_000
_MOST_APART = 12
_MIN_INDEX = 5
_MIN_LETTERS, _MIN_ENTRIES, _LONGEST_ENTRY = 6, 12, 200
_WIDEST_GAP = 6
_PROSE_WORDS = 30
_ARGUMENT_DASHES = 3


def contents_and_index(book: Book) -> Iterator[Mask]:
    """A mask for each such list, its heading included."""
    starts = {heading.start for heading in book.headings}
    reached = 0
    for k, part in enumerate(book.paragraphs):
        if k < reached:
            continue
        words = _bare(part.text)
        if len(part.text) > 90 or not words:
            continue
        last = None
        if _CONTENTS.fullmatch(words):
            last, reason = _end_of_contents(book, k, starts), MaskReason.CONTENTS
        elif _INDEX.fullmatch(words):
            last, reason = _end_of_index(book, k) or _end_of_alphabet(book, k), MaskReason.INDEX
        if last is not None:
            reached = last + 1
            yield Mask(start=part.start, end=book.paragraphs[last].end, reason=reason)


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" .:_*=[]#-–—")


def _end_of_contents(book: Book, k: int, headings: set[int]) -> int | None:
    """The last entry: what follows is prose, or the heading of prose."""
    last = k
    for n in range(k + 1, min(k + _MOST_ENTRIES, len(book.paragraphs))):
        part = book.paragraphs[n]
        if _is_prose(part):
            while last > k and _opens_prose(book, last, n, headings):
                last -= 1
            break
        last = n
    else:
        last = k
    return last if last > k else None


def _opens_prose(book: Book, n: int, prose: int, headings: set[int]) -> bool:
    """Whether paragraph n is a heading of what follows and no entry: a short line without a page, near the prose."""
    part = book.paragraphs[n]
    if _PAGE_AT_END.search(part.text) and not re.search(r"\b(?:chapter|part|book)\b", part.text, re.IGNORECASE):
        return False
    return prose - n <= 5 and (part.start in headings or (part.alone and part.lines <= 2))


def _is_prose(part: Paragraph) -> bool:
    """Whether this is running text rather than entries."""
    text = part.text
    words = len(text.split())
    if words < _PROSE_WORDS or not _ENDS_SENTENCE.search(text):
        return False
    rows = text.splitlines()
    paged = sum(bool(_PAGE_AT_END.search(row)) for row in rows)
    dashes = len(re.findall(r"--|—|–|\s-\s", text))
    sentences = len(re.findall(r"[.!?]\s+[A-ZА-Я\"“]", text))
    return paged * 3 < len(rows) + 1 and not (dashes >= _ARGUMENT_DASHES and dashes > sentences)


def _end_of_index(book: Book, k: int) -> int | None:
    """The last paragraph with references to pages that has others not far above it."""
    last, entries = k, 0
    for n in range(k + 1, len(book.paragraphs)):
        if _REFERENCE.search(book.paragraphs[n].text) and not _is_long_prose(book.paragraphs[n]):
            last, entries = n, entries + 1
        elif n - last > _MOST_APART:
            break
    return last if entries >= _MIN_INDEX else None


def _end_of_alphabet(book: Book, k: int) -> int | None:
    """The last paragraph of an index that lost its pages: short entries in the order of the alphabet.

    What is set further in belongs to the entry above it, and only between two of them is it certain that it is not the next text.
    """
    following = book.paragraphs[k + 1 :]
    margin = following[0].indent if following else 0
    last, reached, letters, rows = k, "", set[str](), 0
    for n, part in enumerate(following, k + 1):
        entries = [row for row in part.text.splitlines() if _begins_entry(row)] if part.indent == margin else []
        initials = [_initial(row) for row in entries]
        if (
            part.indent < margin
            or not _goes_on(reached, initials)
            or any(len(entry) > _LONGEST_ENTRY for entry in entries)
        ):
            break
        if entries:
            last, reached, rows = n, initials[-1], rows + len(entries)
        letters |= set(initials)
    return last if len(letters) >= _MIN_LETTERS and rows >= _MIN_ENTRIES else None


def _begins_entry(row: str) -> bool:
    return not row.startswith(" ") and not row[:1].islower()


def _goes_on(reached: str, initials: Sequence[str]) -> bool:
    """Whether the alphabet goes on with these letters, not far behind the one that was reached."""
    if not reached or not initials:
        return list(initials) == sorted(initials)
    return [reached, *initials] == sorted([reached, *initials]) and ord(initials[0]) - ord(reached) <= _WIDEST_GAP


def _initial(entry: str) -> str:
    """The letter that an entry is sorted by, without its accent."""
    plain = unicodedata.normalize("NFD", entry)
    return next((sign.lower() for sign in plain if sign.isalpha()), "")


def _is_long_prose(part: Paragraph) -> bool:
    references = len(_REFERENCE.findall(part.text))
    return len(part.text.split()) > 25 * (references + 1)
