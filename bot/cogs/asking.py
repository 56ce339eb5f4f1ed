"""Asking: `/ask`, mentions, direct messages and replies, `/forget`."""

import asyncio
import logging
import time
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers import Given
from bot.archives import Conversation
from bot.completion import Choice
from bot.conversations import Key
from bot.delivery import acknowledge, deliver, tell
from bot.desk import Place
from bot.errors import BotError
from bot.guilds import GuildSettings
from bot.posting import post_answer
from bot.questions import question_above, question_to
from bot.services import Services
from bot.surroundings import can_open_threads, channel_ids, conversation_key, lane
from bot.views import view_of
from retrieval.errors import QuothError
from retrieval.question.filters import misfit
from retrieval.question.talk import is_courtesy
from retrieval.types import Filters

log = logging.getLogger(__name__)

_TYPING_SHOWS = 8.0
"""Seconds that Discord shows somebody typing, about."""

_HINT = "Ask me something: mention me with a question, or use /ask. /help has examples."
_WELCOME = "Glad to help. Mention me with a question whenever you like; /help has examples."
_ELSEWHERE = "I answer in {channels} on this server. You can also send me a direct message."


class Asking(commands.Cog):
    """Takes questions and brings answers."""

    def __init__(self, client: commands.Bot | commands.AutoShardedBot, services: Services) -> None:
        self._client = client
        self._services = services
        self._typed: dict[int, float] = {}
        self._told: dict[int, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    # Commands

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
        with self._services.desk.admit() as place:
            seconds = self._services.patience.wait_for(interaction.user.id)
            if seconds:
                await tell(interaction, patience_sentence(seconds))
                return
            await self._services.in_work(
                self._answer_command(interaction, place, question, filters, settings, hidden=hidden)
            )

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

    async def _answer_command(
        self,
        interaction: discord.Interaction[Any],
        place: Place,
        question: str,
        filters: Filters,
        settings: GuildSettings,
        *,
        hidden: bool,
    ) -> None:
        if not await acknowledge(interaction, thinking=True, private=hidden):
            return
        key = conversation_key(interaction.channel, interaction.channel_id or 0, interaction.user.id)
        began = time.monotonic()
        try:
            given = await self._given(
                place, key, interaction.user.id, question, filters, interaction.guild_id, settings
            )
        except (QuothError, BotError) as error:
            await tell(interaction, str(error))
            return
        sheet = given.sheet()
        threads = settings.threads and not hidden and can_open_threads(interaction)
        view = view_of(given.buttons(threads=threads), answer=given.id, asker=interaction.user.id)
        answered = time.monotonic()
        await deliver(lambda: interaction.edit_original_response(content=sheet.content, embeds=sheet.embeds, view=view))
        self._log("command", given, guild=interaction.guild_id, began=began, answered=answered)

    # Messages

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer what is written to the bot: a mention, a reply to it, a direct message."""
        me = self._client.user
        if me is None or message.author.bot or message.webhook_id or message.is_system():
            return
        if message.guild is not None and me not in message.mentions:
            return
        if not self._services.seen.first_time(message.id):
            return
        settings = self._services.state.guild(message.guild.id if message.guild else None)
        if message.guild and not settings.answers_in(channel_ids(message.channel, message.channel.id)):
            return
        await self._services.in_work(self._answer_message(message, question_to(message.content, me.id), settings))

    async def _answer_message(self, message: discord.Message, question: str, settings: GuildSettings) -> None:
        seconds = self._services.patience.wait_for(message.author.id)
        if seconds:
            await self._ask_for_patience(message, seconds)
            return
        if not question or is_courtesy(question):
            await post_answer(message, content=_WELCOME if question else _HINT)
            return
        key = conversation_key(message.channel, message.channel.id, message.author.id)
        guild = message.guild.id if message.guild else None
        began = time.monotonic()
        try:
            with self._services.desk.admit() as place:
                self._show_typing(message.channel)
                await self._recall(key, message, settings)
                given = await self._given(place, key, message.author.id, question, Filters(), guild, settings)
        except (QuothError, BotError) as error:
            await post_answer(message, content=str(error))
            return
        except Exception as error:
            log.exception("failed", exc_info=error, extra={"facts": {"guild": guild}})
            await post_answer(message, content="Something went wrong on my side, and I have made a note of it.")
            return
        sheet = given.sheet()
        threads = settings.threads and guild is not None and message.channel.type is discord.ChannelType.text
        view = view_of(given.buttons(threads=threads), answer=given.id, asker=message.author.id)
        answered = time.monotonic()
        await post_answer(message, content=sheet.content or "", embeds=sheet.embeds, plain=given.plain(), view=view)
        self._log("message", given, guild=guild, began=began, answered=answered)

    async def _recall(self, key: Key, message: discord.Message, settings: GuildSettings) -> None:
        """Begin a conversation with the question above the answer that is replied to, where none is going on."""
        earlier = message.reference.resolved if message.reference else None
        if key in self._services.conversations or not isinstance(earlier, discord.Message):
            return
        question = question_above(earlier.content) if earlier.author == self._client.user else None
        if question:
            await self.prime(key, message.author.id, question, settings)

    # What both share

    async def prime(self, key: Key, user: int, question: str, settings: GuildSettings) -> None:
        """Let a conversation know a question that was answered before, so that the next one can lean on it."""
        conversation = self._services.conversations.at(key)
        filters = settings.within(Filters())
        await self._services.desk.answer(lane(key, user), lambda: conversation.ask(question, k=1, filters=filters))

    async def _given(
        self,
        place: Place,
        key: Key,
        user: int,
        question: str,
        filters: Filters,
        guild: int | None,
        settings: GuildSettings,
    ) -> Given:
        conversation: Conversation = self._services.conversations.at(key)
        answers = self._services.answers

        def ask() -> Given:
            return answers.ask(conversation, question, filters=filters, guild=guild, settings=settings)

        same = answers.key(question, filters=filters, settings=settings)
        if answers.at_hand(same):
            return await self._services.desk.errand(ask)
        return await place.answer(lane(key, user), ask, key=same)

    def _elsewhere(self, interaction: discord.Interaction[Any], settings: GuildSettings) -> str | None:
        """Where to ask instead, None where this is the place."""
        channel_id = interaction.channel_id or 0
        if not interaction.guild_id or settings.answers_in(channel_ids(interaction.channel, channel_id)):
            return None
        return _ELSEWHERE.format(channels=", ".join(f"<#{channel}>" for channel in sorted(settings.channels)))

    def _no_such_source(self, filters: Filters, settings: GuildSettings) -> str | None:
        return misfit(self._services.catalogue.cards, settings.within(filters), "/sources lists what there is.")

    async def _ask_for_patience(self, message: discord.Message, seconds: float) -> None:
        """Say once that somebody has to wait, by direct message where that is possible."""
        now = time.monotonic()
        self._told = {user: until for user, until in self._told.items() if until > now}
        if message.author.id in self._told:
            return
        self._told[message.author.id] = now + seconds
        try:
            await message.author.send(patience_sentence(seconds))
        except discord.HTTPException:
            await post_answer(message, content=patience_sentence(seconds))

    def _show_typing(self, channel: discord.abc.Messageable) -> None:
        """Show that the bot is at work, without waiting for it."""
        now = time.monotonic()
        channel_id: int = getattr(channel, "id", 0)
        if now - self._typed.get(channel_id, -_TYPING_SHOWS) < _TYPING_SHOWS:
            return
        self._typed = {at: when for at, when in self._typed.items() if now - when < _TYPING_SHOWS}
        self._typed[channel_id] = now
        task = asyncio.create_task(_type(channel))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _log(self, kind: str, given: Given, *, guild: int | None, began: float, answered: float) -> None:
        now = time.monotonic()
        self._services.seconds.append(now - began)
        answer = given.answer
        thinking = sum(answer.seconds.values())
        stages = {
            "waiting": max(0.0, answered - began - thinking),
            **answer.seconds,
            "sending": now - answered,
            "all": now - began,
        }
        facts: dict[str, object] = {
            "kind": kind,
            "guild": guild,
            "seconds": {stage: round(seconds, 4) for stage, seconds in stages.items()},
            "abstained": answer.abstained,
            "quotes": len(answer.quotes),
            "generation": answer.generation,
        }
        if self._services.settings.log_questions:
            facts["question"] = answer.question
        log.info("answered", extra={"facts": facts})


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


async def _type(channel: discord.abc.Messageable) -> None:
    try:
        await channel.typing()
    except (discord.HTTPException, OSError) as error:
        log.info("typing not shown", extra={"facts": {"error": type(error).__name__}})
