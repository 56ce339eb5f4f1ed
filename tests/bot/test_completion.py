"""Names complete from their beginnings, and in spite of a slip of the hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.completion import MOST, Choice, Completer

NAMES = (
    "The Trotsky Letters",
    "Trotzky in Exile",
    "Ten Days",
    "Éluard and the Sea",
    "Winter Palace, 1917",
    "The people of 1917",
)
COMPLETER = Completer(Choice(name=name, value=name) for name in NAMES)


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("tro", ["Trotzky in Exile", "The Trotsky Letters"]),
        ("the tro", ["The Trotsky Letters"]),
        ("LETTERS", ["The Trotsky Letters"]),
        ("eluard", ["Éluard and the Sea"]),
        ("palase", ["Winter Palace, 1917"]),
        ("1917", ["The people of 1917", "Winter Palace, 1917"]),
        ("xyzzy", []),
    ],
)
def test_the_best_names_come_first(typed: str, best: list[str]) -> None:
    assert [choice.name for choice in COMPLETER.complete(typed)][: len(best)] == best
    if not best:
        assert COMPLETER.complete(typed) == []


def test_nothing_typed_offers_the_first_names() -> None:
    assert len(Completer(Choice(name=f"Name {n}", value=str(n)) for n in range(60)).complete(" ")) == MOST


@given(st.text(), st.lists(st.text(min_size=1), max_size=40))
def test_no_more_than_discord_shows(typed: str, names: list[str]) -> None:
    assert len(Completer(Choice(name=name, value=name) for name in names).complete(typed)) <= MOST
