"""A library that remembers its last answers: in a server, many ask the same."""

import hashlib
from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bot.recent import Recent
from retrieval.archive import Archive
from retrieval.question.chat import said_in
from retrieval.question.followups import leans
from retrieval.question.query import Turn
from retrieval.types import Answer, Filters

_REMEMBERED = 500
"""Answers, of about 10 kB each."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Edition:
    """A generation, and a digest of its model and its documents' sources and facts.

    A generation that only embeds the same anew has the same digest, and so has the one that a rollback returns to.
    """

    generation: int
    digest: str


class RememberingArchive(Archive):
    """An archive that answers the same question to the same documents once."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self._recent: Recent[Answer] = Recent(_REMEMBERED)
        self._edition = self._edition_now()

    def refresh(self) -> bool:
        """As the archive does it."""
        fresh = super().refresh()
        if fresh:
            self._edition = self._edition_now()
        return fresh

    def ask(
        self,
        question: str,
        *,
        k: int = 5,
        filters: Filters = Filters(),
        context: int = 0,
        explain: bool = False,
        after: Turn | None = None,
    ) -> Answer:
        """As the archive answers, without seconds where it was remembered. A question that leans is always asked anew."""
        asked = partial(super().ask, question, k=k, filters=filters, context=context, explain=explain, after=after)
        if after is not None:
            return asked()
        edition = self._edition
        key = _key(edition, question, k, filters, context, explain)
        computed: list[Answer] = []

        def compute() -> Answer:
            computed.append(asked())
            return computed[0]

        answer = self._recent.get(key, compute)
        if not computed:
            return replace(answer, question=question, generation=edition.generation, seconds={})
        if answer.generation != edition.generation:  # there was a switch in between: it may not be this edition's
            self._recent.forget(key)
        return replace(answer, question=question)

    def key(self, question: str, *, k: int, filters: Filters) -> Hashable | None:
        """What a question shares with those that have the same answer, explained; None where it leans on the one before it."""
        said = said_in(question)
        return None if leans(said) else _key(self._edition, said, k, filters, 0, True)

    def remembers(self, key: Hashable | None) -> bool:
        """Whether the answer of that key is at hand."""
        return key is not None and key in self._recent

    def _edition_now(self) -> _Edition:
        snapshot = self._current.snapshot
        documents = [
            (card.id, card.source, card.sha256, card.metadata, card.sentences, card.passages)
            for card in snapshot.documents()
        ]
        holds = repr((snapshot.fingerprint, documents))
        return _Edition(generation=snapshot.generation, digest=hashlib.sha256(holds.encode()).hexdigest())


def _key(edition: _Edition, question: str, k: int, filters: Filters, context: int, explain: bool) -> Hashable:
    return (edition.digest, " ".join(question.split()), k, filters, context, explain)
