"""A question as it is searched for."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """What was asked before, and the ranges that answered it: (document, start, end), best first."""

    question: str
    shown: Sequence[tuple[str, int, int]] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Query:
    """The question in the library's spelling, and the turn that it leans on, if it does."""

    text: str
    after: Turn | None = None

    @property
    def full(self) -> str:
        """The question with the one that it leans on before it."""
        return f"{self.after.question} {self.text}" if self.after else self.text

    @property
    def readings(self) -> tuple[str, ...]:
        """The ways to read the question: by itself, and after the one that it leans on."""
        return (self.text, self.full) if self.after else (self.text,)
