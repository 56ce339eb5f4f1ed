"""Verifying: `/verify`, and "Find the source" on any message."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.asking import patience_sentence
from bot.conversations import Key
from bot.delivery import acknowledge, deliver, tell
from bot.errors import BotError, sentence_of
from bot.markdown import unescaped
from bot.quoted import MOST, Said, quotations_in
from bot.services import Services
from bot.surroundings import can_open_threads
from bot.verdicts import verdict_sheet
from bot.views import view_of
from retrieval.errors import QuothError

_LONGEST = 6000
_NO_WORDS = "There are no words in this message to look for."


class Verifying(commands.Cog):
    """Says whether quotations stand in the library, where, and whose they are."""

    def __init__(self, client: commands.Bot | commands.AutoShardedBot, services: Services) -> None:
        self._client = client
        self._services = services
        self._menu = app_commands.ContextMenu(name="Find the source", callback=self.find_the_source)
        self._menu.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
        self._menu.allowed_contexts = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)

    async def cog_load(self) -> None:
        """Bring the message command, which a cog does not bring by itself."""
        self._client.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take it away."""
        self._client.tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command(description="Is this quotation in the library, where, and whose words are they?")
    @app_commands.describe(
        quotation="The words; “as Lenin said: …” or “… — Lenin” checks whose they are", private="Show it only to you"
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def verify(
        self,
        interaction: discord.Interaction[Any],
        quotation: app_commands.Range[str, 1, _LONGEST],
        private: bool | None = None,
    ) -> None:
        """Verify a quotation."""
        settings = self._services.state.guild(interaction.guild_id)
        hidden = settings.private if private is None else private
        await self._services.in_work(self._answer(interaction, [(quotation, None)], hidden=hidden))

    async def find_the_source(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Verify each quotation in a message, or all of it where it quotes nothing."""
        said = quotations_in(message.content, _shown_in(message))
        if not said:
            await tell(interaction, _NO_WORDS)
            return
        await self._services.in_work(self._answer(interaction, said, hidden=True))

    async def _answer(self, interaction: discord.Interaction[Any], said: Sequence[Said], *, hidden: bool) -> None:
        settings = self._services.state.guild(interaction.guild_id)
        guild, user = interaction.guild_id, interaction.user.id
        with self._services.desk.admit() as place:
            if seconds := self._services.patience.wait_for(user):
                await tell(interaction, patience_sentence(seconds))
                return
            if not await acknowledge(interaction, thinking=True, private=hidden):
                return
            try:
                checked = await place.answer(
                    Key(channel=0, user=user),
                    lambda: self._services.answers.verify(said[:MOST], guild=guild, settings=settings),
                )
            except (QuothError, BotError) as error:
                await tell(interaction, sentence_of(error))
                return
        sheet = verdict_sheet(checked.verifications, left_out=max(0, len(said) - MOST))
        threads = settings.threads and not hidden and can_open_threads(interaction)
        buttons = checked.buttons(threads=threads)
        view = view_of(buttons, answer=checked.id, asker=user) if buttons else None
        await deliver(lambda: interaction.edit_original_response(content=sheet.content, embeds=sheet.embeds, view=view))


def _shown_in(message: discord.Message) -> str:
    """What a message shows beside what it says: messages that it forwards, and embeds, ours among them."""
    forwarded = [snapshot.content for snapshot in message.message_snapshots]
    embeds = [unescaped(embed.description) for embed in message.embeds if embed.description]
    return "\n\n".join([*forwarded, *embeds])
