"""What a server sets, what another one sees, and where the commands are offered."""

from typing import Any

import pytest

from tests.discord.conftest import World

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "Who lowered the bridge at night?"
KERENSKY = "Kerensky and the minister?"
HIDDEN = "does not show this source"


async def panel(world: World) -> tuple[Any, dict[str, str]]:
    """The panel of a server's settings, and the ids of its parts."""
    it = await world.sim.slash(world.manager, world.general, "/settings")
    assert it.ephemeral
    return it.message, {
        item["custom_id"].split(":")[2]: item["custom_id"] for item in it.message.components if "custom_id" in item
    }


async def test_sources_that_a_server_does_not_see_are_nowhere_in_it(world: World) -> None:
    sim = world.sim
    before = await world.ask(world.alice, world.general, "Kerensky, the generals, the minister, troops?")
    assert "Kerensky" in before.message.embeds[0]["description"]
    opened = await world.mention(world.alice, world.general, KERENSKY)
    shown, parts = await panel(world)
    await sim.select(world.manager, shown, parts["sources"], "bridges")

    for label in ("▶", "More context", "Cite"):
        pressed = await sim.click(world.bob, before.message, label)
        assert HIDDEN in pressed.text, label
        assert not [words for words in ("Kerensky found", "troops along", "wrote his last") if words in pressed.text]
    asked = await world.ask(world.alice, world.general, KERENSKY)
    followed = await sim.reply_to(await sim.say(world.alice, world.general, "and who left by car?", reply_to=opened))
    for answer in (asked.text, followed.text):
        assert "Letters" not in answer
        assert "Ben Writer" not in answer
    refused = await world.ask(world.alice, world.general, KERENSKY, source="letters")
    assert "No source here fits" in refused.text
    for option, typed in (("source", "let"), ("author", "ben")):
        found = await sim.autocomplete(world.alice, world.general, "/ask", option, question="x?", **{option: typed})
        assert not [choice for choice in found if choice["value"] in ("letters", "Ben Writer")]
    assert "no such source" in (await sim.slash(world.bob, world.general, "/source", document="letters")).text
    assert "1 source" in (await sim.slash(world.bob, world.general, "/sources")).text

    elsewhere = await world.ask(world.alice, sim.dm(world.alice), KERENSKY)
    assert "Kerensky" in elsewhere.message.embeds[0]["description"]
    sim.assert_clean()


async def test_each_setting_holds_from_the_next_question_on(world: World) -> None:
    sim = world.sim
    shown, parts = await panel(world)
    await sim.select(world.manager, shown, parts["shown"], "1")
    await sim.click(world.manager, shown, parts["private"])
    await sim.click(world.manager, shown, parts["threads"])
    it = await world.ask(world.alice, world.general, "Who spoke of land, delegate?")
    assert it.ephemeral
    assert len(it.message.embeds) == 1
    assert "Thread" not in [button["label"] for button in it.message.buttons]
    public = await world.ask(world.alice, world.general, QUESTION, private=False)
    assert not public.ephemeral
    reply = await world.mention(world.alice, world.general, "Who spoke of land, delegate?")
    assert len(reply.embeds) == 1
    assert "Thread" not in [button["label"] for button in reply.buttons]

    await sim.select(world.manager, shown, parts["channels"], world.quiz.id)
    await sim.no_reply(await sim.say(world.alice, world.general, QUESTION, mention=True), 0.5)
    assert "Aurora" in (await world.mention(world.alice, world.quiz, QUESTION)).text
    await sim.select(world.manager, shown, parts["feedback"], world.quiz.id)
    form = await sim.click(world.bob, public.message, "👎")
    await sim.submit_modal(world.bob, form, comment="@everyone **look** <@1> [here](https://example.org)")
    passed_on = await sim.until(lambda: [m for m in world.quiz.messages if "look" in m.text], 8, "the feedback")
    assert passed_on[0].pings == set()
    assert "\\*\\*look" in passed_on[0].embeds[0]["description"]

    await sim.click(world.manager, shown, parts["reset"])
    assert not (await world.ask(world.alice, world.general, QUESTION)).ephemeral
    assert "all channels" in shown.text
    sim.assert_clean()


