"""BibTeX entries, in UTF-8, for BibTeX and biblatex."""

import re
import unicodedata

from retrieval.citations.csl import csl_json, locator_of
from retrieval.citations.names import Name
from retrieval.types import Citation

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}",
}
_LABELS = {"page": "p.", "paragraph": "par.", "note": "note"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(citation: Citation) -> str:
    """The entry of the cited source. Where and by whom the words are said stands in its `note`."""
    item = csl_json(citation)
    issued = item.get("issued", {})
    parts: list[int] = issued.get("date-parts", [[]])[0]
    year, month = [*parts, 0, 0][:2]
    fields = {
        "author": " and ".join(_name(name) for name in item.get("author", ())),
        "translator": " and ".join(_name(name) for name in item.get("translator", ())),
        "title": f"{{{_text(item['title'])}}}",
        "year": str(year) if year else _text(issued.get("literal", "")),
        "month": _MONTHS[month - 1] if month else "",
        "publisher" if item["type"] == "book" else "organization": _text(item.get("publisher", "")),
        "url": _address(item.get("URL", "")),
        "note": _note(citation),
    }
    kind = "book" if item["type"] == "book" else "misc"
    lines = [
        f"  {field} = {value if field == 'month' else f'{{{value}}}'}," for field, value in fields.items() if value
    ]
    return "\n".join([f"@{kind}{{{_key(item)},", *lines, "}"])


def _key(item: dict[str, object]) -> str:
    """Author, year and the first long word of the title, in ASCII letters and digits."""
    authors = item.get("author")
    first: Name = authors[0] if isinstance(authors, list) and authors else Name()
    issued = item.get("issued")
    parts = issued.get("date-parts", [[]])[0] if isinstance(issued, dict) else []
    words = [word for word in re.findall(r"\w+", str(item["title"])) if len(word) > 3]
    text = f"{first.get('family') or first.get('literal', '').split(' ')[0]}{parts[0] if parts else ''}{words[0] if words else ''}"
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", plain) or "source"


def _name(name: Name) -> str:
    if "literal" in name:
        return f"{{{_text(name['literal'])}}}"
    parts = [name["family"], *([name["suffix"]] if "suffix" in name else []), name["given"]]
    return ", ".join(map(_text, parts))


def _note(citation: Citation) -> str:
    where = locator_of(citation)
    parts = [f"“{where.section}”"] if where.section else []
    if where.label:
        parts.append(f"{_LABELS[where.label]} {where.number}")
    if citation.quoted or citation.speaker:
        parts.append(f"words of {' '.join((citation.speaker or 'somebody unnamed').split())}")
    return _text(", ".join(parts))


def _text(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in " ".join(text.split()))


def _address(url: str) -> str:
    """An address as it is, but for the characters that would end its field."""
    return re.sub(r"[{}\\\s`]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), url)
