"""The short form behind 👎. Its submission is an interaction of its own, which any process can answer."""

import re
from typing import Any

import discord
from discord import ui

from bot.markdown import escaped, shortened
from bot.state import Feedback

FORM_ID = re.compile(r"q:why:(?P<answer>[\w-]{1,32})", re.ASCII)

_OPEN_FOR = 15 * 60.0


def form(answer: str) -> ui.Modal:
    """The form for an answer. Needs a running event loop."""
    modal = ui.Modal(title="What is wrong with this answer?", custom_id=f"q:why:{answer}", timeout=_OPEN_FOR)
    modal.add_item(
        ui.Label(
            text="In your own words (optional)",
            description="Kept with the question, so that Quoth can get better.",
            component=ui.TextInput(
                style=discord.TextStyle.paragraph, required=False, max_length=500, custom_id="comment"
            ),
        )
    )
    return modal


def comment_in(data: Any) -> str | None:
    """What was written into a submitted form, None where nothing was."""
    for row in data.get("components", ()):
        fields = [row["component"]] if "component" in row else row.get("components", ())
        for field in fields:
            if field.get("custom_id") == "comment":
                return str(field.get("value") or "").strip() or None
    return None


def report(feedback: Feedback, link: str) -> discord.Embed:
    """Feedback as the people who look after the bot in a server see it."""
    asked = escaped(shortened(feedback.question or "an answer", 300))
    said = escaped(shortened(feedback.comment, 500)) if feedback.comment else "(no comment)"
    return discord.Embed(description=f"👎 **{asked}**\n{said}\n[The answer]({link})", colour=0xDA373C)
