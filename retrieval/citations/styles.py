"""Chicago, MLA and APA, rendered by citeproc-py from the CSL styles in `styles/`.

The styles are ours and small: they know the two kinds of source that a library has, and stay whole where facts are
missing. (citeproc-py does not initialise, substitute or punctuate as the official styles ask it to.)
"""

import re
import threading
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from io import BytesIO
from types import SimpleNamespace
from typing import Any

from retrieval.citations.csl import Locator, csl_json, locator_of
from retrieval.types import Citation


class Style(StrEnum):
    """A style, and the name of its file."""

    CHICAGO = "chicago-note"
    CHICAGO_BIBLIOGRAPHY = "chicago-bibliography"
    MLA = "mla"
    APA = "apa"


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """A piece of a citation in one type."""

    text: str
    italic: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Cited:
    """A citation in a style: the note or the entry of the list, and what stands in the text, where the style has that."""

    entry: tuple[Run, ...]
    in_text: str | None = None

    @property
    def plain(self) -> str:
        """The entry without italics."""
        return "".join(run.text for run in self.entry)


_ITALIC, _UPRIGHT = "\ue000", "\ue001"  # private use: no source's title holds them once they are taken out
_AMERICAN = re.compile(rf"({_UPRIGHT}?)([”’]+)({_UPRIGHT}?)([,.])")
_lock = threading.Lock()  # citeproc-py keeps state in a style while it renders


def cite(citation: Citation, style: Style) -> Cited:
    """The citation in a style. The speaker, where known, is named where the words are not the author's, but in a bibliography."""
    item, where = csl_json(citation), locator_of(citation)
    speaker = " ".join((citation.speaker or "").split())
    with _lock:
        note, entry = _render(item, where, style)
    quoted = citation.quoted or bool(speaker)
    if style is Style.CHICAGO:
        how = "in" if citation.contributed else "quoted in"
        lead = f"{_clean(speaker)}, {how} " if speaker else "Quoted in "
        return Cited(entry=_runs(f"{lead}{note}" if quoted else note))
    if style is Style.CHICAGO_BIBLIOGRAPHY:
        return Cited(entry=_runs(entry))
    cited_in = f"{speaker}, as cited in " if speaker else "as cited in "
    quoted_in = {Style.MLA: "qtd. in ", Style.APA: cited_in}[style] if quoted else ""
    quoted_in = f"{speaker}, in " if citation.contributed else quoted_in
    in_text = "".join(run.text for run in _runs(note))
    return Cited(entry=_runs(entry), in_text=f"({quoted_in}{in_text})")


def _render(item: dict[str, Any], where: Locator, style: Style) -> tuple[str, str]:
    """The citation and the entry of the bibliography, italics between sentinels."""
    import citeproc
    from citeproc.source.json import CiteProcJSON

    source = {**_cleaned(item), "id": "source"} | ({"section": _clean(where.section)} if where.section else {})
    bibliography = citeproc.CitationStylesBibliography(_style(style), CiteProcJSON([source]), _FORMATTER)
    found = citeproc.Locator(where.label, where.number) if where.number else None
    cited = citeproc.Citation([citeproc.CitationItem("source", **({"locator": found} if found else {}))])
    bibliography.register(cited)
    note = str(bibliography.cite(cited, lambda _: None))
    return note, "" if style is Style.CHICAGO else str(bibliography.bibliography()[0])


@cache
def _style(style: Style) -> Any:
    import citeproc

    file = resources.files("retrieval.citations") / "styles" / f"{style}.csl"
    return citeproc.CitationStylesStyle(BytesIO(file.read_bytes()), locale="en-US", validate=False)


def _italic(text: object) -> str:
    return f"{_ITALIC}{text}{_UPRIGHT}"


_FORMATTER = SimpleNamespace(
    preformat=str, Italic=_italic, Oblique=_italic, Bold=str, Light=str, Underline=str, Superscript=str, Subscript=str,
    SmallCaps=str,
)  # fmt: skip


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return _clean(value) if isinstance(value, str) else value


def _clean(text: str) -> str:
    return text.replace(_ITALIC, "").replace(_UPRIGHT, "")


def _runs(text: str) -> tuple[Run, ...]:
    """The runs of a rendered citation, commas and full stops inside quotation marks as Americans put them."""
    text = re.sub(rf"([?!]{_UPRIGHT})\.", r"\1", _AMERICAN.sub(_inside, text))
    runs, italic = [], False
    for piece in re.split(f"([{_ITALIC}{_UPRIGHT}])", text):
        if piece in (_ITALIC, _UPRIGHT):
            italic = piece == _ITALIC
        elif piece:
            runs.append(Run(text=piece, italic=italic))
    return tuple(runs)


def _inside(match: re.Match[str]) -> str:
    before, marks, after, sign = match.groups()
    ended = match.string[: match.start()][-1:] in "?!."
    return f"{before}{'' if ended and sign == '.' else sign}{marks}{after}"
