"""Lists, cards, settings and the care of the library."""

from pathlib import Path

import pytest

from bot.guilds import DEFAULTS, GuildSettings
from bot.panel import PER_PAGE, Panel
from bot.workshop import LARGEST, LibraryWorkshop, safe_name
from retrieval.settings import Settings
from seeds.document import Metadata
from seeds.errors import SourceError
from tests.bot.scene import Scene, button, components, labels, text_of
from tests.bot.small_archive import DOCUMENTS, document
from tests.site import Page, serving


async def test_sources_are_listed_page_by_page_with_a_filter(scene: Scene) -> None:
    scene.archive.upcoming = tuple(document(f"paper-{n:02}", f"Paper {n}.", author="Ada Scholar") for n in range(23))
    await scene.env.advance_time(3)
    shown = await scene.alice.slash(scene.general, "sources")
    assert shown.ephemeral
    assert shown.response.embeds[0].footer.text.startswith("23 sources · page 1 of 3")
    assert button(shown.response, "◀")["disabled"]
    turned = (await scene.press(scene.alice, shown.response, "▶")).response
    turned = (await scene.press(scene.alice, turned, "▶")).response
    assert "Paper 22" in text_of(turned)
    assert button(turned, "▶")["disabled"]
    some = await scene.alice.slash(scene.general, "sources", filter="paper 0")
    assert "10 sources" in text_of(some.response)
    none = await scene.alice.slash(scene.general, "sources", filter="*no*")
    assert "No source fits." in text_of(none.response)
    assert r"\*no\*" in text_of(none.response)


async def test_a_source_has_a_card(scene: Scene) -> None:
    choices = await scene.alice.autocomplete(scene.general, "source", "document", "bri")
    shown = await scene.alice.slash(scene.general, "source", document=choices[0]["value"])
    text = text_of(shown.response)
    for expected in (
        "Bridges",
        "Ada Scholar",
        "CC BY 4",
        "2026",
        "3 (9 sentences)",
        "1 × site footer",
        DOCUMENTS[0].sha256,
    ):
        assert expected in text
    untitled = await scene.alice.slash(scene.general, "source", document="long-vote")
    assert "not known" in text_of(untitled.response)
    missing = await scene.alice.slash(scene.general, "source", document="nowhere")
    assert "no such source" in missing.response.content


async def test_about_and_help(scene: Scene) -> None:
    text = text_of((await scene.alice.slash(scene.general, "about")).response)
    for expected in ("3 documents, 9 passages", "1, made <t:", "words alone", "Running since", "none yet"):
        assert expected in text
    assert "/ask question" in text_of((await scene.alice.slash(scene.general, "help")).response)


async def test_settings_hold_from_the_next_question(scene: Scene) -> None:
    shown = await scene.manager.slash(scene.general, "settings")
    assert shown.ephemeral
    message = shown.response
    assert "all channels" in text_of(message)
    items = {item["custom_id"].split(":")[2]: item["custom_id"] for item in components(message)}
    await scene.manager.select(message, ["1"], custom_id=items["shown"])
    await scene.manager.select(message, ["letters"], custom_id=items["sources"])
    await scene.manager.select(message, [scene.general], custom_id=items["channels"])
    await scene.manager.select(message, [scene.quiz], custom_id=items["feedback"])
    await scene.manager.click(message, custom_id=items["private"])
    changed = await scene.manager.click(message, custom_id=items["threads"])
    assert scene.services.state.guild(scene.guild.id) == GuildSettings(
        channels=frozenset({scene.general.id}), private=True, shown=1, sources=frozenset({"letters"}), threads=False,
        feedback=scene.quiz.id,
    )  # fmt: skip
    assert "1 of 3: Letters" in text_of(changed.response)
    assert "Private by default: on" in labels(changed.response)
    answer = await scene.ask(scene.alice, "Who left the city by motor car, Kerensky?")
    assert answer.ephemeral
    assert len(answer.response.embeds) == 1
    await scene.manager.click(message, custom_id=items["reset"])
    assert scene.services.state.guild(scene.guild.id) == DEFAULTS


async def test_settings_and_library_are_for_those_who_manage_the_server(scene: Scene) -> None:
    message = (await scene.manager.slash(scene.general, "settings")).response
    assert "settings" not in scene.alice.available_commands(scene.general)
    assert not any(name.startswith("library") for name in scene.alice.available_commands(scene.general))
    assert "settings" in scene.manager.available_commands(scene.general)
    assert message is not None


async def test_settings_are_per_server(scene: Scene) -> None:
    scene.services.state.set_guild(scene.guild.id, GuildSettings(private=True))
    other = scene.env.create_guild("Elsewhere")
    lobby = other.create_text_channel("lobby")
    carol = other.add_member(scene.env.create_user("carol"))
    assert not (await carol.slash(lobby, "ask", question="Who held the bridge?")).ephemeral


