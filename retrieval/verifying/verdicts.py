"""The nouns of verifying."""

from dataclasses import dataclass
from enum import StrEnum

from retrieval.types import Quote


class Verdict(StrEnum):
    """What is to be said about a quotation. ABSENT is said of this library, and of nothing else."""

    EXACT = "EXACT"
    FOLDED = "FOLDED"
    NEAR = "NEAR"
    ALTERED = "ALTERED"
    MISATTRIBUTED = "MISATTRIBUTED"
    PARTIAL = "PARTIAL"
    ABSENT = "ABSENT"
    TOO_SHORT = "TOO SHORT"

    @property
    def is_faithful(self) -> bool:
        """Whether the words may stand between quotation marks as they are."""
        return self in (Verdict.EXACT, Verdict.FOLDED)


class Kind(StrEnum):
    """What kind of word differs so that the meaning does."""

    NEGATION = "negation"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A difference that alters the meaning: the words of the source and those of the quotation; one may be empty."""

    kind: Kind
    source: str
    quotation: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A part of a quotation, and where its words stand; `quote` is None where they were not found.

    `diff` shows what differs: `[-words of the source-]` and `{+words of the quotation+}` amid words of both.
    `similarity` is that of the letters, 0 to 1 (Levenshtein, normalised by the longer one).
    """

    quotation: str
    verdict: Verdict
    quote: Quote | None = None
    diff: str | None = None
    changes: tuple[Change, ...] = ()
    similarity: float = 0.0
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Verification:
    """The verdict on a quotation as it was given, and its pieces: one, or several where it joins several places.

    `claimed` is the person to whom it was ascribed, `attributed` whether the library ascribes it to that one too (None
    where nobody was named, or the library does not know whose words they are). `note` is a sentence about the verdict.
    """

    quotation: str
    verdict: Verdict
    pieces: tuple[Piece, ...]
    note: str
    claimed: str | None = None
    attributed: bool | None = None

    @property
    def main(self) -> Piece:
        """The piece that is shown first: the longest of those that were found."""
        return max(self.pieces, key=lambda piece: (piece.quote is not None, len(piece.quotation)))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The source's words, as far as they were found, in the order of the quotation."""
        return tuple(piece.quote for piece in self.pieces if piece.quote is not None)
