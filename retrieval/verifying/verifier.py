"""A library to verify quotations with: no model is loaded for it."""

from collections.abc import Callable, Collection, Iterable

from retrieval.types import Quote
from retrieval.verifying import verifying
from retrieval.verifying.confirming import confirmed
from retrieval.verifying.shelf import Shelf
from retrieval.verifying.verdicts import Verification


class Verifier:
    """Verifies quotations against a shelf; `kept` tells which of the quotes that were found may be shown."""

    def __init__(self, shelf: Shelf, kept: Callable[[Iterable[Quote]], tuple[Quote, ...]]) -> None:
        self._shelf = shelf
        self._kept = kept

    def verify(
        self, text: str, *, speaker: str | None = None, documents: Collection[str] | None = None
    ) -> Verification:
        """The verdict on a quotation, checked against the stored documents. Raises QuestionError.

        `speaker` is the one to whom the text around it ascribes it. Only the documents of the given ids count, where there
        are any given.
        """
        made = verifying.verify(self._shelf, text, speaker=speaker, documents=documents)
        return confirmed(made, self._kept(made.quotes))
