"""A server with a channel and some people, in simcord's Discord."""

from dataclasses import dataclass
from typing import Any

import discord

from bot.services import Services
from tests.bot.small_archive import SmallArchive
from tests.bot.small_workshop import SmallWorkshop


@dataclass(kw_only=True)
class Scene:
    """What a test of a feature needs."""

    env: Any
    services: Services
    archive: SmallArchive
    workshop: SmallWorkshop
    guild: Any
    general: Any
    quiz: Any
    alice: Any
    bob: Any
    manager: Any

    @property
    def me(self) -> str:
        """The mention of the bot."""
        return f"<@{self.env.bot.user.id}>"

    async def ask(self, user: Any, question: str, channel: Any = None, **options: Any) -> Any:
        return await user.slash(channel or self.general, "ask", question=question, **options)

    async def press(self, user: Any, message: Any, label: str) -> Any:
        """Press the button with that label or emoji."""
        return await user.click(message, custom_id=button(message, label)["custom_id"])


def components(message: Any) -> list[dict[str, Any]]:
    """The buttons and selects of a message as Discord has them."""
    rows = message.components
    plain = [row.to_dict() if isinstance(row, discord.Component) else row for row in rows]
    return [item for row in plain for item in row["components"]]


def name_of(item: dict[str, Any]) -> str:
    return item.get("label") or (item.get("emoji") or {}).get("name") or item.get("placeholder") or ""


def button(message: Any, label: str) -> dict[str, Any]:
    return next(item for item in components(message) if name_of(item) == label)


def labels(message: Any) -> list[str]:
    return [name_of(item) for item in components(message) if item["type"] == 2]


def text_of(message: Any) -> str:
    """All that can be read in a message."""
    parts = [message.content]
    for embed in message.embeds:
        parts += [embed.author.name, embed.title, embed.description, embed.footer.text]
        parts += [text for field in embed.fields for text in (field.name, field.value)]
    return "\n".join(part for part in parts if part)
