"""Messages that were said while the bot had no session: Discord replays nothing to a new one.

After a new session Discord names every channel's last message. Where that is newer than the last one we saw, we read
what was said since, and answer it, unless it is too old to be still waited for.
"""

import logging
from collections.abc import AsyncIterator, Iterable

import discord

log = logging.getLogger(__name__)

STILL_WAITED_FOR = 5 * 60.0
"""Seconds after which nobody waits for an answer any more."""

_MARGIN = 60.0
"""Seconds before the last message that we saw: events of different channels overtake each other."""

_MOST = 50


class LastSeen:
    """The newest message that was delivered."""

    def __init__(self) -> None:
        self._id = 0

    def note(self, message: int) -> None:
        """Remember a message's id."""
        self._id = max(self._id, message)

    def since(self, now: float) -> int:
        """A snowflake: what is newer may have been missed and is still waited for."""
        waited_for = _snowflake(now - STILL_WAITED_FOR)
        if not self._id:
            return waited_for
        return max(waited_for, _snowflake(_seconds(self._id) - _MARGIN))


async def missed(channels: Iterable[object], since: int) -> AsyncIterator[discord.Message]:
    """Messages in these channels after a snowflake, oldest first in each, where the bot may read them."""
    for channel in channels:
        last = getattr(channel, "last_message_id", None)
        if last is None or last <= since or not isinstance(channel, discord.abc.Messageable):
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
