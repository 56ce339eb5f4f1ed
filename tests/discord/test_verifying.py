"""Verifying over the wire: the command, and the message command."""

import pytest

from tests.discord.conftest import World

pytestmark = pytest.mark.asyncio(loop_scope="session")

LOWERED = "Sailors of the cruiser Aurora lowered it again at night."


async def test_verify_shows_the_verdict_and_the_source(world: World) -> None:
    it = await world.sim.slash(world.alice, world.general, "/verify", quotation=LOWERED)
    assert it.deferred
    assert it.ack_ms < 1000
    assert it.message.content.startswith("**EXACT** — ")
    assert it.message.embeds[0]["description"].startswith(f"> {LOWERED}\n\n— **Ada Scholar**")
    cited = await world.sim.click(world.bob, it.message, "Cite")
    assert "BibTeX" in cited.text
    wider = await world.sim.click(world.alice, it.message, "More context")
    assert not wider.failed
    assert it.message.content.startswith("**EXACT** — ")
    absent = await world.sim.slash(
        world.alice, world.general, "/verify", quotation="@everyone nobody ever wrote this about Lisbon", private=True
    )
    assert absent.ephemeral
    assert absent.message.content.startswith("**ABSENT** — ")
    assert absent.message.pings == set()
    world.sim.assert_clean()


async def test_the_source_of_a_message_is_found_in_servers_and_direct_messages(world: World) -> None:
    said = await world.sim.say(
        world.bob, world.general, f"As Lenin said: “{LOWERED}”\n> Nobody fired a shot there\nno?"
    )
    it = await world.sim.context_menu(world.alice, "Find the source", said)
    assert it.ephemeral
    assert "1. **MISATTRIBUTED**" in it.text
    assert "2. **EXACT**" in it.text
    whole = await world.sim.say(world.bob, world.general, LOWERED.upper())
    assert "**FOLDED**" in (await world.sim.context_menu(world.alice, "Find the source", whole)).text
    answer = await world.ask(world.alice, world.general, "Who lowered the bridge at night?")
    assert "**EXACT**" in (await world.sim.context_menu(world.bob, "Find the source", answer.message)).text
    direct = world.sim.dm(world.alice)
    mine = await world.sim.say(world.alice, direct, LOWERED)
    assert "**EXACT**" in (await world.sim.context_menu(world.alice, "Find the source", mine)).text
    world.sim.assert_clean()
