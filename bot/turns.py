"""The next turn of a conversation: asked in its turn, and remembered by the message that answers it."""

import copy
import logging
import time
from dataclasses import dataclass, field

from bot.answers import Given
from bot.archives import Conversation
from bot.conversations import Key
from bot.desk import Place
from bot.guilds import GuildSettings
from bot.markdown import shortened
from bot.services import Services
from bot.surroundings import lane
from retrieval.types import Filters

log = logging.getLogger(__name__)

_LED_BY = 500
"""Characters of somebody's words that a question about them is understood with."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """A question, who asks it in which conversation, and within which limits."""

    key: Key
    user: int
    question: str
    settings: GuildSettings
    guild: int | None
    filters: Filters = Filters()
    began: float = field(default_factory=time.monotonic)


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What a turn was answered with, and the conversation as it stands after it."""

    turn: Turn
    given: Given
    after: Conversation
    answered: float = field(default_factory=time.monotonic)


class Turns:
    """Takes turns to the library."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def ask(self, place: Place, turn: Turn) -> Told:
        """The answer to the next turn. Raises QuothError and BotError."""
        conversation: Conversation = self._services.conversations.at(turn.key)
        answers = self._services.answers

        def ask() -> Told:
            given = answers.ask(
                conversation, turn.question, filters=turn.filters, guild=turn.guild, settings=turn.settings
            )
            return Told(turn=turn, given=given, after=copy.copy(conversation))

        same = answers.key(turn.question, filters=turn.filters, settings=turn.settings)
        if answers.at_hand(same):
            return await self._services.desk.errand(ask)
        return await place.answer(lane(turn.key, turn.user), ask, key=same)

    async def go_on(self, key: Key, user: int, answer: int, question: str | None, settings: GuildSettings) -> None:
        """Have a conversation go on from an answer of ours, by the message that gave it; `question` is the one above it."""
        if not self._services.conversations.take_up(key, answer) and question:
            await self.begin(key, user, question, settings)

    async def begin(self, key: Key, user: int, words: str, settings: GuildSettings) -> None:
        """Begin a conversation with these words, so that the next question can lean on them."""
        conversation = self._services.conversations.anew(key)
        said, filters = shortened(words, _LED_BY), settings.within(Filters())
        await self._services.desk.answer(lane(key, user), lambda: conversation.ask(said, k=1, filters=filters))

    def posted(self, kind: str, told: Told, message: int) -> None:
        """An answer stands in a message now: the next turn may reply to it."""
        self._services.conversations.answered(told.turn.key, message, told.after)
        self._log(kind, told)

    def _log(self, kind: str, told: Told) -> None:
        now = time.monotonic()
        began, answer = told.turn.began, told.given.answer
        self._services.seconds.append(now - began)
        thinking = sum(answer.seconds.values())
        stages = {
            "waiting": max(0.0, told.answered - began - thinking),
            **answer.seconds,
            "sending": now - told.answered,
            "all": now - began,
        }
        facts: dict[str, object] = {
            "kind": kind,
            "guild": told.turn.guild,
            "seconds": {stage: round(seconds, 4) for stage, seconds in stages.items()},
            "abstained": answer.abstained,
            "quotes": len(answer.quotes),
            "generation": answer.generation,
        }
        if self._services.settings.log_questions:
            facts["question"] = answer.question
        log.info("answered", extra={"facts": facts})
