"""Readers by format. A new format is a new module here and a line in `READERS`."""

from collections.abc import Mapping
from types import MappingProxyType

from seeds.errors import SourceError
from seeds.readers.markdown import read_markdown
from seeds.readers.reader import Reader, Reading, TextReader
from seeds.readers.text import read_text

__all__ = ["READERS", "TEXT_READERS", "Reader", "Reading", "TextReader", "reader_for"]

TEXT_READERS: Mapping[str, TextReader] = MappingProxyType(
    {
        ".txt": read_text,
        ".text": read_text,
        ".md": read_markdown,
        ".markdown": read_markdown,
    }
)
READERS: Mapping[str, Reader] = MappingProxyType({**TEXT_READERS})


def reader_for(suffix: str, *, name: str) -> Reader:
    """The reader of files that end in `suffix` (".txt", in any case).

    Raises:
        SourceError: where no reader knows the suffix; it names those that are known.
    """
    try:
        return READERS[suffix.casefold()]
    except KeyError:
        known = ", ".join(READERS)
        raise SourceError(f"{name!r} is in a format that we cannot read: convert it to one of {known}") from None
