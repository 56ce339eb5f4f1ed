"""Title, author and translator as a digital library states them in the header before a book."""

import re
from collections.abc import Iterable

from seeds.document import Mask, MaskReason, Metadata

_FIELD = re.compile(
    r"^(?P<key>Title|Author|Editor|Translator):[ \t]+(?P<value>\S.*(?:\r?\n[ \t]{2,}\S.*)*)", re.MULTILINE
)
# Headers before 2003 or so have no fields: "**The Project Gutenberg Etext of Russia in 1919, by Arthur Ransome**".
_FIRST_LINE = re.compile(
    r"Project Gutenberg(?:['’]s)?\s+(?:E-?book|Etext)?(?:\s+of)?,?\s+"
    r"(?P<title>.{3,200}?),?\s+by\s+(?P<author>[^*\r\n#]{3,200}(?:(?<=\w)\r?\n[^*\r\n#\[]{3,60}(?=\r?\n))?)",
    re.IGNORECASE | re.DOTALL,
)
_MAX_FIRST_LINE = 600
_END_OF_TITLE = re.compile(r"\s*\*.*\Z")
_FULL_NAMES = re.compile(r"(?<=[A-Z]\.) \([^()]+\)")
"""What initials stand for: "F. J. (Francis Joseph) Orme"."""
_END_OF_NAME = re.compile(r",? (?:[Tt]ranslated|[Ee]dited|[Ii]llustrated) by .*\Z|\s*\*.*\Z")


def library_header(text: str, masks: Iterable[Mask]) -> Metadata:
    """What the header says; an empty record where the text has none."""
    header = next((text[: mask.end] for mask in masks if mask.reason is MaskReason.LICENCE and mask.start == 0), "")
    fields = {found["key"]: _value(found["key"], found["value"]) for found in _FIELD.finditer(header)}
    first = _FIRST_LINE.search(header[:_MAX_FIRST_LINE])
    line = {key: " ".join(value.split()) for key, value in first.groupdict().items()} if first else {}
    title = fields.get("Title") or line.get("title")
    author = fields.get("Author") or line.get("author") or fields.get("Editor")
    return Metadata(
        title=_END_OF_TITLE.sub("", title or "") or None,
        author=_FULL_NAMES.sub("", _END_OF_NAME.sub("", author or "")) or None,
        translator=fields.get("Translator"),
    )


def _value(key: str, value: str) -> str:
    """The lines of a field as one; people stand one to a line."""
    lines = [" ".join(line.split()) for line in value.splitlines() if line.strip()]
    joined = lines[0]
    for line in lines[1:]:
        several = key != "Title" and not joined.endswith((",", " and", "&")) and not line.startswith(("and ", "("))
        joined += f", {line}" if several else f" {line}"
    return joined
