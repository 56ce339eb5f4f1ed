"""Where the time of an answer goes."""

import time


class Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._since = time.perf_counter()

    def lap(self, stage: str) -> None:
        """Ends a stage; the next one begins."""
        now = time.perf_counter()
        self.laps[stage] = now - self._since
        self._since = now
