"""A library that remembers its last answers: in a server, many ask the same."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Any, Generic, TypeVar

from retrieval.archive import Archive
from retrieval.question.followups import leans
from retrieval.question.query import Turn
from retrieval.types import Answer, Filters

T = TypeVar("T")

_REMEMBERED = 500
"""Answers, of about 10 kB each."""


class Recent(Generic[T]):
    """The last values that were computed, by key. What is being computed is waited for, not computed twice."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, Future[T]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, compute: Callable[[], T]) -> T:
        """The value of a key, computed if need be. What `compute` raises is raised, and not remembered."""
        with self._lock:
            found = self._values.get(key)
            mine = found is None
            if found is None:
                found = self._values[key] = Future()
                if len(self._values) > self._most:
                    self._values.popitem(last=False)
            self._values.move_to_end(key)
        if mine:
            self._fill(key, found, compute)
        return found.result()

    def __contains__(self, key: Hashable) -> bool:
        """Whether the value of a key is computed."""
        with self._lock:
            found = self._values.get(key)
        return found is not None and found.done()

    def _fill(self, key: Hashable, future: Future[T], compute: Callable[[], T]) -> None:
        try:
            future.set_result(compute())
        except BaseException as error:
            future.set_exception(error)
            with self._lock:
                if self._values.get(key) is future:
                    del self._values[key]


class RememberingArchive(Archive):
    """An archive that answers the same question to the same generation once."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self._recent: Recent[Answer] = Recent(_REMEMBERED)

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
        computed: list[Answer] = []

        def compute() -> Answer:
            computed.append(asked())
            return computed[0]

        answer = self._recent.get(self._key(question, k, filters, context, explain), compute)
        return replace(answer, question=question, seconds=answer.seconds if computed else {})

    def key(self, question: str, *, k: int, filters: Filters) -> Hashable | None:
        """What a question shares with those that have the same answer; None where it leans on the one before it."""
        return None if leans(question) else self._key(question, k, filters, 0, False)

    def remembers(self, key: Hashable | None) -> bool:
        """Whether the answer of that key is at hand."""
        return key is not None and key in self._recent

    def _key(self, question: str, k: int, filters: Filters, context: int, explain: bool) -> Hashable:
        return (self.generation, " ".join(question.split()), k, filters, context, explain)
