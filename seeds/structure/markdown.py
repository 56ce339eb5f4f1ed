"""What the marks of Markdown tell: headings, and lines that are no text (CommonMark 0.31; HTML comments)."""

import re
from collections.abc import Iterator, Sequence

from seeds.document import Mask, MaskReason
from seeds.structure.layout import Paragraph
from seeds.structure.sections import Heading

_ATX = re.compile(r"^ {0,3}(?P<marks>#{1,6})[ \t]+(?P<title>[^\r\n]*?)(?:[ \t]+#+)?[ \t]*\r?$", re.MULTILINE)
_SETEXT = re.compile(r"^(?P<title>[^\s#>|*+`=-][^\r\n]*)\r?\n {0,3}(?P<marks>=+|-{3,})[ \t]*\r?$", re.MULTILINE)
_FENCE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\r\n]*$.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*\r?$|\Z)", re.MULTILINE | re.DOTALL
)
_EMPHASIS = re.compile(r"(?<!\w)(?P<mark>\*\*|__|\*|_|`)(?=\S)(?P<inner>.+?)(?<=\S)(?P=mark)(?!\w)")
_LINK = re.compile(r"!?\[(?P<text>[^\]]*)\]\([^)]*\)")
_NO_TEXT = (
    (re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL), MaskReason.MARKUP),
    (re.compile(r"^ {0,3}\[[^\]\r\n]+\]:[ \t]+\S[^\r\n]*$", re.MULTILINE), MaskReason.MARKUP),  # targets of links
    (re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}\r?$", re.MULTILINE), MaskReason.MARKUP),  # rules
    (
        re.compile(r"^ {0,3}\|? {0,3}:?-{3,}:? {0,9}(?:\| {0,9}:?-+:? {0,9})+\|? {0,9}\r?$", re.MULTILINE),
        MaskReason.MARKUP,
    ),  # in tables
    (re.compile(r"!\[[^\]]*\]\([^)\r\n]*\)(?:\{[^}\r\n]*\})?"), MaskReason.IMAGE),
    (re.compile(r"<img\b[^>]*>", re.IGNORECASE), MaskReason.IMAGE),
)


def markdown_headings(text: str, paragraphs: Sequence[Paragraph], body: int) -> list[Heading]:
    """The headings of `text` from `body` on, in order; their rank is the number of their marks."""
    fences = [found.span() for found in _FENCE.finditer(text, body)]
    found: list[Heading] = []
    for pattern in (_ATX, _SETEXT):
        for match in pattern.finditer(text, body):
            if not match["title"] or any(start <= match.start() < end for start, end in fences):
                continue
            rank = len(match["marks"]) if pattern is _ATX else 1 + match["marks"].startswith("-")
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            below = next((part.start for part in paragraphs if part.start >= match.end()), match.end())
            found.append(Heading(start=start, body=below, title=_plain(match["title"]), rank=rank))
    return sorted(found, key=lambda heading: heading.start)


def markup(text: str, body: int) -> Iterator[Mask]:
    """What a reader of the page would not see as text: comments, targets of links, rules, images."""
    for pattern, reason in _NO_TEXT:
        for found in pattern.finditer(text, body):
            yield Mask(start=found.start(), end=found.end(), reason=reason)


def _plain(title: str) -> str:
    """The title without emphasis and links."""
    return _EMPHASIS.sub(r"\g<inner>", _LINK.sub(r"\g<text>", title)).strip()
