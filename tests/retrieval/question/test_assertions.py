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
        "No woman was admitted to the hall",
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
        "life in besieged Narva that winter",
        "Krymov's failed march on the capital",
        "demonstrations of the first May Day",
        "the People's Will and the court",
        "class hatred in the fleet",
        "wasn't Martov arrested by the sailors",
        "isnt it known that Martov fled",
        "prove that Martov was a liar",
        "let us suppose that Martov was ill",
        "Kornilov was arrested",  # too short to tell it from words to search for
        "Lenin",
        "",
    ],
)
def test_who_asks_orders_or_only_names_asserts_nothing(message: str) -> None:
    assert not asserts(message)
