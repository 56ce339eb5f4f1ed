"""What the marks of reStructuredText tell: headings, and lines that are no text (docutils' specification of the mark-up)."""

import re
from collections.abc import Iterator

from seeds.document import Mask, MaskReason
from seeds.structure.rest_notes import NOTE_MARK
from seeds.structure.sections import Heading

_ADORNED = re.compile(
    r"^(?:(?P<over>([=\-`:'\"~^_*+#<>.])\2{2,})[ \t]*\r?\n)?(?P<title>[^\s.|:\-=][^\r\n]*)\r?\n"
    r"(?P<under>([=\-`:'\"~^_*+#<>])\5{2,})[ \t]*\r?$",
    re.MULTILINE,
)
_DIRECTIVE = re.compile(
    r"^(?P<indent>[ \t]*)\.\.(?:[ \t]+(?P<name>[\w-]+)::[^\r\n]*|[ \t]+_[^\r\n]*:[^\r\n]*|[ \t]+\|[^\r\n]*|[ \t]+(?!\[)[^\r\n]*|[ \t]*)\r?$"
    r"(?P<options>(?:\r?\n[ \t]+:[\w. -]+:[^\r\n]*(?:\r?\n[ \t]{6,}[^\s:][^\r\n]*)*)*)",
    re.MULTILINE,
)
_FIELD = re.compile(r"^[ \t]*:(?P<name>[\w. -]+):[ \t]*(?P<value>[^\r\n]*)\r?$", re.MULTILINE)
_TRANSITION = re.compile(r"(?<=\n)[ \t]*([=\-~*_+#^])\1{3,}[ \t]*\r?$", re.MULTILINE)
_PICTURES = frozenset({"figure", "image"})


def rest_headings(text: str) -> list[Heading]:
    """The headings in order; the first kind of adornment met is the highest, as the specification says."""
    ranks: dict[tuple[str, bool], int] = {}
    found: list[Heading] = []
    for match in _ADORNED.finditer(text):
        title, over = match["title"].strip(), match["over"]
        if len(match["under"]) < len(title) or (over and over[0] != match["under"][0]):
            continue
        rank = ranks.setdefault((match["under"][0], bool(over)), len(ranks) + 1)
        body = re.compile(r"\s*").match(text, match.end())
        found.append(
            Heading(start=match.start("title"), body=body.end() if body else match.end(), title=title, rank=rank)
        )
    return found


def rest_markup(text: str) -> Iterator[Mask]:
    """Directives, comments, targets of links, labels of notes, adornments, fields; the caption of a picture with its directive."""
    for match in _DIRECTIVE.finditer(text):
        if match["name"] in _PICTURES:
            yield Mask(
                start=match.start(),
                end=end_of_block(text, len(match["indent"]), match.end()),
                reason=MaskReason.CAPTION,
            )
        else:
            yield Mask(start=match.start(), end=match.end(), reason=MaskReason.MARKUP)
    for match in _ADORNED.finditer(text):
        if match["over"]:
            yield Mask(start=match.start("over"), end=match.end("over"), reason=MaskReason.MARKUP)
        yield Mask(start=match.start("under"), end=match.end("under"), reason=MaskReason.MARKUP)
    for pattern in (NOTE_MARK, _TRANSITION, _FIELD):
        for match in pattern.finditer(text):
            if match.end() > match.start():
                yield Mask(start=match.start(), end=match.end(), reason=MaskReason.MARKUP)


def rest_fields(text: str) -> dict[str, str]:
    """The fields of the document by their names in lower case: "dc.title", "author"."""
    return {match["name"].casefold(): match["value"].strip() for match in reversed(list(_FIELD.finditer(text[:5000])))}


def end_of_block(text: str, indent: int, position: int) -> int:
    """The end of the lines, from the end of one at `position` on, that are indented further than `indent`; blank ones may part them."""
    end = position
    for line in re.compile(r"\r?\n([ \t]*)([^\r\n]*)").finditer(text, position):
        if line.start() != position:
            break
        position = line.end()
        if line[2] and len(line[1]) <= indent:
            break
        end = position if line[2] else end
    return end
