"""Values that were computed lately."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

T = TypeVar("T")


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

    def forget(self, key: Hashable) -> None:
        """Forget the value of a key."""
        with self._lock:
            self._values.pop(key, None)

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
