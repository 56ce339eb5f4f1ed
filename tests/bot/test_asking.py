"""Asking: what one asks, where, and what comes back."""

import pytest

from bot.cogs.asking import Asking
from bot.desk import Desk
from bot.guilds import GuildSettings
from tests.bot.scene import Scene, labels, text_of

QUESTION = "Who lowered the bridge at night?"


async def test_a_command_is_acknowledged_and_then_answered_with_quotes(scene: Scene) -> None:
    result = await scene.ask(scene.alice, QUESTION)
    assert result.acknowledged
    assert not result.ephemeral
    message = result.response
    assert message.content == f"**{QUESTION}**"
    assert "> Sailors of the cruiser Aurora lowered it again at night." in message.embeds[0].description
    assert len(message.embeds) <= 3
    assert labels(message) == ["More context", "Cite", "Why?", "👍", "👎", "Thread", "🗑"]


async def test_private_is_private(scene: Scene) -> None:
    assert (await scene.ask(scene.alice, QUESTION, private=True)).ephemeral
    scene.services.state.set_guild(scene.guild.id, GuildSettings(private=True))
    assert (await scene.ask(scene.alice, QUESTION)).ephemeral
    assert not (await scene.ask(scene.alice, QUESTION, private=False)).ephemeral
    assert "Thread" not in labels((await scene.ask(scene.alice, QUESTION, private=True)).response)


@pytest.mark.parametrize(
    ("option", "typed", "first"),
    [
        ("source", "bri", "Bridges"),
        ("source", "lettres", "Letters"),
        ("author", "wri", "Ben Writer"),
        ("author", "", "Ada Scholar"),
    ],
)
async def test_source_and_author_complete(scene: Scene, option: str, typed: str, first: str) -> None:
    choices = await scene.alice.autocomplete(scene.general, "ask", option, typed, question="x?")
    assert choices[0]["name"] == first
    assert scene.archive.asked == []


async def test_filters_limit_the_answer(scene: Scene) -> None:
    result = await scene.ask(scene.alice, "Who lowered the bridge, Kerensky?", author="Ben Writer")
    assert "Ada Scholar" not in text_of(result.response)
    nothing = await scene.ask(scene.alice, QUESTION, source="Nowhere")
    assert nothing.ephemeral
    assert "/sources" in nothing.response.content
    years = await scene.ask(scene.alice, QUESTION, from_year=1950, to_year=1900)
    assert "swap the years" in years.response.content


async def test_an_abstention_is_friendly_says_why_and_marks_the_nearest_excerpts(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, "Which bridges burned in Lisbon during the earthquake?")).response
    assert "My sources do not say. Nothing in the library seems to answer this." in message.content
    assert message.embeds[0].author.name == "Nearest excerpt, not an answer"
    nothing = (await scene.ask(scene.alice, "xyzzy?")).response
    assert "do not say" in nothing.content
    assert nothing.embeds == []
    assert labels(nothing) == ["👍", "👎", "Thread", "🗑"]


async def test_a_mention_is_answered_in_the_channel_and_pings_nobody(scene: Scene) -> None:
    sent = await scene.alice.send(scene.general, f"{scene.me} {QUESTION} @everyone")
    reply = scene.general.last_message
    assert reply.reference is not None
    assert reply.reference.message_id == sent.id
    assert "Aurora" in text_of(reply)
    posted = [each for each in scene.env.http_requests if each.method == "POST" and each.path.endswith("/messages")][-1]
    assert posted.json["allowed_mentions"]["parse"] == []
    assert posted.json["allowed_mentions"].get("replied_user", False) is False


@pytest.mark.parametrize("words", ["thanks!", "ok cool, thank you so much", "hi"])
async def test_thanks_are_taken_kindly_and_ask_nothing(scene: Scene, words: str) -> None:
    await scene.alice.send(scene.general, f"{scene.me} {words}")
    assert scene.general.last_message.content.startswith("Glad to help.")
    assert scene.archive.asked == []


async def test_a_follow_up_leans_on_the_turn_before(scene: Scene) -> None:
    await scene.ask(scene.alice, QUESTION)
    await scene.alice.send(scene.general, f"{scene.me} and who held the Nikolaevsky one?")
    assert "Understood as: Who lowered the bridge at night? and who" in scene.general.last_message.content
    await scene.bob.send(scene.general, f"{scene.me} and who held the Nikolaevsky one?")
    assert "Understood" not in scene.general.last_message.content


