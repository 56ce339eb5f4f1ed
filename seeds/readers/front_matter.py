"""The YAML block that may open a Markdown file: bibliographic facts between two lines of three dashes."""

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

import yaml

from seeds.document import Metadata
from seeds.errors import SourceError

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)(?:^|(?<=\n))(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
# Other tools' names for the same facts (Jekyll, Hugo, Pandoc, Dublin Core).
_OTHER_NAMES = {
    "creator": "author",
    "authors": "author",
    "by": "author",
    "date": "published",
    "year": "published",
    "lang": "language",
    "license": "licence",
    "rights": "licence",
    "source": "url",
    "link": "url",
    "accessed": "retrieved",
}
_VALUES = (str, int, float, list, date)
_FIELDS = frozenset(field.name for field in fields(Metadata))


def front_matter(text: str, *, name: str) -> tuple[Metadata, int]:
    """The facts that open `text`, and where the text after them begins; no facts and 0 where there is no such block.

    Raises:
        SourceError: where the block is not YAML that names values.
    """
    found = _FRONT_MATTER.match(text)
    if not found:
        return Metadata(), 0
    try:
        facts = yaml.safe_load(found["yaml"]) or {}
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise SourceError(f"the front matter of {name!r} is not YAML ({reason}): mend it or remove it") from error
    if not isinstance(facts, dict):
        raise SourceError(f"the front matter of {name!r} names no values: write lines such as 'title: The July Days'")
    return known_facts(facts), found.end()


def known_facts(facts: Mapping[Any, Any]) -> Metadata:
    """The bibliographic facts among named values, whichever of their usual names they have."""
    known: dict[str, str] = {}
    for key, value in facts.items():
        field = str(key).casefold()
        field = _OTHER_NAMES.get(field, field)
        if field in _FIELDS and isinstance(value, _VALUES) and value not in ("", []):
            known.setdefault(field, _as_text(value))
    return Metadata(**known)


def _as_text(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text.strip().encode("utf-8", "replace").decode()  # half of a surrogate pair is no character
