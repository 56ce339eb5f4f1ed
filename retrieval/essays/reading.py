"""The quotations of an essay by the kind of its file."""

from collections.abc import Iterator
from pathlib import Path

from retrieval.essays.quoted import Quoted
from seeds.encoding import decode
from seeds.errors import SourceError

_TEXT, _MARKDOWN, _HTML = (".txt", ".text", ""), (".md", ".markdown"), (".html", ".htm", ".xhtml")


def quotations_of(path: Path) -> Iterator[Quoted]:
    """The quotations of an essay, in order. Raises SourceError for a file that cannot be read, OSError where there is none."""
    kind, data = path.suffix.lower(), path.read_bytes()
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
