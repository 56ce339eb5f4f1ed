"""Quotations in Word files: between marks, and in paragraphs of a style for quotations or set in; notes too."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from retrieval.essays.quoted import Quoted, quoted_in
from seeds.errors import SourceError

_STYLE = re.compile(r"quot|block ?text|zitat|citation|cita\b|цитат", re.IGNORECASE)
_SET_IN = 0.2
"""Inches of indentation from which a whole paragraph is a block quotation."""
_LEAST_WORDS = 8
_NOTES = ("/footnotes", "/endnotes")


def docx_quotations(path: Path) -> Iterator[Quoted]:
    """The quotations of a Word file, in order; a line is a paragraph. Raises SourceError where it cannot be read."""
    import docx  # takes a fifth of a second to import
    from docx.opc.exceptions import PackageNotFoundError
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise SourceError(f"{str(path)!r} is no Word file (.docx) that can be read: save it anew as .docx") from error
    notes = [rel.target_part.blob for rel in document.part.rels.values() if rel.reltype.endswith(_NOTES)]
    roots: list[Any] = [document.element.body, *(parse_xml(blob) for blob in notes)]
    elements = (element for root in roots for element in root.iter(qn("w:p")))
    for number, element in enumerate(elements, 1):
        paragraph = Paragraph(element, document)
        yield from _quotations(paragraph, number)


def _quotations(paragraph: Any, number: int) -> Iterator[Quoted]:
    text = paragraph.text
    if _is_block(paragraph) and text.strip():
        yield Quoted(text=text, speaker=None, line=number)
        return
    for at, words, speaker in quoted_in(text):
        yield Quoted(text=words, speaker=speaker, line=number, column=at + 1)


def _is_block(paragraph: Any) -> bool:
    style = paragraph.style
    while style is not None:
        if _STYLE.search(style.name or ""):
            return True
        style = style.base_style
    indent = paragraph.paragraph_format.left_indent
    listed = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    set_in = indent is not None and indent.inches >= _SET_IN and not listed
    return set_in and len(paragraph.text.split()) >= _LEAST_WORDS
