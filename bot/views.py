"""Buttons that work for ever: each says in its `custom_id` what it does, and any process can answer it."""

import re
from collections.abc import Iterable
from typing import Any, Self

import discord
from discord import ui

from bot.places import CUSTOM_ID, Button, Place, place_from


class Pressed:
    """A button that was pressed, as its `custom_id` describes it."""

    __slots__ = ("answer", "asker", "place", "verb")

    def __init__(self, match: re.Match[str]) -> None:
        self.verb = match["verb"]
        self.answer = match["answer"]
        self.asker = int(match["asker"])
        self.place: Place = place_from(match["place"])


class AnswerButton(ui.DynamicItem[ui.Button[Any]], template=CUSTOM_ID):
    """A button under an answer. A click on it becomes the event `answer_button` of the client."""

    def __init__(self, item: ui.Button[Any], pressed: Pressed) -> None:
        super().__init__(item)
        self._pressed = pressed

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """The button that was pressed."""
        assert isinstance(item, ui.Button)
        return cls(item, Pressed(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Tell the client."""
        interaction.client.dispatch("answer_button", interaction, self._pressed)


def view_of(buttons: Iterable[Button], *, answer: str, asker: int) -> ui.View:
    """The buttons as Discord takes them. Needs a running event loop."""
    view = ui.View(timeout=None)
    for button in buttons:
        custom_id = f"q:{button.verb}:{answer}:{asker}:{button.place}"
        match = CUSTOM_ID.fullmatch(custom_id)
        assert match is not None, custom_id
        item: ui.Button[Any] = ui.Button(
            label=button.label, disabled=button.disabled, row=button.row, custom_id=custom_id
        )
        view.add_item(AnswerButton(item, Pressed(match)))
    return view
