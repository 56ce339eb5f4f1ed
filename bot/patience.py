"""How often somebody may ask: a bucket of questions that fills up again (a token bucket)."""

import time
from collections import OrderedDict
from collections.abc import Callable

_REMEMBERED = 10_000


class Patience:
    """Allows `burst` questions at once, and one more every `pause` seconds."""

    def __init__(self, *, burst: int, pause: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst = burst
        self._pause = pause
        self._clock = clock
        self._full_at: OrderedDict[int, float] = OrderedDict()

    def wait_for(self, user: int) -> float:
        """Take a question from a user's bucket and return 0, or return the seconds until there is one to take."""
        now = self._clock()
        full_at = max(now, self._full_at.get(user, now))
        missing = full_at + self._pause - (now + self._burst * self._pause)
        if missing > 0:
            return missing
        self._full_at[user] = full_at + self._pause
        self._full_at.move_to_end(user)
        if len(self._full_at) > _REMEMBERED:
            self._full_at.popitem(last=False)
        return 0.0
