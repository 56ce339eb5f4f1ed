"""The bot in its own process against a Discord on loopback, where that lies beside the checkout."""

import importlib.util
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def discord_sim() -> Any:
    """The module of the loopback Discord."""
    folder = Path(os.environ.get("QUOTH_SHARED", ROOT.parent / "shared")) / "discord"
    if not (folder / "discord_sim.py").is_file():
        pytest.skip(f"the loopback Discord is not at {folder} (set QUOTH_SHARED to name another folder)")
    if importlib.util.find_spec("jsonschema") is None:
        pytest.skip("the loopback Discord needs jsonschema")
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module("discord_sim")
    finally:
        sys.path.remove(str(folder))


@dataclass(kw_only=True)
class World:
    """A Discord with a server, two members, somebody who manages it, and the bot."""

    sim: Any
    home: Path
    guild: Any
    general: Any
    quiz: Any
    alice: Any
    bob: Any
    manager: Any
    bot: Any = None
    environment: dict[str, str] = field(default_factory=dict)

    async def start(self, module: str = "tests.bot.running_bot", *arguments: str, **environment: str) -> None:
        """Start the bot and wait until it is there."""
        before = len(self.sim.identifies)
        await self.launch(module, *arguments, **environment)
        await self.sim.wait_ready(40, ["ask", "sources"])
        await self.sim.until(lambda: len(self.sim.identifies) > before and self.sim.online, 40, "the bot")

    async def launch(self, module: str = "tests.bot.running_bot", *arguments: str, **environment: str) -> None:
        """Start the bot's process."""
        self.sim.procs.clear()
        known = {"PYTHONPATH": str(ROOT), "QUOTH_HOME": str(self.home), **self.environment, **environment}
        self.bot = await self.sim.launch(["-m", module, *arguments], env=known, log=str(self.log), cwd=str(self.home))

    @property
    def log(self) -> Path:
        return self.home / "bot.log"

    async def ask(self, user: Any, channel: Any, question: str, **options: Any) -> Any:
        return await self.sim.slash(user, channel, "/ask", question=question, **options)

    async def mention(self, user: Any, channel: Any, text: str, **options: Any) -> Any:
        return await self.sim.reply_to(await self.sim.say(user, channel, text, mention=True, **options))


MakeWorld = Callable[..., Awaitable[World]]


def people(sim: Any, discord_sim: Any, guild: Any) -> dict[str, Any]:
    """Two members of a server and somebody who manages it."""
    manage_server, manage_messages = 1 << 5, 1 << 13
    found = {
        "alice": sim.user("Alice"),
        "bob": sim.user("Bob"),
        "manager": sim.user("Mona", permissions=discord_sim.DEFAULT_PERMS | manage_server | manage_messages),
    }
    guild["members"] += found.values()
    return found


@pytest_asyncio.fixture(loop_scope="session")
async def make_world(discord_sim: Any, tmp_path: Path) -> AsyncIterator[MakeWorld]:
    """Worlds of their own, each with its own bot."""
    made: list[World] = []

    async def make(*, start: bool = True, environment: dict[str, str] | None = None, **options: Any) -> World:
        sim = discord_sim.DiscordSim(**options)
        guild = sim.guild("History Club", ["general", "quiz"])
        general, quiz = guild["handles"]
        world = World(
            sim=sim, home=tmp_path, guild=guild, general=general, quiz=quiz, environment=environment or {},
            **people(sim, discord_sim, guild),
        )  # fmt: skip
        await sim.start()
        made.append(world)
        if start:
            await world.start()
        return world

    yield make
    for world in made:
        await world.sim.stop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def running(discord_sim: Any, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """One Discord and one bot, for all tests that leave them as they were."""
    sim = discord_sim.DiscordSim()
    guild = sim.guild("First", ["general", "quiz"])
    general, quiz = guild["handles"]
    world = World(
        sim=sim, home=tmp_path_factory.mktemp("bot"), guild=guild, general=general, quiz=quiz,
        environment={"DISCORD_BURST": "100"}, **people(sim, discord_sim, guild),
    )  # fmt: skip
    await sim.start()
    await world.start()
    yield world
    await sim.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def world(running: World, discord_sim: Any) -> World:
    """A server and people of this test's own, on the Discord that is running."""
    sim = running.sim
    for kept in (sim.violations, sim.self_errors, sim.faults):
        kept.clear()
    guild = sim.guild("History Club", ["general", "quiz"])
    general, quiz = guild["handles"]
    for session in [each for each in sim.sessions.values() if each.valid]:
        await session.emit("GUILD_CREATE", sim._guild_payload(guild, True))
    return replace(running, guild=guild, general=general, quiz=quiz, **people(sim, discord_sim, guild))
