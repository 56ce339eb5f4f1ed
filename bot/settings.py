"""What the operator sets, from the environment and a `.env` file, with the defaults."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from dotenv import dotenv_values

from bot.errors import SettingsError
from bot.secrets import Secret, token_from

AUTO = 0
"""As a number of shards: as many as Discord recommends."""

WORKERS = 2
QUEUE = 300
BURST = 8
PAUSE = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """How the bot runs. Durations are in seconds.

    `shards` is None for one plain connection (up to 2,000 servers), AUTO or a number for several. `queue` is how many
    questions may wait; `burst` how many a user may ask at once, of which one comes back every `pause` seconds.
    `library_guilds` are the servers whose managers may change the library; None for all. `memory` is the file in which the
    bot remembers what it showed; None for one in the library's folder.
    """

    token: Secret
    shards: int | None = None
    log_questions: bool = False
    workers: int = WORKERS
    queue: int = QUEUE
    burst: int = BURST
    pause: float = PAUSE
    library_guilds: frozenset[int] | None = None
    memory: Path | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Settings as the environment gives them; an empty value is as good as none. Raises SettingsError."""

        def number(name: str, default: int, *, least: int) -> int:
            return _number(name, environment.get(name, ""), default, least=least)

        memory = environment.get("DISCORD_MEMORY", "").strip()
        return cls(
            token=token_from(environment),
            shards=_shards(environment.get("DISCORD_SHARDS", "")),
            log_questions=_switch("DISCORD_LOG_QUESTIONS", environment.get("DISCORD_LOG_QUESTIONS", "")),
            workers=number("DISCORD_WORKERS", WORKERS, least=1),
            queue=number("DISCORD_QUEUE", QUEUE, least=1),
            burst=number("DISCORD_BURST", BURST, least=1),
            pause=number("DISCORD_PAUSE", PAUSE, least=0),
            library_guilds=_guilds(environment.get("DISCORD_LIBRARY_GUILDS", "")),
            memory=Path(memory).expanduser() if memory else None,
        )


def environment(folder: Path, given: Mapping[str, str]) -> dict[str, str]:
    """What is given over what the `.env` file in a folder says, if it has one. Raises SettingsError."""
    file = folder / ".env"
    try:
        from_file = dotenv_values(file) if file.is_file() else {}
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"the file {str(file)!r} cannot be read: check its rights and that it is UTF-8") from None
    known = {name: value for name, value in from_file.items() if value is not None}
    return known | {name: value for name, value in given.items() if value or name not in known}


def _guilds(text: str) -> frozenset[int] | None:
    ids = text.replace(",", " ").split()
    return frozenset(_number("DISCORD_LIBRARY_GUILDS", each, 0, least=1) for each in ids) if ids else None


def _shards(text: str) -> int | None:
    if not text.strip():
        return None
    return AUTO if text.strip().lower() == "auto" else _number("DISCORD_SHARDS", text, 1, least=1)


def _switch(name: str, text: str) -> bool:
    known = {
        "": False,
        "0": False,
        "false": False,
        "no": False,
        "off": False,
        "1": True,
        "true": True,
        "yes": True,
        "on": True,
    }
    try:
        return known[text.strip().lower()]
    except KeyError:
        raise SettingsError(f"{name} is {text!r}: set it to 1 or 0") from None


def _number(name: str, text: str, default: int, *, least: int) -> int:
    if not text.strip():
        return default
    try:
        number = int(text)
    except ValueError:
        number = least - 1
    if number < least:
        raise SettingsError(f"{name} is {text!r}: set it to a whole number from {least} on")
    return number
