"""Repeating an answer to an interaction in time: Discord waits three seconds for the first one.

discord.py sleeps 1, 3, 5 ... seconds between two tries, which is too late from the second one on.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import aiohttp
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

_PAUSES = (0.1, 0.3, 0.6)
"""Seconds between tries of an answer that did not arrive; with them the last one is well within three seconds."""

_TOO_MANY = 429


class PromptAdapter(AsyncWebhookAdapter):
    """Sends first answers to interactions again within a second; all other requests are as discord.py makes them."""

    async def request(self, route: Any, session: Any, **options: Any) -> Any:
        """What Discord answers. Raises discord.HTTPException where it refuses, aiohttp.ClientError where it is in trouble."""
        if not route.path.endswith("/callback"):
            return await super().request(route, session, **options)
        for pause in _PAUSES:
            try:
                return await super().request(route, cast(Any, _Impatient(session)), **options)
            except aiohttp.ClientResponseError as error:
                await asyncio.sleep(_asked_to_wait(error) or pause)
            except aiohttp.ClientError:
                await asyncio.sleep(pause)
        return await super().request(route, cast(Any, _Impatient(session)), **options)


class _Impatient:
    """An HTTP session that raises an error at once where discord.py would sleep and try again."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @asynccontextmanager
    async def request(self, *arguments: Any, **options: Any) -> AsyncIterator[aiohttp.ClientResponse]:
        async with self._session.request(*arguments, **options) as response:
            if response.status >= 500 or response.status == _TOO_MANY:
                response.raise_for_status()
            yield response


def answer_promptly() -> None:
    """Make all interactions that are met from here on, in this task and those that it starts, use the adapter."""
    async_context.set(PromptAdapter())  # type: ignore[no-untyped-call]


def _asked_to_wait(error: aiohttp.ClientResponseError) -> float:
    """Seconds after which Discord takes the next try, 0 where it does not say."""
    if error.status != _TOO_MANY:
        return 0.0
    try:
        return float(error.headers["Retry-After"]) if error.headers else 0.0
    except (KeyError, ValueError):
        return 0.0
