"""Links that open a page at the quoted words: https://wicg.github.io/scroll-to-text-fragment/.

A directive is `[prefix-,]start[,end][,-suffix]`. A browser looks for the first place where they stand as whole words, whatever
their case; `start` to `end` is what it highlights. Each part must lie inside one block of the page, but a range need not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from seeds.document import Document

LONGEST = 512
"""Characters of a link; some mail programs and chats cut longer ones."""

WHOLE = 8
"""Words up to which a quote on one line is named whole rather than by its ends."""

FEWEST, MOST = 7, 13
"""Words of an end: as many as are needed to tell it from what stands before, from fewest to most.

Seven although four often do in the stored text, because a page holds more than was taken from it: captions begin with the same name.
"""

AROUND = 4
"""Words of a prefix or suffix."""

_WORD = re.compile(r"\S+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_CLAUSE = re.compile(r"[^\s、。，．！？；：「」『』（）]*[、。，．！？；：「」『』（）]*")
_CELL_END = re.compile(r"[\t\n]")
_EMPHASIS = re.compile(r"[*`]|(?<!\w)_+|_+(?!\w)")
_SOFT_HYPHEN = "\u00ad"
_FOLDED = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "İ": "I", **dict.fromkeys("\t\n\v\f\r\u00a0\u2028\u2029", " ")}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Parts:
    """Ranges of the text that a directive names; an empty one is left out."""

    prefix: tuple[int, int] = (0, 0)
    start: tuple[int, int]
    end: tuple[int, int] = (0, 0)
    suffix: tuple[int, int] = (0, 0)


def text_fragment(url: str, document: Document, start: int, end: int) -> str:
    """The address with a fragment that names the range's words, at most `LONGEST` characters.

    The address alone where no directive fits, and for a PDF, which browsers open with a viewer that knows none.
    """
    if document.media_type == "application/pdf" or urlsplit(url).path.lower().endswith(".pdf"):
        return url
    base, _, fragment = url.partition("#")
    head = f"{base}#{fragment.partition(':~:')[0]}:~:text="
    page = _folded(document.text)
    fitting = [
        (parts, link)
        for parts in _choices(document, start, end)
        if len(link := head + _directive(document, parts)) <= LONGEST
    ]
    same_words = None
    for parts, link in fitting:
        found = _found(page, parts)
        if found == (start, end):
            return link
        if same_words is None and found and page[slice(*found)].split() == page[start:end].split():
            same_words = link
    return same_words or (fitting[0][1] if fitting else url)


def _choices(document: Document, start: int, end: int) -> Iterator[_Parts]:
    """Ways to name a range, those that are most likely to do and shortest first."""
    words = _words(document.text, start, end)
    first, last = _line(document, words), _line(document, words[::-1])[::-1]
    before, after = _around(document, start, end)
    whole = (words[0][0], words[-1][1])
    if len(words) <= WHOLE and len(first) == len(words):
        yield _Parts(start=whole)
        yield from (_Parts(prefix=before, start=whole),) if before[1] else ()
        yield from (_Parts(start=whole, suffix=after),) if after[1] else ()
        yield from (_Parts(prefix=before, start=whole, suffix=after),) if before[1] and after[1] else ()
        return
    longest = min(MOST, len(first), len(words) - 1), min(MOST, len(last), len(words) - 1)
    counts = [
        (head, tail)
        for head, tail in product(range(FEWEST, MOST + 1, 2), repeat=2)
        if (head == FEWEST or head <= longest[0]) and (tail == FEWEST or tail <= longest[1])
    ]
    for prefix, suffix in ((False, False), (True, False), (False, True), (True, True)):
        for head, tail in sorted(counts, key=sum) if not prefix and not suffix else [(FEWEST, FEWEST)]:
            yield _ends(words, first, last, head, tail, before if prefix else (0, 0), after if suffix else (0, 0))
    for few in range(FEWEST - 1, 0, -1):  # words of many bytes, or a long address
        yield _ends(words, first, last, few, few, (0, 0), (0, 0))


def _ends(
    words: Sequence[tuple[int, int]],
    first: Sequence[tuple[int, int]],
    last: Sequence[tuple[int, int]],
    head: int,
    tail: int,
    prefix: tuple[int, int],
    suffix: tuple[int, int],
) -> _Parts:
    """The range from its first `head` to its last `tail` words, which do not overlap, each on its own line."""
    head = min(head, len(first), max(1, len(words) // 2))
    tail = min(tail, len(last), max(1, len(words) - head))
    if len(words) == 1:
        return _Parts(prefix=prefix, start=words[0], suffix=suffix)
    return _Parts(
        prefix=prefix,
        start=(first[0][0], first[head - 1][1]),
        end=(last[-tail][0], last[-1][1]),
        suffix=suffix,
    )


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of a range; where a script sets no blanks between them, its clauses."""
    found: list[tuple[int, int]] = []
    for match in _WORD.finditer(text, start, end):
        if _UNSPACED.search(match[0]):
            found.extend(each.span() for each in _CLAUSE.finditer(text, *match.span()) if each[0])
        else:
            found.append(match.span())
    return found


