"""Discord in trouble: what cannot be delivered is a line in the log, and the rest goes on."""

from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import discord
import pytest

import bot.client
import bot.delivery
from bot.catching_up import waited_for
from bot.posting import nonce_for
from tests.bot.scene import Scene, text_of

QUESTION = "Who lowered the bridge at night?"
TROUBLES = [aiohttp.ServerDisconnectedError(), discord.RateLimited(90.0), ConnectionRefusedError()]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.delivery, "_PAUSES", (0.0,))


def fail(monkeypatch: pytest.MonkeyPatch, owner: type, name: str, trouble: Exception) -> None:
    async def failing(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(owner, name, failing)


def test_no_two_replies_are_taken_for_one_another() -> None:
    said = datetime(2026, 1, 1, tzinfo=UTC)
    first, second = 1 << 62, (1 << 62) + 1  # two messages of one millisecond
    quick = [said + timedelta(milliseconds=number) for number in range(1, 1000, 7)]  # several edits of one second
    edits = [None, *quick, *(said + timedelta(hours=hours) for hours in range(1, 1000))]
    nonces = {nonce_for(message, said, edited) for message in (first, second) for edited in edits}
    assert len(nonces) == 2 * len(edits)
    assert max(map(len, nonces)) <= 25  # the most that Discord takes


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda each: type(each).__name__)
async def test_an_answer_that_cannot_be_delivered_is_a_line_in_the_log(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, trouble: Exception
) -> None:
    with monkeypatch.context() as patch:
        fail(patch, discord.TextChannel, "send", trouble)
        fail(patch, discord.TextChannel, "typing", trouble)
        fail(patch, discord.Member, "send", trouble)
        said = await scene.alice.send(scene.general, f"{scene.me} {QUESTION}")
        await scene.env.settle()
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == ["not posted"]
    assert "Traceback" not in caplog.text
    assert scene.general.last_message.id == said.id
    await scene.bob.send(scene.general, f"{scene.me} {QUESTION}")
    assert "Aurora" in text_of(scene.general.last_message)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda each: type(each).__name__)
async def test_a_reply_that_cannot_be_taken_back_is_a_line_in_the_log(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, trouble: Exception
) -> None:
    caplog.set_level("INFO", logger="bot")
    said = await scene.alice.send(scene.general, f"{scene.me} {QUESTION}")
    fail(monkeypatch, discord.PartialMessage, "delete", trouble)
    await scene.alice.delete(said)
    await scene.env.settle()
    assert "not taken back" in [record.getMessage() for record in caplog.records]


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda each: type(each).__name__)
async def test_a_channel_that_cannot_be_read_leaves_the_others_to_be_caught_up(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    await scene.alice.send(scene.general, "here")
    said = await scene.alice.send(scene.quiz, "there")
    honest = discord.TextChannel.history

    def history(channel: discord.TextChannel, **options: Any) -> AsyncIterator[discord.Message]:
        if channel.id == scene.general.id:
            raise trouble
        return honest(channel, **options)

    monkeypatch.setattr(discord.TextChannel, "history", history)
    channels = [scene.env.bot.get_channel(each.id) for each in (scene.general, scene.quiz)]
    found = [message.content async for message in waited_for(channels, said.created_at.timestamp())]
    assert found == ["there"]


async def test_the_chat_of_a_voice_channel_that_the_bot_may_not_enter_is_not_asked_for(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = scene.env.bot
    closed, lounge = (client.get_channel(scene.guild.create_voice_channel(name).id) for name in ("Board", "Lounge"))
    await closed.set_permissions(closed.guild.default_role, connect=False)
    await closed.set_permissions(closed.guild.me, connect=False)
    await scene.env.settle()
    asked: list[object] = []

    async def recorded(channels: Iterable[object], now: float) -> AsyncIterator[discord.Message]:
        asked.extend(channels)
        return
        yield

    monkeypatch.setattr(bot.client, "waited_for", recorded)
    await client.session_began(0)
    assert lounge in asked
    assert closed not in asked
