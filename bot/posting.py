"""Answering a message in its channel with what Discord allows there, or saying by direct message why that failed."""

import logging
from collections.abc import Iterator

import discord
from discord import ui

from bot.delivery import ARCHIVED, deliver
from bot.surroundings import may_embed

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


async def post_answer(
    message: discord.Message,
    *,
    content: str,
    embeds: tuple[discord.Embed, ...] = (),
    plain: str | None = None,
    view: ui.View | None = None,
) -> discord.Message | None:
    """Reply to a message; None where that was not possible. `plain` is what to say where embeds are forbidden.

    The message's own id is the nonce: however often this is tried, Discord posts one reply.
    """
    refusal: discord.HTTPException | None = None
    me = message.guild.me if message.guild else None
    for text, cards in _forms(content, embeds, plain, allowed=may_embed(message.channel, me)):
        for reference in (message.to_reference(fail_if_not_exists=False), None):
            try:
                return await deliver(lambda: _send(message, text, cards, view, reference))  # noqa: B023 - awaited here
            except discord.Forbidden as error:
                refusal = error
            except discord.HTTPException as error:
                refusal = error
                if error.code == ARCHIVED or isinstance(error, discord.NotFound):
                    break
    await _explain(message, refusal)
    return None


def _forms(
    content: str, embeds: tuple[discord.Embed, ...], plain: str | None, *, allowed: bool
) -> Iterator[tuple[str, tuple[discord.Embed, ...]]]:
    """What to try to post, best first."""
    if allowed or not embeds:
        yield content, embeds
    if embeds and plain is not None:
        noted = f"{plain}\n{_NO_EMBEDS}"
        yield (noted if len(noted) <= 2000 else plain), ()


async def _send(
    message: discord.Message,
    content: str,
    embeds: tuple[discord.Embed, ...],
    view: ui.View | None,
    reference: discord.MessageReference | None,
) -> discord.Message:
    nobody = discord.AllowedMentions.none()
    if view is None and reference is None:
        return await message.channel.send(content, embeds=embeds, nonce=message.id, allowed_mentions=nobody)
    if view is None:
        assert reference is not None
        return await message.channel.send(
            content, embeds=embeds, nonce=message.id, allowed_mentions=nobody, reference=reference, mention_author=False
        )
    if reference is None:
        return await message.channel.send(content, embeds=embeds, view=view, nonce=message.id, allowed_mentions=nobody)
    return await message.channel.send(
        content,
        embeds=embeds,
        view=view,
        nonce=message.id,
        allowed_mentions=nobody,
        reference=reference,
        mention_author=False,
    )


async def _explain(message: discord.Message, refusal: discord.HTTPException | None) -> None:
    code = refusal.code if refusal else None
    log.warning("not posted", extra={"facts": {"guild": getattr(message.guild, "id", None), "code": code}})
    if message.guild is None or isinstance(refusal, discord.NotFound):
        return
    closed = code in (ARCHIVED, _LOCKED_THREAD)
    sentence = (_CLOSED if closed else _NOT_ALLOWED).format(channel=f"<#{message.channel.id}>")
    try:
        await message.author.send(sentence, allowed_mentions=discord.AllowedMentions.none())
    except discord.HTTPException as error:
        log.info("not told why", extra={"facts": {"code": error.code}})
