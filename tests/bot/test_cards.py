"""Lists and cards stay inside Discord's limits, whatever a library's catalogue says."""

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from bot import cards
from bot.citing import cite_embeds
from bot.feedback import comment_in, report
from bot.guilds import GuildSettings
from bot.panel import Panel
from bot.rendering import ALL_EMBEDS, DESCRIPTION, Missing
from bot.state import Feedback
from retrieval.library.records import Card, Counts
from seeds.document import Metadata
from tests.bot.quotes import citation, quote
from tests.bot.small_archive import DOCUMENTS, SmallArchive

FACT = st.one_of(st.none(), st.text(max_size=40), st.text(alphabet="*_[]()`<@#:\\- ab", min_size=100, max_size=1500))
URL = st.one_of(st.none(), st.text(max_size=2000).map("https://example.org/{}".format))
FACTS = st.builds(
    Metadata,
    title=FACT,
    author=FACT,
    published=FACT,
    publisher=FACT,
    url=URL,
    licence=FACT,
    language=FACT,
    retrieved=FACT,
)


def card(facts: Metadata) -> Card:
    return Card(
        version=1, id="x" * 60, source="/x", sha256="a" * 64, metadata=facts, first_sentence=1, sentences=9,
        first_passage=1, passages=3,
    )  # fmt: skip


def within_limits(embed: Any) -> bool:
    fields = embed.fields
    return (
        len(embed) <= ALL_EMBEDS
        and len(embed.description or "") <= DESCRIPTION
        and len(embed.title or "") <= 256
        and len(embed.footer.text or "") <= 2048
        and len(fields) <= 25
        and all(field.name and field.value and len(field.name) <= 256 and len(field.value) <= 1024 for field in fields)
    )


@given(st.lists(FACTS, max_size=12), st.integers(-1, 3), st.text(max_size=40))
def test_a_list_of_sources_is_inside_the_limits(facts: list[Metadata], page: int, text: str) -> None:
    assert within_limits(cards.sources_embed([card(each) for each in facts], page=page, filter_text=text))


@given(FACTS)
@example(Metadata(author=" ", retrieved="\u2003"))
def test_a_source_card_is_inside_the_limits(facts: Metadata) -> None:
    from dataclasses import replace

    assert within_limits(cards.source_embed(replace(DOCUMENTS[0], metadata=facts), card(facts)))


@given(st.lists(FACTS, max_size=60), st.integers(0, 3))
@example([Metadata(title=" "), Metadata(title="\u2003")], 0)
def test_a_panel_is_inside_the_limits(facts: list[Metadata], page: int) -> None:
    from dataclasses import replace

    known = [replace(card(each), id=f"d{number}") for number, each in enumerate(facts)]
    chosen = frozenset(each.id for each in known[::2])
    settings = GuildSettings(channels=frozenset(range(10**18, 10**18 + 25)), sources=chosen, feedback=10**18)
    panel = Panel(settings=settings, cards=known, page=page)
    assert within_limits(panel.embed(warning="⚠"))
    options = panel.source_options()
    assert len(options) <= 25
    assert all(1 <= len(option.label) <= 100 for option in options)


@given(
    st.lists(st.tuples(FACT, FACT, FACT, FACT, FACT, FACT, st.text(min_size=1, max_size=300)), min_size=1, max_size=3)
)
def test_citations_are_inside_the_limits_and_at_least_one_is_shown(facts: list[tuple[Any, ...]]) -> None:
    quotes = [
        quote(
            text,
            citation=citation(
                author=author,
                title=title,
                published=published,
                publisher=publisher,
                locator=locator or "",
                speaker=speaker,
            ),
        )
        for author, title, published, publisher, locator, speaker, text in facts
    ]
    embeds = cite_embeds(quotes)
    assert embeds
    assert all(map(within_limits, embeds))
    assert sum(map(len, embeds)) <= ALL_EMBEDS


def test_an_excerpt_that_is_gone_has_no_citation_but_a_sentence() -> None:
    assert cite_embeds([Missing(why="It is gone.")])[0].description == "It is gone."


def test_about_copes_with_a_library_that_is_new() -> None:
    counts = Counts(documents=0, passages=0, sentences=0)
    embed = cards.about_embed(
        counts=counts, generation=0, made="", model="", started=0.0, seconds=(), latency=float("nan"), withheld=0
    )
    assert within_limits(embed)
    assert [field.value for field in embed.fields][1:3] == ["0", "none"]


def test_matching_looks_at_title_author_publisher_and_id() -> None:
    known = SmallArchive().cards()
    assert [each.id for each in cards.matching(known, "BEN WRITER")] == ["letters"]
    assert [each.id for each in cards.matching(known, "long-v")] == ["long-vote"]
    assert len(cards.matching(known, "example press")) == 3
    assert cards.matching(known, "zzz") == []


@given(FACT, FACT)
def test_feedback_is_shown_inside_the_limits(question: str | None, comment: str | None) -> None:
    shown = report(
        Feedback(answer="a", user=1, helpful=False, question=question, comment=comment), "https://discord.com/x"
    )
    assert within_limits(shown)


def test_a_form_is_read_in_both_of_discords_shapes() -> None:
    field = {"type": 4, "custom_id": "comment", "value": " no "}
    assert comment_in({"components": [{"type": 1, "components": [field]}]}) == "no"
    assert comment_in({"components": [{"type": 18, "component": field}]}) == "no"
    assert comment_in({"components": [{"type": 18, "component": {**field, "value": ""}}]}) is None
    assert comment_in({}) is None
