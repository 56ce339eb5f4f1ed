"""Reading on: what the buttons under an answer do, for whoever presses them, after a restart and a new library too."""

import logging
from typing import Any

import discord
from discord.ext import commands

from bot.citing import cite_embeds
from bot.conversations import Key
from bot.delivery import UNDELIVERED, acknowledge, deliver, show, soon, tell
from bot.desk import Place
from bot.explaining import why_embeds
from bot.feedback import FORM_ID, comment_in, form, report
from bot.guilds import GuildSettings
from bot.markdown import shortened
from bot.places import MOVES, Verb
from bot.questions import matter_of, question_above
from bot.rendering import headline_of
from bot.services import Services
from bot.state import Feedback
from bot.surroundings import can_open_threads, conversation_key, lane
from bot.tree import sentence_for
from bot.turns import Turns
from bot.views import Pressed, view_of

log = logging.getLogger(__name__)

FORGOTTEN = "I no longer remember this answer. Ask the question again, and its buttons will work."

_THREAD_EXISTS = 160004
_WELCOME = (
    "Let us go on here. Mention me with your next question: I remember what was asked above. "
    "A conversation is forgotten 30 minutes after its last question."
)


class Reading(commands.Cog):
    """Answers clicks."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._turns = Turns(services)

    @commands.Cog.listener()
    async def on_answer_button(self, interaction: discord.Interaction[Any], pressed: Pressed) -> None:
        """A button under an answer was pressed."""
        if self._services.seen.first_time(interaction.id):
            await self._services.in_work(self._press(interaction, pressed))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """A form of ours was submitted, perhaps one that another process opened."""
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        data: Any = interaction.data
        match = FORM_ID.fullmatch(data.get("custom_id", ""))
        if match and self._services.seen.first_time(interaction.id):
            await self._services.in_work(self._take_form(interaction, match["answer"], comment_in(data)))

    async def _press(self, interaction: discord.Interaction[Any], pressed: Pressed) -> None:
        try:
            match pressed.verb:
                case Verb.UNHELPFUL:
                    await interaction.response.send_modal(form(pressed.answer))
                case Verb.HELPFUL:
                    await self._thank(interaction, pressed)
                case Verb.CITE:
                    await self._cite(interaction, pressed)
                case Verb.WHY:
                    await self._explain(interaction, pressed)
                case Verb.THREAD:
                    await self._open_thread(interaction)
                case Verb.DELETE:
                    await self._delete(interaction, pressed)
                case verb if verb in MOVES or verb.startswith("e"):
                    await self._move(interaction, pressed)
        except Exception as error:
            await tell(interaction, sentence_for(error, interaction))

    # Moving

    async def _move(self, interaction: discord.Interaction[Any], pressed: Pressed) -> None:
        """Show another place: in the message itself to the one who asked, to others in a copy of their own."""
        message = interaction.message
        if message is None:
            return
        asked = interaction.user.id == pressed.asker
        here = asked or message.flags.ephemeral
        settings = self._services.state.guild(interaction.guild_id)
        threads = settings.threads and asked and not message.flags.ephemeral and can_open_threads(interaction)
        reading = self._services.desk.errand(
            lambda: self._services.answers.view(
                pressed.answer, pressed.place, settings=settings, private_copy=not asked, threads=threads
            )
        )
        view = await soon(interaction, reading, new=not here)
        if view is None:
            await tell(interaction, FORGOTTEN)
            return
        buttons = view_of(view.buttons, answer=pressed.answer, asker=pressed.asker)
        content = headline_of(message.content)
        await show(interaction, new=not here, content=content, embeds=view.sheet.embeds, view=buttons)

    # Citing

    async def _cite(self, interaction: discord.Interaction[Any], pressed: Pressed) -> None:
        settings = self._services.state.guild(interaction.guild_id)

        def read() -> list[discord.Embed] | None:
            excerpts = self._services.answers.quotes_at(pressed.answer, pressed.place, settings=settings)
            return None if excerpts is None else cite_embeds(excerpts)

        embeds = await soon(interaction, self._services.desk.errand(read), new=True)
        if embeds is None:
            await tell(interaction, FORGOTTEN)
            return
        await show(interaction, new=True, embeds=embeds)

    # Explaining

    async def _explain(self, interaction: discord.Interaction[Any], pressed: Pressed) -> None:
        settings = self._services.state.guild(interaction.guild_id)
        question = question_above(interaction.message.content) if interaction.message else None

        def read() -> list[discord.Embed] | None:
            excerpts = self._services.answers.quotes_at(pressed.answer, pressed.place, settings=settings)
            if excerpts is None:
                return None
            explanations = self._services.answers.explanations(pressed.answer, question, settings=settings)
            return why_embeds(excerpts, explanations)

        user = interaction.user.id
        if question is None or self._services.answers.explains(pressed.answer):
            reading = self._services.desk.errand(read)
        else:
            key = conversation_key(interaction.channel, interaction.channel_id or 0, user)
            reading = self._services.desk.answer(lane(key, user), read)
        embeds = await soon(interaction, reading, new=True)
        if embeds is None:
            await tell(interaction, FORGOTTEN)
            return
        await show(interaction, new=True, embeds=embeds)

    # Feedback

    async def _thank(self, interaction: discord.Interaction[Any], pressed: Pressed) -> None:
        feedback = Feedback(answer=pressed.answer, user=interaction.user.id, helpful=True)
        taking = self._services.desk.errand(lambda: self._services.state.take(feedback))
        await soon(interaction, taking, new=True)
        await tell(interaction, "Thank you: good to know that this helped.")

    async def _take_form(self, interaction: discord.Interaction[Any], answer: str, comment: str | None) -> None:
        message = interaction.message
        feedback = Feedback(
            answer=answer,
            user=interaction.user.id,
            helpful=False,
            question=question_above(message.content) if message else None,
            comment=comment,
        )
        try:
            await soon(interaction, self._services.desk.errand(lambda: self._services.state.take(feedback)), new=True)
            await tell(interaction, "Thank you: this is noted, and will be looked at.")
        except Exception as error:
            await tell(interaction, sentence_for(error, interaction))
            return
        await self._pass_on(interaction, feedback)

    async def _pass_on(self, interaction: discord.Interaction[Any], feedback: Feedback) -> None:
        """Show feedback in the channel that the server chose for it."""
        chosen = self._services.state.guild(interaction.guild_id).feedback
        channel = interaction.guild.get_channel(chosen) if interaction.guild and chosen else None
        if not isinstance(channel, discord.TextChannel) or interaction.message is None:
            return
        embed = report(feedback, interaction.message.jump_url)
        try:
            await deliver(
                lambda: channel.send(embed=embed, nonce=interaction.id, allowed_mentions=discord.AllowedMentions.none())
            )
        except UNDELIVERED as error:
            facts = {"guild": interaction.guild_id, "error": type(error).__name__}
            log.warning("feedback not shown", extra={"facts": facts})

    # Threads

    async def _open_thread(self, interaction: discord.Interaction[Any]) -> None:
        message = interaction.message
        if message is None or not await acknowledge(interaction, thinking=True, private=True):
            return
        settings = self._services.state.guild(interaction.guild_id)
        if not settings.threads:
            await tell(interaction, "Threads are switched off on this server.")
            return
        if not interaction.permissions.create_public_threads:
            await tell(interaction, "You need the permission **Create Public Threads** here to open one.")
            return
        with self._services.desk.admit() as place:  # who is told of a thread is not told then that the line is full
            await self._go_on_in_thread(interaction, message, settings, place)

    async def _go_on_in_thread(
        self, interaction: discord.Interaction[Any], message: discord.Message, settings: GuildSettings, place: Place
    ) -> None:
        question = matter_of(message.content) or "History"
        try:
            thread = await message.create_thread(name=shortened(question, 100), auto_archive_duration=1440)
            await deliver(lambda: thread.send(_WELCOME, nonce=message.id))
        except discord.Forbidden:
            await tell(
                interaction,
                "I may not open a thread here: give me **Create Public Threads** and **Send Messages in Threads**.",
            )
            return
        except discord.HTTPException as error:
            if error.code != _THREAD_EXISTS:
                raise
            await tell(interaction, f"There is a thread already: <#{message.id}>")
            return
        await tell(interaction, f"Let us go on in <#{thread.id}>.")
        await self._turns.go_on(place, Key(channel=thread.id), interaction.user.id, message.id, question, settings)

    # Deleting

    async def _delete(self, interaction: discord.Interaction[Any], pressed: Pressed) -> None:
        moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
        if interaction.user.id != pressed.asker and not moderates:
            await tell(interaction, "Only the person who asked, or somebody who manages messages, can delete this.")
            return
        if not await acknowledge(interaction, thinking=False):
            return
        try:
            await deliver(interaction.delete_original_response)
        except discord.NotFound:
            log.info("was deleted already")
        await self._services.desk.errand(lambda: self._services.answers.drop(pressed.answer))
