"""A server's settings: `/settings`, a panel for those who manage the server."""

import re
from typing import Any, Self

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.delivery import show, soon, tell
from bot.panel import MOST_CHANNELS, PANEL_ID, Panel
from bot.rendering import MOST_QUOTES
from bot.services import Services
from bot.tree import named, sentence_for

_ANSWER_CHANNELS = [discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum]


class PanelItem(ui.DynamicItem[ui.Item[Any]], template=PANEL_ID):
    """A part of the panel. A choice becomes the event `panel_choice` of the client."""

    def __init__(self, item: ui.Item[Any], field: str, page: int) -> None:
        super().__init__(item)
        self._field = field
        self._page = page

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """The part that was used."""
        return cls(item, match["field"], int(match["page"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Tell the client."""
        interaction.client.dispatch("panel_choice", interaction, self._field, self._page)


class Settings(commands.Cog):
    """Shows a server's settings and changes them."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @app_commands.command(description="Where I answer on this server, how, and from which sources.")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.checks.has_permissions(manage_guild=True)
    async def settings(self, interaction: discord.Interaction[Any]) -> None:
        """Show the panel."""
        panel = self._panel(interaction, 0)
        await interaction.response.send_message(
            embed=panel.embed(warning=_warning(interaction, panel)), view=view_of(panel), ephemeral=True
        )

    @commands.Cog.listener()
    async def on_panel_choice(self, interaction: discord.Interaction[Any], field: str, page: int) -> None:
        """Change a setting, and show the panel as it is then."""
        if not self._services.seen.first_time(interaction.id):
            return
        if interaction.guild_id is None or not interaction.permissions.manage_guild:
            await tell(interaction, f"This needs the permission {named(['manage_guild'])} in this server.")
            return
        guild = interaction.guild_id
        data: Any = interaction.data
        try:
            changed = self._panel(interaction, page).changed(field, data.get("values", ()))
            keeping = self._services.desk.errand(lambda: self._services.state.set_guild(guild, changed))
            await soon(interaction, keeping, new=False)
            panel = self._panel(interaction, page)
            embed = panel.embed(warning=_warning(interaction, panel))
            await show(interaction, new=False, embeds=[embed], view=view_of(panel))
        except Exception as error:
            await tell(interaction, sentence_for(error, interaction))

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget a server that the bot was taken out of."""
        await self._services.desk.errand(lambda: self._services.state.drop_guild(guild.id))

    def _panel(self, interaction: discord.Interaction[Any], page: int) -> Panel:
        settings = self._services.state.guild(interaction.guild_id)
        return Panel(settings=settings, cards=self._services.catalogue.cards, page=page)


def view_of(panel: Panel) -> ui.View:
    """The panel as Discord takes it. Needs a running event loop."""
    now, page = panel.settings, panel.page
    view = ui.View(timeout=None)

    def add(item: ui.Item[Any], field: str, to: int = page) -> None:
        view.add_item(PanelItem(item, field, to))

    def channels(ids: list[int]) -> list[discord.SelectDefaultValue]:
        kind = discord.SelectDefaultValueType.channel
        return [discord.SelectDefaultValue(id=each, type=kind) for each in ids]

    add(
        ui.ChannelSelect(
            custom_id=f"q:set:channels:{page}",
            channel_types=_ANSWER_CHANNELS,
            placeholder="Channels in which I answer",
            min_values=0,
            max_values=MOST_CHANNELS,
            default_values=channels(sorted(now.channels)[:MOST_CHANNELS]),
            row=0,
        ),
        "channels",
    )
    add(
        ui.ChannelSelect(
            custom_id=f"q:set:feedback:{page}",
            channel_types=[discord.ChannelType.text],
            placeholder="Channel in which feedback is shown",
            min_values=0,
            max_values=1,
            default_values=channels([now.feedback] if now.feedback else []),
            row=1,
        ),
        "feedback",
    )
    options = panel.source_options()
    if options:
        add(
            ui.Select(
                custom_id=f"q:set:sources:{page}",
                placeholder="Sources that this server sees",
                min_values=0,
                max_values=len(options),
                options=[
                    discord.SelectOption(label=each.label, value=each.value, default=each.chosen) for each in options
                ],
                row=2,
            ),
            "sources",
        )
    add(
        ui.Select(
            custom_id=f"q:set:shown:{page}",
            options=[
                discord.SelectOption(
                    label=f"{count} quote{'s' if count > 1 else ''} per answer",
                    value=str(count),
                    default=count == now.shown,
                )
                for count in range(1, MOST_QUOTES + 1)
            ],
            row=3,
        ),
        "shown",
    )
    private = "Private by default: on" if now.private else "Private by default: off"
    add(ui.Button(label=private, custom_id=f"q:set:private:{page}", row=4), "private")
    add(
        ui.Button(label=f"Threads: {'on' if now.threads else 'off'}", custom_id=f"q:set:threads:{page}", row=4),
        "threads",
    )
    if panel.pages > 1:
        to = (page + 1) % panel.pages
        label = f"Sources, page {page + 1} of {panel.pages} ▶"
        add(ui.Button(label=label, custom_id=f"q:set:turn:{to}", row=4), "turn", to)
    reset = ui.Button[Any](label="Defaults", custom_id=f"q:set:reset:{page}", row=4, style=discord.ButtonStyle.danger)
    add(reset, "reset")
    return view


def _warning(interaction: discord.Interaction[Any], panel: Panel) -> str | None:
    """What Discord would refuse with these settings, None where nothing."""
    guild, chosen = interaction.guild, panel.settings.feedback
    channel = guild.get_channel(chosen) if guild and chosen else None
    if guild is None or channel is None or guild.me is None:
        return None
    may = channel.permissions_for(guild.me)
    missing = [name for name in ("view_channel", "send_messages", "embed_links") if not getattr(may, name)]
    return f"In {channel.mention} I need {named(missing)} to show feedback." if missing else None