def test_many_sources_are_chosen_page_by_page() -> None:
    from bot.services import Catalogue
    from tests.bot.small_archive import SmallArchive

    cards = SmallArchive(documents=tuple(document(f"d{n}", "x") for n in range(60))).cards()
    first = Panel(settings=DEFAULTS, cards=cards)
    assert (first.pages, len(first.on_page())) == (3, PER_PAGE)
    chosen = first.changed("sources", ["d1", "d2"])
    second = Panel(settings=chosen, cards=cards, page=1)
    both = second.changed("sources", ["d30"])
    assert both.sources == {"d1", "d2", "d30"}
    assert Panel(settings=both, cards=cards).changed("sources", []).sources == {"d30"}
    assert [option.chosen for option in Panel(settings=both, cards=cards).source_options()][:4] == [
        False,
        True,
        True,
        False,
    ]
    assert Catalogue.of(cards).seen_by(both) == [cards[1], cards[2], cards[30]]


async def test_an_attachment_is_taken_in_and_can_be_asked_at_once(scene: Scene) -> None:
    result = await scene.manager.slash(
        scene.general, "library add", file=("night-train.md", b"The night train left Vyborg with a stoker."), title="T"
    )
    assert result.ephemeral
    assert "Added: night-train." in result.response.content
    assert "generation 2" in result.response.content
    assert "stoker" in text_of((await scene.ask(scene.alice, "Who left Vyborg on the night train?")).response)


async def test_a_page_is_fetched_and_can_be_asked_at_once(scene: Scene) -> None:
    told = await scene.manager.slash(scene.general, "library add", url="https://example.org/page")
    assert "Added: page." in told.response.content
    assert "heron" in text_of((await scene.ask(scene.alice, "Does the page speak of a heron?")).response)
    assert "Attach" in (await scene.manager.slash(scene.general, "library add")).response.content


@pytest.fixture
def own_workshop(tmp_path: Path) -> LibraryWorkshop:
    return LibraryWorkshop(Settings(home=tmp_path / "home", allowed_networks="127.0.0.1/32"))


def test_a_page_is_taken_in_from_where_the_operator_allows(own_workshop: LibraryWorkshop) -> None:
    with serving() as site:
        site.pages["/heron.txt"] = Page(body=b"The heron stood on the pier all winter and nobody knew why it had come.")
        report = own_workshop.fetch(f" {site.url('/heron.txt')}#top ", Metadata(title="Heron"), lambda *_: None)
        assert report.added == ("heron",)
        refused = own_workshop.fetch(f"http://localhost.:{site.port}/heron.txt", Metadata(), lambda *_: None).failed
        assert refused


@pytest.mark.parametrize("address", ["heron", "file:///etc/passwd", "javascript:alert(1)", "http://"])
def test_what_is_no_web_address_is_told(own_workshop: LibraryWorkshop, address: str) -> None:
    with pytest.raises(SourceError, match="is not a web address"):
        own_workshop.fetch(address, Metadata(), lambda *_: None)


async def test_a_date_that_cannot_be_cited_is_refused(scene: Scene) -> None:
    told = await scene.manager.slash(
        scene.general, "library add", file=("heron.txt", b"The heron stood on the pier."), published="31/12/1917"
    )
    assert "“31/12/1917” is no date that can be cited: write it like 1917," in told.response.content


async def test_a_file_that_is_too_large_is_refused(scene: Scene) -> None:
    told = await scene.manager.slash(scene.general, "library add", file=("big.txt", b"x" * (LARGEST + 1)))
    assert "Split it" in told.response.content


async def test_a_document_is_removed_and_missing_ones_are_named(scene: Scene) -> None:
    names = await scene.manager.autocomplete(scene.general, "library remove", "document", "let")
    told = await scene.manager.slash(scene.general, "library remove", document=names[0]["value"])
    assert "Removed: letters." in told.response.content
    missing = await scene.manager.slash(scene.general, "library remove", document="nothing")
    assert missing.response.content.startswith("There is no document 'nothing' in the library; /sources lists them.")


async def test_embedding_says_what_it_did(scene: Scene) -> None:
    told = await scene.manager.slash(scene.general, "library embed")
    assert "Embedded 10 passages" in told.response.content
    assert told.followups == []
    assert scene.archive.generation == 2


async def test_a_rollback_that_is_not_possible_says_so(scene: Scene) -> None:
    told = await scene.manager.slash(scene.general, "library rollback")
    assert told.response.content == "The library has no earlier generation to return to."


@pytest.mark.simcord(check_errors=False)
async def test_an_operator_can_keep_the_library_to_one_server(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    scene.services.settings = replace(scene.services.settings, library_guilds=frozenset({1}))
    told = await scene.manager.slash(scene.general, "library rollback")
    assert "looked after on another server" in told.response.content


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Letters home.md", "Letters home.md"),
        ("../../etc/passwd", "passwd.txt"),
        ("C:\\docs\\essay.txt", "essay.txt"),
        (".hidden", "hidden.txt"),
        ("письма.md", "письма.md"),
        ("a\x00b/c?.txt", "c_.txt"),
        ("", "document.txt"),
        ("x" * 300 + ".md", "x" * 80 + ".md"),
    ],
)
def test_a_file_name_from_outside_stays_in_its_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe
