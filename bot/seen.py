"""Which events were handled: Discord delivers one never, once or twice."""

from collections import OrderedDict
from collections.abc import Iterable

_REMEMBERED = 20_000


class Seen:
    """The ids of the last events; `before` are those that an earlier process handled."""

    def __init__(self, before: Iterable[int] = ()) -> None:
        self._ids: OrderedDict[int, None] = OrderedDict.fromkeys(before)

    def first_time(self, event: int) -> bool:
        """Whether this id was not met before; from now on it was."""
        if event in self._ids:
            return False
        self._ids[event] = None
        if len(self._ids) > _REMEMBERED:
            self._ids.popitem(last=False)
        return True
