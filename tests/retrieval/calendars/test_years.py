"""Years that a text tells of: named, or inside a run of years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.calendars.years import share_told


@pytest.mark.parametrize(
    ("asked", "text", "share"),
    [
        ([1917], "In 1917 the mills stood still.", 1.0),
        ([1917], "In 1918 they ran again.", 0.0),
        ([1917], "They ran again.", None),
        ([1914, 1918], "The war began in 1914.", 0.5),
        ([1930], "He was president from 1927 to 1939.", 1.0),
        ([1930], "President 1927–39, twice elected", 1.0),
        ([1930], "President 1931-39", 0.0),
        ([1930], "between 1927 and 1939 he ruled", 1.0),
        ([1930], "in 1927 and 1939 there were fires", 0.0),  # two years are no run
        ([1908], "On 1905-10-17 the Tsar gave way.", 0.0),  # a day is no run either
        ([1930], "in 1939 and 1927 there were fires", 0.0),
        ([1917], "It weighed 1917.5 pounds in 1921.", 0.0),
    ],
)
def test_a_year_is_told_of_by_name_or_inside_a_run(asked: list[int], text: str, share: float | None) -> None:
    assert share_told(asked, text) == share


@given(asked=st.lists(st.integers(1000, 2099), min_size=1, max_size=4, unique=True), text=st.text())
def test_a_share_is_one(asked: list[int], text: str) -> None:
    share = share_told(asked, text)
    assert share is None or 0 <= share <= 1
    assert share_told(asked, f"{text} {asked[0]} ") is not None
