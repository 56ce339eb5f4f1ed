"""Which events were handled: Discord delivers one never, once or twice."""

from collections import OrderedDict

_REMEMBERED = 20_000


class Seen:
    """The ids of the last events."""

    def __init__(self) -> None:
        self._ids: OrderedDict[int, None] = OrderedDict()

    def first_time(self, event: int) -> bool:
        """Whether this id was not met before; from now on it was."""
        if event in self._ids:
            return False
        self._ids[event] = None
        if len(self._ids) > _REMEMBERED:
            self._ids.popitem(last=False)
        return True
