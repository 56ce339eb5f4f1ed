"""What can go wrong in the bot. Each message is one sentence for the person who can do something about it.

BotError
├── SettingsError   what the operator set cannot be used
├── Refused         Discord does not let the bot in, or not as it is set up
├── Busy            the line of waiting questions is full
└── Stopping        the bot is being shut down
"""


class BotError(Exception):
    """Base of every expected failure of this package."""


class SettingsError(BotError):
    """A setting or the token is missing or cannot be used."""


class Refused(BotError):  # noqa: N818 - reads as a state, the tree says it is an error
    """Discord refuses the bot."""


class Busy(BotError):  # noqa: N818 - as above
    """Too many questions are waiting."""


class Stopping(BotError):  # noqa: N818 - as above
    """The bot is being shut down."""


def sentence_of(error: Exception) -> str:
    """What an expected failure says, as a sentence of Discord: with a capital and a stop, and with the command that is there."""
    text = str(error).replace("`quoth sources`", "/sources")
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?')) else '.'}"
