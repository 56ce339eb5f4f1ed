"""A conversation: turns that may lean on the one before."""

from typing import Protocol

from retrieval.question.analysis import checked
from retrieval.question.followups import leans
from retrieval.question.query import Turn
from retrieval.types import Answer, Filters


class Ask(Protocol):
    """Answers a question, perhaps one that leans on the turn before."""

    def __call__(
        self, question: str, *, k: int, filters: Filters, context: int, explain: bool, after: Turn | None
    ) -> Answer:
        """The answer. Raises QuestionError."""


class Conversation:
    """Remembers the last turn; a turn that leans is understood together with it."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._last: Turn | None = None

    def ask(
        self, turn: str, *, k: int = 5, filters: Filters = Filters(), context: int = 0, explain: bool = False
    ) -> Answer:
        """The answer to a turn, whose `understood.text` tells what it was taken to ask. Raises QuestionError."""
        after = self._last if self._last and leans(turn) else None
        answer = self._ask(turn, k=k, filters=filters, context=context, explain=explain, after=after)
        shown = (
            [(quote.document, quote.start, quote.end) for quote in answer.quotes[:2]] if not answer.abstained else []
        )
        self._last = Turn(question=checked(turn), shown=shown)
        return answer
