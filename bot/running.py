"""From start to finish: log in, connect, stay connected, and leave in good order when told to."""

import asyncio
import logging
import os
import signal
from collections.abc import Callable

import aiohttp
import discord

from bot.client import Quoth, build
from bot.errors import Refused
from bot.promptness import answer_promptly
from bot.services import Services
from bot.workshop import Workshop

log = logging.getLogger(__name__)

_UNREACHABLE = (discord.DiscordServerError, discord.GatewayNotFound, aiohttp.ClientError, OSError, asyncio.TimeoutError)
_LONGEST_PAUSE = 60.0
_LEAVE = 2.0
"""Seconds that Discord's side of leaving may take."""

_CLOSED = {
    4004: "Discord does not accept the bot's token: copy it again from the developer portal (docs/discord.md)",
    4010: "Discord does not accept the number of shards: set DISCORD_SHARDS=auto",
    4011: "the bot is in so many servers that Discord wants shards: set DISCORD_SHARDS=auto",
    4013: "Discord does not know the events that the bot asked for: this is a fault of Quoth's, please report it",
    4014: "Discord refuses events that the bot asked for: this is a fault of Quoth's, please report it",
}


async def run(services: Services, workshop: Workshop, *, sync_only: bool = False) -> None:
    """Run the bot until it is told to stop. Raises Refused where Discord does not let it in.

    SIGTERM and SIGINT stop it: no new questions, those under way are finished or told, and the connection is closed. Where
    a thread is then still at work, the process ends here without it. A second signal leaves at once.
    """
    stop = asyncio.Event()
    _on_signals(stop.set)
    client = build(services, workshop, sync_always=sync_only)
    async with client:
        working = asyncio.create_task(_work(client, services, sync_only=sync_only))
        told = asyncio.create_task(stop.wait())
        await asyncio.wait({working, told}, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        if not working.done():
            log.info("stopping")
            await client.finish()
        await _leave(client)
        if working.done():
            working.result()
        working.cancel()
        if services.desk.at_work:  # Python would wait for the thread; the library takes no harm
            log.warning("left while a thread was at work")
            logging.shutdown()
            os._exit(0)


async def _work(client: Quoth, services: Services, *, sync_only: bool) -> None:
    answer_promptly()
    await _log_in(client, services)
    if not sync_only:
        await _stay_connected(client)


async def _log_in(client: Quoth, services: Services) -> None:
    pause = 1.0
    while True:
        try:
            await client.login(services.settings.token.reveal())
        except discord.LoginFailure:
            raise Refused(_CLOSED[4004]) from None
        except discord.Forbidden as error:
            raise Refused(
                f"Discord does not allow the bot to register its commands ({error.text or 'forbidden'})"
            ) from None
        except _UNREACHABLE as error:
            pause = await _wait(pause, error)
        except discord.HTTPException as error:
            raise Refused(f"Discord refuses the bot's log-in: {error.status} {error.text}") from None
        else:
            return


async def _stay_connected(client: Quoth) -> None:
    """Connect, and connect again. discord.py does the latter itself once it was connected, but not before."""
    pause = 1.0
    while not client.is_closed():
        try:
            await client.connect()
        except discord.PrivilegedIntentsRequired:
            raise Refused(_CLOSED[4014]) from None
        except discord.ConnectionClosed as error:
            raise Refused(_CLOSED.get(error.code, f"Discord closed the connection with code {error.code}")) from None
        except (AttributeError, *_UNREACHABLE) as error:
            # discord.py 2.7 trips over its own missing socket when the very first connection fails: AttributeError
            if isinstance(error, AttributeError) and client.ws is not None:
                raise
            pause = await _wait(pause, error)


async def _wait(pause: float, error: Exception) -> float:
    log.warning("Discord cannot be reached", extra={"facts": {"error": type(error).__name__, "again_in": pause}})
    await asyncio.sleep(pause)
    return min(_LONGEST_PAUSE, 2 * pause)


async def _leave(client: Quoth) -> None:
    try:
        await asyncio.wait_for(client.close(), _LEAVE)
    except TimeoutError:
        log.warning("left without saying good-bye")


def _on_signals(stop: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    told = False

    def on_signal() -> None:
        nonlocal told
        if told:
            os._exit(130)
        told = True
        stop()

    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, on_signal)
