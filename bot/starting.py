"""Everything that the bot needs, opened in order and closed in the other order."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.errors import SettingsError
from bot.logs import log_to
from bot.remembering import RememberingArchive
from bot.running import run
from bot.services import Services
from bot.settings import Settings, environment
from bot.state import State
from bot.workshop import LibraryWorkshop
from retrieval.library.store import FILE
from retrieval.settings import Settings as LibrarySettings

MEMORY = "discord.sqlite"
"""Name of the bot's memory in the library's folder."""


async def start(folder: Path, given: Mapping[str, str], *, home: Path | None = None, sync_only: bool = False) -> None:
    """Run the bot over the library at `home`, else at the environment's; a `.env` file in `folder` is heeded.

    Raises BotError and QuothError, each a sentence, where something is missing.
    """
    known = environment(folder, given)
    settings = Settings.from_environment(known)
    log_to(secret=settings.token)
    library = LibrarySettings.from_environment(known)
    if home is not None:
        library = replace(library, home=home.expanduser())
    if not (library.home / FILE).exists():
        raise SettingsError(
            f"there is no library at '{library.home}' yet: quoth add PATH takes your documents in, "
            "quoth add --starter the starter library"
        )
    archive = await asyncio.to_thread(RememberingArchive.open, library)
    try:
        state = State.open(settings.memory or library.home / MEMORY)
        services = Services.over(archive, state, settings)
        try:
            await run(services, LibraryWorkshop(library), sync_only=sync_only)
        finally:
            services.close()
    finally:
        archive.close()
