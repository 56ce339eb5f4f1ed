"""Places that go away while the bot is at work in them."""

import asyncio
from typing import Any

import pytest

from tests.discord.conftest import MakeWorld, World

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "Who lowered the bridge at night?"


async def leave(world: World, event: str, payload: dict[str, Any]) -> None:
    for session in [each for each in world.sim.sessions.values() if each.valid]:
        await session.emit(event, payload)


async def still_answers(world: World) -> None:
    assert (
        "Aurora" in (await world.sim.reply_to(await world.sim.say(world.bob, world.sim.dm(world.bob), QUESTION))).text
    )
    log = world.log.read_text()
    assert "Traceback" not in log
    assert '"ERROR"' not in log.upper()


async def test_a_channel_a_thread_or_its_channel_may_be_deleted_meanwhile(make_world: MakeWorld) -> None:
    world = await make_world(environment={"SMALL_THINKS": "0.5"})
    sim = world.sim
    it = await world.ask(world.alice, world.general, QUESTION)
    await sim.click(world.alice, it.message, "Thread")
    thread = await sim.until(lambda: sim.channels.get(it.message.id), 5, "a thread")
    await sim.until(lambda: thread.messages, 5, "the welcome")
    for channel, event in ((thread, "THREAD_DELETE"), (world.quiz, "CHANNEL_DELETE")):
        await sim.say(world.alice, channel, QUESTION, mention=True)
        await asyncio.sleep(0.2)
        del sim.channels[channel.id]
        await leave(world, event, channel.raw)
    await asyncio.sleep(1.5)
    assert sim.dm(world.alice).messages == []
    await still_answers(world)


async def test_a_thread_outlives_its_channel_in_the_events(make_world: MakeWorld) -> None:
    world = await make_world(environment={"SMALL_THINKS": "0.5"})
    sim = world.sim
    it = await world.ask(world.alice, world.general, QUESTION)
    await sim.click(world.alice, it.message, "Thread")
    thread = await sim.until(lambda: sim.channels.get(it.message.id), 5, "a thread")
    await sim.until(lambda: thread.messages, 5, "the welcome")
    said = await sim.say(world.alice, thread, QUESTION, mention=True)
    await asyncio.sleep(0.2)
    await leave(world, "CHANNEL_DELETE", world.general.raw)
    assert "Aurora" in (await sim.reply_to(said)).text
    await still_answers(world)


async def test_a_thread_that_no_event_told_of_is_answered_in_full(world: World) -> None:
    sim = world.sim
    it = await world.ask(world.alice, world.general, QUESTION)
    await sim.click(world.alice, it.message, "Thread")
    thread = await sim.until(lambda: sim.channels.get(it.message.id), 5, "a thread")
    await sim.until(lambda: thread.messages, 5, "the welcome")
    await leave(world, "THREAD_DELETE", thread.raw)
    reply = await sim.reply_to(await sim.say(world.alice, thread, QUESTION, mention=True))
    assert reply.embeds
    assert "Embed Links" not in reply.text
    sim.assert_clean()


async def test_the_bot_may_be_thrown_out_meanwhile(make_world: MakeWorld) -> None:
    world = await make_world(environment={"SMALL_THINKS": "0.5"})
    sim = world.sim
    said = await sim.say(world.alice, world.general, QUESTION, mention=True)
    await asyncio.sleep(0.2)
    await leave(world, "GUILD_DELETE", {"id": world.guild["id"]})
    sim.fault(
        "POST", f"/channels/{world.general.id}/messages", status=403, code=50001, message="Missing Access", times=9
    )
    await asyncio.sleep(1.5)
    assert sim.replies(said) == []
    assert sim.dm(world.alice).messages == []
    await still_answers(world)
