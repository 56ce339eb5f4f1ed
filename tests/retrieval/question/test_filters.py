"""Limits that a questioner sets: every one of them holds, and what matches nothing leaves nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.asking import Reader, Request
from retrieval.library.records import Card
from retrieval.question.filters import allowed, misfit, year_of
from retrieval.types import Filters
from seeds.document import Metadata


def card(name: str, **facts: str | None) -> Card:
    return Card(
        version=1, id=name, source=f"/books/{name}.txt", sha256="0" * 64, metadata=Metadata(**facts),
        first_sentence=1, sentences=1, first_passage=1, passages=1,
    )  # fmt: skip


CARDS = [
    card("reed", title="Ten Days", author="John Reed", published="March 1919", url="https://example.org/a/ten"),
    card("serge", title="Year One", author="Victor Serge", published="1930"),
    card("carley", title="Who Betrayed Whom", author="Michael Carley", published="2017-11-08"),
    card("leaflet", title="Leaflet"),
]


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (Filters(), None),
        (Filters(source="reed"), {"reed"}),
        (Filters(source="YEAR one"), {"serge"}),
        (Filters(source="/books/carley.txt"), {"carley"}),
        (Filters(source="example.org"), {"reed"}),
        (Filters(source="e"), {"reed", "serge", "carley", "leaflet"}),
        (Filters(source="pravda"), set()),
        (Filters(author="reed"), {"reed"}),
        (Filters(author="R"), {"reed", "serge", "carley"}),
        (Filters(author="Trotsky"), set()),
        (Filters(from_year=1919), {"reed", "serge", "carley"}),
        (Filters(from_year=1920), {"serge", "carley"}),
        (Filters(to_year=1919), {"reed"}),
        (Filters(to_year=1918), set()),
        (Filters(to_year=0), set()),
        (Filters(from_year=0), {"reed", "serge", "carley"}),
        (Filters(to_year=-44), set()),
        (Filters(from_year=1919, to_year=1930), {"reed", "serge"}),
        (Filters(from_year=1930, to_year=1919), set()),
        (Filters(documents=frozenset({"serge", "ghost"})), {"serge"}),
        (Filters(documents=frozenset()), set()),
        (Filters(author="r", from_year=1920, to_year=1999), {"serge"}),
        (Filters(source="ten", author="Serge"), set()),
        (Filters(source="leaflet", to_year=2020), set()),
        (Filters(documents=frozenset({"reed", "carley"}), from_year=2000), {"carley"}),
    ],
)
def test_a_document_passes_all_filters_or_is_left_out(filters: Filters, left: set[str] | None) -> None:
    assert allowed(CARDS, filters) == left


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(), None),
        (Filters(author="reed"), None),
        (Filters(author="Trotsky"), "No source here fits these limits. `quoth sources` lists what there is."),
        (Filters(source="leaflet", to_year=2020), "No source here fits these limits."),
        (Filters(from_year=1930, to_year=1919), "No source is published from 1930 on and until 1919: swap the years."),
        (Filters(from_year=1919, to_year=1919), None),
    ],
)
def test_limits_that_leave_nothing_are_told(filters: Filters, said: str | None) -> None:
    told = misfit(CARDS, filters)
    assert told is None if said is None else told is not None and told.startswith(said)


FILTERS = st.builds(
    Filters,
    source=st.none() | st.sampled_from(["reed", "e", "nothing"]),
    author=st.none() | st.sampled_from(["john", "r", "nobody"]),
    from_year=st.none() | st.integers(1900, 2020),
    to_year=st.none() | st.integers(1900, 2020),
    documents=st.none() | st.frozensets(st.sampled_from(["reed", "serge", "carley", "leaflet"])),
)


@given(FILTERS)
def test_filters_combine_as_their_intersection(filters: Filters) -> None:
    alone = [
        Filters(source=filters.source),
        Filters(author=filters.author),
        Filters(from_year=filters.from_year),
        Filters(to_year=filters.to_year),
        Filters(documents=filters.documents),
    ]
    everything = frozenset(each.id for each in CARDS)
    expected = everything.intersection(*(left for each in alone if (left := allowed(CARDS, each)) is not None))
    left = allowed(CARDS, filters)
    assert (everything if left is None else left) == expected


@pytest.mark.parametrize(
    ("published", "year"),
    [
        (None, None),
        ("", None),
        ("undated", None),
        ("1917", 1917),
        ("2017-11-08", 2017),
        ("8 November 2017", 2017),
        ("c. 1921, reprinted 1970", 1921),
        ("1917–1918", 1917),
        ("no. 19171107", None),
        ("12345", None),
        ("0830", 830),
        ("0830-12-25", 830),
    ],
)
def test_a_year_is_the_first_of_four_digits(published: str | None, year: int | None) -> None:
    assert year_of(published) == year


@pytest.mark.parametrize(
    "filters",
    [
        Filters(source="pravda"),
        Filters(author="Nobody At All"),
        Filters(from_year=2100),
        Filters(to_year=1800),
        Filters(documents=frozenset()),
        Filters(source="people", author="Nobody At All"),
    ],
)
def test_a_filter_that_matches_nothing_yields_nothing(filters: Filters, reader: Reader) -> None:
    answer = reader.answer(Request(question="Who stormed the Winter Palace?", filters=filters))
    assert (answer.quotes, answer.abstained, answer.confidence) == ((), True, 0.0)
    assert answer.reason


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        (Filters(source="people"), {"people"}),
        (Filters(source="July Days", author="contributors"), {"july-days"}),
        (Filters(documents=frozenset({"parties", "people"}), from_year=2000), {"parties", "people"}),
    ],
)
def test_quotes_come_only_from_where_they_may(filters: Filters, documents: set[str], quick: Reader) -> None:
    answer = quick.answer(Request(question="Who stormed the Winter Palace?", filters=filters, k=20))
    assert answer.quotes
    assert {quote.document for quote in answer.quotes} <= documents
