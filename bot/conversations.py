"""Conversations that are going on: one per thread, per direct-message channel, or per channel and user, and one in private."""

import copy
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
    """Which conversation: `user` is None in threads and direct messages, where a channel is one conversation.

    What only its asker sees in a server is a conversation apart, so that no answer to everybody tells of it.
    """

    channel: int
    user: int | None = None
    private: bool = False


class Conversations:
    """Keeps conversations in memory only, each also as it stood when an answer was given. For one thread, the event loop's."""

    def __init__(self, begin: Callable[[], Conversation], *, clock: Callable[[], float] = time.monotonic) -> None:
        self._begin = begin
        self._clock = clock
        self._going_on: OrderedDict[Key, tuple[float, Conversation]] = OrderedDict()
        self._answered: OrderedDict[int, tuple[float, Key, Conversation]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._going_on)

    def at(self, key: Key) -> Conversation:
        """The conversation that is going on there, a new one where there is none."""
        self.forget_old()
        _, conversation = self._going_on.pop(key, (0.0, None))
        return self._hold(key, conversation or self._begin())

    def anew(self, key: Key) -> Conversation:
        """A new conversation there, instead of the one that is going on."""
        self._going_on.pop(key, None)
        return self.at(key)

    def answered(self, key: Key, message: int, conversation: Conversation) -> None:
        """Remember how a conversation stood when a message of ours gave its last answer."""
        self._answered[message] = (self._clock(), key, conversation)
        if len(self._answered) > _REMEMBERED:
            self._answered.popitem(last=False)

    def goes_on(self, key: Key) -> bool:
        """Whether a conversation is going on there."""
        self.forget_old()
        return key in self._going_on

    def end(self, key: Key) -> None:
        """Let nothing that is said there from now on lean on what was said before."""
        self._going_on.pop(key, None)

    def take_up(self, key: Key, message: int) -> bool:
        """Go on there from the answer that a message of ours gave, here or elsewhere; whether that is remembered."""
        self.forget_old()
        if message not in self._answered:
            return False
        self._going_on.pop(key, None)
        self._hold(key, copy.copy(self._answered[message][2]))
        return True

    def forget(self, *, channel: int, user: int) -> int:
        """Forget a user's conversations in all channels, and the one of this channel; return how many there were."""
        self.forget_old()
        gone = [key for key in self._going_on if key.user == user or key == Key(channel=channel)]
        for key in gone:
            del self._going_on[key]
        of_theirs = [
            at for at, (_, key, _) in self._answered.items() if key.user == user or key == Key(channel=channel)
        ]
        for message in of_theirs:
            del self._answered[message]
        return len(gone)

    def forget_old(self) -> None:
        """Forget the conversations, and the answers to go on from, that are older than they are kept."""
        before = self._clock() - KEPT
        while self._going_on and next(iter(self._going_on.values()))[0] <= before:
            self._going_on.popitem(last=False)
        while self._answered and next(iter(self._answered.values()))[0] <= before:
            self._answered.popitem(last=False)

    def _hold(self, key: Key, conversation: Conversation) -> Conversation:
        self._going_on[key] = (self._clock(), conversation)
        if len(self._going_on) > _REMEMBERED:
            self._going_on.popitem(last=False)
        return conversation
