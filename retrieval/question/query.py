"""A question as it is searched for."""

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.question.words import content_words

ENOUGH = 3
"""Words of content from which a turn that leans on another is read by itself, once both were searched with."""

OWN = 0.6
"""What a turn of fewer words weighs by itself, beside its reading after the one that it leans on."""

OWN_BESIDE = 0.35
"""What a question weighs that leans on what the same message tells."""

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

    `about` is what its `message` tells besides the question, on which that may lean. `sources` are ids of the documents that it
    names, `dated` ids of the sentences that name a day which it names.
    """

    text: str
    message: str = ""
    after: Turn | None = None
    about: tuple[str, ...] = ()
    leans: bool = False
    sources: frozenset[str] = frozenset()
    dated: frozenset[int] = frozenset()

    @property
    def full(self) -> str:
        """The question behind the one that it leans on, and what the message tells besides."""
        before = [self.after.question] if self.after and self.after.question else []
        return " ".join((*before, *self.about, self.text))

    @property
    def told(self) -> tuple[str, ...]:
        """The question, and before it the sentences of the same message on which it leans."""
        return (*self.about, self.text) if self.leans else (self.text,)

    @property
    def readings(self) -> "tuple[Reading, ...]":
        """The ways to read the question: by itself and, where it says little, behind what it leans on; their weights add up to 1."""
        if self.full == self.text or (len(content_words(self.text)) >= ENOUGH and not self.leans):
            return (Reading(text=self.text, weight=1.0),)
        if self.leans:
            beside = Reading(text=" ".join(self.told), weight=1.0 - OWN_BESIDE)
            return (Reading(text=self.text, weight=OWN_BESIDE), beside)
        return (Reading(text=self.text, weight=OWN), Reading(text=self.full, weight=1.0 - OWN))


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A wording that texts are compared with, and how much it counts, 0 to 1, where they are read."""

    text: str
    weight: float
