"""Asking over the wire: commands, mentions, direct messages, replies, buttons."""

import asyncio
from typing import Any

import pytest

from tests.discord.conftest import MakeWorld, World

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "Who lowered the bridge at night?"
MANY = "Who spoke of land, delegate?"


def labels(message: Any) -> list[str]:
    return [item["label"] for item in message.buttons]


async def test_a_question_is_acknowledged_at_once_and_answered_with_quotes(world: World) -> None:
    it = await world.ask(world.alice, world.general, QUESTION)
    assert it.deferred
    assert not it.ephemeral
    assert it.ack_ms < 1000
    description = it.message.embeds[0]["description"]
    assert description.startswith(
        "> Sailors of the cruiser Aurora lowered it again at night.\n\n— **Ada Scholar**\n[*Bridges*]("
    )
    assert len(it.message.embeds) <= 3
    assert labels(it.message) == ["More context", "Cite", "Why?", "👍", "👎", "Thread", "🗑"]
    private = await world.ask(world.alice, world.general, QUESTION, private=True)
    assert private.ephemeral
    choices = await world.sim.autocomplete(world.alice, world.general, "/ask", "source", question="x?", source="bri")
    assert [choice["name"] for choice in choices] == ["Bridges"]
    choices = await world.sim.autocomplete(world.alice, world.general, "/ask", "author", question="x?", author="writre")
    assert choices[0]["name"] == "Ben Writer"
    silent = await world.ask(world.alice, world.general, "What of the earthquake of Lisbon?")
    assert "My sources do not say" in silent.text
    world.sim.assert_clean()


async def test_mentions_replies_and_direct_messages_are_one_conversation_each(world: World) -> None:
    reply = await world.mention(world.alice, world.general, f"{QUESTION} @everyone <@{world.bob.id}>")
    assert "Aurora" in reply.text
    assert reply.pings == set()
    followed = await world.sim.reply_to(
        await world.sim.say(world.alice, world.general, "and who held the other?", reply_to=reply)
    )
    assert "Understood as: Who lowered the bridge at night?" in followed.text
    direct = world.sim.dm(world.alice)
    first = await world.sim.reply_to(await world.sim.say(world.alice, direct, QUESTION))
    assert "Aurora" in first.text
    second = await world.sim.reply_to(await world.sim.say(world.alice, direct, "and who held the Nikolaevsky one?"))
    assert "Understood as: Who lowered the bridge at night? and who held" in second.text
    command = await world.ask(world.alice, direct, QUESTION)
    assert "Aurora" in command.text
    forgotten = await world.sim.slash(world.alice, direct, "/forget")
    assert "Forgotten" in forgotten.text
    world.sim.assert_clean()


async def test_the_bot_keeps_quiet_when_it_is_not_addressed(world: World) -> None:
    await world.sim.no_reply(await world.sim.say(world.alice, world.general, QUESTION), 0.5)
    world.sim.assert_clean()


async def test_what_is_asked_only_since_an_edit_is_answered_once(world: World) -> None:
    sim, me = world.sim, f"<@{world.sim.bot.id}>"
    said = await sim.say(world.alice, world.general, QUESTION)
    for text in (f"{me} {QUESTION}", f"{me} {QUESTION}!"):
        await sim.edit(said, text)
    assert "Aurora" in (await sim.reply_to(said)).text
    bare = await sim.say(world.bob, world.general, "", mention=True)
    hint = await sim.reply_to(bare)
    await sim.edit(bare, f"{me} 👍")
    await sim.edit(bare, f"{me} {QUESTION}")
    await sim.until(lambda: len(sim.replies(bare)) == 2, 5, "the answer")
    await sim.edit(bare, f"{me} Who held the Nikolaevsky bridge?")
    await asyncio.sleep(0.5)
    assert hint.deleted
    assert [len(sim.replies(each)) for each in (said, bare)] == [1, 2]
    assert "Aurora" in sim.replies(bare)[1].text
    sim.assert_clean()


