"""One turn to speak: pieces between quotation marks that belong together, across paragraphs."""

from dataclasses import dataclass, field

from seeds.quotations import Quotation
from seeds.structure.layout import Paragraph


@dataclass(kw_only=True, slots=True)
class Turn:
    """Pieces between quotation marks, each with its paragraph, and their speaker.

    `speaker` is None where nobody is named, `AUTHOR` where it is the one who writes; `told` says whether the words around
    it tell who speaks at all, `guessed` whether only its place among other turns does, `pronoun` which one they have for him.
    It begins in paragraph number `at`.
    """

    pieces: list[tuple[Paragraph, Quotation]] = field(default_factory=list)
    speaker: str | None = None
    told: bool = False
    guessed: bool = False
    pronoun: str | None = None
    at: int = 0

    @property
    def goes_on(self) -> bool:
        """Whether its last piece is not closed."""
        return not self.pieces[-1][1].closed

    @property
    def is_open(self) -> bool:
        """Whether nobody is known for certain to speak it."""
        return self.speaker is None or self.guessed

    @property
    def texts(self) -> list[str]:
        """The pieces with their marks."""
        return [part.text[each.start - part.start : each.end - part.start] for part, each in self.pieces]
