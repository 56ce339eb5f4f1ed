"""The question in a message: what somebody wrote to the bot, and what one of the bot's own messages answers."""

import re

from bot.markdown import unescaped

_HEADLINE = re.compile(r"\*\*(?P<question>(?:\\.|[^\\*])+)\*\*")
_UNDERSTOOD = "-# Understood as: "


def question_to(content: str, bot: int) -> str:
    """A message's text without the mention of the bot, white space folded."""
    return " ".join(re.sub(rf"<@!?{bot}>", " ", content).split())


def question_above(content: str) -> str | None:
    """The question that an answer of ours was given to, as it was understood; None where the message is no answer."""
    lines = content.split("\n")
    headline = _HEADLINE.fullmatch(lines[0])
    if headline is None:
        return None
    if len(lines) > 1 and lines[1].startswith(_UNDERSTOOD):
        return unescaped(lines[1].removeprefix(_UNDERSTOOD))
    return unescaped(headline["question"])
