"""What the bot needs of a library: `retrieval.archive` has it, and so has the small one that the tests bring."""

from collections.abc import Collection, Hashable, Sequence
from typing import Protocol

from retrieval.answering.chronicle import DayQuotes
from retrieval.library.records import Card, Counts
from retrieval.types import Answer, Filters, Quote
from retrieval.verifying.verdicts import Verification
from seeds.document import Document


class Conversation(Protocol):
    """A conversation with a library: a question may lean on the ones before it."""

    def ask(self, turn: str, *, k: int, filters: Filters, explain: bool = False) -> Answer:
        """The answer to the next turn, with why each excerpt was found where that is wanted."""
        ...


class Archive(Protocol):
    """A library to ask. Threads may share it."""

    @property
    def generation(self) -> int:
        """Number of the generation that the next question sees."""
        ...

    @property
    def counts(self) -> Counts:
        """How much the library holds."""
        ...

    @property
    def made(self) -> str:
        """When that generation was made (ISO 8601, UTC); empty where nothing was ever added."""
        ...

    @property
    def model(self) -> str:
        """Name of the model that embedded it."""
        ...

    def conversation(self) -> Conversation:
        """A new conversation."""
        ...

    def key(self, question: str, *, k: int, filters: Filters) -> Hashable | None:
        """What questions with the same answer share; None for one that leans on the question before it."""
        ...

    def remembers(self, key: Hashable | None) -> bool:
        """Whether the questions of a key can be answered at once, because one of them was answered before."""
        ...

    def verify(
        self, text: str, *, speaker: str | None = None, documents: Collection[str] | None = None
    ) -> Verification:
        """The verdict on a quotation, as it may be shown. Raises QuestionError."""
        ...

    def confirm(self, answer: Answer) -> Answer:
        """The answer without quotes that the stored documents do not hold word for word."""
        ...

    def cards(self) -> Sequence[Card]:
        """The documents without their texts."""
        ...

    def document(self, id: str) -> Document:  # noqa: A002 - the field's name for it
        """A document. Raises UnknownDocument."""
        ...

    def resolve(self, permalink: str, *, context: int = 0) -> Quote:
        """The words that a permalink names, with so many paragraphs around them. Raises UnknownDocument."""
        ...

    def when(self, date: str, *, k: int, filters: Filters) -> Sequence[DayQuotes]:
        """Sentences about the days that a text names, by either calendar. Raises QuestionError where it names none."""
        ...

    @property
    def withheld(self) -> int:
        """How many quotes were ever withheld, because the stored documents did not hold their words any more."""
        ...

    def refresh(self) -> bool:
        """Switch to the library's current generation; whether it was a newer one."""
        ...

    def close(self) -> None:
        """Release the library."""
        ...
