"""Every form in which a source can be cited, by name."""

import json
from collections.abc import Callable
from enum import StrEnum

from retrieval.citations.bibtex import bibtex
from retrieval.citations.csl import csl_json
from retrieval.citations.ris import ris
from retrieval.citations.styles import Style, cite
from retrieval.types import Citation


class Form(StrEnum):
    """A style, or a format that reference managers read."""

    CHICAGO_NOTE = "chicago-note"
    CHICAGO_BIBLIOGRAPHY = "chicago-bibliography"
    MLA = "mla"
    APA = "apa"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"


_FORMATS: dict[Form, Callable[[Citation], str]] = {
    Form.BIBTEX: bibtex,
    Form.RIS: ris,
    Form.CSL_JSON: lambda citation: json.dumps(csl_json(citation), ensure_ascii=False),
}


def cited(citation: Citation, form: Form) -> str:
    """The citation in a form, as plain text; italics are lost, and what stands in the text follows the entry."""
    if form in _FORMATS:
        return _FORMATS[form](citation)
    made = cite(citation, Style(form.value))
    return made.plain + (f"\nIn the text: {made.in_text}" if made.in_text else "")
