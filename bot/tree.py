"""The command tree: each interaction once, and every error told in one place."""

import logging
from collections.abc import Sequence
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.delivery import tell
from bot.errors import BotError, sentence_of
from bot.services import Services
from retrieval.errors import QuothError

log = logging.getLogger(__name__)

REFUSED = (
    "Discord did not take my answer. Please ask again; where that does not help, tell those who manage this server."
)
OUR_FAULT = "Something went wrong on my side, and I have made a note of it. Please try again."


class Tree(app_commands.CommandTree[Any]):
    """Knows which interactions were handled, and turns errors into a sentence for the person who met them."""

    services: Services

    async def interaction_check(self, interaction: discord.Interaction[Any]) -> bool:
        """Whether this interaction is met for the first time."""
        return self.services.seen.first_time(interaction.id)

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError) -> None:
        """Say what went wrong, and log it where it is a fault of ours."""
        await tell(interaction, sentence_for(error, interaction))


def sentence_for(error: Exception, interaction: discord.Interaction[Any]) -> str:
    """What to say about an error; a fault of ours is logged."""
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    if isinstance(cause, QuothError | BotError):
        return sentence_of(cause)
    if isinstance(cause, app_commands.MissingPermissions):
        return f"This needs the permission {named(cause.missing_permissions)} in this server."
    if isinstance(cause, app_commands.CheckFailure):
        return "You cannot use this here."
    command = interaction.command.qualified_name if interaction.command else None
    facts: dict[str, object] = {"command": command, "guild": interaction.guild_id}
    if isinstance(cause, discord.HTTPException):
        log.warning("refused by Discord", extra={"facts": {**facts, "status": cause.status, "code": cause.code}})
        return REFUSED
    if isinstance(cause, discord.RateLimited | aiohttp.ClientError):
        log.warning("not taken by Discord", extra={"facts": {**facts, "error": type(cause).__name__}})
        return REFUSED
    log.error("failed", exc_info=cause, extra={"facts": facts})
    return OUR_FAULT


def named(permissions: Sequence[str]) -> str:
    """Permissions as Discord's menus call them."""
    return ", ".join(f"**{each.replace('guild', 'server').replace('_', ' ').title()}**" for each in permissions)
