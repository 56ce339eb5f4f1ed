"""How the bot begins, and how it ends: tokens, libraries, signals, what Discord closes for good."""

import asyncio
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.discord.conftest import MakeWorld, World
from tests.discord.test_library import library  # noqa: F401 - a fixture

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "Who lowered the bridge at night?"


async def ended(world: World) -> tuple[int, str]:
    """The bot's exit code and the last line that it wrote."""
    code = await asyncio.wait_for(world.bot.wait(), 60)
    log = world.log.read_text()
    assert "Traceback" not in log
    assert world.sim.token not in log
    return code, log.splitlines()[-1]


async def test_a_token_may_come_from_a_file_or_from_dotenv(make_world: MakeWorld) -> None:
    world = await make_world(start=False)
    file = world.home / "token"
    file.write_text(f"{world.sim.token}\n")
    (world.home / ".env").write_text(f"DISCORD_TOKEN_FILE={file}\n")
    # the operator's shell has it empty, as a service manager may
    await world.start("tests.bot.running_bot", DISCORD_TOKEN="")
    assert "Aurora" in (await world.ask(world.alice, world.general, QUESTION)).text
    assert world.sim.token not in world.log.read_text()
    world.sim.assert_clean()


@pytest.mark.parametrize(
    ("token", "sentence"),
    [
        ("", "quoth: the bot has no token"),
        ("two words", "quoth: the token holds characters that no token has"),
        ("not.the.token", "quoth: Discord does not accept the bot's token"),
    ],
)
async def test_a_bad_token_is_one_sentence_without_it(make_world: MakeWorld, token: str, sentence: str) -> None:
    world = await make_world(start=False)
    await world.launch("tests.bot.running_bot", DISCORD_TOKEN=token)
    code, last = await ended(world)
    assert code == 1
    assert last.startswith(sentence)
    assert not token or token not in world.log.read_text()
    world.sim.assert_clean()


async def test_without_a_library_it_says_how_to_get_one(make_world: MakeWorld) -> None:
    world = await make_world(start=False)
    await world.launch("bot")
    code, last = await ended(world)
    assert code == 1
    assert last.startswith("quoth: there is no library at")
    assert "quoth add" in last
    assert world.sim.identifies == []


@pytest.mark.parametrize(("close", "sentence"), [(4004, "does not accept the bot's token"), (4014, "refuses events")])
async def test_what_discord_closes_for_good_ends_it_with_a_sentence(
    make_world: MakeWorld, close: int, sentence: str
) -> None:
    world = await make_world()
    await world.sim.close_gateway(close)
    code, last = await ended(world)
    assert code == 1
    assert sentence in last
    world.sim.assert_clean()


@pytest.fixture
def sealed(library: Path, tmp_path: Path) -> Iterator[Path]:  # noqa: F811 - the fixture
    """The library on a disk that cannot be written."""
    disk = tmp_path / "disk"
    disk.mkdir()
    for command in (["mount", "--bind", library, disk], ["mount", "-o", "remount,ro,bind", disk]):
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("a read-only disk needs the right to mount one")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


async def test_a_library_on_a_read_only_disk_is_answered_from(
    make_world: MakeWorld, sealed: Path, tmp_path: Path
) -> None:
    world = await make_world(start=False)
    await world.launch("bot", QUOTH_HOME=str(sealed))
    code, last = await ended(world)
    assert code == 1
    assert "name another file with DISCORD_MEMORY" in last
    await world.start("bot", QUOTH_HOME=str(sealed), DISCORD_MEMORY=str(tmp_path / "memory.sqlite"))
    it = await world.ask(world.alice, world.general, "Who stormed the Winter Palace?", timeout=60)
    await world.sim.click(world.alice, it.message, "More context")
    assert "In context" in it.message.text
    told = await world.sim.slash(world.manager, world.general, "/library remove", document="people")
    await world.sim.until(lambda: told.text and "⏳" not in told.text, 20, "the refusal")
    assert "Removed" not in told.text
    assert "Something went wrong" not in told.text
    world.sim.assert_clean()


async def test_a_signal_while_discord_cannot_be_reached_ends_it_too(make_world: MakeWorld) -> None:
    world = await make_world(start=False)
    world.sim.refuse_ws = 1000
    await world.launch()
    await world.sim.until(lambda: world.log.exists() and "reconnect" in world.log.read_text(), 30, "the first refusal")
    world.bot.send_signal(signal.SIGINT)
    assert await asyncio.wait_for(world.bot.wait(), 10) == 0
    assert "Traceback" not in world.log.read_text()


async def test_a_signal_while_a_question_takes_for_ever_tells_its_asker_and_leaves(make_world: MakeWorld) -> None:
    world = await make_world(environment={"SMALL_THINKS": "30", "SMALL_STEP": "30"})
    it = await world.ask(world.alice, world.general, QUESTION, wait=False)
    said = await world.sim.say(world.bob, world.general, QUESTION, mention=True)
    embedding = await world.sim.slash(world.manager, world.general, "/library embed", wait=False)
    await world.sim.until(lambda: it.acked.is_set() and embedding.acked.is_set(), 10, "the acknowledgements")
    began = time.monotonic()
    world.bot.send_signal(signal.SIGTERM)
    code = await asyncio.wait_for(world.bot.wait(), 15)
    assert code == 0
    assert time.monotonic() - began < 10
    for text in (it.text, embedding.text, world.sim.replies(said)[0].text):
        assert "being restarted" in text
    assert not world.sim.online
    world.sim.assert_clean()
