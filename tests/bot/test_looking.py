"""Looking up: a permalink leads to its words, wherever it is pasted, or a sentence says why not."""

from dataclasses import replace
from typing import Any

import pytest

from bot.markdown import quoted_text
from retrieval.answering.chronicle import DayQuotes
from tests.bot.scene import Scene, labels, text_of
from tests.bot.small_archive import BRIDGES, document


def quoted(message: Any) -> str:
    return quoted_text(message.embeds[0].description.split("\n\n— ")[0])


WORDS = "Sailors of the cruiser Aurora lowered it again at night."


def permalink(scene: Scene, words: str = WORDS, name: str = "bridges") -> str:
    found = scene.archive.document(name)
    start = found.text.index(words)
    return f"{name}@{found.sha256}:{start}-{start + len(words)}"


async def test_a_permalink_leads_to_its_words(scene: Scene) -> None:
    shown = await scene.alice.slash(scene.general, "show", permalink=f" {permalink(scene)} ")
    assert quoted(shown.response) == WORDS
    assert shown.response.content == "**Bridges, paragraph 1**"
    assert labels(shown.response) == ["More context", "Cite", "👍", "👎", "Thread", "🗑"]
    wide = await scene.press(scene.alice, shown.response, "More context")
    assert BRIDGES.split("\n\n")[1].splitlines()[0] in text_of(wide.response).replace("> ", "")
    hidden = await scene.alice.slash(scene.general, "show", permalink=permalink(scene), private=True)
    assert hidden.ephemeral


async def test_a_permalink_that_is_asked_for_is_not_taken_for_a_question(scene: Scene) -> None:
    assert quoted((await scene.ask(scene.alice, permalink(scene))).response) == WORDS
    await scene.alice.send(scene.general, f"{scene.me} {permalink(scene)}")
    assert quoted(scene.general.last_message) == WORDS
    assert scene.archive.asked == []


async def test_what_cannot_be_shown_is_told_in_a_sentence(scene: Scene) -> None:
    link = permalink(scene)
    for wrong, says in (
        ("bridges", "is no permalink"),
        (link.replace("bridges@", "ghost@"), "There is no document 'ghost'"),
        (link.replace(scene.archive.document("bridges").sha256, "0" * 64), "has changed"),
    ):
        told = await scene.alice.slash(scene.general, "show", permalink=wrong)
        assert says in told.response.content
        assert not told.response.embeds


async def test_a_server_sees_only_its_own_sources(scene: Scene) -> None:
    state = scene.services.state
    state.set_guild(scene.guild.id, replace(state.guild(scene.guild.id), sources=frozenset({"letters"})))
    told = await scene.alice.slash(scene.general, "show", permalink=permalink(scene))
    assert "does not show this source" in told.response.content


async def test_a_day_brings_what_is_said_about_it(scene: Scene) -> None:
    text = "It was on 7 November 1917. The bank stayed open. On 8 November it did not."
    scene.archive.documents = (*scene.archive.documents, document("diary", text))
    shown = await scene.alice.slash(scene.general, "when", date="1917-11-07")
    assert quoted(shown.response) == "It was on 7 November 1917."
    assert shown.response.content.startswith("**7 November 1917")
    assert "Cite" in labels(shown.response)
    none = await scene.alice.slash(scene.general, "when", date="9 May 1917")
    assert "No sentence of my sources names 9 May 1917" in none.response.content
    wrong = await scene.alice.slash(scene.general, "when", date="yesterday")
    assert "names no day" in wrong.response.content


async def test_a_day_of_many_years_that_nothing_names_is_told_in_a_message_that_fits(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    years = [DayQuotes(day=f"29 February {year} New Style", quotes=()) for year in range(1604, 2000, 4)]
    monkeypatch.setattr(scene.archive, "when", lambda date, **_: years)
    none = await scene.alice.slash(scene.general, "when", date="29 February")
    assert none.response.content == "No sentence of my sources names '29 February' of any year."
