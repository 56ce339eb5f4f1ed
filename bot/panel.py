"""The panel of a server's settings: what it says, what can be chosen, what a choice changes. Pure values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import discord

from bot.guilds import DEFAULTS, GuildSettings
from bot.markdown import escaped, shortened
from bot.rendering import MOST_QUOTES, QUOTE_COLOUR
from bot.services import title_of
from retrieval.library.records import Card

PANEL_ID = re.compile(r"q:set:(?P<field>channels|feedback|sources|shown|private|threads|turn|reset):(?P<page>\d{1,3})")
PER_PAGE = 25
"""Options of a select."""

MOST_CHANNELS = 25


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One thing to choose."""

    label: str
    value: str
    chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """A server's settings beside the library's documents, of which one page can be chosen from."""

    settings: GuildSettings
    cards: Sequence[Card]
    page: int = 0

    @property
    def pages(self) -> int:
        """How many pages of documents there are."""
        return max(1, -(-len(self.cards) // PER_PAGE))

    def on_page(self) -> Sequence[Card]:
        """The documents that can be chosen from now."""
        page = min(self.page, self.pages - 1)
        return self.cards[page * PER_PAGE : (page + 1) * PER_PAGE]

    def source_options(self) -> list[Option]:
        """The documents of this page; those that the server sees by name are chosen."""
        return [
            Option(label=shortened(title_of(card), 100), value=card.id, chosen=card.id in self.settings.sources)
            for card in self.on_page()
        ]

    def embed(self, *, warning: str | None = None) -> discord.Embed:
        """What is set."""
        now = self.settings
        embed = discord.Embed(
            title="Settings of this server",
            description="They hold from the next question on.",
            colour=QUOTE_COLOUR,
        )
        embed.add_field(name="I answer in", value=_channels(now.channels) or "all channels")
        embed.add_field(name="/ask shows its answer", value="to the asker only" if now.private else "to everybody")
        embed.add_field(name="Quotes per answer", value=str(now.shown))
        embed.add_field(name="Sources", value=self._sources())
        embed.add_field(name="Threads", value="on" if now.threads else "off")
        embed.add_field(name="Feedback is shown in", value=_channels(filter(None, [now.feedback])) or "no channel")
        if warning:
            embed.add_field(name="⚠", value=warning, inline=False)
        return embed

    def changed(self, field: str, values: Sequence[str]) -> GuildSettings:
        """The settings after a choice."""
        now = self.settings
        match field:
            case "channels":
                return replace(now, channels=frozenset(map(int, values)))
            case "feedback":
                return replace(now, feedback=int(values[0]) if values else None)
            case "sources":
                here = {card.id for card in self.on_page()}
                return replace(now, sources=(now.sources - here) | (here & set(values)))
            case "shown":
                return replace(now, shown=max(1, min(MOST_QUOTES, int(values[0]))))
            case "private":
                return replace(now, private=not now.private)
            case "threads":
                return replace(now, threads=not now.threads)
            case "reset":
                return DEFAULTS
        return now

    def _sources(self) -> str:
        if not self.settings.sources:
            return f"all {len(self.cards)}"
        titles = {card.id: title_of(card) for card in self.cards}
        named = [escaped(shortened(titles[each], 60)) for each in sorted(self.settings.sources) if each in titles]
        return f"{len(named)} of {len(self.cards)}: {', '.join(named[:3])}{' …' if len(named) > 3 else ''}"


def _channels(ids: "Sequence[int] | frozenset[int] | filter[int]") -> str:
    found = sorted(ids)
    return " ".join(f"<#{each}>" for each in found[:20]) + (f" and {len(found) - 20} more" if len(found) > 20 else "")
