"""`/verify` and "Find the source": what is said about a quotation on Discord."""

import pytest

from bot.guilds import GuildSettings
from bot.markdown import quoted_text
from bot.quoted import quotations_in
from bot.verdicts import verdict_sheet
from retrieval.verifying.verifier import Verifier
from tests.bot.scene import Scene, labels, text_of
from tests.bot.small_archive import DOCUMENTS
from tests.retrieval.verifying.shelves import SmallShelf

LOWERED = "Sailors of the cruiser Aurora lowered it again at night."
STAYED = "Let the bridges stay down"


async def test_a_quotation_is_shown_where_it_stands(scene: Scene) -> None:
    shown = (await scene.alice.slash(scene.general, "verify", quotation=LOWERED)).response
    assert shown.content.startswith("**EXACT** — ")
    assert quoted_text(shown.embeds[0].description.split("\n\n— ")[0]) == LOWERED
    assert "Cite" in labels(shown)
    cited = await scene.press(scene.bob, shown, "Cite")
    assert "Permalink" in {field.name for field in cited.response.embeds[0].fields}


VERDICTS = {
    "sailors of the cruiser aurora lowered it – again at night": "FOLDED",
    "Sailors of the cruiser Aurora lowered it again by night": "NEAR",
    "Sailors of the cruiser Aurora never lowered it again at night": "ALTERED",
    f"as Lenin said: “{STAYED}”": "MISATTRIBUTED",
    f"as Lev Orator said: “{STAYED}”": "EXACT",
    f"{LOWERED} … The telephone exchange was taken at dawn.": "PARTIAL",
    "Nobody has ever written this sentence about the bridges of Lisbon": "ABSENT",
    "bridges stay": "TOO SHORT",
}


@pytest.mark.parametrize(("text", "verdict"), VERDICTS.items())
async def test_every_verdict_is_told(scene: Scene, text: str, verdict: str) -> None:
    shown = (await scene.alice.slash(scene.general, "verify", quotation=text)).response
    assert shown.content.startswith(f"**{verdict}** — ")
    assert bool(shown.embeds) == (verdict not in ("ABSENT", "TOO SHORT"))


async def test_a_difference_is_struck_out_and_set_in_bold(scene: Scene) -> None:
    shown = (
        await scene.alice.slash(
            scene.general, "verify", quotation="Sailors of the cruiser Aurora lowered it again by night"
        )
    ).response
    assert "~~at~~ **by**" in shown.embeds[0].description


async def test_the_source_of_each_quotation_in_a_message_is_found_in_private(scene: Scene) -> None:
    message = await scene.bob.send(
        scene.general, f'He wrote “{LOWERED}”\nBut Lenin said, "{STAYED}."\n> Nobody fired a shot there\nDid he?'
    )
    found = await scene.alice.context_menu(scene.general, "Find the source", message)
    assert found.ephemeral
    lines = [line for line in found.response.content.splitlines() if line[:1].isdigit()]
    assert [line.split(" — ")[0] for line in lines] == ["1. **EXACT**", "2. **MISATTRIBUTED**", "3. **EXACT**"]
    assert len(found.response.embeds) == 3


async def test_a_message_that_quotes_nothing_is_looked_for_whole(scene: Scene) -> None:
    message = await scene.bob.send(scene.general, LOWERED)
    found = await scene.alice.context_menu(scene.general, "Find the source", message)
    assert found.response.content.startswith("**EXACT** — ")


async def test_a_source_that_the_server_hides_is_not_searched(scene: Scene) -> None:
    scene.services.state.set_guild(scene.guild.id, GuildSettings(sources=frozenset({"letters"})))
    shown = (await scene.alice.slash(scene.general, "verify", quotation=LOWERED)).response
    assert shown.content.startswith("**ABSENT** — ")
    assert "Aurora" not in "".join(text_of(shown).split("-# ")[:1])


async def test_mark_up_in_a_quotation_pings_nobody_and_means_nothing(scene: Scene) -> None:
    shown = (
        await scene.alice.slash(scene.general, "verify", quotation="@everyone <@1> **all of this** is `nowhere` at all")
    ).response
    assert r"\@everyone" in shown.content
    assert r"\*\*all" in shown.content


MESSAGES = {
    "": [],
    "🎉 !!": [],
    "just some words of a message": [("just some words of a message", None)],
    'a so-called "dual power" it was': [('a so-called "dual power" it was', None)],
    "> one line of a quotation\n> and another\nreply": [("one line of a quotation\nand another", None)],
    ">>> all that follows is quoted\nto the very end": [("all that follows is quoted\nto the very end", None)],
    "«nous voulons la paix et le pain» it says": [("nous voulons la paix et le pain", None)],
    "`“this is code and not quoted”` but “this here is a quotation”": [("this here is a quotation", None)],
    "Lenin said, “the mill is ours to rebuild now”": [("the mill is ours to rebuild now", "Lenin")],
}


@pytest.mark.parametrize(("content", "said"), MESSAGES.items())
def test_quotations_in_messages(content: str, said: list[tuple[str, str | None]]) -> None:
    assert quotations_in(content) == said


def test_a_message_of_many_verdicts_fits_discord() -> None:
    verifier = Verifier(SmallShelf(*DOCUMENTS), tuple)
    long = DOCUMENTS[2].text[:6000]
    made = [verifier.verify(words) for words in (long, long.replace("voted", "never voted"), LOWERED, "x" * 6000, long)]
    sheet = verdict_sheet(made, left_out=3)
    assert len(sheet.content or "") <= 2000
    assert sum(map(len, sheet.embeds)) <= 6000
    assert all(len(embed.description or "") <= 4096 for embed in sheet.embeds)
    assert "3 more quotations" in (sheet.content or "")
