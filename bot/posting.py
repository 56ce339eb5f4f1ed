"""Answering a message in its channel with what Discord allows there, or saying by direct message why that failed."""

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

import discord
from discord import ui

from bot.delivery import ARCHIVED, UNDELIVERED, deliver
from bot.rendering import CONTENT

log = logging.getLogger(__name__)

_NO_EMBEDS = "-# I may not embed links here; with the permission **Embed Links** answers look better."
_NOT_ALLOWED = (
    "I could not answer you in {channel}: I may not write there. Somebody who manages the server can give me "
    "**View Channel**, **Send Messages**, **Send Messages in Threads**, **Embed Links** and **Read Message History**. "
    "Meanwhile /ask works wherever commands do, and so does this conversation."
)
_CLOSED = (
    "I could not answer you in {channel}: the thread is archived or locked. Somebody who manages threads can open it "
    "again. Meanwhile /ask works in its channel, and so does this conversation."
)
_LOCKED_THREAD = 160005
_INVALID = 50035

_LOCKS: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()


async def post_answer(
    message: discord.Message,
    *,
    content: str,
    embeds: tuple[discord.Embed, ...] = (),
    plain: str | None = None,
    view: ui.View | None = None,
) -> discord.Message | None:
    """Reply to a message; None where that was not possible, or where the message is deleted.

    `plain` is what to say where embeds are forbidden. The nonce is the message's own, and another one after an edit:
    however often this is tried, Discord posts one reply.
    """
    refusal: discord.HTTPException | None = None
    for form in _forms(message, content, embeds, plain):
        try:
            return await deliver(partial(_send, message, form, view))
        except UNDELIVERED as error:
            if not isinstance(error, discord.HTTPException) or isinstance(error, discord.DiscordServerError):
                log.warning("not posted", extra={"facts": {"error": type(error).__name__}})
                return None
            if _is_gone(error):
                log.info("not posted: the question is deleted")
                return None
            refusal = error
            if error.code == ARCHIVED or isinstance(error, discord.NotFound):
                break
    await _explain(message, refusal)
    return None


async def take_back(message: discord.PartialMessage) -> None:
    """Delete a message of ours, if it is still there."""
    try:
        await deliver(message.delete)
    except UNDELIVERED as error:
        log.info("not taken back", extra={"facts": {"error": type(error).__name__}})


def nonce_for(message: int, said: datetime, edited: datetime | None) -> str:
    """What names the reply to a message as it reads now, and no other reply: its id, and the milliseconds until its edit.

    At most 25 characters, the most that Discord takes, for an edit within seven weeks.
    """
    return f"{message:x}" if edited is None else f"{message:x}-{(edited - said) // timedelta(milliseconds=1):x}"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Form:
    """One way to post an answer."""

    content: str
    embeds: tuple[discord.Embed, ...]
    refers: bool


def _forms(
    message: discord.Message, content: str, embeds: tuple[discord.Embed, ...], plain: str | None
) -> Iterator[_Form]:
    """Ways to post an answer, best first, without those that are known to be forbidden.

    Each that Discord refuses counts: after 10,000 refusals in ten minutes it shuts out the whole machine.
    """
    me = message.guild.me if message.guild else None
    may = _may(message, me) if me else None
    in_thread = isinstance(message.channel, discord.Thread)
    if may and not (may.send_messages_in_threads if in_thread else may.send_messages):
        return
    refers = may is None or may.read_message_history
    noted = f"{plain}\n{_NO_EMBEDS}"
    bare = content if plain is None else noted if len(noted) <= CONTENT else plain
    if may is None or may.embed_links or not embeds:
        yield _Form(content=content, embeds=embeds, refers=refers)
    if embeds:
        yield _Form(content=bare, embeds=(), refers=refers)
    if refers:
        yield _Form(content=bare, embeds=(), refers=False)


def _may(message: discord.Message, me: discord.Member) -> discord.Permissions | None:
    """What the bot may do in a message's channel; None where Discord did not tell, as of a thread whose channel is gone."""
    if isinstance(message.channel, discord.PartialMessageable):
        return None
    try:
        return message.channel.permissions_for(me)
    except discord.ClientException:
        return None


def _is_gone(error: discord.HTTPException) -> bool:
    """Whether Discord refuses a reply because the message that it answers is deleted."""
    return error.code == _INVALID and "message_reference: Unknown message" in error.text


async def _send(message: discord.Message, form: _Form, view: ui.View | None) -> discord.Message:
    given: dict[str, Any] = {"view": view} if view else {}
    if form.refers:
        given |= {"reference": message.to_reference(fail_if_not_exists=True), "mention_author": False}
    nonce = nonce_for(message.id, message.created_at, message.edited_at)
    async with _lock_of(message.channel.id):
        sent: discord.Message = await message.channel.send(form.content, embeds=form.embeds, nonce=nonce, **given)
    return sent


def _lock_of(channel: int) -> asyncio.Lock:
    """Messages to a channel go one by one: only then does discord.py know its limit (5 in 5 s) before it is met."""
    lock = _LOCKS.get(channel)
    if lock is None:
        lock = _LOCKS[channel] = asyncio.Lock()
    return lock


async def _explain(message: discord.Message, refusal: discord.HTTPException | None) -> None:
    code = refusal.code if refusal else None
    log.warning("not posted", extra={"facts": {"guild": getattr(message.guild, "id", None), "code": code}})
    if message.guild is None or isinstance(refusal, discord.NotFound):
        return
    closed = code in (ARCHIVED, _LOCKED_THREAD)
    sentence = (_CLOSED if closed else _NOT_ALLOWED).format(channel=f"<#{message.channel.id}>")
    try:
        await message.author.send(sentence)
    except UNDELIVERED as error:
        log.info("not told why", extra={"facts": {"error": type(error).__name__}})
