"""An article compared with its page: paragraphs that trafilatura ran together are parted, block quotations put back.

trafilatura leaves out figures, the footers of quotations, and, of a short page, every boundary between its blocks. Which
block is which is told by their letters and digits.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from seeds.readers.markup.blocks import Block, Kind

_NO_LETTER = re.compile(r"[\W_]+")


def restored(article: Sequence[Block], page: Sequence[Block]) -> list[Block]:
    """The blocks of an article, as the page has them where it sets quotations apart or where the article joins several."""
    keys = [_key(block) for block in article]
    places = _places(keys, [_key(block) for block in page])
    words = "\n".join(keys)
    made: list[Block] = []
    done: int | None = None
    for k, block in enumerate(article):
        if k not in places:
            made.append(block)
            continue
        first, last = places[k]
        made += (each for each in _before(page, done, first) if _key(each) not in words)
        joined = last - first > 1
        quoted = page[first].quotation is not None or block.kind is Kind.QUOTATION
        made += page[first:last] if joined or quoted else [block]
        done = last
    return made if done is None else [*made, *(each for each in _after(page, done) if _key(each) not in words)]


def _places(article: Sequence[str], page: Sequence[str]) -> dict[int, tuple[int, int]]:
    """For each block of the article, by number, the run of the page's blocks that have its letters; all in order."""
    places: dict[int, tuple[int, int]] = {}
    above, begin = 0, 0
    for match in SequenceMatcher(None, article, page).get_matching_blocks():
        for k in range(above, match.a):
            found = _joined(article[k], page, begin, match.b)
            if found:
                places[k], begin = found, found[1]
        places |= {match.a + n: (match.b + n, match.b + n + 1) for n in range(match.size)}
        above, begin = match.a + match.size, match.b + match.size
    return places


def _joined(key: str, page: Sequence[str], begin: int, end: int) -> tuple[int, int] | None:
    """The first run of blocks there that together have the letters of `key`."""
    for first in range(begin, end):
        joined, last = page[first], first + 1
        while joined != key and last < end and key.startswith(joined + page[last]):
            joined, last = joined + page[last], last + 1
        if joined and joined == key:
            return first, last
    return None


def _before(page: Sequence[Block], done: int | None, first: int) -> Iterator[Block]:
    """The block quotations that the page has before number `first`: after what is done, or right before the article."""
    if done is not None:
        return (block for block in page[done:first] if block.quotation is not None)
    begin = first
    while begin and page[begin - 1].quotation is not None:
        begin -= 1
    return iter(page[begin:first])


def _after(page: Sequence[Block], done: int) -> Iterator[Block]:
    """The block quotation right after the article."""
    for block in page[done:]:
        if block.quotation is None:
            return
        yield block


def _key(block: Block) -> str:
    return _NO_LETTER.sub("", block.text).casefold()
