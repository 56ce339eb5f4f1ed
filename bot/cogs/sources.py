"""What the bot knows: `/sources`, `/source`, `/about`, `/help`."""

import re
from typing import Any, Self

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot import cards
from bot.cogs.asking import choices
from bot.delivery import acknowledge, deliver, tell
from bot.services import Services
from bot.tree import sentence_for

_FILTER = 40
"""Characters of a filter: it travels in the buttons' `custom_id`."""

LIST_ID = re.compile(r"q:list:(?P<way>prev|next):(?P<page>\d{1,4}):(?P<filter>.{0,40})", re.DOTALL)


class ListButton(ui.DynamicItem[ui.Button[Any]], template=LIST_ID):
    """Turns a page of the list of sources. A click on it becomes the event `list_button` of the client."""

    def __init__(self, item: ui.Button[Any], page: int, filter_text: str) -> None:
        super().__init__(item)
        self._page = page
        self._filter = filter_text

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """The button that was pressed."""
        assert isinstance(item, ui.Button)
        return cls(item, int(match["page"]), match["filter"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Tell the client."""
        interaction.client.dispatch("list_button", interaction, self._page, self._filter)


class Sources(commands.Cog):
    """Shows the library and the bot."""

    def __init__(self, client: commands.Bot | commands.AutoShardedBot, services: Services) -> None:
        self._client = client
        self._services = services

    @app_commands.command(description="List the sources that answers are quoted from.")
    @app_commands.rename(text="filter")
    @app_commands.describe(text="Only sources whose title, author or publisher holds this")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def sources(
        self, interaction: discord.Interaction[Any], text: app_commands.Range[str, 1, _FILTER] | None = None
    ) -> None:
        """List the sources."""
        embed, view = self._list(interaction.guild_id, 0, text or "")
        await interaction.response.send_message(embed=embed, view=view or discord.utils.MISSING, ephemeral=True)

    @app_commands.command(description="Show a source: author, edition, licence, when it was captured, its checksum.")
    @app_commands.describe(document="Its title; it completes as you type")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def source(self, interaction: discord.Interaction[Any], document: app_commands.Range[str, 1, 100]) -> None:
        """Show a source's bibliographic card."""
        if not await acknowledge(interaction, thinking=True, private=True):
            return
        settings = self._services.state.guild(interaction.guild_id)
        seen = self._services.catalogue.seen_by(settings)
        found = [card for card in seen if card.id == document] or cards.matching(seen, document)
        if not found:
            await tell(interaction, "There is no such source here. /sources lists what there is.")
            return
        card = found[0]
        text = await self._services.desk.errand(lambda: self._services.archive.document(card.id))
        embed = cards.source_embed(text, card)
        await deliver(lambda: interaction.edit_original_response(embed=embed))

    @source.autocomplete("document")
    async def complete_document(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Titles that fit what is typed."""
        settings = self._services.state.guild(interaction.guild_id)
        return choices(self._services.catalogue.titles(settings).complete(typed))

    @app_commands.command(description="What I am made of: the library, its age, the model, how fast I answer.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def about(self, interaction: discord.Interaction[Any]) -> None:
        """Show what the bot is made of."""
        archive = self._services.archive
        embed = cards.about_embed(
            counts=archive.counts,
            generation=archive.generation,
            made=archive.made,
            model=archive.model,
            started=self._services.started,
            seconds=tuple(self._services.seconds),
            latency=self._client.latency,
            withheld=archive.withheld,
        )
        await interaction.response.send_message(embed=embed, ephemeral=True)

    @app_commands.command(description="What I can do, with examples.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def help(self, interaction: discord.Interaction[Any]) -> None:
        """Show examples."""
        await interaction.response.send_message(embed=cards.help_embed(), ephemeral=True)

    @commands.Cog.listener()
    async def on_list_button(self, interaction: discord.Interaction[Any], page: int, text: str) -> None:
        """Turn a page of the list."""
        if not self._services.seen.first_time(interaction.id):
            return
        try:
            embed, view = self._list(interaction.guild_id, page, text)
            await interaction.response.edit_message(embed=embed, view=view)
        except discord.HTTPException as error:
            await tell(interaction, sentence_for(error, interaction))

    def _list(self, guild: int | None, page: int, text: str) -> tuple[discord.Embed, ui.View | None]:
        found = self._services.catalogue.seen_by(self._services.state.guild(guild))
        if text:
            found = cards.matching(found, text)
        last = max(0, (len(found) - 1) // cards.PER_PAGE)
        page = min(page, last)
        embed = cards.sources_embed(found, page=page, filter_text=text)
        if not last:
            return embed, None
        view = ui.View(timeout=None)
        for way, label, to in (("prev", "◀", page - 1), ("next", "▶", page + 1)):
            inside = 0 <= to <= last
            custom_id = f"q:list:{way}:{to if inside else page}:{text}"
            item: ui.Button[Any] = ui.Button(label=label, custom_id=custom_id, disabled=not inside)
            view.add_item(ListButton(item, to, text))
        return embed, view
