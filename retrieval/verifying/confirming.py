"""The last look before a verdict is shown: what the stored document no longer holds is withheld."""

from collections.abc import Collection
from dataclasses import replace

from retrieval.types import Quote
from retrieval.verifying.verdicts import Verdict, Verification

WITHHELD = "The words that were found no longer stand in the stored document, so they are not shown."


def confirmed(made: Verification, kept: Collection[Quote]) -> Verification:
    """The verification with no other quotes than those that are kept; a verdict that rests on another one is ABSENT."""
    fallen = [piece for piece in made.pieces if piece.quote is not None and piece.quote not in kept]
    if not fallen:
        return made
    pieces = tuple(
        replace(piece, quote=None, verdict=Verdict.ABSENT, diff=None, changes=(), note=WITHHELD)
        if piece in fallen
        else piece
        for piece in made.pieces
    )
    left = any(piece.quote is not None for piece in pieces)
    return replace(made, pieces=pieces, verdict=Verdict.PARTIAL if left else Verdict.ABSENT, note=WITHHELD)
