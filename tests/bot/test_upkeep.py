"""What goes on by itself goes on whatever happens: a library that cannot be followed, a full disk."""

import asyncio
import sqlite3

import pytest

from bot.cogs.upkeep import Upkeep
from embeddings.errors import ModelError
from tests.bot.scene import Scene, text_of

QUESTION = "Who lowered the bridge at night?"


@pytest.fixture
def upkeep(scene: Scene) -> Upkeep:
    found = scene.env.bot.get_cog(Upkeep.__name__)
    assert isinstance(found, Upkeep)
    return found


@pytest.mark.parametrize("trouble", [ModelError("no such model"), sqlite3.DatabaseError("malformed")])
async def test_a_library_that_could_not_be_followed_is_followed_when_it_can(
    scene: Scene, upkeep: Upkeep, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, trouble: Exception
) -> None:
    def fail() -> bool:
        raise trouble

    with monkeypatch.context() as patch:
        patch.setattr(scene.archive, "refresh", fail)
        upkeep.follow_library.restart()
        await asyncio.sleep(0.1)
    assert str(trouble) in str([getattr(record, "facts", "") for record in caplog.records])
    assert upkeep.follow_library.is_running()
    assert not upkeep.follow_library.failed()


async def test_a_full_disk_costs_the_buttons_and_no_answer(
    scene: Scene, upkeep: Upkeep, caplog: pytest.LogCaptureFixture
) -> None:
    disk = scene.services.state._connection
    disk.execute("PRAGMA query_only = ON")  # SQLite's own way to refuse each write
    it = await scene.ask(scene.alice, QUESTION)
    assert "Aurora" in text_of(it.response)
    said = await scene.alice.send(scene.general, f"{scene.me} {QUESTION}")
    assert "Aurora" in text_of(scene.general.last_message)
    told = await scene.press(scene.alice, it.response, "Cite")
    assert "no longer remember this answer" in told.response.content
    upkeep.tidy.restart()
    await asyncio.sleep(0.1)
    assert upkeep.tidy.is_running()
    assert {"not remembered", "nothing forgotten"} <= {record.getMessage() for record in caplog.records}
    disk.execute("PRAGMA query_only = OFF")
    await scene.alice.delete(said)
    await scene.env.settle()
    assert scene.general.last_message.id == it.response.id
