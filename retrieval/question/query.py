"""A question as it is searched for."""

from collections.abc import Sequence
from dataclasses import dataclass

Range = tuple[str, int, int]
"""A document, and where in its text the range begins and ends."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """What was asked before, the ranges that answered it, best first, and those that shall not be shown again.

    `question` is empty where the question repeats it, as one for more excerpts does.
    """

    question: str
    shown: Sequence[Range] = ()
    seen: Sequence[Range] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Query:
    """The question in the library's spelling, and the turn that it leans on, if it does.

    `sources` are ids of the documents that it names, `dated` ids of the sentences that name a day which it names.
    """

    text: str
    after: Turn | None = None
    sources: frozenset[str] = frozenset()
    dated: frozenset[int] = frozenset()

    @property
    def full(self) -> str:
        """The question with the one that it leans on before it."""
        return f"{self.after.question} {self.text}" if self.after and self.after.question else self.text

    @property
    def readings(self) -> tuple[str, ...]:
        """The ways to read the question: by itself, and after the one that it leans on."""
        return (self.text,) if self.full == self.text else (self.text, self.full)
