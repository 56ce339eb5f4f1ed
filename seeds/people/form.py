"""The form of a name: capitalised words, initials, and what may stand between them and before them."""

from seeds.people.words import RANKS

GAP = r"(?:[ \xa0]|\r?\n)"
"""A pattern of what stands between two words of a name."""
INITIAL = r"[A-ZÀ-ÞА-ЯЁ]\."
"""A pattern of an initial."""

_JOINED = r"[’'](?:[A-ZÀ-Þ][^\W\d_]+|(?:ye|e|o)?v?it?ch\b|(?:ye|e|o)vna\b)"
"""What a mark joins to it: "O'Hara", "Karl'itch"."""
WORD = (
    r"(?:(?<![^\W\d_])(?:[A-HJ-ZÀ-Þ](?:⸺|——|----)|[A-ZÀ-ÞА-ЯЁ][^\W\d_⁰¹²³⁴-⁹]*"
    rf"(?:{_JOINED})?(?:-[^\W\d_]+){{0,6}}))"
)
"""A pattern of one capitalised word, with what is joined to it: "Orme", "O'Hara", "Orme-Reeve", "Karl'itch"."""

_PARTICLE = r"(?:de|von|van|der|den|du|di|da|del|della|bin|ibn|al|el|la|le|ter|ten|zu)"
_MORE = rf"{GAP}(?:{INITIAL}|(?:{_PARTICLE}{GAP}){{1,2}}{WORD}|(?:de{GAP}l|d)[’']{WORD}|{WORD})"
NAME = rf"(?:(?:St\.{GAP}|(?:{INITIAL}{GAP}?){{1,4}})?(?:(?<![\w’'])d[’'](?=[A-Z]))?{WORD}(?:{_MORE}){{0,6}})"
"""A pattern of one to several capitalised words, initials and particles; by itself it matches places and titles too."""

TITLED = rf"(?:(?:{'|'.join(sorted(RANKS, key=len, reverse=True))})\.?\s(?:of\s)?)*"
"""A pattern of the ranks before a name; for `(?i:...)`, since they may have capitals."""
