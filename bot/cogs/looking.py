"""Looking up: `/show` leads to the words that a permalink names, `/when` to the sentences about a day."""

from collections.abc import Callable
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers import Given
from bot.delivery import acknowledge, deliver, tell
from bot.errors import BotError, sentence_of
from bot.services import Services
from bot.surroundings import can_open_threads
from bot.views import view_of
from retrieval.errors import QuothError


class Looking(commands.Cog):
    """Shows what somebody knows how to name."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @app_commands.command(description="Show the words that a permalink leads to.")
    @app_commands.describe(permalink="document@sha256:start-end, as Cite shows it", private="Show them only to you")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def show(
        self,
        interaction: discord.Interaction[Any],
        permalink: app_commands.Range[str, 1, 400],
        private: bool | None = None,
    ) -> None:
        """Show an excerpt by its permalink."""
        settings = self._services.state.guild(interaction.guild_id)
        guild = interaction.guild_id

        def look() -> Given:
            return self._services.answers.passage(permalink, guild=guild, settings=settings)

        await self._services.in_work(self._look(interaction, look, private=private))

    @app_commands.command(description="Show sentences about a day, by the Old Style and the New Style.")
    @app_commands.describe(date="1917-11-07, 7 November 1917, 25 October 1917 O.S. …", private="Show them only to you")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def when(
        self, interaction: discord.Interaction[Any], date: app_commands.Range[str, 1, 100], private: bool | None = None
    ) -> None:
        """Show what the sources say about a day."""
        settings = self._services.state.guild(interaction.guild_id)
        guild = interaction.guild_id

        def look() -> Given:
            return self._services.answers.when(date, guild=guild, settings=settings)

        await self._services.in_work(self._look(interaction, look, private=private))

    async def _look(
        self, interaction: discord.Interaction[Any], look: Callable[[], Given], *, private: bool | None
    ) -> None:
        """Show what `look` finds, or the sentence that says why it does not."""
        settings = self._services.state.guild(interaction.guild_id)
        hidden = settings.private if private is None else private
        if not await acknowledge(interaction, thinking=True, private=hidden):
            return
        try:
            given = await self._services.desk.errand(look)
        except (QuothError, BotError) as error:
            await tell(interaction, sentence_of(error))
            return
        sheet = given.sheet()
        threads = settings.threads and not hidden and can_open_threads(interaction)
        view = view_of(given.buttons(threads=threads), answer=given.id, asker=interaction.user.id)
        await deliver(lambda: interaction.edit_original_response(content=sheet.content, embeds=sheet.embeds, view=view))