async def test_no_answer_to_everybody_tells_of_what_was_asked_in_private(scene: Scene) -> None:
    shown = (await scene.ask(scene.bob, "Who left the city by motor car?")).response
    await scene.press(scene.bob, shown, "Thread")
    for channel in (scene.general, scene.general.threads[0]):
        await scene.ask(scene.alice, QUESTION, channel, private=True)
        for user in (scene.alice, scene.bob):
            await user.send(channel, f"{scene.me} and who held the Nikolaevsky one?")
            assert "lowered the bridge" not in channel.last_message.content, user
        followed = await scene.ask(scene.alice, "and who held the Nikolaevsky one?", channel, private=True)
        assert f"Understood as: {QUESTION} and who held" in followed.response.content
    assert scene.services.conversations.forget(channel=scene.general.id, user=scene.alice.id) == 3


async def test_a_direct_message_is_a_conversation(scene: Scene) -> None:
    user = scene.env.create_user("carol")
    await user.send_dm(QUESTION)
    assert "Aurora" in text_of(user.dm_channel.last_message)
    assert "Thread" not in labels(user.dm_channel.last_message)
    await user.send_dm("and who held it?")
    assert "Understood as" in user.dm_channel.last_message.content


async def test_a_reply_to_an_old_answer_takes_up_its_question(scene: Scene) -> None:
    answer = await scene.ask(scene.alice, QUESTION)
    scene.services.conversations.forget(channel=scene.general.id, user=scene.alice.id)
    await scene.bob.send(scene.general, f"{scene.me} and who held it?", reply_to=answer.response)
    assert "Understood as: Who lowered the bridge at night? and who held it?" in scene.general.last_message.content


async def test_forget_ends_the_conversation(scene: Scene) -> None:
    await scene.ask(scene.alice, QUESTION)
    told = await scene.alice.slash(scene.general, "forget")
    assert told.ephemeral
    assert "Forgotten: our conversation." in told.response.content
    await scene.alice.send(scene.general, f"{scene.me} and who held it?")
    assert "Understood" not in scene.general.last_message.content


async def test_messages_that_are_not_for_the_bot_are_left_alone(scene: Scene) -> None:
    await scene.alice.send(scene.general, QUESTION)
    other = await scene.alice.send(scene.general, f"<@{scene.bob.id}> {QUESTION}")
    assert scene.general.last_message.id == other.id
    assert scene.archive.asked == []


async def test_a_bare_mention_gets_a_hint(scene: Scene) -> None:
    await scene.alice.send(scene.general, scene.me)
    assert "/help" in scene.general.last_message.content


async def test_a_question_is_shown_escaped(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, "5*6 [x] bridge night lowered?")).response
    assert message.content.startswith(r"**5\*6 \[x\] bridge night lowered?**")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("thanks!", "Glad to help."),
        ("??", "Ask me something"),
        ("help", "Ask me something"),
        ("is this true?", "so I do not know what you mean"),
    ],
)
async def test_a_command_that_asks_nothing_is_told_so_in_private(scene: Scene, question: str, told: str) -> None:
    result = await scene.ask(scene.alice, question)
    assert result.ephemeral
    assert told in result.response.content
    assert scene.archive.asked == []


async def test_the_channels_that_were_chosen_are_kept(scene: Scene) -> None:
    scene.services.state.set_guild(scene.guild.id, GuildSettings(channels=frozenset({scene.quiz.id})))
    refused = await scene.ask(scene.alice, QUESTION)
    assert refused.ephemeral
    assert f"<#{scene.quiz.id}>" in refused.response.content
    said = await scene.alice.send(scene.general, f"{scene.me} {QUESTION}")
    assert scene.general.last_message.id == said.id
    assert "Aurora" in text_of((await scene.ask(scene.alice, QUESTION, scene.quiz)).response)


async def test_a_server_sees_the_sources_that_it_chose_and_as_many_quotes(scene: Scene) -> None:
    scene.services.state.set_guild(scene.guild.id, GuildSettings(sources=frozenset({"letters"}), shown=1))
    message = (await scene.ask(scene.alice, "What did the minister and Kerensky lower from the bridge?")).response
    assert "Ben Writer" in text_of(message)
    assert "Ada Scholar" not in text_of(message)
    assert len(message.embeds) == 1
    names = await scene.alice.autocomplete(scene.general, "ask", "source", "", question="x?")
    assert [each["name"] for each in names] == ["Letters"]


