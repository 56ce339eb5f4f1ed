"""Asking: `/ask` and `/forget`."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.completion import Choice
from bot.delivery import acknowledge, deliver, tell
from bot.desk import Place
from bot.errors import BotError, sentence_of
from bot.guilds import GuildSettings
from bot.hints import hint, instead
from bot.questions import Asked, words_of
from bot.services import Services
from bot.surroundings import can_open_threads, channel_ids, conversation_key
from bot.turns import Turn, Turns
from bot.views import view_of
from retrieval.errors import QuothError
from retrieval.question.filters import misfit
from retrieval.types import Filters

_ELSEWHERE = "I answer in {channels} on this server. You can also send me a direct message."


class Asking(commands.Cog):
    """Takes questions and brings answers."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._turns = Turns(services)

    @app_commands.command(description="Ask a question about history; the answer is quotations from the sources.")
    @app_commands.describe(
        question="What do you want to know?",
        source="Only this source",
        author="Only sources by this author",
        from_year="Only sources published from this year on",
        to_year="Only sources published until this year",
        private="Show the answer only to you",
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(
        self,
        interaction: discord.Interaction[Any],
        question: app_commands.Range[str, 2, 1000],
        source: app_commands.Range[str, 1, 100] | None = None,
        author: app_commands.Range[str, 1, 100] | None = None,
        from_year: app_commands.Range[int, 1, 2200] | None = None,
        to_year: app_commands.Range[int, 1, 2200] | None = None,
        private: bool | None = None,
    ) -> None:
        """Answer a question."""
        chosen = source is not None and source in self._services.catalogue.by_id  # completed, so that it is this one
        filters = Filters(
            documents=frozenset({source}) if source and chosen else None,
            source=None if chosen else source,
            author=author,
            from_year=from_year,
            to_year=to_year,
        )
        settings = self._services.state.guild(interaction.guild_id)
        refusal = self._elsewhere(interaction, settings) or self._no_such_source(filters, settings)
        if refusal is not None:
            await tell(interaction, refusal)
            return
        hidden = settings.private if private is None else private
        asked = Asked(words=words_of(question))
        key = conversation_key(interaction.channel, interaction.channel_id or 0, interaction.user.id, hidden=hidden)
        limited = bool(source or author)  # "he" may be whom the source is about, or its author
        answered = limited or self._services.conversations.goes_on(key)
        told = instead(asked, answered=answered) if asked.asks else hint(asked)
        if asked.words and told:
            await tell(interaction, told)
            return
        with self._services.desk.admit() as place:
            seconds = self._services.patience.wait_for(interaction.user.id)
            if seconds:
                await tell(interaction, patience_sentence(seconds))
                return
            turn = Turn(
                key=key,
                user=interaction.user.id,
                question=asked.words,
                settings=settings,
                guild=interaction.guild_id,
                filters=filters,
            )
            await self._services.in_work(self._answer(interaction, place, turn, hidden=hidden))

    @ask.autocomplete("source")
    async def complete_source(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Titles that fit what is typed."""
        settings = self._services.state.guild(interaction.guild_id)
        return choices(self._services.catalogue.titles(settings).complete(typed))

    @ask.autocomplete("author")
    async def complete_author(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Authors that fit what is typed."""
        settings = self._services.state.guild(interaction.guild_id)
        return choices(self._services.catalogue.authors(settings).complete(typed))

    @app_commands.command(description="Forget our conversation and the feedback that you gave.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def forget(self, interaction: discord.Interaction[Any]) -> None:
        """Forget what belongs to the user."""
        if not await acknowledge(interaction, thinking=True, private=True):
            return
        user = interaction.user.id
        self._services.conversations.forget(channel=interaction.channel_id or 0, user=user)
        given = await self._services.desk.errand(lambda: self._services.state.forget(user))
        feedback = f" and {given} piece{'s' if given != 1 else ''} of feedback" if given else ""
        await tell(
            interaction,
            f"Forgotten: our conversation{feedback}. Messages on Discord stay; 🗑 under an answer deletes it.",
        )

    async def _answer(self, interaction: discord.Interaction[Any], place: Place, turn: Turn, *, hidden: bool) -> None:
        if not await acknowledge(interaction, thinking=True, private=hidden):
            return
        try:
            answered = await self._turns.ask(place, turn)
        except (QuothError, BotError) as error:
            await tell(interaction, sentence_of(error))
            return
        given = answered.given
        sheet = given.sheet()
        threads = turn.settings.threads and not hidden and can_open_threads(interaction)
        view = view_of(given.buttons(threads=threads), answer=given.id, asker=turn.user)
        shown = await deliver(
            lambda: interaction.edit_original_response(content=sheet.content, embeds=sheet.embeds, view=view)
        )
        self._turns.posted("command", answered, shown.id)

    def _elsewhere(self, interaction: discord.Interaction[Any], settings: GuildSettings) -> str | None:
        """Where to ask instead, None where this is the place."""
        channel_id = interaction.channel_id or 0
        if not interaction.guild_id or settings.answers_in(channel_ids(interaction.channel, channel_id)):
            return None
        return _ELSEWHERE.format(channels=", ".join(f"<#{channel}>" for channel in sorted(settings.channels)))

    def _no_such_source(self, filters: Filters, settings: GuildSettings) -> str | None:
        return misfit(self._services.catalogue.cards, settings.within(filters), "/sources lists what there is.")


def choices(found: list[Choice]) -> list[app_commands.Choice[str]]:
    """Choices as Discord takes them: names and values of 1 to 100 characters."""
    return [
        app_commands.Choice(name=choice.name[:100], value=choice.value)
        for choice in found
        if choice.name and 0 < len(choice.value) <= 100
    ]


def patience_sentence(seconds: float) -> str:
    """A kind word to somebody who asks faster than the bot can answer everybody."""
    whole = max(1, round(seconds))
    return f"That was a lot of questions at once. Give me {whole} second{'s' if whole > 1 else ''}, then ask again."
