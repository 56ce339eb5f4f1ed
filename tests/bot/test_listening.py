"""Listening: whom a message is for, what it leans on, and what becomes of the reply when it is deleted."""

import asyncio
import time
from typing import Any

import discord
import pytest

from bot.desk import Desk
from retrieval.types import Answer
from tests.bot.scene import Scene, labels, text_of

QUESTION = "Who lowered the bridge at night?"
OTHER = "Who left the city by motor car?"


def replies(scene: Scene, channel: Any = None) -> list[Any]:
    me = scene.env.bot.user.id
    return [message for message in (channel or scene.general).history() if message.author.id == me]


@pytest.mark.parametrize(
    "words",
    [
        "{bob} {me} Who lowered the bridge at night?",
        "{me} Who lowered the bridge at night? @everyone",
        "{me} Who lowered the bridge at night {bob}?",
        "{me} {role} Who lowered the bridge at night? {channel} <:pepe:123456789012345678> <t:1543392060:R>",
        "> the choir did\n{me} Who lowered the bridge at night?",
        "{me}\n> Who lowered the bridge at night?",
    ],
)
async def test_whom_a_message_calls_is_not_asked_about(scene: Scene, words: str) -> None:
    role = scene.guild.create_role("Historians")
    said = words.format(me=scene.me, bob=scene.bob.mention, role=f"<@&{role.id}>", channel=scene.quiz.mention)
    await scene.alice.send(scene.general, said)
    assert scene.archive.asked == [QUESTION]
    assert scene.general.last_message.content == f"**{QUESTION}**"


async def test_a_command_asks_nothing_about_whom_it_calls(scene: Scene) -> None:
    result = await scene.ask(scene.alice, f"Who lowered the bridge at night, {scene.bob.mention}? @here")
    assert result.response.content == f"**{QUESTION}**"
    empty = await scene.ask(scene.alice, scene.bob.mention)
    assert "question is empty" in empty.response.content


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("thx!!", "Glad to help."),
        ("ty :)", "Glad to help."),
        ("lol", "Glad to help."),
        ("lmao", "Glad to help."),
        ("👍", "Glad to help."),
        ("👍🏽 🎉", "Glad to help."),
        ("<:pepe:123456789012345678>", "Glad to help."),
        ("", "Ask me something"),
        ("?", "Ask me something"),
        ("@everyone", "Ask me something"),
        ("help", "Ask me something"),
        ("/help", "Discord sent me this as a message."),
        ("!sources", "Discord sent me this as a message."),
        ("/when 7 November 1917", "Discord sent me this as a message."),
    ],
)
async def test_what_has_no_words_is_taken_kindly_and_asks_nothing(scene: Scene, words: str, told: str) -> None:
    await scene.alice.send(scene.general, f"{scene.me} {words}")
    assert scene.general.last_message.content.startswith(told)
    assert scene.archive.asked == []


async def test_a_file_without_words_asks_nothing(scene: Scene) -> None:
    await scene.alice.send(scene.general, scene.me, attachments=[("map.png", b"png")])
    assert scene.general.last_message.content.startswith("Ask me something")
    assert scene.archive.asked == []


async def test_a_mention_in_what_is_quoted_is_for_nobody(scene: Scene) -> None:
    await scene.alice.send(scene.general, f"> {scene.me} {QUESTION}\nwhat a thing to ask")
    assert replies(scene) == []


