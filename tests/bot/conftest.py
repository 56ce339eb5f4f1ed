"""Fixtures for the tests of the bot."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
import pytest_asyncio

from bot.client import PlainQuoth, ShardedQuoth, build
from bot.secrets import Secret
from bot.services import Services
from bot.settings import Settings
from bot.state import State
from tests.bot.scene import Scene
from tests.bot.small_archive import SmallArchive
from tests.bot.small_workshop import SmallWorkshop


@pytest.fixture
def archive() -> SmallArchive:
    return SmallArchive()


@pytest.fixture
def services(archive: SmallArchive, tmp_path: Path) -> Iterator[Services]:
    settings = Settings(token=Secret("secret.token.value"))
    made = Services.over(archive, State.open(tmp_path / "discord.sqlite"), settings)
    yield made
    made.close()


@pytest.fixture
def workshop(archive: SmallArchive) -> SmallWorkshop:
    return SmallWorkshop(archive)


@pytest.fixture
def simcord_bot(services: Services, workshop: SmallWorkshop) -> PlainQuoth | ShardedQuoth:
    return build(services, workshop)


@pytest_asyncio.fixture
async def scene(simcord_env: Any, services: Services, archive: SmallArchive, workshop: SmallWorkshop) -> Scene:
    guild = simcord_env.create_guild("History Club")
    managers = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True, manage_messages=True))
    return Scene(
        env=simcord_env,
        services=services,
        archive=archive,
        workshop=workshop,
        guild=guild,
        general=guild.create_text_channel("general"),
        quiz=guild.create_text_channel("quiz"),
        alice=guild.add_member(simcord_env.create_user("alice")),
        bob=guild.add_member(simcord_env.create_user("bob")),
        manager=guild.add_member(simcord_env.create_user("mona"), roles=[managers]),
    )
