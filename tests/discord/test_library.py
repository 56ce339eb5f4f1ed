"""The bot over a real library: real quotations, and new generations while it runs."""

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from bot.markdown import quoted_text
from tests.discord.conftest import ROOT, MakeWorld, World

pytestmark = pytest.mark.asyncio(loop_scope="session")

_ORDERS = " and then ".join(
    f"order {number} moved the regiment of Count Zubrov one verst nearer to Narva" for number in range(70)
)
NASTY = f"""The telegrapher Zhilin wrote *all* his _notes_ as ~~codes~~ and ||secrets||, with `ticks`, a \\ and <@1> at noon.

> Zhilin reported to @everyone and @here: # 7 [lines](https://example.org/a_b) fell, 50% > half & <t:1:R> stopped.

- 1. Zhilin heard the word ‮shalom‬ from Haifa, ‏and answered __nothing__ but :smile: and ***stars***.

By the evening telegraph came these commands for the regiment of Count Zubrov: {_ORDERS}.
"""
"""A document of everything that Discord could read as mark-up, and of a sentence of more than 4,000 characters."""

STARTERS = ("october-day-by-day", "two-calendars", "people")


def quoth(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QUOTH_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "retrieval.cli", *arguments], capture_output=True, text=True, timeout=200, check=True, env=environment
    )  # fmt: skip


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("library")
    starter = Path(str(resources.files("seeds") / "starter"))
    nasty = tmp_path_factory.mktemp("nasty") / "telegrapher.txt"
    nasty.write_text(NASTY, encoding="utf-8")
    quoth(home, "add", str(nasty), *(str(starter / f"{name}.md") for name in STARTERS))
    return home


async def start(make_world: MakeWorld, library: Path) -> World:
    world = await make_world(start=False)
    world.home = library
    await world.start("bot")
    return world


def answered(world: World) -> list[dict[str, Any]]:
    """The log's lines about questions in this world's server."""
    lines = (json.loads(line) for line in world.log.read_text().splitlines() if line.startswith("{"))
    return [line for line in lines if line["event"] == "answered" and line["guild"] == int(world.guild["id"])]


async def test_quotations_are_the_documents_own_words_and_a_new_generation_is_answered_from_soon(
    make_world: MakeWorld, library: Path, tmp_path: Path
) -> None:
    world = await start(make_world, library)
    it = await world.ask(world.alice, world.general, "Who stormed the Winter Palace?")
    assert it.ack_ms < 1000
    texts = [(resources.files("seeds") / "starter" / f"{name}.md").read_bytes().decode() for name in STARTERS]
    for embed in it.message.embeds:
        words = quoted_text(embed["description"].split("\n\n— ")[0])
        assert any(words in text for text in texts)
    again = await world.ask(world.bob, world.quiz, "Who stormed the  Winter Palace?")
    assert [embed["description"] for embed in again.message.embeds] == [
        embed["description"] for embed in it.message.embeds
    ]
    first, second = await world.sim.until(
        lambda: len(found := answered(world)) == 2 and found, 8, "two lines in the log"
    )
    assert "ranking" in first["seconds"]
    assert "ranking" not in second["seconds"]  # the answer was remembered
    about = await world.sim.slash(world.alice, world.general, "/about")
    assert "all-MiniLM-L6-v2" in about.text

    letter = tmp_path / "stoker.md"
    letter.write_text("# A stoker's letter\n\nThe stoker Pavel Grishin hid the printing press under coal in Vyborg.\n")
    before = await world.ask(world.alice, world.general, "Where did the stoker Grishin hide the printing press?")
    assert "under coal" not in before.text
    await asyncio.to_thread(quoth, library, "add", str(letter))
    added = time.monotonic()
    while True:
        after = await world.ask(world.bob, world.general, "Where did the stoker Grishin hide the printing press?")
        if "under coal" in after.text:
            break
        assert time.monotonic() - added < 30  # it looks every 2 s; a busy machine may make a look late
        await asyncio.sleep(0.7)
    await world.sim.click(world.alice, it.message, "More context")
    assert "In context" in it.message.text
    removed = await world.sim.slash(world.manager, world.general, "/library remove", document="stoker")
    await world.sim.until(lambda: "Removed" in removed.text, 20, "the removal")
    gone = await world.sim.click(world.alice, after.message, "Cite")
    assert "removed from the library" in gone.text
    rolled = await world.sim.slash(world.manager, world.general, "/library rollback")
    await world.sim.until(lambda: "generation" in rolled.text, 20, "the rollback")
    again = await world.sim.click(world.alice, after.message, "Cite")
    assert "BibTeX" in again.text
    world.sim.assert_clean()


