"""What speakers are called: with a number, with an elided particle, with a word in quotation marks, behind a council's name."""

import pytest

from tests.seeds.speaking import TAGGED, WORDS, speaker

KING = "They remembered Sigvald III. well enough in Linden."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"In the spring Sigvald III. wrote: “{WORDS}”", "Sigvald III"),
        (f"And yet Sigvald III. spoke for many when he said, “{WORDS}”", "Sigvald III"),
        (f"In May there came Sigvald III, whom few had seen. “{TAGGED}” he said.", "Sigvald III"),
        (f"“{TAGGED}” said Sigvald III. to Orme.", "Sigvald III"),
        (f"The toll is told of in Book III, and a book has no voice. “{TAGGED}” he said.", "Sigvald III"),
    ],
)
def test_a_king_is_a_person_by_his_number(text: str, who: str | None) -> None:
    assert speaker(f"{KING} {text}") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"“{TAGGED}” said d'Ambel.", "d'Ambel"),
        (f"“Sire,” said old d’Ambel, “{WORDS}”", "d’Ambel"),
        (f"“You,” writes the Marquis d'Ambel, “{WORDS}”", "d'Ambel"),
        (f"The others slept, but d'Ambel came. “Well,” he said, “{WORDS}”", "d'Ambel"),
        (f"Orme wrote to d'Ambel: “{WORDS}”", "Paul Orme"),
    ],
)
def test_a_name_may_begin_with_an_elided_particle(text: str, who: str) -> None:
    assert speaker(f"Reeve knew Louis d'Ambel and Louis d’Ambel.\n\n{text}") in (who, f"Louis {who}")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"“Go home,” said the “holy” man. “{WORDS}”", "the holy man"),
        (f"“Well,” laughed the miller, turning to the “saint.” “{WORDS}”", "the miller"),
        (f"Captain Orme called it a “theft” and a “crime against the town.” He asked, “{WORDS}”", "Paul Orme"),
    ],
)
def test_a_word_kept_apart_is_the_authors(text: str, who: str | None) -> None:
    assert speaker(text) == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("In the name of the Linden Military Committee Reeve had declared the toll lawful.", "James Reeve"),
        ("In the name of the Linden Water Committee the toll was read out to Captain Orme.", "Paul Orme"),
        ("On the stairs I met Reeve, wet to the knees.", "James Reeve"),
        ("Orme's brother Reeve was sent to the mill.", "James Reeve"),
        ("Orme's brother and Reeve were sent to the mill.", None),
        ("Everybody rose for Mlle. Reeve and her brother Mr. Orme.", "Paul Orme"),
    ],
)
def test_he_is_who_is_named_behind_what_is_not_he(told: str, who: str | None) -> None:
    assert speaker(f"The hall was full.\n\n{told} “The toll,” he said, “{WORDS}”") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("General Orme saw a deputation from his gunners. “Can you,” they asked,", "a deputation"),
        ("“Well,” said the leader of the Linden deputation, raising his hat,", "the leader of the Linden deputation"),
        ("Crowds of women cried,", "crowds of women"),
        ("Numbers of women stood there, and numbers of women cried,", "numbers of women"),
        ("One of the brethren wrote:", "one of the brethren"),
    ],
)
def test_several_are_called_by_what_they_are(told: str, who: str) -> None:
    assert speaker(f"{told} “{WORDS}”") == who