async def test_who_mentions_the_role_of_the_bot_is_told_how_to_be_heard(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    role = scene.guild.create_role("Quoth")
    monkeypatch.setattr(discord.Guild, "self_role", property(lambda guild: guild.get_role(role.id)))
    await scene.alice.send(scene.general, f"<@&{role.id}> {QUESTION}")
    assert "You mentioned my role" in scene.general.last_message.content
    await scene.alice.send(scene.general, f"<@&{role.id}> {scene.me} {QUESTION}")
    assert "Aurora" in text_of(scene.general.last_message)
    assert scene.archive.asked == [QUESTION]


async def test_a_forwarded_question_is_answered_in_a_direct_message(scene: Scene) -> None:
    carol = scene.env.create_user("carol")
    said = await carol.send_dm("hello")
    scene.env.backend.edit_message(said.channel.id, said.id, {"content": QUESTION})
    forwarded = scene.env.backend.create_message(
        said.channel.id,
        carol.id,
        reference={"type": 1, "channel_id": str(said.channel.id), "message_id": str(said.id)},
    )
    await scene.env.settle()
    assert forwarded
    assert "Aurora" in text_of(carol.dm_channel.last_message)


# What a reply leans on


async def test_a_reply_leans_on_the_answer_that_it_replies_to(scene: Scene) -> None:
    answer = (await scene.ask(scene.alice, QUESTION)).response
    await scene.alice.send(scene.general, f"{scene.me} {OTHER}")
    other = scene.general.last_message
    await scene.bob.send(scene.general, f"{scene.me} {OTHER}")
    await scene.bob.send(scene.general, f"{scene.me} and who held it?", reply_to=answer)
    assert f"Understood as: {QUESTION} and who held it?" in scene.general.last_message.content
    await scene.bob.send(scene.general, f"{scene.me} and who else?", reply_to=scene.general.last_message)
    assert f"Understood as: {QUESTION} and who held it? and who else?" in scene.general.last_message.content
    await scene.bob.send(scene.general, f"{scene.me} and with whom?", reply_to=other)
    assert f"Understood as: {OTHER} and with whom?" in scene.general.last_message.content
    await scene.alice.send(scene.general, f"{scene.me} and where to?")
    assert f"Understood as: {OTHER} and where to?" in scene.general.last_message.content


async def test_a_reply_to_a_remembered_answer_searches_once(scene: Scene) -> None:
    answer = (await scene.ask(scene.alice, QUESTION)).response
    await scene.bob.send(scene.general, f"{scene.me} and who held it?", reply_to=answer)
    assert scene.archive.asked == [QUESTION, "and who held it?"]


async def test_a_reply_leans_on_the_words_that_it_replies_to(scene: Scene) -> None:
    asked = await scene.bob.send(scene.general, f"{scene.me} {QUESTION}")
    await scene.alice.send(scene.general, f"{scene.me} {OTHER}")
    await scene.alice.send(scene.general, f"{scene.me} and who held it?", reply_to=asked)
    assert f"Understood as: {QUESTION} and who held it?" in scene.general.last_message.content


async def test_a_quotation_is_what_is_asked_about(scene: Scene) -> None:
    await scene.alice.send(scene.general, f"{scene.me} {OTHER}")
    await scene.alice.send(scene.general, f"> the cadets lowered the bridge\n{scene.me} and who else did?")
    assert "Understood as: the cadets lowered the bridge and who else did?" in scene.general.last_message.content


@pytest.mark.simcord(check_errors=False)
async def test_who_was_let_into_the_line_is_not_told_that_it_is_full(scene: Scene) -> None:
    scene.services.desk.close()
    scene.services.desk = Desk(workers=1, queue=0)
    await scene.alice.send(scene.general, f"> the cadets lowered the bridge\n{scene.me} and who else did?")
    assert "Understood as: the cadets lowered the bridge and who else did?" in scene.general.last_message.content


async def test_what_a_question_leans_on_stays_with_it_where_several_ask_in_a_thread(scene: Scene) -> None:
    scene.services.desk.close()
    scene.services.desk = Desk(workers=1, queue=9)
    await scene.press(scene.alice, (await scene.ask(scene.alice, QUESTION)).response, "Thread")
    thread = scene.general.threads[0]
    scene.archive.thinks = 0.1
    leaning = f"> the cadets lowered the bridge\n{scene.me} and who else did?"
    for user, words in ((scene.alice, leaning), (scene.bob, f"{scene.me} {OTHER}")):
        scene.env.backend.create_message(thread.id, user.id, words)
    await asyncio.sleep(0.8)
    await scene.env.settle()
    heads = [each.content for each in replies(scene, thread)]
    assert any("Understood as: the cadets lowered the bridge and who else did?" in each for each in heads), heads


async def test_an_answer_that_is_at_hand_does_not_overtake_the_turn_before_it(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = scene.archive.ask

    def ask(question: str, *asked: Any, **options: Any) -> Answer:
        time.sleep(0.4 if question == QUESTION else 0.0)
        return honest(question, *asked, **options)

    monkeypatch.setattr(scene.archive, "ask", ask)
    monkeypatch.setattr(scene.archive, "key", lambda question, **_: question)
    monkeypatch.setattr(scene.archive, "remembers", lambda key: key == OTHER)
    for user, words in ((scene.alice, QUESTION), (scene.alice, OTHER), (scene.bob, OTHER)):
        scene.env.backend.create_message(scene.general.id, user.id, f"{scene.me} {words}")
    await asyncio.sleep(0.8)
    await scene.env.settle()
    assert scene.archive.asked == [OTHER, QUESTION, OTHER]  # first the one of somebody else


async def test_a_reply_to_words_that_discord_does_not_show_says_so(scene: Scene) -> None:
    claim = await scene.bob.send(scene.general, "The cadets lowered the bridge.")
    await scene.alice.send(scene.general, f"{scene.me} {OTHER}")
    await scene.alice.send(scene.general, f"{scene.me} is this true?", reply_to=claim)
    assert "Discord does not show me the message" in scene.general.last_message.content
    assert scene.archive.asked == [OTHER]
    await scene.alice.send(scene.general, f"{scene.me} {QUESTION}", reply_to=claim)
    assert "Aurora" in text_of(scene.general.last_message)
    await scene.alice.send(scene.general, f"{scene.me} Aurora?", reply_to=claim)
    assert scene.general.last_message.content.startswith("**Aurora?**")


@pytest.mark.parametrize("words", ["is this true?", "source?", "is that historically accurate?", "fact check"])
async def test_whether_words_are_true_is_asked_with_the_words_themselves(scene: Scene, words: str) -> None:
    await scene.alice.send(scene.general, f"> The cadets held the bridge.\n{scene.me} {words}")
    assert scene.archive.asked == ["The cadets held the bridge."]
    assert scene.general.last_message.content.startswith("**The cadets held the bridge.**")


@pytest.mark.parametrize("words", ["is this true?", "source?", "fact check"])
async def test_whether_something_is_true_that_nobody_wrote_to_the_bot_is_not_asked(scene: Scene, words: str) -> None:
    await scene.bob.send(scene.general, "The cadets lowered the bridge.")
    await scene.alice.send(scene.general, f"{scene.me} {words}")
    assert "so I do not know what you mean" in scene.general.last_message.content
    assert scene.archive.asked == []


@pytest.mark.parametrize(
    ("words", "button"),
    [
        ("show context", "More context"),
        ("what's the context of this?", "More context"),
        ("source?", "Cite"),
        ("where is this from?", "Cite"),
        ("and where is that from", "Cite"),
        ("where did you get this from?", "Cite"),
        ("can you cite that please", "Cite"),
    ],
)
async def test_what_a_button_has_is_not_searched(scene: Scene, words: str, button: str) -> None:
    await scene.alice.send(scene.general, f"{scene.me} {QUESTION}")
    answer = scene.general.last_message
    await scene.bob.send(scene.general, f"{scene.me} {words}", reply_to=answer)
    await scene.alice.send(scene.general, f"{scene.me} {words}")
    assert [f"**{button}**" in each.content for each in replies(scene)] == [False, True, True]
    assert button in labels(answer)
    assert scene.archive.asked == [QUESTION]


@pytest.mark.parametrize(
    "words",
    [
        "what is the source of the Neva?",
        "where is Kresty from the bridge?",
        "context of the decree",
        "where did it come from?",
    ],
)
async def test_what_only_sounds_like_a_button_is_searched(scene: Scene, words: str) -> None:
    await scene.alice.send(scene.general, f"{scene.me} {QUESTION}")
    await scene.alice.send(scene.general, f"{scene.me} {words}")
    assert scene.archive.asked == [QUESTION, words]


async def test_he_is_nobody_where_no_conversation_goes_on(scene: Scene) -> None:
    await scene.alice.send(scene.general, f"{scene.me} and when did he die?")
    assert "I do not know whom you mean" in scene.general.last_message.content
    assert (await scene.ask(scene.alice, "who was he?")).response.content.startswith("I do not know whom you mean")
    assert scene.archive.asked == []
    limited = (await scene.ask(scene.bob, "who was he?", author="Ben Writer")).response
    assert limited.content.startswith("**who was he?**")
    await scene.press(scene.alice, (await scene.ask(scene.alice, QUESTION)).response, "Thread")
    for channel in (scene.general, scene.general.threads[0]):
        await scene.alice.send(channel, f"{scene.me} and when did he die?")
        assert f"Understood as: {QUESTION} and when did he die?" in channel.last_message.content


async def test_a_reply_to_a_verdict_is_about_the_quotation(scene: Scene) -> None:
    quotation = "Sailors of the cruiser Aurora lowered it again at night."
    shown = (await scene.alice.slash(scene.general, "verify", quotation=quotation)).response
    await scene.bob.send(scene.general, f"{scene.me} and who held it?", reply_to=shown)
    assert f"Understood as: {quotation} and who held it?" in scene.general.last_message.content
    await scene.press(scene.alice, shown, "Thread")
    thread = scene.general.threads[0]
    assert thread.name == quotation
    await scene.bob.send(thread, f"{scene.me} and who held it?")
    assert f"Understood as: {quotation} and who held it?" in thread.last_message.content


# Deleted questions


async def test_a_question_that_is_deleted_before_its_answer_is_not_answered(scene: Scene) -> None:
    scene.archive.thinks = 0.3
    said = scene.env.backend.create_message(scene.general.id, scene.alice.id, f"{scene.me} {QUESTION}")
    await asyncio.sleep(0.1)
    scene.env.backend.delete_message(scene.general.id, said.id)
    await scene.env.settle()
    await asyncio.sleep(0.5)
    await scene.env.settle()
    assert replies(scene) == []
    assert scene.services.state.reply_to(said.id) is not None


async def test_an_answer_goes_with_its_question(scene: Scene) -> None:
    said = await scene.alice.send(scene.general, f"{scene.me} {QUESTION}")
    thanks = await scene.bob.send(scene.general, f"{scene.me} thanks!")
    kept = await scene.bob.send(scene.general, f"{scene.me} {OTHER}")
    done = scene.services.state.reply_to(said.id)
    assert done is not None
    assert done.answer
    assert scene.services.state.shown(done.answer) is not None
    await scene.alice.delete(said)
    await scene.bob.delete(thanks)
    await scene.env.settle()
    assert [each.reference.message_id for each in replies(scene)] == [kept.id]
    assert scene.services.state.shown(done.answer) is None


async def test_a_deleted_message_that_was_not_answered_costs_no_look_into_the_memory(scene: Scene) -> None:
    said = await scene.alice.send(scene.general, f"{scene.me} {QUESTION}")
    other = await scene.alice.send(scene.general, "not for the bot")
    looks: list[str] = []
    scene.services.state._connection.set_trace_callback(looks.append)
    await scene.alice.delete(other)
    await scene.env.settle()
    assert looks == []
    await scene.alice.delete(said)
    await scene.env.settle()
    assert replies(scene) == []


# Places


async def test_an_announcement_channel_has_threads_and_a_voice_channel_has_none(scene: Scene) -> None:
    news, voice = scene.guild.create_news_channel("news"), scene.guild.create_voice_channel("Lounge")
    await scene.alice.send(news, f"{scene.me} {QUESTION}")
    assert "Thread" in labels(news.last_message)
    await scene.alice.send(voice, f"{scene.me} {QUESTION}")
    assert "Aurora" in text_of(voice.last_message)
    assert "Thread" not in labels(voice.last_message)
