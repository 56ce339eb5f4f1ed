"""Introductions and prefaces that somebody other than the book's author wrote, and signed."""

import re
from collections.abc import Iterator, Sequence

from seeds.document import Mask, Section, Voice, VoiceKind
from seeds.people.casing import cased
from seeds.people.names import person
from seeds.structure.layout import lines

_TITLE = re.compile(
    r"\b(?:introduction|introductory|preface|prefatory|foreword|note|vorwort|geleitwort|einleitung|avant-propos|préface"
    r"|предисловие|введение)\b",
    re.IGNORECASE,
)
_MARKS = "_*. \t—–-"
_BELOW = 2
"""Lines that may stand below a signature: where and when it was written."""
_LONGEST = 60
_JOINED = re.compile(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_])")
"""Between initials without a blank: "M.J. Quill"."""
_SURNAME = 3
_FRONT = 5_000
"""Characters before a section in which a title page names who introduces the book."""
_BY = r"(?:by|editor:?|translator:?|von|par)\s+"


def prefaces(text: str, sections: Sequence[Section], masks: Sequence[Mask], author: str | None) -> Iterator[Voice]:
    """A voice for each such part, from its heading to the signature; it may lie around other voices.

    Nobody is named where no author is known of whom the signer differs.
    """
    for section in sections if author else ():
        if not _TITLE.search(section.title):
            continue
        following = (other.start for other in sections if other.start > section.start and not _is_signature(other))
        end = min(following, default=len(text))
        signature = _signature(text, section, end, masks)
        if signature and not _is_of(signature[0], author or ""):
            yield Voice(start=section.body, end=signature[1], speaker=signature[0], kind=VoiceKind.PREFACE)


def _is_signature(section: Section) -> bool:
    """Whether it is a name with a place and a date below it, which looks like a heading above a text."""
    return section.end - section.body <= _LONGEST and person(cased(section.title)) is not None


def _signature(text: str, section: Section, end: int, masks: Sequence[Mask]) -> tuple[str, int] | None:
    """Who signs at the end of a section, and where that line ends; None where nobody does."""
    for start, line in reversed(_shown(text, section.body, end, masks)[-1 - _BELOW :]):
        if len(line) > _LONGEST:
            return None
        name = _JOINED.sub(" ", cased(line.strip(_MARKS)))
        if len(name.split()) < 2 or len(name.split()[-1]) < _SURNAME:
            continue
        if person(name) or _is_announced(text, section.start, name):
            return name, start + len(line)
    return None


def _shown(text: str, start: int, end: int, masks: Sequence[Mask]) -> list[tuple[int, str]]:
    """The lines of a range that hold text and that no mask touches, and where they start."""
    near = [mask for mask in masks if mask.start < end and start < mask.end]
    return [
        (start + line.start, line.text)
        for line in lines(text[start:end])
        if line.text and not any(mask.start < start + line.end and start + line.start < mask.end for mask in near)
    ]


def _is_announced(text: str, before: int, name: str) -> bool:
    """Whether the pages before name him as one who had a hand in the book: "With an Introduction by Ada Orme"."""
    written = r"\s+".join(map(re.escape, name.split()))
    return bool(re.search(rf"\b{_BY}{written}\b", text[max(0, before - _FRONT) : before], re.IGNORECASE))


def _is_of(name: str, author: str) -> bool:
    """Whether the signer is an author of the book, whose surname may be spelt otherwise in its end: Trotsky, Trotzky."""
    surname = re.findall(r"[^\W\d_]+", name.casefold())[-1]
    return any(word[:4] == surname[:4] for word in re.findall(r"[^\W\d_]+", author.casefold()))
