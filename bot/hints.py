"""What is said where the library is not asked: sentences of ours, and when each is said. Pure functions."""

import discord

from bot.addressing import names_role, says_something
from bot.questions import Asked
from retrieval.question.followups import means_nobody
from retrieval.question.words import words

_ASK_ME = "Ask me something: mention me with a question, or use /ask. /help has examples."
_WELCOME = "Glad to help. Mention me with a question whenever you like; /help has examples."
_TYPED = "Discord sent me this as a message. For a command, type / and choose it from the list that opens. /help has examples."
_UNHEARD = (
    "You mentioned my role, and then Discord does not show me your words. Mention me myself with your question "
    "(the other entry in the list that opens after @), or use /ask."
)
UNREAD = (
    "Discord does not show me the message that you reply to. Write with your question what it says, or use "
    "**Find the source** on it, under *Apps* in its menu."
)
_UNSAID = (
    "Discord shows me only what is written to me, so I do not know what you mean. Write it with your question, "
    "or use **Find the source** on the message, under *Apps* in its menu."
)
_WHO = (
    "I do not know whom you mean: I remember no question before yours here (after 30 minutes I forget). Name the person, "
    "or reply to the answer that you mean."
)
_CONTEXT = (
    "Press **More context** under the answer: it shows an excerpt among its neighbours, as far as you want to read."
)
_SOURCE = (
    "Each excerpt has its source below it; **Cite**, under the answer, has it in full and with a permalink. "
    "/sources lists all that I quote from."
)

_ABOUT_CONTEXT = frozenset(
    """a and around bit can could full get give i in is its it me more of please pls s see show some surrounding that the this us was what
    what's whats wider with you context""".split()
)
_ABOUT_SOURCE = frozenset(
    """a and any are can citation citations cite come did do does for from full get give have i in is it link links me of please pls
    reference references s see show some source sources that the these this url us was what what's whats where which you your""".split()
)
_NAMES_SOURCE = frozenset("citation citations cite link links reference references source sources url".split())
_WHENCE = frozenset("where from".split())
_TOLD = frozenset("did was".split())
"""What is asked with these of the past and not of the answer: "where did it come from?", but not "where did you get this from?"."""


def hint(asked: Asked, message: discord.Message | None = None) -> str:
    """What to say where nothing is asked; `message` is the one that says it, None for a command."""
    if message and names_role(message) and not message.content:
        return _UNHEARD
    if asked.is_command:
        return _TYPED if asked.words[0] in "/!" else _ASK_ME
    shown = says_something(message, asked) if message else "?" not in asked.words
    return _WELCOME if shown else _ASK_ME


def instead(asked: Asked, *, answered: bool) -> str | None:
    """What to say to a turn that asks nothing of the library; None for any other.

    Where there was an answer before it (`answered`), a button may have what it wants; else "is this true?" points at nothing, and
    "when did he die?" at nobody.
    """
    if answered:
        return _button_for(asked.words)
    if asked.asks_whether:
        return _UNSAID
    return _WHO if means_nobody(asked.words) else None


def _button_for(turn: str) -> str | None:
    """Which button has what a turn about an answer asks for: "show context", "source?"; None where it asks for something else."""
    said = frozenset(word.lower() for word in words(turn))
    if "context" in said and said <= _ABOUT_CONTEXT:
        return _CONTEXT
    whence = said >= _WHENCE and (said.isdisjoint(_TOLD) or "you" in said)
    if said <= _ABOUT_SOURCE and (whence or not said.isdisjoint(_NAMES_SOURCE)):
        return _SOURCE
    return None
