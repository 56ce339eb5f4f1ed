"""A speaker as the words near a quotation name him."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """A `name`, a `role` ("the ambassador"), or a `pronoun` at offset `at` of those words; else somebody unnamed."""

    name: str | None = None
    role: str | None = None
    pronoun: str | None = None
    at: int = 0


SOMEBODY = Cue()
"""One who speaks and of whom nothing is said."""
