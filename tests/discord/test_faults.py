"""What goes wrong between the bot and Discord, and how it gets over that."""

import asyncio
import signal
import time
from typing import Any

import discord
import pytest

from bot.catching_up import STILL_WAITED_FOR
from bot.state import State
from tests.discord.conftest import MakeWorld, World

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "Who lowered the bridge at night?"


def make_older(world: World, message: Any, seconds: float) -> None:
    """Have the last message of a channel said so many seconds ago."""
    channel = message.channel
    raw = world.sim.messages[channel.id].pop(message.id)
    raw["id"] = str((int((time.time() - seconds) * 1000) - 1420070400000) << 22)
    world.sim.messages[channel.id][raw["id"]] = raw
    channel.raw["last_message_id"] = raw["id"]


async def test_a_refused_first_connection_is_tried_again(make_world: MakeWorld) -> None:
    world = await make_world(start=False)
    world.sim.refuse_ws = 2
    world.sim.fault("GET", "/users/@me", status=503)
    await world.start()
    assert "Aurora" in (await world.ask(world.alice, world.general, QUESTION)).text
    world.sim.assert_clean()


@pytest.mark.parametrize("how", ["cut", "op7", "close4000"])
async def test_a_lost_connection_is_resumed_and_nothing_is_lost(world: World, how: str) -> None:
    sessions = len(world.sim.identifies)
    if how == "cut":
        world.sim.drop()
    elif how == "op7":
        await world.sim.reconnect_op()
    else:
        await world.sim.close_gateway(4000)
    said = await world.sim.say(world.alice, world.general, QUESTION, mention=True)
    assert "Aurora" in (await world.sim.reply_to(said, 30)).text
    assert len(world.sim.replies(said)) == 1
    assert len(world.sim.identifies) == sessions
    world.sim.assert_clean()


async def test_what_was_said_between_two_sessions_is_answered_once(world: World) -> None:
    direct = world.sim.dm(world.bob)
    before = await world.mention(world.alice, world.general, QUESTION)
    await world.sim.reply_to(await world.sim.say(world.bob, direct, QUESTION))
    sessions = len(world.sim.identifies)
    await world.sim.invalidate(resumable=False)
    missed = await world.sim.say(world.alice, world.general, "Who held the Nikolaevsky bridge?", mention=True)
    private = await world.sim.say(world.bob, direct, "Who left the city by motor car?")
    await world.sim.until(lambda: len(world.sim.identifies) > sessions and world.sim.online, 30, "a new session")
    assert "cadets" in (await world.sim.reply_to(missed, 30)).text
    assert "Kerensky" in (await world.sim.reply_to(private, 30)).text
    await asyncio.sleep(0.5)
    assert [len(world.sim.replies(each)) for each in (missed, private)] == [1, 1]
    assert len([m for m in world.general.messages if m.raw.get("_bot")]) == 2
    assert before
    world.sim.assert_clean()


async def test_what_one_channel_missed_is_answered_however_busy_another_was(make_world: MakeWorld) -> None:
    world = await make_world()
    sim = world.sim
    sessions = len(sim.identifies)
    await sim.invalidate(resumable=False)
    missed = await sim.say(world.alice, world.general, QUESTION, mention=True)
    make_older(world, missed, STILL_WAITED_FOR - 60)
    await sim.until(lambda: len(sim.identifies) > sessions and sim.online, 30, "a new session")
    busy = await sim.say(world.bob, world.quiz, "Who left the city by motor car?", mention=True)
    assert "Kerensky" in (await sim.reply_to(busy)).text
    assert "Aurora" in (await sim.reply_to(missed)).text
    await sim.until(lambda: world.log.read_text().count('"caught up"') == 2, 5, "the end of catching up")
    await world.general.deny("READ_MESSAGE_HISTORY")
    sessions = len(sim.identifies)
    await sim.invalidate(resumable=False)
    missed = await sim.say(world.alice, world.quiz, QUESTION, mention=True)
    began = len(sim.transcript)
    await sim.until(lambda: len(sim.identifies) > sessions and sim.online, 30, "a new session")
    assert "Aurora" in (await sim.reply_to(missed)).text
    reads = [line["what"] for line in sim.transcript[began:] if line["what"].startswith("GET")]
    assert not [what for what in reads if world.general.id in what]  # what it may not read it does not ask for
    sim.assert_clean()