def _line(document: Document, words: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The first of the words up to where a block of the page may end: at a line's end, and at a tab between cells of a table.

    In plain text a line's end may be the typesetter's, so that a line of fewer words than are wanted goes on in the next one.
    """
    plain = document.media_type == "text/plain"
    for at in range(1, len(words)):
        low, high = sorted((words[at - 1], words[at]))
        between = document.text[low[1] : high[0]]
        ends = between.count("\n") + (0 if plain else between.count("\t"))
        if ends > 1 or (ends and not (plain and at < FEWEST)):
            return words[:at]
    return words


def _around(document: Document, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The last words before a range and the first ones after it, in its own block: a page may set anything between two.

    Of a row of a table they are those of the cells next to it.
    """
    text, plain = document.text, document.media_type == "text/plain"
    if "\t" in text[start:end] and not plain:  # a row of a table stands between other rows
        low = max(text.rfind(sign, 0, len(text[:start].rstrip())) for sign in "\t\n") + 1
        cell = _CELL_END.search(text, min(end + 1, len(text)))
        high = cell.start() if cell else len(text)
    else:
        blocks = "\n\n" if plain else "\n"
        low = max(start - 200, text.rfind(blocks, 0, start) + 1, 0)
        block = text.find(blocks, end)
        high = min(end + 200, len(text) if block < 0 else block)
    before = [span for span in _words(text, low, start) if span[0] > start - 200 or not low][-AROUND:]
    after = [span for span in _words(text, end, high) if span[1] < end + 200][:AROUND]
    return (
        (before[0][0], before[-1][1]) if before else (0, 0),
        (after[0][0], after[-1][1]) if after else (0, 0),
    )


def _found(page: str, parts: _Parts) -> tuple[int, int] | None:
    """What a browser that looks through this text for the parts would highlight, None where it finds nothing."""
    opening = _pattern(page, parts.start)
    if parts.prefix[1]:
        opening = rf"{_pattern(page, parts.prefix)}\s*(?P<start>{opening})"
    if not parts.end[1] and parts.suffix[1]:
        opening = rf"{opening}(?P<end>)\s*{_pattern(page, parts.suffix)}"
    found = re.search(rf"(?<!\w){opening}(?!\w)", page)
    if found is None:
        return None
    start = found.start("start") if parts.prefix[1] else found.start()
    if not parts.end[1]:
        return start, found.end("end") if parts.suffix[1] else found.end()
    closing = _pattern(page, parts.end)
    if parts.suffix[1]:
        closing = rf"{closing}(?P<end>)\s*{_pattern(page, parts.suffix)}"
    close = re.compile(rf"(?<!\w){closing}(?!\w)").search(page, found.end())
    return (start, close.end("end") if parts.suffix[1] else close.end()) if close else None


def _pattern(page: str, span: tuple[int, int]) -> str:
    return r"\s+".join(map(re.escape, page[slice(*span)].split()))


def _directive(document: Document, parts: _Parts) -> str:
    prefix, start, end, suffix = (
        _encoded(document, span) for span in (parts.prefix, parts.start, parts.end, parts.suffix)
    )
    ends = f",{end}" if end else ""
    return f"{f'{prefix}-,' if prefix else ''}{start}{ends}{f',-{suffix}' if suffix else ''}"


def _encoded(document: Document, span: tuple[int, int]) -> str:
    """Percent-encoded UTF-8, dashes too, which mean something in a directive; without Markdown's emphasis, which no page shows."""
    words = document.text[slice(*span)].replace(_SOFT_HYPHEN, "")
    if document.media_type == "text/markdown":
        words = _EMPHASIS.sub("", words)
    return percent_encoded(" ".join(words.split()), safe="").replace("-", "%2D")


@lru_cache(maxsize=32)
def _folded(text: str) -> str:
    """The text as a browser compares it, character for character: capitals and the shape of quotation marks do not count."""
    return text.translate(_FOLDED).lower()
