"""Readers by format. A new format is a new module here and a line in `READERS`."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from seeds.errors import SourceError
from seeds.readers.guarded import GuardedReader
from seeds.readers.markdown import read_markdown
from seeds.readers.reader import PLAIN, Options, Reader, Reading, TextReader
from seeds.readers.text import read_text

__all__ = ["PLAIN", "READERS", "TEXT_READERS", "Options", "Reader", "Reading", "TextReader", "reader_for"]

TEXT_READERS: Mapping[str, TextReader] = MappingProxyType(
    {
        ".txt": read_text,
        ".text": read_text,
        ".md": read_markdown,
        ".markdown": read_markdown,
    }
)
_HTML = GuardedReader(module="seeds.readers.html", format="HTML page")
_EPUB = GuardedReader(module="seeds.readers.epub", format="EPUB")
_FB2 = GuardedReader(module="seeds.readers.fb2", format="FictionBook")
_REST = GuardedReader(module="seeds.readers.rest", format="reStructuredText")
_SGML = GuardedReader(module="seeds.readers.sgml", format="SGML")
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        **TEXT_READERS,
        ".pdf": GuardedReader(module="seeds.readers.pdf", format="PDF"),
        ".docx": GuardedReader(module="seeds.readers.docx", format="DOCX"),
        ".odt": GuardedReader(module="seeds.readers.odt", format="ODT"),
        ".rtf": GuardedReader(module="seeds.readers.rtf", format="RTF"),
        ".html": _HTML,
        ".htm": _HTML,
        ".xhtml": _HTML,
        ".epub": _EPUB,
        ".fb2": _FB2,
        ".rst": _REST,
        ".rest": _REST,
        ".sgm": _SGML,
        ".sgml": _SGML,
    }
)


def reader_for(suffix: str, *, name: str, options: Options = PLAIN) -> Reader:
    """The reader of files that end in `suffix` (".txt", in any case), told the options that it knows.

    Raises:
        SourceError: where no reader knows the suffix; it names those that are known.
    """
    try:
        reader = READERS[suffix.casefold()]
    except KeyError:
        known = ", ".join(READERS)
        raise SourceError(f"{name!r} is in a format that we cannot read: convert it to one of {known}") from None
    return partial(reader, options=options) if isinstance(reader, GuardedReader) else reader