async def test_rate_limits_are_waited_out(world: World) -> None:
    world.sim.fault("POST", "/channels/*/messages", status=429, retry_after=0.6)
    began = time.monotonic()
    assert "Aurora" in (await world.mention(world.alice, world.general, QUESTION)).text
    assert time.monotonic() - began > 0.6
    world.sim.assert_clean()


async def test_server_errors_are_tried_again_and_never_post_twice(world: World) -> None:
    world.sim.fault("POST", "/channels/*/messages", status=502, after=True)
    world.sim.fault("PATCH", "/webhooks/*/messages/@original", status=500)
    said = await world.sim.say(world.alice, world.general, QUESTION, mention=True)
    await world.sim.reply_to(said)
    it = await world.ask(world.bob, world.general, QUESTION)
    assert "Aurora" in it.text
    assert it.followups == []
    await asyncio.sleep(1.5)
    assert len(world.sim.replies(said)) == 1
    world.sim.assert_clean()


async def test_a_lost_acknowledgement_is_repeated_and_does_no_harm(world: World) -> None:
    world.sim.fault("POST", "/interactions/*/callback", drop=True)
    assert "Aurora" in (await world.ask(world.alice, world.general, QUESTION)).text
    world.sim.fault("POST", "/interactions/*/callback", drop=True, after=True)
    assert "Aurora" in (await world.ask(world.alice, world.general, QUESTION)).text
    world.sim.assert_clean(allow=["double-ack", "bad-request"])
    assert len([v for v in world.sim.violations if v["rule"] == "double-ack"]) == 1


async def test_an_acknowledgement_that_discord_answers_late_or_with_an_error_still_arrives(world: World) -> None:
    world.sim.fault("POST", "/interactions/*/callback", delay=1.5)
    slow = await world.ask(world.alice, world.general, QUESTION)
    assert 1400 < slow.ack_ms < 3000
    assert "Aurora" in slow.text
    world.sim.fault("POST", "/interactions/*/callback", status=500)
    assert "Aurora" in (await world.ask(world.alice, world.general, QUESTION)).text
    world.sim.assert_clean()


async def test_an_interaction_that_discord_forgot_does_no_harm(world: World) -> None:
    world.sim.fault("POST", "/interactions/*/callback", status=404, code=10062, message="Unknown interaction")
    lost = await world.ask(world.alice, world.general, QUESTION, expect_ack=False)
    assert lost.failed
    assert "Aurora" in (await world.ask(world.bob, world.general, QUESTION)).text


async def test_where_it_may_not_write_the_bot_says_so_by_direct_message(world: World) -> None:
    await world.general.deny("SEND_MESSAGES")
    await world.sim.say(world.alice, world.general, QUESTION, mention=True)
    direct = world.sim.dm(world.alice)
    await world.sim.until(lambda: direct.messages, 8, "a direct message")
    assert "Send Messages" in direct.last.text
    assert f"<#{world.general.id}>" in direct.last.text
    tried = f"POST /channels/{world.general.id}/messages"
    assert not [line for line in world.sim.transcript if line["what"].startswith(tried)]  # refusals are counted
    assert "Aurora" in (await world.ask(world.alice, world.general, QUESTION)).text
    assert "Aurora" in (await world.mention(world.alice, world.quiz, QUESTION)).text
    world.sim.assert_clean()


