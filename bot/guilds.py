"""What a server sets for itself."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Self

from bot.rendering import MOST_QUOTES
from retrieval.types import Filters


@dataclass(frozen=True, kw_only=True, slots=True)
class GuildSettings:
    """How the bot behaves in a server. Empty `channels` and `sources` stand for all of them.

    `channels` and `feedback` are ids of channels, `sources` ids of documents; `shown` is how many quotes an answer
    shows.
    """

    channels: frozenset[int] = frozenset()
    private: bool = False
    shown: int = MOST_QUOTES
    sources: frozenset[str] = frozenset()
    threads: bool = True
    feedback: int | None = None

    def answers_in(self, channels: Iterable[int]) -> bool:
        """Whether the bot answers in a channel, given its id and, for a thread, its parent's."""
        return not self.channels or not self.channels.isdisjoint(channels)

    def sees(self, document: str) -> bool:
        """Whether this server sees a document."""
        return not self.sources or document in self.sources

    def within(self, filters: Filters) -> Filters:
        """A questioner's limits, and those of this server."""
        if not self.sources:
            return filters
        chosen = filters.documents
        return replace(filters, documents=self.sources if chosen is None else self.sources & chosen)

    def to_json(self) -> str:
        """As it is stored."""
        return json.dumps(
            {
                "channels": sorted(self.channels),
                "private": self.private,
                "shown": self.shown,
                "sources": sorted(self.sources),
                "threads": self.threads,
                "feedback": self.feedback,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The settings that were stored; a field that was not has its default."""
        stored: dict[str, Any] = json.loads(text)
        default = cls()
        return cls(
            channels=frozenset(stored.get("channels", ())),
            private=stored.get("private", default.private),
            shown=stored.get("shown", default.shown),
            sources=frozenset(stored.get("sources", ())),
            threads=stored.get("threads", default.threads),
            feedback=stored.get("feedback"),
        )


DEFAULTS = GuildSettings()
"""For direct messages, and for servers that set nothing."""