async def test_who_asks_too_fast_is_told_kindly_and_in_private(scene: Scene) -> None:
    results = [await scene.ask(scene.alice, QUESTION) for _ in range(9)]
    assert not results[7].ephemeral
    assert results[8].ephemeral
    assert "Give me" in results[8].response.content
    for _ in range(3):
        await scene.alice.send(scene.general, f"{scene.me} {QUESTION}")
    assert scene.archive.asked == [QUESTION] * 8
    told = [message.content for message in scene.alice.user.dm_channel.history() if "Give me" in message.content]
    assert len(told) == 1
    assert "Aurora" in text_of((await scene.ask(scene.bob, QUESTION)).response)


@pytest.mark.simcord(check_errors=False)
async def test_a_full_line_says_busy_in_private(scene: Scene) -> None:
    scene.services.desk.close()
    scene.services.desk = Desk(workers=1, queue=0)
    with scene.services.desk.admit():
        result = await scene.ask(scene.alice, QUESTION)
        assert result.ephemeral
        assert "line is full" in result.response.content
        await scene.alice.send(scene.general, f"{scene.me} {QUESTION}")
        assert "line is full" in scene.general.last_message.content
        assert scene.archive.asked == []
    assert "Aurora" in text_of((await scene.ask(scene.alice, QUESTION)).response)


async def test_an_event_that_is_delivered_twice_is_answered_once(scene: Scene) -> None:
    sent = await scene.alice.send(scene.general, f"{scene.me} {QUESTION}")
    scene.env.bot.dispatch("message", sent)
    await scene.env.settle()
    assert scene.archive.asked == [QUESTION]
    answers = [message for message in scene.general.history() if message.author.id == scene.env.bot.user.id]
    assert len(answers) == 1


async def test_a_question_that_cannot_be_asked_is_one_sentence(scene: Scene) -> None:
    result = await scene.ask(scene.alice, "   ")
    assert result.response.content == "The question is empty: ask something."


@pytest.mark.simcord(check_errors=False)
async def test_a_fault_of_ours_is_a_sentence_and_not_silence(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(scene.archive, "ask", fail)
    result = await scene.ask(scene.alice, QUESTION)
    assert "Something went wrong" in result.response.content
    assert "boom" not in result.response.content
    await scene.alice.send(scene.general, f"{scene.me} {QUESTION}")
    assert "Something went wrong" in scene.general.last_message.content


async def test_a_quote_that_the_library_no_longer_holds_is_withheld(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = scene.archive.ask

    def forge(*asked: object, **options: object) -> object:
        from dataclasses import replace

        answer = honest(*asked, **options)
        return replace(answer, quotes=(replace(answer.quotes[0], text="Made up."), *answer.quotes[1:]))

    monkeypatch.setattr(scene.archive, "ask", forge)
    assert "Made up" not in text_of((await scene.ask(scene.alice, QUESTION)).response)


async def test_every_command_works_for_an_installed_user_but_those_for_managers(scene: Scene) -> None:
    payloads = {command.name: command.to_dict(scene.env.bot.tree) for command in scene.env.bot.tree.get_commands()}
    for name in ("ask", "forget", "sources", "source", "about", "help"):
        assert payloads[name]["integration_types"] == [0, 1]
        assert payloads[name]["contexts"] == [0, 1, 2]
    for name in ("library", "settings"):
        assert payloads[name]["integration_types"] == [0]
        assert payloads[name]["contexts"] == [0]
        assert payloads[name]["default_member_permissions"] == 1 << 5


def test_no_privileged_intent_is_asked_for() -> None:
    from bot.client import INTENTS

    assert not any((INTENTS.message_content, INTENTS.members, INTENTS.presences))


async def test_the_cog_logs_one_line_without_the_question(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="bot"):
        await scene.ask(scene.alice, QUESTION)
    lines = [record for record in caplog.records if record.getMessage() == "answered"]
    assert len(lines) == 1
    facts = lines[0].facts  # type: ignore[attr-defined]
    assert facts["guild"] == scene.guild.id
    assert facts["generation"] == 1
    assert facts["abstained"] is False
    assert set(facts["seconds"]) == {"waiting", "finding", "sending", "all"}
    assert "question" not in facts
    assert QUESTION not in caplog.text
    assert scene.env.bot.get_cog(Asking.__name__) is not None
