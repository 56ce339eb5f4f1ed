"""To whom a message on Discord is written, and what it says. Pure functions."""

import discord

from bot.mentions import EMOJI
from bot.questions import Asked, calls


def is_for(me: discord.ClientUser | None, message: discord.Message) -> bool:
    """Whether a message is written to the bot by a person; a mention in words that it quotes was somebody else's."""
    if message.author.bot or message.webhook_id or message.is_system():
        return False
    if me is None or message.guild is None:
        return me is not None
    if names_role(message):
        return True
    if me not in message.mentions:
        return False
    return calls(message.content, me.id) or not calls(message.content, me.id, quoted=True) or is_reply(message)


def names_role(message: discord.Message) -> bool:
    """Whether a message mentions the role that Discord made for the bot, which bears the same name."""
    role = message.guild.self_role if message.guild else None
    return role is not None and role in message.role_mentions


def is_reply(message: discord.Message) -> bool:
    """Whether a message replies to another one; a forwarded one refers to its origin, too."""
    return message.type is discord.MessageType.reply


def content_of(message: discord.Message) -> str:
    """What a message says, or what the messages say that it forwards."""
    return message.content or "\n".join(snapshot.content for snapshot in message.message_snapshots)


def says_something(message: discord.Message, asked: Asked) -> bool:
    """Whether a message that asks nothing says something: thanks, a thumb, a sticker. A bare mention and "?" do not."""
    shown = bool(message.stickers) or EMOJI.search(message.content) is not None
    return shown or bool(asked.words and "?" not in asked.words)
