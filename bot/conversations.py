"""Conversations that are going on: one per thread, per direct-message channel, or per channel and user."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from bot.archives import Conversation

KEPT = 30 * 60.0
"""Seconds after its last turn at which a conversation is forgotten."""

_REMEMBERED = 5_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """Which conversation: `user` is None in threads and direct messages, where a channel is one conversation."""

    channel: int
    user: int | None = None


class Conversations:
    """Keeps conversations in memory only. For one thread, the event loop's."""

    def __init__(self, begin: Callable[[], Conversation], *, clock: Callable[[], float] = time.monotonic) -> None:
        self._begin = begin
        self._clock = clock
        self._going_on: OrderedDict[Key, tuple[float, Conversation]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._going_on)

    def __contains__(self, key: Key) -> bool:
        self._forget_old()
        return key in self._going_on

    def at(self, key: Key) -> Conversation:
        """The conversation that is going on there, a new one where there is none."""
        self._forget_old()
        _, conversation = self._going_on.pop(key, (0.0, None))
        conversation = conversation or self._begin()
        self._going_on[key] = (self._clock(), conversation)
        if len(self._going_on) > _REMEMBERED:
            self._going_on.popitem(last=False)
        return conversation

    def forget(self, *, channel: int, user: int) -> int:
        """Forget a user's conversations in all channels, and the one of this channel; return how many there were."""
        self._forget_old()
        gone = [key for key in self._going_on if key.user == user or key == Key(channel=channel)]
        for key in gone:
            del self._going_on[key]
        return len(gone)

    def _forget_old(self) -> None:
        while self._going_on:
            key, (last, _) = next(iter(self._going_on.items()))
            if self._clock() - last < KEPT:
                return
            del self._going_on[key]
