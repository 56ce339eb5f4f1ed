"""Rich Text Format, through striprtf: its text, code pages decoded, a line to a paragraph."""

import re

from striprtf.striprtf import rtf_to_text

from seeds.document import Metadata
from seeds.errors import SourceError
from seeds.readers.analysis import analyse
from seeds.readers.reader import PLAIN, Options, Reading

_INFO = re.compile(rb"\{\\(title|author)(?: |(?=\\))((?:[^{}\\]|\\'[0-9a-fA-F]{2}|\\[{}\\]){1,300})\}")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def read(data: bytes, *, name: str, options: Options = PLAIN) -> Reading:
    """The text of the file, and what its lines tell.

    Raises:
        SourceError: where it is no RTF, or holds no text.
    """
    del options
    if not data.lstrip().startswith(b"{\\rtf"):
        raise SourceError(f"{name!r} is no RTF, or a damaged one: open it and save it again")
    text = rtf_to_text(data.decode("latin-1"), encoding=_code_page(data), errors="replace")
    text = _BLANK_LINES.sub("\n\n", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    text = text.encode("utf-8", "replace").decode()  # half of a surrogate pair is no character
    if not any(map(str.isalnum, text)):
        raise SourceError(f"{name!r} holds no text: there is nothing to quote in it")
    told = analyse(text)
    return Reading(
        text=text,
        encoding="utf-8",
        media_type="application/rtf",
        metadata=_stated(data).over(told.metadata),
        sections=told.sections,
        masks=told.masks,
        voices=told.voices,
        notes=told.notes,
    )


def _code_page(data: bytes) -> str:
    found = _CODE_PAGE.search(data[:2000])
    codec = f"cp{found[1].decode()}" if found else "cp1252"
    try:
        b"".decode(codec)
    except LookupError:
        return "cp1252"
    return codec


def _stated(data: bytes) -> Metadata:
    """Title and author in the file's information group."""
    codec = _code_page(data)
    facts = {
        found[1].decode(): re.sub(rb"\\'([0-9a-fA-F]{2})", lambda each: bytes([int(each[1], 16)]), found[2])
        .decode(codec, "replace")
        .strip()
        for found in _INFO.finditer(data[:20_000])
    }
    author = facts.get("author", "")
    return Metadata(title=facts.get("title") or None, author=author if len(author.split()) > 1 else None)
