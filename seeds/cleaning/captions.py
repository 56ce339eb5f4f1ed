"""Pull-quotes and captions: a line set by itself between paragraphs that says again what one of them says."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import LCSseq

from seeds.cleaning.page import Page
from seeds.document import Mask, MaskReason
from seeds.structure.layout import Paragraph

_MIN_WORDS = 8
_MAX_WORDS = 45
_MAX_LINES = 3
# Shares of the line's words that stand in the same order in one paragraph. A line that ends like a sentence may well be
# the author's own, so more is asked of it. Other paragraphs share a third to a half of a caption's words by chance.
_MIN_SHARED = 0.66
_MIN_SHARED_BY_SENTENCE = 0.8
_MIN_LONGER = 1.5
_MAX_WINDOW = 3
_RARE_WORDS = 6
_MAX_CANDIDATES = 40
_WORD = re.compile(r"\d+(?:[/.,:]\d+)*|[^\W\d_]+(?:['’-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?。！？｡؟۔।…][\"'”’»)\]]*\Z")
_SENTENCE = re.compile(r"\S.*?(?:[.!?。！？｡؟۔।…:][\"'”’»)\]]*(?=\s)|\Z)", re.DOTALL)

Words = list[str]


def captions(page: Page, taken: Iterable[int]) -> Iterator[Mask]:
    """A mask for each such line; `repeats` is the sentences that it repeats. Paragraphs in `taken` are left out."""
    if page.book:
        return
    left_out = frozenset(taken)
    body = [part for k, part in enumerate(page.paragraphs) if page.prose[k] and k not in left_out]
    words = [_words(part.text) for part in body]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for k, theirs in enumerate(words):
        for word in set(theirs):
            holders[word].append(k)
    for k in range(page.head + 1, page.tail - 1):
        line = page.paragraphs[k]
        if k in left_out or not _stands_apart(line):
            continue
        mine = _words(line.text)
        best = max(_likely(mine, holders), key=lambda j: (_shared(mine, words[j]), -j), default=None)
        if best is not None and _repeats(line, mine, words[best]):
            repeats = _sentences(body[best], mine)
            yield Mask(start=line.start, end=line.end, reason=MaskReason.REPEATED_CAPTION, repeats=repeats)


def _stands_apart(line: Paragraph) -> bool:
    """Whether this may be a caption: alone between blank lines, a sentence long, and not written like a heading."""
    words = line.text.split()
    if not (line.alone and line.lines <= _MAX_LINES and _MIN_WORDS <= len(words) <= _MAX_WORDS):
        return False
    long_words = [word for word in words if len(word) > 3]
    capitals = sum(word.strip("\"'“‘(")[:1].isupper() for word in long_words)
    return capitals <= 0.7 * len(long_words)


def _likely(mine: Words, holders: dict[str, list[int]]) -> list[int]:
    """Paragraphs, by number, that hold the rarest words of the line, the line itself among them."""
    known = sorted((holders[word] for word in set(mine) if word in holders), key=lambda found: (len(found), found[0]))
    likely = dict.fromkeys(k for found in known[:_RARE_WORDS] for k in found[:_MAX_CANDIDATES])
    return list(likely)[:_MAX_CANDIDATES]


def _shared(mine: Words, theirs: Words) -> float:
    """The share of my words that stand in theirs in the same order; 0 where theirs are no longer than mine."""
    if len(theirs) < _MIN_LONGER * len(mine):
        return 0.0
    return LCSseq.similarity(mine, theirs) / len(mine)


def _repeats(line: Paragraph, mine: Words, theirs: Words) -> bool:
    return _shared(mine, theirs) >= (_MIN_SHARED_BY_SENTENCE if _SENTENCE_END.search(line.text) else _MIN_SHARED)


def _sentences(paragraph: Paragraph, mine: Words) -> tuple[int, int]:
    """The one to three sentences of the paragraph that share most with the line, the fewest that do."""
    spans = [found.span() for found in _SENTENCE.finditer(paragraph.text)]
    windows = [spans[k : k + n] for n in range(1, _MAX_WINDOW + 1) for k in range(len(spans) - n + 1)]
    ranges = [(window[0][0], window[-1][1]) for window in windows]

    def worth(span: tuple[int, int]) -> float:
        theirs = _words(paragraph.text[span[0] : span[1]])
        return LCSseq.similarity(mine, theirs) / len(mine) - 0.002 * len(theirs)

    start, end = max(ranges, key=worth)
    return paragraph.start + start, paragraph.start + end


def _words(text: str) -> Words:
    return [word.casefold() for word in _WORD.findall(text)]
