"""Names of people as catalogues write them, surname first, to the order of title pages."""

import re

_LIFE = re.compile(r",?\s*\(?(?:\b(?:c\.|ca\.|b\.|d\.)\s*)?\d{3,4}\??\s*[-–]?\s*(?:\d{3,4}\??)?\)?\s*\Z")
_FULL_NAMES = re.compile(r"\s*\([^)]*\)")
_TITLES = frozenset(
    {"baron", "sir", "lord", "count", "viscount", "earl", "jr.", "sr.", "jr", "sr", "graf", "comte", "duc", "prince"}
)


def in_order(name: str) -> str:
    """ "Reed, John, 1887-1920" as "John Reed"; several, between semicolons, each. Other names stay as they are."""
    people = [_one(each.strip()) for each in re.split(r"\s*;\s*", name) if each.strip()]
    return ", ".join(people)


def _one(name: str) -> str:
    bare = _LIFE.sub("", name)
    parts = [part.strip() for part in _FULL_NAMES.sub("", bare).split(",") if part.strip()]
    parts = [part for part in parts if part.casefold() not in _TITLES]
    if len(parts) != 2 or len(parts[0].split()) > 3 or " and " in name:
        return bare.strip()
    return f"{parts[1]} {parts[0]}"