async def test_where_it_may_write_in_threads_alone_it_answers_there(world: World) -> None:
    it = await world.ask(world.alice, world.general, QUESTION)
    await world.sim.click(world.alice, it.message, "Thread")
    thread = await world.sim.until(lambda: world.sim.channels.get(it.message.id), 5, "a thread")
    await world.general.deny("SEND_MESSAGES")
    assert "Aurora" in (await world.mention(world.alice, thread, QUESTION)).text
    await world.general.deny("SEND_MESSAGES_IN_THREADS")
    await world.sim.say(world.alice, thread, QUESTION, mention=True)
    direct = world.sim.dm(world.alice)
    await world.sim.until(lambda: direct.messages, 8, "a direct message")
    assert f"<#{thread.id}>" in direct.last.text
    world.sim.assert_clean()


async def test_where_it_may_not_embed_the_bot_answers_in_plain_text(world: World) -> None:
    await world.general.deny("EMBED_LINKS")
    reply = await world.mention(world.alice, world.general, QUESTION)
    assert reply.embeds == []
    assert "> Sailors of the cruiser Aurora lowered it again at night." in reply.content
    assert "Embed Links" in reply.content
    await world.sim.click(world.alice, reply, "More context")
    assert reply.content == f"**{QUESTION}**"  # what is read on stands below it, not beside the excerpt
    world.sim.fault(
        "POST", f"/channels/{world.quiz.id}/messages", status=403, code=50013, message="Missing Permissions"
    )
    surprised = await world.mention(world.alice, world.quiz, QUESTION)
    assert "Aurora" in surprised.text
    world.sim.assert_clean()


async def test_without_history_it_answers_without_a_reference(world: World) -> None:
    await world.general.deny("READ_MESSAGE_HISTORY")
    await world.sim.say(world.alice, world.general, QUESTION, mention=True)
    await world.sim.until(lambda: any(m.raw.get("_bot") for m in world.general.messages), 8, "an answer")
    assert "Aurora" in world.general.last.text
    world.sim.assert_clean()


async def test_a_locked_thread_is_named(world: World) -> None:
    it = await world.ask(world.alice, world.general, QUESTION)
    await world.sim.click(world.alice, it.message, "Thread")
    thread = await world.sim.until(lambda: world.sim.channels.get(it.message.id), 5, "a thread")
    await world.sim.until(lambda: thread.messages, 5, "the welcome")
    thread.raw["thread_metadata"]["locked"] = True
    await world.sim.say(world.alice, thread, QUESTION, mention=True)
    direct = world.sim.dm(world.alice)
    await world.sim.until(lambda: direct.messages, 8, "a direct message")
    assert "archived or locked" in direct.last.text
    world.sim.assert_clean()


async def test_an_archived_thread_is_named(world: World) -> None:
    world.sim.fault(
        "POST", f"/channels/{world.general.id}/messages", status=400, code=50083, message="Thread is archived"
    )
    await world.sim.say(world.alice, world.general, QUESTION, mention=True)
    direct = world.sim.dm(world.alice)
    await world.sim.until(lambda: direct.messages, 8, "a direct message")
    assert "archived or locked" in direct.last.text
    world.sim.assert_clean()


async def test_where_it_may_not_open_threads_it_says_what_is_missing(world: World) -> None:
    await world.general.deny("CREATE_PUBLIC_THREADS")
    it = await world.ask(world.alice, world.general, QUESTION)
    told = await world.sim.click(world.alice, it.message, "Thread")
    assert "Create Public Threads" in told.text
    world.sim.assert_clean()