async def test_what_is_asked_while_a_hint_is_on_its_way_is_answered_in_its_place(world: World) -> None:
    sim = world.sim
    sim.fault("POST", f"/channels/{world.general.id}/messages", delay=0.5)
    bare = await sim.say(world.bob, world.general, "", mention=True)
    await asyncio.sleep(0.2)
    await sim.edit(bare, f"<@{sim.bot.id}> {QUESTION}")
    await sim.until(lambda: len(sim.replies(bare)) == 2, 5, "the answer")
    hint, answer = sim.replies(bare)
    assert hint.deleted
    assert "Aurora" in answer.text
    sim.assert_clean()


async def test_every_button_does_what_it_says(world: World) -> None:
    sim = world.sim
    it = await world.ask(world.alice, world.general, MANY)
    turned = await sim.click(world.alice, it.message, "▶")
    assert turned.ack_type in (6, 7)
    assert "Excerpts 4–6 of 9" in it.message.text
    copied = await sim.click(world.bob, it.message, "▶")
    assert copied.ephemeral
    assert "Excerpts 7–9 of 9" in copied.message.text
    assert "Excerpts 4–6 of 9" in it.message.text
    await sim.click(world.bob, copied.message, "◀")
    assert "Excerpts 4–6 of 9" in copied.message.text
    await sim.click(world.alice, it.message, "More context")
    assert "In context" in it.message.text
    await sim.click(world.alice, it.message, "Back")
    assert "Excerpts 4–6 of 9" in it.message.text
    cited = await sim.click(world.bob, it.message, "Cite")
    assert cited.ephemeral
    assert "BibTeX" in cited.text
    assert "Thank you" in (await sim.click(world.bob, it.message, "👍")).text
    form = await sim.click(world.bob, it.message, "👎")
    assert "What is wrong" in form.modal["title"]
    assert "noted" in (await sim.submit_modal(world.bob, form, comment="It is not.")).text
    opened = await sim.click(world.alice, it.message, "Thread")
    assert opened.ephemeral
    thread = await sim.until(lambda: sim.channels.get(it.message.id), 5, "a thread")
    assert thread.raw["name"] == MANY
    answer = await world.mention(world.bob, thread, "and who held the bridge?")
    assert f"Understood as: {MANY} and who held the bridge?" in answer.text
    refused = await sim.click(world.bob, it.message, "🗑")
    assert refused.ephemeral
    await sim.click(world.alice, it.message, "🗑")
    await world.sim.until(lambda: it.message.deleted, 5, "the end of the message")
    other = await world.ask(world.alice, world.general, QUESTION)
    await sim.click(world.manager, other.message, "🗑")
    await world.sim.until(lambda: other.message.deleted, 5, "the end of the message")
    sim.assert_clean()


async def test_lists_cards_and_help(world: World) -> None:
    for line, options, expected in (
        ("/sources", {}, "3 sources"),
        ("/sources", {"filter": "bridg"}, "Bridges"),
        ("/source", {"document": "bridges"}, "SHA-256"),
        ("/about", {}, "3 documents, 9 passages"),
        ("/help", {}, "Ask history"),
    ):
        it = await world.sim.slash(world.alice, world.general, line, **options)
        assert it.ephemeral
        assert expected in it.text
    world.sim.assert_clean()


async def test_settings_and_library(make_world: MakeWorld) -> None:
    world = await make_world(environment={"SMALL_STEP": "0.3"})
    sim = world.sim
    it = await sim.slash(world.manager, world.general, "/settings")
    chosen = {
        item["custom_id"].split(":")[2]: item["custom_id"] for item in it.message.components if "custom_id" in item
    }
    await sim.select(world.manager, it.message, chosen["shown"], "1")
    await sim.select(world.manager, it.message, chosen["channels"], world.quiz.id)
    await sim.select(world.manager, it.message, chosen["sources"], "letters", "bridges")
    assert "2 of 3" in it.message.text
    refused = await world.ask(world.alice, world.general, QUESTION)
    assert refused.ephemeral
    assert f"<#{world.quiz.id}>" in refused.text
    assert len((await world.ask(world.alice, world.quiz, "Kerensky and the minister?")).message.embeds) == 1
    await sim.click(world.manager, it.message, chosen["reset"])
    embedded = await sim.slash(world.manager, world.general, "/library embed")
    await sim.until(lambda: "Embedded 10 passages" in embedded.text, 8, "the end of embedding")
    assert any("(edit) ⏳ Embedding: " in entry["what"] for entry in sim.transcript)
    removed = await sim.slash(world.manager, world.general, "/library remove", document="letters")
    assert "Removed: letters" in removed.text
    told = await sim.slash(world.manager, world.general, "/library add", url="https://example.org")
    assert "Added: page" in told.text
    rolled = await sim.slash(world.manager, world.general, "/library rollback")
    assert "no earlier generation" in rolled.text
    sim.assert_clean()


