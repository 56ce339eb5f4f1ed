"""What the parts of the bot share."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.answers import Answers
from bot.archives import Archive
from bot.completion import Choice, Completer
from bot.conversations import Conversations
from bot.desk import Desk
from bot.guilds import DEFAULTS, GuildSettings
from bot.patience import Patience
from bot.seen import Seen
from bot.settings import Settings
from bot.state import State
from retrieval.library.records import Card

T = TypeVar("T")

_MOST_COMPLETERS = 64


@dataclass(kw_only=True, slots=True)
class Catalogue:
    """The library's documents as people look for them."""

    cards: tuple[Card, ...]
    by_id: dict[str, Card]
    _completers: dict[tuple[str, frozenset[str]], Completer] = field(default_factory=dict)

    @classmethod
    def of(cls, cards: Sequence[Card]) -> "Catalogue":
        """The catalogue of some documents."""
        made = cls(cards=tuple(cards), by_id={card.id: card for card in cards})
        made.titles(DEFAULTS)
        made.authors(DEFAULTS)
        return made

    def seen_by(self, settings: GuildSettings) -> list[Card]:
        """The documents that a server sees."""
        return [card for card in self.cards if settings.sees(card.id)]

    def titles(self, settings: GuildSettings) -> Completer:
        """Completes titles; the values are documents' ids."""
        return self._completer(
            "titles", settings, (Choice(name=title_of(card), value=card.id) for card in self.seen_by(settings))
        )

    def authors(self, settings: GuildSettings) -> Completer:
        """Completes authors' names."""
        names = (card.metadata.author for card in self.seen_by(settings))
        return self._completer("authors", settings, (Choice(name=name, value=name) for name in names if name))

    def _completer(self, of: str, settings: GuildSettings, choices: Iterable[Choice]) -> Completer:
        """A completer of these choices, made once for all servers that see the same sources."""
        key = (of, settings.sources)
        if key not in self._completers:
            if len(self._completers) >= _MOST_COMPLETERS:
                self._completers.clear()
            self._completers[key] = Completer(choices)
        return self._completers[key]


def title_of(card: Card) -> str:
    """What a document is called in lists: its title, or its id where that is blank."""
    title = card.metadata.title or ""
    return title if title.strip() else card.id


@dataclass(kw_only=True, slots=True)
class Services:
    """The library, the memory, the desk, and what is known about the work that is going on."""

    settings: Settings
    archive: Archive
    state: State
    desk: Desk
    answers: Answers
    conversations: Conversations
    patience: Patience
    catalogue: Catalogue
    seen: Seen = field(default_factory=Seen)
    started: float = field(default_factory=time.time)
    seconds: deque[float] = field(default_factory=lambda: deque(maxlen=200))
    work: set["asyncio.Task[Any]"] = field(default_factory=set)

    @classmethod
    def over(cls, archive: Archive, state: State, settings: Settings) -> "Services":
        """Services over an open library."""
        return cls(
            settings=settings,
            archive=archive,
            state=state,
            desk=Desk(workers=settings.workers, queue=settings.queue),
            answers=Answers(archive, state),
            conversations=Conversations(archive.conversation),
            patience=Patience(burst=settings.burst, pause=settings.pause),
            catalogue=Catalogue.of(archive.cards()),
            seen=Seen(state.replied_to()),
        )

    def reload(self) -> bool:
        """Switch to the library's newest generation; whether there was a newer one. Blocking."""
        if not self.archive.refresh():
            return False
        self.catalogue = Catalogue.of(self.archive.cards())
        return True

    async def in_work(self, doing: Awaitable[T]) -> T:
        """What `doing` returns; until then this task counts as work that a shutdown waits for."""
        task = asyncio.current_task()
        assert task is not None
        outer = task in self.work
        self.work.add(task)
        try:
            return await doing
        finally:
            if not outer:
                self.work.discard(task)

    def close(self) -> None:
        """Release the threads and the memory; the library is its opener's."""
        self.desk.close()
        self.state.close()
