"""The bot over the small archive in a process of its own: `python -m tests.bot.running_bot`.

The environment is the real one's, with `SMALL_THINKS`, seconds that a question takes, and `SMALL_STEP`, those of a step of
embedding.
"""

import asyncio
import os
from pathlib import Path

from bot.errors import BotError
from bot.logs import log_to
from bot.running import run
from bot.services import Services
from bot.settings import Settings, environment
from bot.state import State
from tests.bot.small_archive import SmallArchive
from tests.bot.small_workshop import SmallWorkshop


async def main() -> None:
    settings = Settings.from_environment(environment(Path.cwd(), os.environ))
    log_to(secret=settings.token)
    archive = SmallArchive(thinks=float(os.environ.get("SMALL_THINKS", "0")))
    services = Services.over(archive, State.open(Path(os.environ["QUOTH_HOME"]) / "discord.sqlite"), settings)
    try:
        await run(services, SmallWorkshop(archive, step=float(os.environ.get("SMALL_STEP", "0"))))
    finally:
        services.close()


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except BotError as error:
        raise SystemExit(f"quoth: {error}") from None
