"""Several things going wrong at once, or one after the other."""

import asyncio
import json
import random
from typing import Any

import pytest

from tests.discord.conftest import MakeWorld, World

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "Who lowered the bridge at night?"
MANY = "Who spoke of land, delegate?"
CALLBACK = ("POST", "/interactions/*/callback")


@pytest.mark.parametrize("trouble", [{"status": 503}, {"status": 429, "retry_after": 0.1}, {"drop": True}])
async def test_trouble_with_first_answers_is_over_within_three_seconds(world: World, trouble: dict[str, Any]) -> None:
    sim = world.sim

    def twice() -> None:
        sim.fault(*CALLBACK, times=2, **trouble)

    twice()
    it = await world.ask(world.alice, world.general, MANY)
    assert "delegate" in it.text.lower()
    twice()
    await sim.click(world.alice, it.message, "▶")
    assert "Excerpts 4–6 of 9" in it.message.text
    twice()
    assert "BibTeX" in (await sim.click(world.bob, it.message, "Cite")).text
    twice()
    form = await sim.click(world.bob, it.message, "👎")
    twice()
    assert "noted" in (await sim.submit_modal(world.bob, form, comment="Hm.")).text
    twice()
    assert "3 sources" in (await sim.slash(world.alice, world.general, "/sources")).text
    twice()
    assert "Forgotten" in (await sim.slash(world.alice, world.general, "/forget")).text
    twice()
    await sim.click(world.alice, it.message, "🗑")
    await sim.until(lambda: it.message.deleted, 8, "the end of the message")
    sim.assert_clean()


async def test_an_answer_is_edited_in_however_often_discord_fails(world: World) -> None:
    sim = world.sim
    sim.fault("PATCH", "/webhooks/*/messages/@original", status=429, retry_after=0.5, times=2)
    sim.fault("PATCH", "/webhooks/*/messages/@original", drop=True, times=2)
    sim.fault("PATCH", "/webhooks/*/messages/@original", status=502, after=True)
    it = await world.ask(world.alice, world.general, QUESTION, timeout=40)
    assert "Aurora" in it.text
    assert it.followups == []
    sim.assert_clean()


async def test_a_slow_discord_is_answered(make_world: MakeWorld) -> None:
    world = await make_world()
    world.sim.latency = 0.5
    it = await world.ask(world.alice, world.general, QUESTION, timeout=40)
    assert "Aurora" in it.text
    await world.sim.click(world.alice, it.message, "More context")
    await world.sim.until(lambda: "In context" in it.message.text, 20, "the context")
    assert (
        "Aurora"
        in (await world.sim.reply_to(await world.sim.say(world.bob, world.general, QUESTION, mention=True), 40)).text
    )
    world.sim.assert_clean()


async def test_refusal_reconnect_and_a_lost_session_in_a_row_lose_nothing(world: World) -> None:
    sim = world.sim
    asked = [await sim.say(world.alice, world.general, QUESTION, mention=True)]
    await sim.reconnect_op()
    sim.refuse_ws = 1
    asked.append(await sim.say(world.bob, world.general, QUESTION, mention=True))
    await sim.until(lambda: sim.online, 40, "the connection")
    await sim.invalidate(resumable=True)
    asked.append(await sim.say(world.alice, world.quiz, QUESTION, mention=True))
    await sim.until(lambda: sim.online, 40, "the connection")
    before = len(sim.identifies)
    await sim.invalidate(resumable=False)
    asked.append(await sim.say(world.bob, world.quiz, QUESTION, mention=True))
    await sim.until(lambda: len(sim.identifies) > before and sim.online, 40, "a new session")
    for message in asked:
        assert "Aurora" in (await sim.reply_to(message, 40)).text
    await asyncio.sleep(0.5)
    assert [len(sim.replies(message)) for message in asked] == [1] * 4
    sim.assert_clean()


async def test_two_shards_answer_and_catch_up_when_they_lose_their_sessions(make_world: MakeWorld) -> None:
    world = await make_world(start=False, shards=2, environment={"DISCORD_SHARDS": "auto"})
    await world.start()
    sim = world.sim
    await sim.wait_ready(40, shards=2)
    assert "Aurora" in (await world.mention(world.alice, world.general, QUESTION)).text
    direct = sim.dm(world.alice)
    assert "Aurora" in (await sim.reply_to(await sim.say(world.alice, direct, QUESTION))).text
    before = len(sim.identifies)
    sim.refuse_ws = 2  # a shard that may not resume at once begins a new session
    sim.drop()
    missed = await sim.say(world.bob, world.general, QUESTION, mention=True)
    await sim.until(lambda: len(sim.identifies) > before and sim.online, 60, "new sessions")
    assert "Aurora" in (await sim.reply_to(missed, 60)).text
    assert len(sim.replies(missed)) == 1
    sim.assert_clean()


