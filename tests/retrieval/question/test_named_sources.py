"""A question that names a source is answered from it first."""

import pytest

from retrieval.answering.asking import Reader, Request
from retrieval.library.records import Card
from retrieval.question.named_sources import Titles, named_sources, titles
from seeds.document import Metadata


def card(name: str, *, title: str, author: str | None = None, publisher: str | None = None) -> Card:
    return Card(
        version=1, id=name, source=name, sha256="a" * 64, metadata=Metadata(title=title, author=author, publisher=publisher),
        first_sentence=1, sentences=9, first_passage=1, passages=3,
    )  # fmt: skip


CARDS = (
    card("memoir", title="My Year at the Harbour", author="Anna Petrovna Belova"),
    card("lecture", title="The Harbour Strike: Lecture 4", author="Karl Weiss", publisher="The Field Gazette"),
    card("notes", title="Notes", publisher="Northern Archive"),
    card("strike", title="The Strike"),
    card("songs", title="Songs of the Crane Men"),
)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("according to Belova, who led the strike?", {"memoir"}),
        ("Who does Weiss blame for the strike?", {"lecture"}),
        ("what did belova think of the crane men", {"memoir"}),
        ("what is said about wages in Weiss's lecture?", {"lecture"}),
        ("the memoir by Anna Belova: how does it end", {"memoir"}),
        ("would the strike have failed, according to the lecture?", {"lecture"}),
        ("what does the field gazette piece think of it", {"lecture"}),
        ("what is on the Northern Archive site about wages?", {"notes"}),
        ("did the author of My Year take part himself?", {"memoir"}),
        ("what does the author of the harbour strike say of wages", {"lecture"}),
        ("does my year at the harbour tell of wages?", {"memoir"}),
        ("did the author of the songs of the crane men sing?", {"songs"}),
        ("did the author of Songs of the Ferry sing?", set()),
        ("was the harbour strike lost?", set()),
        ("who was the author of the strike?", set()),
        ("according to Lenin, who led the strike?", set()),
        ("Who led the harbour strike?", set()),
        ("who was Anna Belova?", set()),
        ("in what book is it written", set()),
        ("was the article of the constitution changed", set()),
    ],
)
def test_a_source_is_known_by_its_author_title_publisher_or_kind(question: str, named: set[str]) -> None:
    assert named_sources(question, CARDS, Titles.of(CARDS)) == named


def test_where_all_sources_are_meant_none_is() -> None:
    assert named_sources("according to Belova, who led the strike?", CARDS[:1], Titles.of(CARDS)) == frozenset()


def test_sources_are_called_by_their_titles() -> None:
    assert titles(frozenset({"notes"}), CARDS) == ("Notes",)


def test_the_source_that_is_named_is_asked_first(quick: Reader) -> None:
    question = "what does the “Two Calendars” text say about the October Revolution?"
    plain = question.replace("“", "").replace("”", "")
    answer = quick.answer(Request(question=plain))
    assert answer.understood.sources
    assert answer.quotes[0].document == "two-calendars"
