"""Messages that were said while the bot had no session, or was not running: Discord replays nothing to a new session.

After a new session Discord names every server channel's last message. Where that is still waited for, we read what was said
lately. What was met before is known by its id, so nothing has to be remembered of when a session ended.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable

import discord

from bot.delivery import UNDELIVERED

log = logging.getLogger(__name__)

STILL_WAITED_FOR = 5 * 60.0
"""Seconds after which nobody waits for an answer any more."""

_PAUSE = 0.05
"""Seconds between two channels: Discord takes 50 requests a second, and most of those are for answers."""

_MOST = 500
"""Messages of a channel that are read: nobody writes more in that time."""


async def waited_for(channels: Iterable[object], now: float) -> AsyncIterator[discord.Message]:
    """Messages in these channels that are not too old at `now` (seconds since 1970), oldest first in each, where the bot may read."""
    since = max(0, int((now - STILL_WAITED_FOR) * 1000) - discord.utils.DISCORD_EPOCH) << 22
    for channel in channels:
        if not isinstance(channel, discord.abc.Messageable):
            continue
        last = getattr(channel, "last_message_id", None)
        if not isinstance(channel, discord.PartialMessageable) and (last is None or last <= since):
            continue
        await asyncio.sleep(_PAUSE)
        try:
            async for message in channel.history(limit=_MOST, after=discord.Object(since), oldest_first=True):
                yield message
        except UNDELIVERED as error:
            log.info("missed messages not read", extra={"facts": {"error": type(error).__name__}})
