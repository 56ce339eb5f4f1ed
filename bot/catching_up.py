"""Messages that were said while the bot had no session, or was not running: Discord replays nothing to a new session.

After a new session Discord names every channel's last message. Where that is newer than the last one we saw, we read
what was said since, and answer it, unless it is too old to be still waited for. A new process saw nothing, and knows from
the bot's memory which messages were replied to and which direct-message channels were in use.
"""

import logging
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterable

import discord

log = logging.getLogger(__name__)

STILL_WAITED_FOR = 5 * 60.0
"""Seconds after which nobody waits for an answer any more."""

_MARGIN = 60.0
"""Seconds before the last message that we saw: events of different channels overtake each other."""

_MOST = 500
"""Messages of a channel that are read: nobody writes more in that time."""

_DIRECT = 50


class LastSeen:
    """The newest message that was delivered, and the direct-message channels that were in use lately.

    A new session names no direct-message channel: those have to be remembered.
    """

    def __init__(self, direct: Iterable[int] = ()) -> None:
        self._newest = 0
        self._direct: OrderedDict[int, None] = OrderedDict.fromkeys(list(direct)[-_DIRECT:])

    def note(self, message: discord.Message) -> None:
        """Remember a message."""
        self._newest = max(self._newest, message.id)
        if message.guild is None:
            self._direct[message.channel.id] = None
            self._direct.move_to_end(message.channel.id)
            if len(self._direct) > _DIRECT:
                self._direct.popitem(last=False)

    def direct(self) -> list[int]:
        """Ids of the direct-message channels, the latest first."""
        return list(reversed(self._direct))

    def since(self, now: float) -> int:
        """A snowflake: what is newer may have been missed and is still waited for."""
        waited_for = _snowflake(now - STILL_WAITED_FOR)
        if not self._newest:
            return waited_for
        return max(waited_for, _snowflake(_seconds(self._newest) - _MARGIN))


async def missed(channels: Iterable[object], since: int) -> AsyncIterator[discord.Message]:
    """Messages in these channels after a snowflake, oldest first in each, where the bot may read them."""
    for channel in channels:
        if not isinstance(channel, discord.abc.Messageable):
            continue
        last = getattr(channel, "last_message_id", None)
        if not isinstance(channel, discord.PartialMessageable) and (last is None or last <= since):
            continue
        try:
            async for message in channel.history(limit=_MOST, after=discord.Object(since), oldest_first=True):
                yield message
        except (discord.HTTPException, OSError) as error:
            log.info("missed messages not read", extra={"facts": {"error": type(error).__name__}})


def _snowflake(seconds: float) -> int:
    return max(0, int(seconds * 1000) - discord.utils.DISCORD_EPOCH) << 22


def _seconds(snowflake: int) -> float:
    return ((snowflake >> 22) + discord.utils.DISCORD_EPOCH) / 1000
