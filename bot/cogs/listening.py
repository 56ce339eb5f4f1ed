"""Listening: mentions, replies and direct messages, and questions that are taken back."""

import asyncio
import logging
import time
from collections.abc import Collection
from dataclasses import replace

import discord
from discord.ext import commands

from bot.addressing import content_of, is_for, is_reply
from bot.catching_up import STILL_WAITED_FOR
from bot.cogs.asking import patience_sentence
from bot.conversations import Key
from bot.delivery import UNDELIVERED
from bot.errors import BotError, sentence_of
from bot.guilds import GuildSettings
from bot.hints import UNREAD, hint, instead
from bot.posting import post_answer, take_back
from bot.questions import Asked, matter_of
from bot.services import Services
from bot.state import Reply
from bot.surroundings import TEXT_CHANNELS, channel_ids, conversation_key
from bot.turns import Answered, Turn, Turns
from bot.views import view_of
from retrieval.errors import QuothError
from retrieval.question.analysis import checked
from retrieval.question.chat import said_in
from retrieval.question.followups import leans, points_back

log = logging.getLogger(__name__)

_TYPING_SHOWS = 8.0
"""Seconds that Discord shows somebody typing, about."""

_FAULT = "Something went wrong on my side, and I have made a note of it."


class Listening(commands.Cog):
    """Answers what is written to the bot."""

    def __init__(self, client: commands.Bot | commands.AutoShardedBot, services: Services) -> None:
        self._client = client
        self._services = services
        self._turns = Turns(services)
        self._under_way: dict[int, discord.Message] = {}  # as each reads now
        self._taken_back: set[int] = set()
        self._typing_since: dict[int, float] = {}
        self._asked_to_wait_until: dict[int, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention, a reply to the bot, a direct message."""
        if is_for(self._client.user, message) and self._services.seen.first_time(message.id):
            await self._services.in_work(self._attend(message))

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Answer a message that mentions the bot or asks something only since it was edited; an answer stands."""
        message = payload.message
        old = time.time() - message.created_at.timestamp() > STILL_WAITED_FOR
        if old or message.edited_at is None or not is_for(self._client.user, message):
            return
        if self._services.seen.first_time(message.id):
            await self._services.in_work(self._attend(message))
        elif message.id in self._under_way:
            self._under_way[message.id] = message
        else:
            await self._services.in_work(self._reconsider(message))

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Take back the reply to a message that is deleted."""
        await self._services.in_work(self._follow_deletion({payload.message_id}))

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Take back the replies to messages that are deleted."""
        await self._services.in_work(self._follow_deletion(payload.message_ids))

    # What becomes of a message

    async def _attend(self, message: discord.Message, *, instead: Reply | None = None) -> None:
        """Reply to a message, and note that this is done; where it became moot meanwhile, nothing is left of that."""
        settings = self._services.state.guild(message.guild.id if message.guild else None)
        if message.guild and not settings.answers_in(channel_ids(message.channel, message.channel.id)):
            return
        self._under_way[message.id] = message
        try:
            if instead:
                await self._withdraw(instead)
            reply, answered = await self._reply(message, settings)
            done = Reply(
                message=message.id,
                channel=message.channel.id,
                direct=message.guild is None,
                reply=reply.id if reply else None,
                answer=answered.given.id if answered else None,
            )
            await self._services.desk.errand(lambda: self._services.state.note(done))
            if moot := self._is_moot(message):
                await self._withdraw(done)
        finally:
            newest = self._under_way.pop(message.id)
            self._taken_back.discard(message.id)
        if newest is not message and not moot:
            await self._reconsider(newest)

    async def _reconsider(self, message: discord.Message) -> None:
        """Answer a message that was edited, where it asks something now and was not answered yet."""
        done = self._services.state.reply_to(message.id)
        if done and done.answer is None and Asked.in_message(content_of(message)).asks:
            await self._attend(message, instead=done)

    async def _reply(
        self, message: discord.Message, settings: GuildSettings
    ) -> tuple[discord.Message | None, Answered | None]:
        """What was posted, and the answer in it, where there are such."""
        if seconds := self._services.patience.wait_for(message.author.id):
            return await self._ask_for_patience(message, seconds), None
        asked = Asked.in_message(content_of(message))
        if not asked.asks:
            return await post_answer(message, content=hint(asked, message)), None
        answered = await self._answered(message, asked, settings)
        if self._is_moot(message):
            return None, None if isinstance(answered, str) else answered
        if isinstance(answered, str):
            return await post_answer(message, content=answered), None
        return await self._post(message, answered), answered

    def _is_moot(self, message: discord.Message) -> bool:
        """Whether nobody waits for a reply any more: the message is deleted, or the bot was taken out of its server."""
        left = message.guild is not None and self._client.get_guild(message.guild.id) is None
        return left or message.id in self._taken_back

    async def _answered(self, message: discord.Message, asked: Asked, settings: GuildSettings) -> Answered | str:
        """The answer, or a sentence that says why there is none."""
        guild = message.guild.id if message.guild else None
        key = conversation_key(message.channel, message.channel.id, message.author.id)
        began = time.monotonic()
        try:
            with self._services.desk.admit() as place:
                self._show_typing(message.channel)
                asked = replace(asked, words=checked(asked.words))
                if told := self._instead(key, message, asked):
                    return told
                meant = self._meant(key, message, asked)
                if meant is None:
                    return UNREAD
                question, led_by = meant
                turn = Turn(
                    key=key,
                    user=message.author.id,
                    question=question,
                    led_by=led_by,
                    settings=settings,
                    guild=guild,
                    began=began,
                )
                return await self._turns.ask(place, turn)
        except (QuothError, BotError) as error:
            return sentence_of(error)
        except Exception as error:
            log.exception("failed", exc_info=error, extra={"facts": {"guild": guild}})
            return _FAULT

    async def _post(self, message: discord.Message, answered: Answered) -> discord.Message | None:
        given, turn = answered.given, answered.turn
        sheet = given.sheet()
        threads = turn.settings.threads and turn.guild is not None and message.channel.type in TEXT_CHANNELS
        view = view_of(given.buttons(threads=threads), answer=given.id, asker=turn.user)
        posted = await post_answer(
            message, content=sheet.content or "", embeds=sheet.embeds, plain=given.plain(), view=view
        )
        if posted:
            self._turns.posted("message", answered, posted.id)
        return posted

    # What a question leans on

    def _instead(self, key: Key, message: discord.Message, asked: Asked) -> str | None:
        """What to say to a message that asks nothing of the library; None for any other."""
        if asked.quoted:
            return None
        if not is_reply(message):
            return instead(asked, answered=self._services.conversations.goes_on(key))
        earlier = message.reference.resolved if message.reference else None
        ours = isinstance(earlier, discord.Message) and earlier.author == self._client.user
        return instead(asked, answered=True) if ours else None

    def _meant(self, key: Key, message: discord.Message, asked: Asked) -> tuple[str, str] | None:
        """What a message asks, and the words that it leans on where those are not of the conversation that goes on there.

        A reply to an answer of ours that we remember has that conversation go on. "Is this true?" asks for the words that it is
        about themselves. None where it is about words that Discord does not show.
        """
        said = said_in(asked.words)
        if not leans(said) or not (asked.quoted or is_reply(message)):
            return asked.words, ""
        reference = message.reference if not asked.quoted else None
        earlier = reference.resolved if reference else None
        earlier = earlier if isinstance(earlier, discord.Message) else None  # else it is deleted
        if reference and self._services.conversations.take_up(key, reference.message_id or 0):
            return asked.words, ""
        if earlier and earlier.author == self._client.user:
            return asked.words, matter_of(earlier.content) or ""
        about = asked.quoted or (Asked.in_message(content_of(earlier)).words if earlier else "")
        if not Asked(words=about).is_wordless and not asked.asks_whether:
            return asked.words, about
        self._services.conversations.end(key)
        if not Asked(words=about).is_wordless:
            return about, ""
        return None if points_back(said) or asked.asks_whether else (asked.words, "")

    # Taking back

    async def _follow_deletion(self, messages: Collection[int]) -> None:
        """Take back what was replied to messages that are deleted, and what is still on its way to them."""
        for message in messages:
            if message in self._under_way:
                self._taken_back.add(message)
            elif done := self._services.state.reply_to(message):
                await self._withdraw(done)

    async def _withdraw(self, done: Reply) -> None:
        """Delete what we replied to a message: the question stands in it, too."""
        if done.reply:
            await take_back(self._client.get_partial_messageable(done.channel).get_partial_message(done.reply))
        if answer := done.answer:
            await self._services.desk.errand(lambda: self._services.answers.drop(answer))

    # Courtesies

    async def _ask_for_patience(self, message: discord.Message, seconds: float) -> discord.Message | None:
        """Say once that somebody has to wait, by direct message where that is possible."""
        now = time.monotonic()
        still = {user: until for user, until in self._asked_to_wait_until.items() if until > now}
        self._asked_to_wait_until = still
        if message.author.id in still:
            return None
        still[message.author.id] = now + seconds
        try:
            await message.author.send(patience_sentence(seconds))
        except UNDELIVERED:
            return await post_answer(message, content=patience_sentence(seconds))
        return None

    def _show_typing(self, channel: discord.abc.Messageable) -> None:
        """Show that the bot is at work, without waiting for it."""
        now = time.monotonic()
        channel_id: int = getattr(channel, "id", 0)
        shown = {at: since for at, since in self._typing_since.items() if now - since < _TYPING_SHOWS}
        self._typing_since = shown
        if channel_id in shown:
            return
        shown[channel_id] = now
        task = asyncio.create_task(_type(channel))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _type(channel: discord.abc.Messageable) -> None:
    try:
        await channel.typing()
    except UNDELIVERED as error:
        log.info("typing not shown", extra={"facts": {"error": type(error).__name__}})