async def test_an_installed_user_asks_in_a_server_without_the_bot(world: World) -> None:
    far = world.sim.guild("Elsewhere", ["lobby"], installed=False)
    lobby = far["handles"][0]
    it = await world.ask(world.alice, lobby, MANY)
    assert "delegate" in it.text.lower()
    assert "Thread" not in labels(it.message)
    await world.sim.click(world.alice, it.message, "▶")
    assert "Excerpts 4–6" in it.message.text
    await world.sim.click(world.alice, it.message, "🗑")
    await world.sim.until(lambda: it.message.deleted, 5, "the end of the message")
    await world.sim.no_reply(await world.sim.say(world.alice, lobby, QUESTION, mention=True), 0.5)
    world.sim.assert_clean()


async def test_each_event_is_answered_once_even_if_delivered_twice(world: World) -> None:
    message = await world.sim.say(world.alice, world.general, QUESTION, mention=True, twice=True)
    await world.sim.reply_to(message)
    await world.sim.no_reply(await world.sim.say(world.bob, world.general, "hm"), 0.5)
    assert len(world.sim.replies(message)) == 1
    it = await world.ask(world.alice, world.general, QUESTION)
    pressed = await world.sim.click(world.alice, it.message, "More context")
    before = it.edits
    for each in (it, pressed):
        await world.sim.dispatch("INTERACTION_CREATE", each.payload, world.guild["id"], 0)
    await asyncio.sleep(0.5)
    assert it.edits == before
    assert "In context" in it.message.text
    world.sim.assert_clean()


async def test_who_asks_too_fast_is_told_in_private(make_world: MakeWorld) -> None:
    world = await make_world(environment={"DISCORD_BURST": "2", "DISCORD_PAUSE": "60"})
    results = [await world.ask(world.alice, world.general, QUESTION) for _ in range(3)]
    assert [it.ephemeral for it in results] == [False, False, True]
    assert "Give me" in results[2].text
    await world.sim.say(world.alice, world.general, QUESTION, mention=True)
    direct = world.sim.dm(world.alice)
    await world.sim.until(lambda: direct.messages, 5, "a private word")
    assert "Give me" in direct.last.text
    world.sim.assert_clean()


async def test_a_full_line_is_busy_and_not_a_pile_up(make_world: MakeWorld) -> None:
    world = await make_world(environment={"DISCORD_WORKERS": "1", "DISCORD_QUEUE": "2", "SMALL_THINKS": "0.5"})
    people = [world.sim.user(f"user{n}") for n in range(6)]
    world.guild["members"] += people
    its = [await world.ask(person, world.general, QUESTION, wait=False) for person in people]
    await world.sim.until(lambda: all(it.done.is_set() for it in its), 10, "all to be answered or told")
    busy = [it for it in its if "line is full" in it.text]
    answered = [it for it in its if "Aurora" in it.text]
    assert len(answered) == 3
    assert len(busy) == 3
    assert all(it.ephemeral for it in busy)
    world.sim.assert_clean()


async def test_commands_are_registered_only_when_they_changed(make_world: MakeWorld) -> None:
    world = await make_world()
    put = "PUT /applications/{application_id}/commands"
    assert world.sim.rest_count[put] == 1
    world.bot.terminate()
    await world.bot.wait()
    await world.start()
    assert world.sim.rest_count[put] == 1
    world.sim.assert_clean()
