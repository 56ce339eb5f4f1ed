"""The bot's token: where it may come from, and how it stays out of every log and message."""

from collections.abc import Mapping
from pathlib import Path

from bot.errors import SettingsError

WHERE = "set DISCORD_TOKEN, or DISCORD_TOKEN_FILE to a file that holds it (see docs/discord.md)"


class Secret:
    """A string that only `reveal` shows."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The string itself."""
        return self._value

    def __repr__(self) -> str:
        return "Secret('…')"

    __str__ = __repr__


def token_from(environment: Mapping[str, str]) -> Secret:
    """The token that the environment gives or names a file of. Raises SettingsError."""
    given = environment.get("DISCORD_TOKEN", "").strip()
    file = environment.get("DISCORD_TOKEN_FILE", "").strip()
    if not given and not file:
        raise SettingsError(f"the bot has no token: {WHERE}")
    token = given or _read(Path(file).expanduser())
    if not token:
        raise SettingsError(f"the file {file!r} that DISCORD_TOKEN_FILE names is empty: {WHERE}")
    if any(sign.isspace() or not sign.isprintable() or not sign.isascii() for sign in token):
        raise SettingsError(f"the token holds characters that no token has: copy it again, alone, and {WHERE}")
    return Secret(token)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not a text file"
        raise SettingsError(f"the token file {str(file)!r} cannot be read ({why}): {WHERE}") from None
