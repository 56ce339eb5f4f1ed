"""The client: which events it wants, what it brings along, and how it takes its leave."""

import asyncio
import hashlib
import json
import logging
import time
from typing import Any

import discord
from discord.ext import commands

from bot.catching_up import waited_for
from bot.cogs.asking import Asking
from bot.cogs.library import LibraryGroup
from bot.cogs.listening import Listening
from bot.cogs.looking import Looking
from bot.cogs.reading import Reading
from bot.cogs.settings import PanelItem, Settings
from bot.cogs.sources import ListButton, Sources
from bot.cogs.upkeep import Upkeep
from bot.cogs.verifying import Verifying
from bot.services import Services
from bot.settings import AUTO
from bot.tree import Tree
from bot.views import AnswerButton
from bot.workshop import Workshop

log = logging.getLogger(__name__)

FINISH = 5.0
"""Seconds that work under way has to finish when the bot stops."""

TELL = 2.0
"""Seconds for telling those whose work did not finish."""

_PLAIN_UNTIL = 2_000

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
"""None of them privileged: mentions, replies to the bot and direct messages come with their text anyway."""


class Quoth(commands.bot.BotBase, discord.Client):
    """What the plain and the sharded client have in common."""

    services: Services
    workshop: Workshop
    sync_always: bool

    async def setup_hook(self) -> None:
        """Bring the commands and the buttons; register commands where they changed."""
        tree = self.tree
        assert isinstance(tree, Tree)
        tree.services = self.services
        if not self.cogs:  # a log-in that failed half-way is tried again
            await self._bring_cogs()
        self.add_dynamic_items(AnswerButton, ListButton, PanelItem)
        await self.register(always=self.sync_always)

    async def _bring_cogs(self) -> None:
        for cog in (
            Asking(self.services),
            Listening(self, self.services),  # type: ignore[arg-type]
            Reading(self.services),
            Looking(self.services),
            Verifying(self, self.services),  # type: ignore[arg-type]
            Sources(self, self.services),  # type: ignore[arg-type]
            Settings(self.services),
            LibraryGroup(self.services, self.workshop),
            Upkeep(self.services),
        ):
            await self.add_cog(cog)

    async def register(self, *, always: bool) -> bool:
        """Register the commands with Discord if they are not what was registered last; whether that was done."""
        application = self.application_id or 0
        payload = sorted(
            (command.to_dict(self.tree) for command in self.tree.get_commands()), key=lambda each: each["name"]
        )
        digest = hashlib.sha256(json.dumps(payload, sort_keys=True, default=str).encode()).hexdigest()
        if not always and self.services.state.commands(application) == digest:
            return False
        await self.tree.sync()
        self.services.state.set_commands(application, digest)
        log.info("commands registered", extra={"facts": {"commands": len(payload)}})
        return True

    async def on_message(self, message: discord.Message) -> None:
        """Leave it to the cogs: no commands are typed."""

    async def on_ready(self) -> None:
        """Say so."""
        log.info("ready", extra={"facts": {"guilds": len(self.guilds), "generation": self.services.archive.generation}})

    async def session_began(self, shard: int) -> None:
        """Answer what was said lately where a shard listens and no session heard it; a single connection is shard 0.

        A new session names no direct-message channel: those in which we wrote lately are remembered.
        """
        here = [guild for guild in self.guilds if (guild.shard_id or 0) == shard]
        direct = self.services.state.direct_channels() if shard == 0 else []
        channels: list[object] = [
            *(channel for guild in here for channel in _channels_of(guild)),
            *(self.get_partial_messageable(channel, type=discord.ChannelType.private) for channel in direct),
        ]
        count = 0
        async for message in waited_for(channels, time.time()):
            count += 1
            self.dispatch("message", message)
        log.info("caught up", extra={"facts": {"shard": shard, "read": count}})

    async def finish(self) -> None:
        """Take no more questions, and wait for the work under way; who waited in vain after a while is told."""
        self.services.desk.stop()
        self.workshop.stop()
        for seconds in (FINISH, TELL):
            work = set(self.services.work)
            if not work:
                return
            log.info("finishing", extra={"facts": {"tasks": len(work)}})
            _, left = await asyncio.wait(work, timeout=seconds)
            if not left:
                return
            log.warning("not finished", extra={"facts": {"tasks": len(left)}})
            self.services.desk.give_up()


class PlainQuoth(Quoth, commands.Bot):
    """One connection, for up to 2,000 servers. It keeps resuming its session, so that nothing is lost."""

    async def on_ready(self) -> None:
        """Say so, and answer what was said meanwhile."""
        await super().on_ready()
        if len(self.guilds) >= _PLAIN_UNTIL:
            log.warning("many servers: set DISCORD_SHARDS=auto", extra={"facts": {"guilds": len(self.guilds)}})
        await self.session_began(0)


class ShardedQuoth(Quoth, commands.AutoShardedBot):
    """A connection per shard. discord.py says "ready" when all have new sessions, and "shard ready" when one has."""

    async def on_shard_ready(self, shard_id: int) -> None:
        """Answer what was said meanwhile."""
        await self.session_began(shard_id)


def build(services: Services, workshop: Workshop, *, sync_always: bool = False) -> PlainQuoth | ShardedQuoth:
    """A client over open services. Needs a running event loop."""
    shards = services.settings.shards
    options: dict[str, Any] = {
        "command_prefix": commands.when_mentioned,
        "help_command": None,
        "intents": INTENTS,
        "tree_cls": Tree,
        "allowed_mentions": discord.AllowedMentions.none(),
        "member_cache_flags": discord.MemberCacheFlags.none(),
        "chunk_guilds_at_startup": False,
        "max_messages": None,
        "activity": discord.CustomActivity("/ask history · /help"),
        "max_ratelimit_timeout": 60.0,
    }
    count = None if shards == AUTO else shards
    client = PlainQuoth(**options) if shards is None else ShardedQuoth(**options, shard_count=count)
    client.services = services
    client.workshop = workshop
    client.sync_always = sync_always
    return client


def _channels_of(guild: discord.Guild) -> list[object]:
    """Where people write in a server and we may read what they wrote before; Discord counts what it refuses."""
    threads = [thread for thread in guild.threads if thread.parent]
    found: list[discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread]
    found = [*guild.text_channels, *guild.voice_channels, *guild.stage_channels, *threads]
    return [channel for channel in found if _may_read(channel, channel.permissions_for(guild.me))]


def _may_read(channel: object, may: discord.Permissions) -> bool:
    """Whether the history of a channel may be read; that of a voice channel's chat only by those who may connect to it."""
    is_voice = isinstance(channel, discord.VoiceChannel | discord.StageChannel)
    return may.read_message_history and (may.connect or not is_voice)