async def test_nasty_words_arrive_as_they_stand_in_the_source(make_world: MakeWorld, library: Path) -> None:
    world = await start(make_world, library)
    for question in (
        "How did the telegrapher Zhilin write his notes?",
        "What did Zhilin report about the lines that fell?",
        "What word from Haifa did Zhilin hear?",
    ):
        reply = await world.mention(world.alice, world.general, f"@everyone **{question}** <@{world.bob.id}>")
        assert reply.pings == set()
        assert reply.content.startswith(f"**{question}**")
        words = quoted_text(reply.embeds[0]["description"].split("\n\n— ")[0])
        assert "Zhilin" in words
        assert words in NASTY

    it = await world.ask(
        world.alice, world.general, "Which commands came for the regiment of Count Zubrov?", timeout=60
    )
    shown = quoted_text(it.message.embeds[0]["description"].split("\n\n— ")[0])
    assert "order 0 moved the regiment" in shown
    assert shown in NASTY
    assert NASTY[NASTY.index(shown) + len(shown)] == " "  # no word is cut
    await world.sim.click(world.alice, it.message, "More context")
    parts = []
    while True:
        parts.append(quoted_text(it.message.embeds[0]["description"].split("\n\n— ")[0]))
        buttons = {button["label"]: button for button in it.message.buttons}
        if "▶" not in buttons or buttons["▶"].get("disabled"):
            break
        await world.sim.click(world.alice, it.message, "▶")
    assert len(parts) > 1
    assert "order 69" in parts[-1]
    assert "".join("".join(parts).split()) in "".join(NASTY.split())
    world.sim.assert_clean()


async def test_questions_are_answered_while_the_library_is_embedded_anew(make_world: MakeWorld, library: Path) -> None:
    world = await start(make_world, library)
    embedding = asyncio.create_task(asyncio.to_thread(quoth, library, "embed", "--full"))
    people = [world.sim.user(f"user{n}") for n in range(8)]
    its = []
    while not embedding.done():
        its += await asyncio.gather(
            *(world.ask(person, world.general, "When was the October Revolution?") for person in people)
        )
        await asyncio.sleep(1)
    await embedding
    assert its
    assert not [it for it in its if it.failed]
    assert all("October" in it.text for it in its)
    generations = re.findall(r'"event": "answered".*"generation": (\d+)', world.log.read_text())
    assert generations
    world.sim.assert_clean()


async def test_sync_registers_the_commands_and_stops(make_world: MakeWorld, library: Path) -> None:
    world = await make_world(start=False)
    world.home = library
    await world.launch("bot", "--sync")
    assert await asyncio.wait_for(world.bot.wait(), 30) == 0
    assert {"ask", "sources", "library"} <= {command["name"] for command in world.sim.commands[None].values()}
    assert world.sim.identifies == []
    world.sim.assert_clean()


async def test_a_wrong_token_is_one_sentence_and_exit_1(make_world: MakeWorld, library: Path) -> None:
    world = await make_world(start=False)
    world.home = library
    (library / "bot.log").unlink(missing_ok=True)
    await world.launch("bot", DISCORD_TOKEN="wrong.secret.token")
    assert await asyncio.wait_for(world.bot.wait(), 30) == 1
    log = (library / "bot.log").read_text()
    assert log.splitlines()[-1].startswith("quoth: Discord does not accept the bot's token")
    assert "wrong.secret.token" not in log
    assert "Traceback" not in log
