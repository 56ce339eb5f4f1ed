"""RIS records, as reference managers read them: https://en.wikipedia.org/wiki/RIS_(file_format)."""

import re
from collections.abc import Iterator
from typing import Any

from retrieval.citations.csl import csl_json, locator_of
from retrieval.citations.names import Name
from retrieval.types import Citation

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def ris(citation: Citation) -> str:
    """The record of the cited source, a tag a line. Where and by whom the words are said stands in its notes."""
    return "\n".join(f"{tag}  - {' '.join(value.split())}".rstrip(" ") for tag, value in _fields(citation)) + " "


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    item, where = csl_json(citation), locator_of(citation)
    yield "TY", "BOOK" if item["type"] == "book" else "ELEC"
    for name in item.get("author", ()):
        yield "AU", _name(name)
    for name in item.get("translator", ()):
        yield "A4", _name(name)
    yield "TI", item["title"]
    yield from _issued(item.get("issued", {}))
    for tag, field in (("PB", "publisher"), ("UR", "URL")):
        if field in item:
            yield tag, item[field]
    if where.label == "page" and where.number:
        yield "SP", where.number
    notes = [f"section: {where.section}"] if where.section else []
    if where.label == "paragraph":
        notes.append(f"paragraph {where.number}")
    if citation.quoted or citation.speaker:
        notes.append(f"words of {citation.speaker or 'somebody unnamed'}")
    for note in notes:
        yield "N1", note
    yield "ER", ""


def _name(name: Name) -> str:
    if "literal" in name:
        return name["literal"]
    return ", ".join(part for part in (name["family"], name["given"], name.get("suffix")) if part)


def _issued(issued: dict[str, Any]) -> Iterator[tuple[str, str]]:
    parts: list[int] = issued.get("date-parts", [[]])[0]
    if parts:
        yield "PY", str(parts[0])
        if len(parts) > 1:
            yield "DA", "/".join([str(parts[0]), *(f"{part:02}" for part in parts[1:])]) + "/" * (4 - len(parts))
    elif issued:
        literal = str(issued["literal"])
        year = _YEAR.search(literal)
        if year:
            yield "PY", year[0]
        yield "DA", f"{year[0] if year else ''}///{literal}"  # year/month/day/other information