async def test_a_deleted_question_is_not_answered_and_takes_its_answer_with_it(make_world: MakeWorld) -> None:
    world = await make_world(environment={"SMALL_THINKS": "0.5"})
    said = await world.sim.say(world.alice, world.general, QUESTION, mention=True)
    await world.sim.delete(said)
    await world.sim.no_reply(said, 2.0)
    unheard = await world.sim.say(world.alice, world.general, QUESTION, mention=True)
    unheard.raw["_gone"] = True  # the event is still on its way
    await world.sim.no_reply(unheard, 2.0)
    assert world.sim.dm(world.alice).messages == []
    kept = await world.mention(world.bob, world.general, QUESTION)
    answered = await world.sim.say(world.alice, world.general, QUESTION, mention=True)
    answer = await world.sim.reply_to(answered)
    await world.sim.delete(answered)
    await world.sim.until(lambda: answer.deleted, 5, "the end of the answer")
    assert not kept.deleted
    world.sim.assert_clean(allow=["limit"])  # Discord's word that what is replied to is gone
    assert len(world.sim.violations) == 1


async def test_a_deleted_answer_does_no_harm(world: World) -> None:
    it = await world.ask(world.alice, world.general, QUESTION, wait=False)
    await world.sim.until(lambda: it.acked.is_set(), 5, "the acknowledgement")
    it.message.raw["_gone"] = True
    assert "Aurora" in (await world.ask(world.bob, world.general, QUESTION)).text
    world.sim.assert_clean()


async def test_a_burst_in_one_channel_heeds_its_limit_and_loses_nothing(world: World) -> None:
    people = [world.sim.user(f"user{n}") for n in range(8)]
    said = [await world.sim.say(person, world.general, QUESTION, mention=True) for person in people]
    replies = await asyncio.gather(*(world.sim.reply_to(each, 30) for each in said))
    assert len({reply.id for reply in replies}) == len(people)
    assert "Aurora" in (await world.ask(world.alice, world.general, QUESTION)).text
    world.sim.assert_clean()


# Beginning and end


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_finishes_what_is_under_way_tells_the_rest_and_leaves(
    make_world: MakeWorld, how: signal.Signals
) -> None:
    world = await make_world(environment={"DISCORD_WORKERS": "1", "SMALL_THINKS": "1.0"})
    people = [world.sim.user(f"user{n}") for n in range(3)]
    its = [await world.ask(person, world.general, QUESTION, wait=False) for person in people]
    said = await world.sim.say(world.alice, world.general, QUESTION, mention=True)
    await world.sim.until(lambda: all(it.acked.is_set() for it in its), 5, "the acknowledgements")
    began = time.monotonic()
    world.bot.send_signal(how)
    code = await asyncio.wait_for(world.bot.wait(), 10)
    assert code == 0
    assert time.monotonic() - began < 10
    texts = [*(it.text for it in its), world.sim.replies(said)[0].text]
    assert sum("Aurora" in text for text in texts) == 1
    assert sum("being restarted" in text for text in texts) == 3
    world.sim.assert_clean()


async def test_what_was_asked_while_the_process_was_down_is_answered_once(make_world: MakeWorld) -> None:
    world = await make_world(environment={"SMALL_THINKS": "0.5"})
    direct, stranger = world.sim.dm(world.bob), world.sim.dm(world.alice)
    lounge = world.sim.channel("Lounge", world.guild, type=2)
    may_connect = {
        "id": world.guild["id"],
        "type": 0,
        "allow": str(discord.Permissions(connect=True).value),
        "deny": "0",
    }
    lounge.raw |= {"bitrate": 64000, "user_limit": 0, "rtc_region": None, "permission_overwrites": [may_connect]}
    before = [
        await world.sim.say(world.alice, world.general, QUESTION, mention=True),
        await world.sim.say(world.bob, direct, QUESTION),
        await world.sim.say(world.manager, world.general, "thanks!", mention=True),
    ]
    answers = [await world.sim.reply_to(each) for each in before]
    await world.sim.until(lambda: len(State.open(world.home / "discord.sqlite").replied_to()) == 3, 5, "the notes")
    answers[0].raw["_gone"] = True  # taken away with 🗑: it is not to be given again
    under_way = await world.sim.say(world.manager, world.general, QUESTION, mention=True)
    await asyncio.sleep(0.2)
    world.bot.kill()
    await world.bot.wait()
    for n in range(120):
        await world.sim.say(world.manager, world.general, f"chatter {n}")
    missed = [
        under_way,
        await world.sim.say(world.alice, world.general, "Who held the Nikolaevsky bridge?", mention=True),
        await world.sim.say(world.bob, direct, "Who left the city by motor car?"),
        await world.sim.say(world.manager, lounge, QUESTION, mention=True),
    ]
    deleted = await world.sim.say(world.alice, world.quiz, QUESTION, mention=True)
    await world.sim.delete(deleted)
    await world.start()
    for each in missed:
        await world.sim.reply_to(each, 30)
    await asyncio.sleep(1.5)
    assert [len(world.sim.replies(each)) for each in (*before, *missed, deleted)] == [1, 1, 1, 1, 1, 1, 1, 0]
    assert stranger.messages == []
    world.sim.assert_clean()


