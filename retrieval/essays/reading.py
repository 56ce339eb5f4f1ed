"""The quotations of an essay by the kind of its file."""

from collections.abc import Iterator
from pathlib import Path

from retrieval.essays.quoted import Quoted
from seeds.encoding import decode
from seeds.errors import SourceError
from seeds.paths import read_regular

_TEXT, _MARKDOWN, _HTML = (".txt", ".text", ""), (".md", ".markdown"), (".html", ".htm", ".xhtml")


def quotations_of(path: Path) -> Iterator[Quoted]:
    """The quotations of an essay, in order. Raises SourceError where there is no file, or one that cannot be read."""
    if path.is_dir():
        raise SourceError(f"{str(path)!r} is a folder: name the files in it that are to be checked")
    try:
        kind, data = path.suffix.lower(), read_regular(path)
    except FileNotFoundError as error:
        raise SourceError(f"there is no file {str(path)!r}: check the spelling") from error
    if kind == ".docx":
        from retrieval.essays.docx import docx_quotations

        return docx_quotations(path)
    if kind in _HTML:
        from retrieval.essays.html import html_quotations

        return html_quotations(data, str(path))
    if kind in _MARKDOWN:
        from retrieval.essays.markdown import markdown_quotations

        return markdown_quotations(decode(data, name=str(path)).text)
    if kind in _TEXT:
        from retrieval.essays.plain import plain_quotations

        return plain_quotations(decode(data, name=str(path)).text)
    raise SourceError(f"{str(path)!r} is of no kind that is checked: give a .txt, .md, .docx or .html file")
