"""Facts and corrections that people wrote down about documents: `catalogue.toml`, ours and the user's own.

A table per document, named by its file name or by the sha256 of its bytes:

    ["kronstadt.txt"]
    title = "The Fortress"
    author = "A. Writer"
    published = "1921-05"
    masks = [[0, 93]]                       # must not be quoted
    unmask = [[2040, 2300]]                 # was masked, may be quoted
    voices = [[120, 480, "M. Sailor"]]      # who speaks there; "" for the author
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from seeds.document import UNKNOWN, Mask, MaskReason, Metadata, Voice, VoiceKind
from seeds.errors import SourceError
from seeds.paths import read_regular

FILE_NAME = "catalogue.toml"
_FACTS = frozenset(field.name for field in fields(Metadata))
_CORRECTIONS = frozenset({"masks", "unmask", "voices"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What a catalogue says about one document. A voice without a speaker gives the words back to the author."""

    metadata: Metadata = UNKNOWN
    masks: tuple[tuple[int, int], ...] = ()
    unmask: tuple[tuple[int, int], ...] = ()
    voices: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Catalogue:
    """Entries by file name or by the hexadecimal sha256 of the file's bytes."""

    entries: Mapping[str, Entry]

    def entry(self, *, file_name: str, sha256: str) -> Entry:
        """What is said of these bytes, completed by what is said of this file name."""
        by_bytes, by_name = self.entries.get(sha256, Entry()), self.entries.get(file_name, Entry())
        return Entry(
            metadata=by_bytes.metadata.over(by_name.metadata),
            masks=by_bytes.masks + by_name.masks,
            unmask=by_bytes.unmask + by_name.unmask,
            voices=by_bytes.voices + by_name.voices,
        )

    def facts_at(self, url: str) -> Metadata:
        """Facts of the document that can be read at this address; none where no entry names it."""
        return next((each.metadata for each in self.entries.values() if each.metadata.url == url), UNKNOWN)

    def urls(self) -> list[str]:
        """Addresses at which its documents can be read, in its order."""
        return [each.metadata.url for each in self.entries.values() if each.metadata.url]


@cache
def known_sources() -> Catalogue:
    """The catalogue that comes with the program: facts about texts that many people have."""
    return _parse(resources.files("seeds").joinpath(FILE_NAME).read_text("utf-8"), where="seeds/catalogue.toml")


def catalogue_beside(path: Path) -> Catalogue:
    """The catalogue in the folder of the document at `path`; an empty one where there is none.

    Raises:
        SourceError: where the file cannot be read or understood.
    """
    return catalogue_at(path.parent / FILE_NAME)


def catalogue_at(file: Path) -> Catalogue:
    """The catalogue in a file; an empty one where there is no such file.

    Raises:
        SourceError: where it cannot be read or understood.
    """
    try:
        return _parse(read_regular(file).decode("utf-8"), where=str(file))
    except FileNotFoundError:
        return Catalogue(entries={})
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"the catalogue {str(file)!r} cannot be read ({error}): mend it or move it away") from error


def _parse(toml: str, *, where: str) -> Catalogue:
    try:
        tables = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"the catalogue {where!r} is not TOML: {error}") from error
    return Catalogue(entries={key: _entry(key, table, where) for key, table in tables.items()})


def _entry(key: str, table: Any, where: str) -> Entry:
    if not isinstance(table, dict):
        raise SourceError(f"the catalogue {where!r} must hold tables named by file or sha256; {key!r} is a bare value")
    unknown = sorted(set(table) - _FACTS - _CORRECTIONS)
    if unknown:
        known = ", ".join(sorted(_FACTS | _CORRECTIONS))
        raise SourceError(f"the catalogue {where!r} says {unknown[0]!r} of {key!r}; it may say: {known}")
    facts = {name: str(value) for name, value in table.items() if name in _FACTS and value != ""}
    try:
        return Entry(
            metadata=Metadata(**facts),
            masks=tuple(_range(item) for item in table.get("masks", ())),
            unmask=tuple(_range(item) for item in table.get("unmask", ())),
            voices=tuple((*_range(item[:2]), str(item[2])) for item in table.get("voices", ())),
        )
    except (TypeError, ValueError, IndexError) as error:
        raise SourceError(
            f"the catalogue {where!r} has a range of {key!r} that is not [start, end] or [start, end, speaker]"
        ) from error


def _range(item: Any) -> tuple[int, int]:
    start, end = item
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        raise ValueError(item)
    return start, end


def check_ranges(entry: Entry, length: int, name: str) -> None:
    """Raises SourceError where the entry names a range that is not inside the document's `length` characters."""
    spoken = tuple((start, end) for start, end, _ in entry.voices)
    for start, end in (*entry.masks, *entry.unmask, *spoken):
        if end > length:
            raise SourceError(
                f"the catalogue names the range [{start}, {end}] of {name!r}, which has only {length} characters: correct the range"
            )


def corrected_masks(masks: tuple[Mask, ...], entry: Entry) -> tuple[Mask, ...]:
    """The masks that were found, less what the catalogue frees, and what it adds."""
    kept = [piece for mask in masks for piece in _without(mask, entry.unmask)]
    added = [Mask(start=start, end=end, reason=MaskReason.CATALOGUE) for start, end in entry.masks]
    return tuple(sorted([*kept, *added], key=lambda mask: (mask.start, mask.end)))


def _without(mask: Mask, freed: tuple[tuple[int, int], ...]) -> list[Mask]:
    pieces = [(mask.start, mask.end)]
    for start, end in freed:
        pieces = [(a, b) for s, e in pieces for a, b in ((s, min(e, start)), (max(s, end), e)) if a < b]
    return [_cut(mask, start, end) for start, end in pieces]


def _cut(mask: Mask, start: int, end: int) -> Mask:
    repeats = mask.repeats
    if repeats and repeats[1] - repeats[0] == mask.end - mask.start:
        repeats = (repeats[0] + start - mask.start, repeats[0] + end - mask.start)
    return Mask(start=start, end=end, reason=mask.reason, repeats=repeats)


def corrected_voices(voices: tuple[Voice, ...], entry: Entry) -> tuple[Voice, ...]:
    """The voices that were found; where the catalogue speaks of a range, its word replaces theirs."""
    kept = [v for v in voices if not any(v.start < end and start < v.end for start, end, _ in entry.voices)]
    said = [
        Voice(start=start, end=end, speaker=speaker, kind=VoiceKind.CATALOGUE)
        for start, end, speaker in entry.voices
        if speaker
    ]
    return tuple(sorted([*kept, *said], key=lambda voice: (voice.start, voice.end)))
