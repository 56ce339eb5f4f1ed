"""The desk at which questions wait their turn, and the threads that answer them.

Each user is a lane. Lanes take turns, and a lane has one question under way: nobody is kept waiting by somebody else's
twenty questions, and the turns of a conversation keep their order. Beyond a stated number of waiting questions the
desk says that it is busy. Small errands (the next page, a citation) have a thread of their own.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, Self, TypeVar

from bot.errors import Busy, Stopping

T = TypeVar("T")

_BUSY = "Many people are asking right now, and the line is full. Please ask again in a minute."
_STOPPING = "I am being restarted. Please ask again in a minute."


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Waiting:
    work: Callable[[], Any]
    result: "asyncio.Future[Any]"


class Desk:
    """Runs blocking work in a bounded number of threads, in fair order."""

    def __init__(self, *, workers: int, queue: int) -> None:
        self._pool = ThreadPoolExecutor(workers, "answering")
        self._errands = ThreadPoolExecutor(1, "errands")
        self._free = workers
        self._queue = queue
        self._lanes: dict[Hashable, deque[_Waiting]] = {}  # in the order of their turns
        self._under_way: set[Hashable] = set()
        self._reserved = 0
        self._stopping = False

    @property
    def waiting(self) -> int:
        """How many questions wait for a thread."""
        return sum(map(len, self._lanes.values()))

    def admit(self) -> "Place":
        """A place in the line, to be used or left. Raises Busy or Stopping where there is none."""
        if self._stopping:
            raise Stopping(_STOPPING)
        if self.waiting + self._reserved >= self._queue + self._free:
            raise Busy(_BUSY)
        return Place(self)

    async def answer(self, lane: Hashable, work: Callable[[], T]) -> T:
        """What `work` returns, in its turn. Raises Busy, Stopping, and what `work` raises."""
        with self.admit() as place:
            return await place.answer(lane, work)

    async def errand(self, work: Callable[[], T]) -> T:
        """What `work`, which takes milliseconds, returns."""
        return await asyncio.get_running_loop().run_in_executor(self._errands, work)

    def stop(self) -> None:
        """Take no more questions, and tell those that wait; what is under way is finished."""
        self._stopping = True
        for line in self._lanes.values():
            for waiting in line:
                if not waiting.result.done():
                    waiting.result.set_exception(Stopping(_STOPPING))
        self._lanes.clear()

    def close(self) -> None:
        """Let the threads go."""
        self.stop()
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._errands.shutdown(wait=False, cancel_futures=True)

    async def _in_turn(self, lane: Hashable, work: Callable[[], T]) -> T:
        if self._stopping:
            raise Stopping(_STOPPING)
        waiting = _Waiting(work=work, result=asyncio.get_running_loop().create_future())
        self._lanes.setdefault(lane, deque()).append(waiting)
        self._start()
        result: T = await waiting.result
        return result

    def _start(self) -> None:
        for lane in [lane for lane in self._lanes if lane not in self._under_way]:
            if not self._free:
                return
            line = self._lanes.pop(lane)
            while line and line[0].result.cancelled():
                line.popleft()
            if not line:
                continue
            waiting = line.popleft()
            if line:
                self._lanes[lane] = line  # at the end: the other lanes come first
            self._free -= 1
            self._under_way.add(lane)
            running = asyncio.get_running_loop().run_in_executor(self._pool, waiting.work)
            running.add_done_callback(partial(self._finish, lane, waiting))

    def _finish(self, lane: Hashable, waiting: _Waiting, done: "asyncio.Future[Any]") -> None:
        self._free += 1
        self._under_way.discard(lane)
        error = None if done.cancelled() else done.exception()
        if not waiting.result.done():
            if done.cancelled():
                waiting.result.set_exception(Stopping(_STOPPING))
            elif error is not None:
                waiting.result.set_exception(error)
            else:
                waiting.result.set_result(done.result())
        self._start()


class Place:
    """A place in a desk's line. Whoever holds it is sure to be taken, as long as the desk is open."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._reserved = True
        desk._reserved += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._let_go()

    async def answer(self, lane: Hashable, work: Callable[[], T]) -> T:
        """What `work` returns, in its turn. Raises Stopping, and what `work` raises."""
        self._let_go()
        return await self._desk._in_turn(lane, work)

    def _let_go(self) -> None:
        if self._reserved:
            self._reserved = False
            self._desk._reserved -= 1
