"""The next question of a conversation: asked when its turn comes, and remembered by the message that answers it."""

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
    """A question, who asks it in which conversation, and within which limits.

    Where it is about words that are not of this conversation, `led_by` has them: a new conversation begins with those.
    """

    key: Key
    user: int
    question: str
    led_by: str = ""
    settings: GuildSettings
    guild: int | None
    filters: Filters = Filters()
    began: float = field(default_factory=time.monotonic)


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """What a turn was answered with, when, and the conversation as it stands after it."""

    turn: Turn
    given: Given
    after: Conversation
    at: float = field(default_factory=time.monotonic)


class Turns:
    """Takes turns to the library."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def ask(self, place: Place, turn: Turn) -> Answered:
        """The answer to the next turn. Raises QuothError and Stopping."""
        conversations, answers = self._services.conversations, self._services.answers
        conversation = conversations.anew(turn.key) if turn.led_by else conversations.at(turn.key)

        def ask() -> Answered:
            if turn.led_by:
                _lead(conversation, turn.led_by, turn.settings)
            given = answers.ask(
                conversation, turn.question, filters=turn.filters, guild=turn.guild, settings=turn.settings
            )
            return Answered(turn=turn, given=given, after=copy.copy(conversation))

        same = answers.key(turn.question, filters=turn.filters, settings=turn.settings)
        line = lane(turn.key, turn.user)
        if answers.at_hand(same) and self._services.desk.is_free(line):  # else it would overtake the turn before it
            return await self._services.desk.errand(ask)
        return await place.answer(line, ask, key=same)

    async def go_on(
        self, place: Place, key: Key, user: int, answer: int, question: str, settings: GuildSettings
    ) -> None:
        """Have a conversation go on from an answer of ours, by the message that gave it; `question` is the one above it.

        Raises QuothError and Stopping.
        """
        if not self._services.conversations.take_up(key, answer):
            conversation = self._services.conversations.anew(key)
            await place.answer(lane(key, user), lambda: _lead(conversation, question, settings))

    def posted(self, kind: str, answered: Answered, message: int) -> None:
        """An answer stands in a message now: the next turn may reply to it."""
        self._services.conversations.answered(answered.turn.key, message, answered.after)
        self._log(kind, answered)

    def _log(self, kind: str, answered: Answered) -> None:
        now = time.monotonic()
        began, answer = answered.turn.began, answered.given.answer
        self._services.seconds.append(now - began)
        thinking = sum(answer.seconds.values())
        stages = {
            "waiting": max(0.0, answered.at - began - thinking),
            **answer.seconds,
            "sending": now - answered.at,
            "all": now - began,
        }
        facts: dict[str, object] = {
            "kind": kind,
            "guild": answered.turn.guild,
            "seconds": {stage: round(seconds, 4) for stage, seconds in stages.items()},
            "abstained": answer.abstained,
            "quotes": len(answer.quotes),
            "generation": answer.generation,
        }
        if self._services.settings.log_questions:
            facts["question"] = answer.question
        log.info("answered", extra={"facts": facts})


def _lead(conversation: Conversation, words: str, settings: GuildSettings) -> None:
    """Begin a conversation with these words, so that the next question can lean on them."""
    conversation.ask(shortened(words, _LED_BY), k=1, filters=settings.within(Filters()))