async def test_settings_are_for_those_who_manage_the_server_also_where_a_panel_was_seen_by_others(world: World) -> None:
    sim = world.sim
    shown, parts = await panel(world)
    shown.raw["_for"] = None  # as if an old permission let her see it
    told = await sim.click(world.alice, shown, parts["private"])
    assert told.ephemeral
    assert "Manage Server" in told.text
    assert not (await world.ask(world.alice, world.general, QUESTION)).ephemeral
    for line in ("/settings", "/library embed", "/library rollback"):
        with pytest.raises(AssertionError, match="does not see"):
            await sim.slash(world.alice, world.general, line)
        with pytest.raises(AssertionError, match="not offered in DMs"):
            await sim.slash(world.manager, sim.dm(world.manager), line)
    sim.assert_clean()


async def test_one_servers_settings_are_not_anothers(world: World, discord_sim: Any) -> None:
    sim = world.sim
    other = sim.guild("Reading Room", ["lobby"])
    lobby = other["handles"][0]
    other["members"].append(world.alice)
    for session in [each for each in sim.sessions.values() if each.valid]:
        await session.emit("GUILD_CREATE", sim._guild_payload(other, True))
    shown, parts = await panel(world)
    await sim.select(world.manager, shown, parts["sources"], "bridges")
    await sim.click(world.manager, shown, parts["private"])
    it = await world.ask(world.alice, lobby, KERENSKY)
    assert not it.ephemeral
    assert "Kerensky" in it.message.embeds[0]["description"]
    sim.assert_clean()


@pytest.mark.parametrize("typed", ["", "   ", "@everyone", "*_~`|>#-[]()<@&:", "😀", "\u202eabc", "x" * 100, "brigdes"])
async def test_completion_takes_whatever_is_typed(world: World, typed: str) -> None:
    for option in ("source", "author"):
        found = await world.sim.autocomplete(
            world.alice, world.general, "/ask", option, question="Who?", **{option: typed}
        )
        assert len(found) <= 25
        if not typed.strip():
            assert found
    assert await world.sim.autocomplete(world.alice, world.general, "/source", "document", document="brigdes")
    world.sim.assert_clean()


async def test_everything_but_managing_works_in_direct_messages_and_for_an_installed_user(world: World) -> None:
    sim = world.sim
    far = sim.guild("Elsewhere", ["lobby"], installed=False)["handles"][0]
    for channel in (sim.dm(world.alice), far):
        it = await world.ask(world.alice, channel, "Who spoke of land, delegate?")
        assert "Thread" not in [button["label"] for button in it.message.buttons]
        await sim.click(world.alice, it.message, "More context")
        assert "In context" in it.message.text
        await sim.click(world.alice, it.message, "Back")
        assert "BibTeX" in (await sim.click(world.alice, it.message, "Cite")).text
        assert "Thank you" in (await sim.click(world.alice, it.message, "👍")).text
        form = await sim.click(world.alice, it.message, "👎")
        assert "noted" in (await sim.submit_modal(world.alice, form, comment="No.")).text
        for line, expected in (
            ("/sources", "3 sources"), ("/about", "Generation"), ("/help", "Ask history"),
            ("/forget", "1 piece of feedback"),
        ):  # fmt: skip
            assert expected in (await sim.slash(world.alice, channel, line)).text
        await sim.click(world.alice, it.message, "🗑")
        await sim.until(lambda it=it: it.message.deleted, 5, "the end of the message")
    sim.assert_clean()


async def test_a_source_is_the_one_that_was_chosen_and_years_are_kept(world: World) -> None:
    it = await world.ask(world.alice, world.general, "the minister and the bridge?", source="letters")
    assert "Ben Writer" in it.text
    assert "Ada Scholar" not in it.text
    backwards = await world.ask(world.alice, world.general, QUESTION, from_year=1930, to_year=1920)
    assert backwards.ephemeral
    assert "swap the years" in backwards.text
    assert "No source here fits" in (await world.ask(world.alice, world.general, QUESTION, author="@everyone")).text
    world.sim.assert_clean()
