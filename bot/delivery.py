"""Talking to Discord so that it arrives: acknowledge at once, edit what is acknowledged, try again where that is safe.

An edit may be repeated, a new message may be when it carries a nonce; both are idempotent on Discord's side.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

import aiohttp
import discord
from discord import ui

T = TypeVar("T")

log = logging.getLogger(__name__)

ALREADY_ACKNOWLEDGED = 40060
ARCHIVED = 50083

_UNREACHABLE = (discord.DiscordServerError, aiohttp.ClientError, OSError, asyncio.TimeoutError)
UNDELIVERED = (discord.HTTPException, discord.RateLimited, *_UNREACHABLE)
"""Discord refuses something, wants us to wait for more than a minute, or cannot be reached."""

_AT_ONCE = 0.5
"""Seconds that an answer may take without an acknowledgement before it: one request less, and time for it within 3 s."""

_PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
"""Seconds between tries: an answer outlives two minutes of trouble on the side of Discord."""


async def acknowledge(interaction: discord.Interaction[Any], *, thinking: bool, private: bool = False) -> bool:
    """Tell Discord that an answer will come; False where it does not know the interaction any more.

    `thinking` shows a new message that says so, `private` only to the one who asked; else the button's message stays.
    """
    for pause in (0.1, 0.3, None):
        try:
            await interaction.response.defer(ephemeral=private, thinking=thinking)
        except discord.InteractionResponded:
            return True
        except discord.HTTPException as error:
            if error.code == ALREADY_ACKNOWLEDGED:  # our first try did arrive
                return True
            log.warning("not acknowledged", extra={"facts": {"status": error.status, "code": error.code}})
            return False
        except _UNREACHABLE as error:
            if pause is None:
                log.warning("not acknowledged", extra={"facts": {"error": type(error).__name__}})
                return False
            await asyncio.sleep(pause)
        else:
            return True
    return False


async def soon(interaction: discord.Interaction[Any], doing: Awaitable[T], *, new: bool) -> T:
    """What `doing` gives. Where that takes a moment, Discord is told that an answer will come.

    `new` is whether the answer will be a private message, else it changes the message that holds the button.
    """
    task = asyncio.ensure_future(doing)
    await asyncio.wait({task}, timeout=_AT_ONCE)
    if not task.done():
        await acknowledge(interaction, thinking=new, private=True)
    return await task


async def show(
    interaction: discord.Interaction[Any],
    *,
    new: bool,
    embeds: Sequence[discord.Embed],
    content: str | None = None,
    view: ui.View | None = None,
) -> None:
    """Answer a button: with a private message where `new` is set, else by changing the message that holds the button."""
    if not interaction.response.is_done():
        try:
            if new:
                shown = view or discord.utils.MISSING
                await interaction.response.send_message(content, embeds=embeds, view=shown, ephemeral=True)
            else:
                await interaction.response.edit_message(content=content, embeds=embeds, view=view)
        except _UNREACHABLE:  # it may have arrived all the same: the edit below is right in both cases
            await acknowledge(interaction, thinking=new, private=True)
        else:
            return
    await deliver(lambda: interaction.edit_original_response(content=content, embeds=embeds, view=view))


async def deliver(send: Callable[[], Awaitable[T]]) -> T:
    """What `send` returns, tried again while Discord cannot be reached. Raises one of UNDELIVERED where that is in vain."""
    for pause in _PAUSES:
        try:
            return await send()
        except _UNREACHABLE as error:
            log.info("trying again", extra={"facts": {"error": type(error).__name__, "in": pause}})
            await asyncio.sleep(pause)
    return await send()


async def tell(interaction: discord.Interaction[Any], sentence: str) -> None:
    """A sentence in reply to an interaction, acknowledged or not; private unless a public answer is awaited."""
    try:
        if not interaction.response.is_done():
            await interaction.response.send_message(sentence, ephemeral=True)
        elif interaction.response.type is discord.InteractionResponseType.deferred_message_update:
            await deliver(lambda: interaction.followup.send(sentence, ephemeral=True))
        else:
            await deliver(lambda: interaction.edit_original_response(content=sentence, embeds=[], view=None))
    except UNDELIVERED as error:
        log.warning("not told", extra={"facts": {"error": type(error).__name__, "code": getattr(error, "code", None)}})
