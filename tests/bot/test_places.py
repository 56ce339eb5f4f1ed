"""Buttons say in their custom_id all that is needed to answer them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.places import (
    CUSTOM_ID,
    WIDEST,
    Button,
    Context,
    Frame,
    Page,
    Place,
    context_buttons,
    page_buttons,
    place_from,
)

PLACES = st.one_of(
    st.builds(Page, number=st.integers(0, 999)),
    st.builds(
        Context,
        excerpt=st.integers(0, 999),
        paragraphs=st.integers(1, WIDEST),
        part=st.one_of(st.none(), st.integers(0, 999)),
    ),
)


@given(PLACES)
def test_a_place_is_read_as_it_was_written(place: Place) -> None:
    assert place_from(str(place)) == place


def labels(buttons: list[Button]) -> list[str]:
    return [button.label for button in buttons]


def check(buttons: list[Button]) -> None:
    ids = [f"q:{button.verb}:{'x' * 12}:{2**63}:{button.place}" for button in buttons]
    assert len(set(ids)) == len(ids)
    assert all(CUSTOM_ID.fullmatch(each) and len(each) <= 100 for each in ids)
    rows = [button.row for button in buttons]
    assert all(rows.count(row) <= 5 for row in rows)


@given(
    excerpts=st.integers(0, 9),
    shown=st.integers(1, 3),
    page=st.integers(0, 9),
    copy=st.booleans(),
    threads=st.booleans(),
)
def test_every_page_has_valid_buttons(excerpts: int, shown: int, page: int, copy: bool, threads: bool) -> None:
    frame = Frame(excerpts=excerpts, shown=shown, first=1 + page % shown, private_copy=copy, threads=threads)
    page = min(page, max(0, frame.pages - 1))
    check(page_buttons(frame, Page(number=page)))


@given(
    excerpts=st.integers(1, 9), shown=st.integers(1, 3), excerpt=st.integers(0, 8),
    paragraphs=st.sampled_from([1, 2, 4, 8, 16]), parts=st.integers(1, 5), part=st.integers(0, 4), grows=st.booleans(),
)  # fmt: skip
def test_every_context_has_valid_buttons(
    excerpts: int, shown: int, excerpt: int, paragraphs: int, parts: int, part: int, grows: bool
) -> None:
    frame = Frame(excerpts=excerpts, shown=shown, first=1 + part % shown)
    at = Context(excerpt=excerpt % excerpts, paragraphs=paragraphs)
    buttons = context_buttons(frame, at, parts=parts, part=part % parts, grows=grows)
    check(buttons)
    back = next(button for button in buttons if button.label == "Back")
    assert isinstance(back.place, Page)
    assert at.excerpt in frame.excerpts_on(back.place)


@pytest.mark.parametrize(
    ("frame", "page", "expected"),
    [
        (
            Frame(excerpts=7, shown=3, first=3, threads=True),
            0,
            ["◀", "▶", "More context", "Cite", "Why?", "👍", "👎", "Thread", "🗑"],
        ),
        (Frame(excerpts=2, shown=3, first=3), 0, ["More context", "Cite", "Why?", "👍", "👎", "🗑"]),
        (
            Frame(excerpts=7, shown=3, first=3, private_copy=True, threads=True),
            1,
            ["◀", "▶", "More context", "Cite", "Why?", "👍", "👎"],
        ),
        (Frame(excerpts=2, shown=3, first=3, searched=False), 0, ["More context", "Cite", "👍", "👎", "🗑"]),
        (Frame(excerpts=0, shown=3, first=3), 0, ["👍", "👎", "🗑"]),
    ],
)
def test_buttons_are_those_that_mean_something(frame: Frame, page: int, expected: list[str]) -> None:
    assert labels(page_buttons(frame, Page(number=page))) == expected


def test_the_ends_of_the_list_are_closed() -> None:
    frame = Frame(excerpts=7, shown=3, first=3)
    closed = [[button.disabled for button in page_buttons(frame, Page(number=page))[:2]] for page in range(3)]
    assert closed == [[True, False], [False, False], [False, True]]


@given(excerpts=st.integers(0, 12), shown=st.integers(1, 3), first=st.integers(1, 3))
def test_every_excerpt_is_on_one_page(excerpts: int, shown: int, first: int) -> None:
    frame = Frame(excerpts=excerpts, shown=shown, first=min(first, shown))
    pages = [frame.excerpts_on(Page(number=number)) for number in range(frame.pages)]
    assert [excerpt for page in pages for excerpt in page] == list(range(excerpts))
    assert all(0 < len(page) <= shown for page in pages)
    assert all(frame.page_of(excerpt).number == number for number, page in enumerate(pages) for excerpt in page)
