"""What goes on by itself: following the library, and forgetting what is old."""

import logging
import sqlite3

from discord.ext import commands, tasks

from bot.services import Services

log = logging.getLogger(__name__)

FOLLOW_LIBRARY = 2.0
"""Seconds between two looks for a new generation of the library."""

TIDY = 600.0
"""Seconds between two rounds of forgetting what is old."""


class Upkeep(commands.Cog):
    """Keeps the bot up to date."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._trouble = ""

    async def cog_load(self) -> None:
        """Begin."""
        self.follow_library.start()
        self.tidy.start()

    async def cog_unload(self) -> None:
        """End."""
        self.follow_library.cancel()
        self.tidy.cancel()

    @tasks.loop(seconds=FOLLOW_LIBRARY)
    async def follow_library(self) -> None:
        """Switch to a new generation of the library, between questions; what keeps us from one is looked for again at the next."""
        try:
            if await self._services.desk.errand(self._services.reload):
                log.info("new generation", extra={"facts": {"generation": self._services.archive.generation}})
            self._trouble = ""
        except Exception as error:  # an error that left this loop would end it for good
            if str(error) != self._trouble:  # said once, not every two seconds
                self._trouble = str(error)
                log.warning("library not followed", extra={"facts": {"why": f"{type(error).__name__}: {error}"}})

    @tasks.loop(seconds=TIDY)
    async def tidy(self) -> None:
        """Forget what is older than it is kept."""
        self._services.conversations.forget_old()
        try:
            forgotten = await self._services.desk.errand(self._services.state.tidy)
        except sqlite3.OperationalError as error:  # as above; a full disk may have room again
            log.warning("nothing forgotten", extra={"facts": {"why": str(error)}})
            return
        if forgotten:
            log.info("forgot what is old", extra={"facts": {"records": forgotten}})
