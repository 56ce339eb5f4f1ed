"""Where a question is asked: which conversation it belongs to, and what the bot may do there."""

from typing import Any

import discord

from bot.conversations import Key

TEXT_CHANNELS = (discord.ChannelType.text, discord.ChannelType.news)
THREADS = (discord.ChannelType.public_thread, discord.ChannelType.private_thread, discord.ChannelType.news_thread)


def conversation_key(channel: Any, channel_id: int, user: int, *, hidden: bool = False) -> Key:
    """A thread and a direct-message channel are one conversation; elsewhere, and where the answer is hidden, each has their own."""
    kind = getattr(channel, "type", None)
    if kind is discord.ChannelType.private or (kind in THREADS and not hidden):
        return Key(channel=channel_id)
    return Key(channel=channel_id, user=user, private=hidden)


def lane(key: Key, user: int) -> Key:
    """Whose turn a question takes: the conversation's where several people hold it, else the user's."""
    return key if key.user is None else Key(channel=0, user=user)


def channel_ids(channel: Any, channel_id: int) -> tuple[int, ...]:
    """A channel's id and, for a thread, its parent's."""
    parent = getattr(channel, "parent_id", None)
    return (channel_id, parent) if parent else (channel_id,)


def can_open_threads(interaction: discord.Interaction[Any]) -> bool:
    """Whether a thread can hang on a message here: in a server's text channel that the bot is a member of."""
    kind = getattr(interaction.channel, "type", None)
    member = interaction.guild_id is not None and interaction.client.get_guild(interaction.guild_id) is not None
    return member and kind in TEXT_CHANNELS
