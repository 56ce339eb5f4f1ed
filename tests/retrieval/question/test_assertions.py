"""Which messages assert something."""

import pytest

from retrieval.question.assertions import asserts


@pytest.mark.parametrize(
    "message",
    [
        "Kornilov never reached the capital",
        "kerensky left the palace in a dress",
        "The sailors who came from Kronstadt were armed.",
        "Martov, who led the walkout, wept in the corridor.",
        "The Duma wasn't dissolved in time.",
        "The old guard of the regiment had no shells left",
    ],
)
def test_a_statement_asserts(message: str) -> None:
    assert asserts(message)


@pytest.mark.parametrize(
    "message",
    [
        "Kornilov never reached the capital?",
        "did kerensky leave the palace in a dress",
        "kerensky left the palace when",
        "the man who led the walkout",
        "tell me how Martov wept in the corridor",
        "show the decree that was signed in Smolny",
        "I read that the Duma was dissolved",
        "No, I meant the other one",
        "the armed sailors of Kronstadt",
        "Kornilov was arrested",  # too short to tell it from words to search for
        "Lenin",
        "",
    ],
)
def test_who_asks_orders_or_only_names_asserts_nothing(message: str) -> None:
    assert not asserts(message)
