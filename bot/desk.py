"""The desk at which questions wait their turn, and the threads that answer them.

Each user is a lane. Lanes take turns, and a lane has one question under way: nobody is kept waiting by somebody else's
twenty questions, and the turns of a conversation keep their order. Beyond a stated number of waiting questions the
desk says that it is busy. Small errands (the next page, a citation) have a thread of their own.

A question may have a key, the same for questions that have the same answer. Two of those are never under way at once: when
the first is answered, which makes the answer known, the others are next.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import Executor, ThreadPoolExecutor
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
    key: Hashable | None
    result: "asyncio.Future[Any]"


class Desk:
    """Runs blocking work in a bounded number of threads, in fair order."""

    def __init__(self, *, workers: int, queue: int) -> None:
        self._pool = ThreadPoolExecutor(workers, "answering")
        self._errands = ThreadPoolExecutor(1, "errands")
        self._free = workers
        self._queue = queue
        self._lanes: dict[Hashable, deque[_Waiting]] = {}  # in the order of their turns
        self._under_way: set[Hashable] = set()  # lanes
        self._keys: set[Hashable] = set()  # of questions under way
        self._promised: set[asyncio.Future[Any]] = set()
        self._running: set[asyncio.Future[Any]] = set()
        self._reserved = 0
        self._stopping = False

    @property
    def waiting(self) -> int:
        """How many questions wait for a thread."""
        return sum(map(len, self._lanes.values()))

    @property
    def at_work(self) -> bool:
        """Whether a thread is still working on something."""
        return bool(self._running)

    def is_free(self, lane: Hashable) -> bool:
        """Whether nothing waits or is under way in a lane."""
        return lane not in self._under_way and lane not in self._lanes

    def admit(self) -> "Place":
        """A place in the line, to be used or left. Raises Busy or Stopping where there is none."""
        if self._stopping:
            raise Stopping(_STOPPING)
        if self.waiting + self._reserved >= self._queue + self._free:
            raise Busy(_BUSY)
        return Place(self)

    async def answer(self, lane: Hashable, work: Callable[[], T]) -> T:
        """What `work`, which has no key, returns, in its turn. Raises Busy, Stopping, and what `work` raises."""
        with self.admit() as place:
            return await place.answer(lane, work)

    async def errand(self, work: Callable[[], T]) -> T:
        """What `work`, which takes milliseconds, returns."""
        return await asyncio.get_running_loop().run_in_executor(self._errands, work)

    async def chore(self, pool: Executor, work: Callable[[], T]) -> T:
        """What `work`, which takes long, returns, done by a thread of that pool. Raises Stopping, and what `work` raises."""
        loop = asyncio.get_running_loop()
        result: asyncio.Future[T] = loop.create_future()
        self._run(pool, work, result, lambda: None)
        return await result

    def stop(self) -> None:
        """Take no more questions, and tell those that wait; what is under way is finished."""
        self._stopping = True
        for line in self._lanes.values():
            for waiting in line:
                if not waiting.result.done():
                    waiting.result.set_exception(Stopping(_STOPPING))
        self._lanes.clear()

    def give_up(self) -> None:
        """Tell those whose question is under way, too, that it will not be answered; its thread is left alone."""
        for result in self._promised:
            if not result.done():
                result.set_exception(Stopping(_STOPPING))

    def close(self) -> None:
        """Let the threads go."""
        self.stop()
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._errands.shutdown(wait=False, cancel_futures=True)

    async def _in_turn(self, lane: Hashable, work: Callable[[], T], key: Hashable | None) -> T:
        if self._stopping:
            raise Stopping(_STOPPING)
        waiting = _Waiting(work=work, key=key, result=asyncio.get_running_loop().create_future())
        self._lanes.setdefault(lane, deque()).append(waiting)
        self._start()
        result: T = await waiting.result
        return result

    def _start(self) -> None:
        for lane in [lane for lane in self._lanes if lane not in self._under_way]:
            if not self._free:
                return
            line = self._lanes[lane]
            while line and line[0].result.cancelled():
                line.popleft()
            if line and line[0].key in self._keys:
                continue
            del self._lanes[lane]
            if not line:
                continue
            waiting = line.popleft()
            if line:
                self._lanes[lane] = line  # at the end: the other lanes come first
            self._free -= 1
            self._under_way.add(lane)
            if waiting.key is not None:
                self._keys.add(waiting.key)
            self._run(self._pool, waiting.work, waiting.result, partial(self._finish, lane, waiting.key))

    def _finish(self, lane: Hashable, key: Hashable | None) -> None:
        self._free += 1
        self._under_way.discard(lane)
        if key is not None:
            self._keys.discard(key)
            same = {lane: line for lane, line in self._lanes.items() if line[0].key == key}
            self._lanes = same | self._lanes  # the keys of both stand where the first has them
        self._start()

    def _run(
        self, pool: Executor, work: Callable[[], T], result: "asyncio.Future[T]", finished: Callable[[], None]
    ) -> None:
        """Have a thread do some work; its end decides the result, unless that is decided already."""

        def done(running: "asyncio.Future[T]") -> None:
            self._running.discard(running)
            self._promised.discard(result)
            error = None if running.cancelled() else running.exception()
            if result.done():
                pass
            elif running.cancelled():
                result.set_exception(Stopping(_STOPPING))
            elif error is not None:
                result.set_exception(error)
            else:
                result.set_result(running.result())
            finished()

        running = asyncio.get_running_loop().run_in_executor(pool, work)
        self._running.add(running)
        self._promised.add(result)
        running.add_done_callback(done)


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

    async def answer(self, lane: Hashable, work: Callable[[], T], *, key: Hashable | None = None) -> T:
        """What `work` returns, in its turn. Raises Stopping, and what `work` raises."""
        self._let_go()
        return await self._desk._in_turn(lane, work, key)

    def _let_go(self) -> None:
        if self._reserved:
            self._reserved = False
            self._desk._reserved -= 1