async def test_what_was_asked_long_before_the_start_is_not_answered(make_world: MakeWorld) -> None:
    world = await make_world(start=False)
    old = await world.sim.say(world.alice, world.general, QUESTION, mention=True)
    make_older(world, old, STILL_WAITED_FOR + 60)
    new = await world.sim.say(world.bob, world.general, QUESTION, mention=True)
    await world.start()
    await world.sim.reply_to(new, 30)
    await asyncio.sleep(1)
    assert len([each for each in world.general.messages if each.raw.get("_bot")]) == 1
    world.sim.assert_clean()


async def test_every_button_works_after_a_restart(make_world: MakeWorld) -> None:
    world = await make_world()
    it = await world.ask(world.alice, world.general, "Who spoke of land, delegate?")
    form = await world.sim.click(world.bob, it.message, "👎")
    world.bot.terminate()
    assert await asyncio.wait_for(world.bot.wait(), 10) == 0
    await world.start()
    for label, expected in (("▶", "Excerpts 4–6"), ("More context", "In context"), ("Back", "Excerpts 4–6")):
        await world.sim.click(world.alice, it.message, label)
        assert expected in it.message.text
    cited = await world.sim.click(world.bob, it.message, "Cite")
    assert "BibTeX" in cited.text
    assert "noted" in (await world.sim.submit_modal(world.bob, form, comment="After the restart.")).text
    await world.sim.click(world.alice, it.message, "Thread")
    await world.sim.until(lambda: it.message.id in world.sim.channels, 5, "a thread")
    await world.sim.click(world.alice, it.message, "🗑")
    await world.sim.until(lambda: it.message.deleted, 5, "the end of the message")
    world.sim.assert_clean()


async def test_a_bot_that_may_not_register_commands_says_so_and_ends(make_world: MakeWorld) -> None:
    world = await make_world(start=False)
    world.sim.fault("PUT", "/applications/*/commands", status=403, code=50001, message="Missing Access")
    await world.launch()
    assert await asyncio.wait_for(world.bot.wait(), 20) == 1
    assert "does not allow the bot to register its commands" in world.log.read_text().splitlines()[-1]


async def test_the_log_holds_no_token_and_no_question(make_world: MakeWorld) -> None:
    world = await make_world()
    await world.ask(world.alice, world.general, QUESTION)
    world.sim.fault("PATCH", "/webhooks/*/messages/@original", status=429, retry_after=0.1)
    await world.ask(world.alice, world.general, QUESTION)
    await world.sim.until(lambda: world.log.read_text().count('"event": "answered"') == 2, 5, "two lines")
    log = world.log.read_text()
    assert world.sim.token not in log
    assert "aW50" not in log
    assert QUESTION not in log


async def test_questions_are_logged_where_the_operator_wants_it(make_world: MakeWorld) -> None:
    world = await make_world(environment={"DISCORD_LOG_QUESTIONS": "1"})
    await world.ask(world.alice, world.general, QUESTION)
    await world.sim.until(lambda: QUESTION in world.log.read_text(), 5, "the question")
