"""The bot over a real library: what is damaged between finding and showing is not shown, and /about counts it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.remembering import RememberingArchive
from embeddings.loading import load_embedder
from retrieval.library.library import Library
from retrieval.library.store import FILE
from tests.bot.scene import Scene, text_of
from tests.bot.small_archive import DOCUMENTS

QUESTION = "Who lowered the bridge at night?"
WORDS = "Sailors of the cruiser Aurora lowered it again at night."


class Damageable(RememberingArchive):
    """An archive whose store is damaged just before what was found is confirmed, once that is wanted."""

    damage: str | None = None
    home: Path

    def confirm(self, answer: Any) -> Any:
        if self.damage is not None:
            with closing(sqlite3.connect(self.home / FILE)) as connection, connection:
                connection.execute(self.damage)
        return super().confirm(answer)


@pytest.fixture
def archive(tmp_path: Path, models: Path) -> Iterator[Damageable]:
    home, embedder = tmp_path / "library", load_embedder(models=models)
    with Library.open(home) as library:
        library.add(DOCUMENTS, embedder)
    with Damageable(Library.open(home), embedder, None) as opened:
        opened.home = home
        yield opened


async def withheld(scene: Scene) -> str:
    embed = (await scene.alice.slash(scene.general, "about")).response.embeds[0]
    value: str = next(field.value for field in embed.fields if field.name == "Quotes withheld")
    return value


@pytest.mark.parametrize(
    "damage",
    ["UPDATE texts SET text = replace(text, 'e', 'a')", "UPDATE texts SET text = text || '!'"],
    ids=["the words", "the rest"],
)
async def test_nothing_that_was_damaged_is_shown_by_any_way(scene: Scene, archive: Damageable, damage: str) -> None:
    sound = (await scene.ask(scene.alice, QUESTION)).response
    assert WORDS in text_of(sound)
    assert (await withheld(scene)).startswith("0")
    bridges = archive.document("bridges")
    start = bridges.text.index(WORDS)
    archive.damage = damage
    for shown in (
        (await scene.ask(scene.alice, QUESTION)).response,
        (await scene.ask(scene.bob, "Who lowered the bridge again?")).response,
        (
            await scene.alice.slash(scene.general, "show", permalink=f"bridges@{bridges.sha256}:{start}-{start + 56}")
        ).response,
        (await scene.press(scene.bob, sound, "Cite")).response,
        (await scene.press(scene.alice, sound, "More context")).response,
    ):
        text = text_of(shown)
        assert "> " not in text
        assert "cruiser Aurora lowered" not in text
    assert not (await withheld(scene)).startswith("0")