async def test_what_is_said_edited_and_deleted_all_at_once_leaves_an_answer_to_each_question_that_stands(
    make_world: MakeWorld,
) -> None:
    world = await make_world(environment={"SMALL_THINKS": "0.1", "DISCORD_BURST": "100"})
    sim, chance = world.sim, random.Random(7)
    stands: list[Any] = []
    gone: list[Any] = []

    async def say(number: int) -> None:
        person, channel = chance.choice((world.alice, world.bob)), (world.general, world.quiz)[number % 2]
        question = f"{QUESTION} {number}"
        said = await sim.say(person, channel, chance.choice((question, "")), mention=True)
        await asyncio.sleep(0.3 * chance.random())
        if question not in said.content:
            await sim.edit(said, f"<@{sim.bot.id}> {question}")
        await asyncio.sleep(0.3 * chance.random())
        if chance.random() < 0.4:
            await sim.delete(said)
            gone.append(said)
        else:
            stands.append(said)

    def standing(message: Any) -> list[Any]:
        return [reply for reply in sim.replies(message) if not reply.deleted]

    def is_over() -> bool:
        told = [["Aurora" in reply.text for reply in standing(message)] for message in stands]
        return all(each == [True] for each in told) and not any(map(standing, gone))

    await asyncio.gather(*map(say, range(16)))
    await sim.until(is_over, 40, "an answer to each question that stands")
    await asyncio.sleep(1)
    assert is_over()
    assert "Traceback" not in world.log.read_text()


async def test_a_channel_that_is_gone_does_no_harm(world: World) -> None:
    world.sim.fault("POST", f"/channels/{world.general.id}/messages", status=404, code=10003, message="Unknown Channel")
    await world.sim.no_reply(await world.sim.say(world.alice, world.general, QUESTION, mention=True), 1)
    assert "Aurora" in (await world.mention(world.alice, world.general, QUESTION)).text
    world.sim.assert_clean()


async def test_an_answer_that_discord_does_not_take_is_a_line_in_the_log_and_no_fault(world: World) -> None:
    edit = ("PATCH", "/webhooks/*/messages/@original")
    world.sim.fault(*edit, status=403, code=50013, message="Missing Permissions")
    told = await world.ask(world.alice, world.general, QUESTION)
    assert "did not take my answer" in told.text
    world.sim.fault(*edit, status=404, code=10008, message="Unknown Message", times=2)
    gone = await world.ask(world.alice, world.general, QUESTION, wait=False)
    await world.sim.until(lambda: world.log.read_text().count('"event": "refused by Discord"') == 2, 8, "two lines")
    await world.sim.until(lambda: all(fault.hits == fault.times for fault in world.sim.faults), 8, "the word about it")
    assert not gone.text.strip()
    assert "Traceback" not in world.log.read_text()
    assert "Aurora" in (await world.ask(world.bob, world.general, QUESTION)).text
    world.sim.assert_clean()


async def test_where_nothing_may_be_told_it_still_goes_on(world: World) -> None:
    await world.general.deny("SEND_MESSAGES")
    world.sim.fault("POST", "/users/@me/channels", status=403, code=50007, message="Cannot send messages to this user")
    await world.sim.no_reply(await world.sim.say(world.alice, world.general, QUESTION, mention=True), 1)
    shut = await world.ask(world.alice, world.general, QUESTION)
    assert "Aurora" in shut.text
    world.sim.assert_clean()


async def test_buttons_work_days_later_and_clicks_that_arrive_twice_count_once(world: World) -> None:
    sim = world.sim
    it = await world.ask(world.alice, world.general, MANY)
    sim.advance(3 * 24 * 3600)
    pressed = await sim.click(world.alice, it.message, "▶")
    await sim.dispatch("INTERACTION_CREATE", pressed.payload, world.guild["id"], 0)
    form = await sim.click(world.bob, it.message, "👎")
    sent = await sim.submit_modal(world.bob, form, comment="Twice.")
    await sim.dispatch("INTERACTION_CREATE", sent.payload, world.guild["id"], 0)
    said = await sim.say(world.alice, sim.dm(world.alice), QUESTION, twice=True)
    await sim.reply_to(said)
    await asyncio.sleep(0.5)
    assert "Excerpts 4–6 of 9" in it.message.text
    assert len(sim.replies(said)) == 1
    sim.assert_clean()


async def test_the_cooldown_is_each_persons_own(make_world: MakeWorld) -> None:
    world = await make_world(environment={"DISCORD_BURST": "1", "DISCORD_PAUSE": "60"})
    assert "Aurora" in (await world.ask(world.alice, world.general, QUESTION)).text
    told = await world.ask(world.alice, world.quiz, QUESTION)
    assert told.ephemeral
    assert "seconds" in told.text
    other = await world.ask(world.bob, world.general, QUESTION)
    assert "Aurora" in other.text
    assert not other.ephemeral
    await world.sim.click(world.alice, other.message, "More context")  # reading on is no question
    world.sim.assert_clean()


async def test_each_question_is_one_line_of_facts_in_the_log(make_world: MakeWorld) -> None:
    world = await make_world()
    await world.ask(world.alice, world.general, QUESTION)
    await world.mention(world.bob, world.quiz, "What of the earthquake of Lisbon?")
    await world.sim.until(lambda: world.log.read_text().count('"event": "answered"') == 2, 8, "two lines")
    lines = [json.loads(line) for line in world.log.read_text().splitlines() if line.startswith("{")]
    answered = [line for line in lines if line["event"] == "answered"]
    assert [line["abstained"] for line in answered] == [False, True]
    for line in answered:
        assert line["guild"] == int(world.guild["id"])
        assert line["generation"] == 1
        assert {"waiting", "finding", "sending", "all"} <= line["seconds"].keys()
        assert "question" not in line
    assert "Lisbon" not in world.log.read_text()
    world.sim.assert_clean()
