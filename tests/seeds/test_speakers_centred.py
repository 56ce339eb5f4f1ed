"""Whom a pronoun means where who does something ranks before those to whom it is done, and the talk goes on about him."""

import pytest

from tests.seeds.speaking import TAGGED, WORDS, speaker

RIVALS = "Orme hated Reeve, and Reeve feared Orme."
SMALL = f"{WORDS[0].lower()}{WORDS[1:]}"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            f"But the coolness of Orme enabled him to cross floods that drowned a better soldier. He laughed. “{TAGGED}” he said.",
            "Paul Orme",
        ),
        (f"When Orme heard of the governor’s journey he grew angry. “{TAGGED}” he said.", "Paul Orme"),
        (
            f"I met Martin, and Reeve spoke with him. Orme’s face grew into that smile of his as he said: “{WORDS}”",
            "Paul Orme",
        ),
        (
            f"One of the carpenters of Linden made a strong appeal to us. He would not wait. “{TAGGED}” he said.",
            "one of the carpenters of Linden",
        ),
        (f"Reeve sent the news at once to the mill: and Orme came home. “{TAGGED}” he said.", "Paul Orme"),
        (f"Reeve sent the news to the mill, and, in May, Orme asked for boats. “{TAGGED}” he said.", "Paul Orme"),
        (
            f"Orme accused Reeve of being a tyrant, a friend of the council and of the mill. “{TAGGED}” he said.",
            "Paul Orme",
        ),
        (
            f"Orme gave me a letter to another boatman, James Reeve, who lived at the weir, and, looking away, he added: “{WORDS}”",
            "Paul Orme",
        ),
        (
            f"The boats came from Quarleshire. At the fair held at Linden, Quarleshire (1642), Orme saw them. “{TAGGED}” he said.",
            "Paul Orme",
        ),
    ],
)
def test_the_one_whom_the_sentence_is_about_is_meant(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"At a desk in the corner was Dunne, an old man with a beard. He asked us in. “{TAGGED}” he said.", "Dunne"),
        (
            f"I knew Reeve. In the captain’s room was a tall soldier, wearing a red band. He was busy. “{TAGGED}” he said.",
            "a tall soldier",
        ),
        (f"The Linden deportee, a former miller, asks for boats. “{TAGGED}” he said.", "a former miller"),
        (f"A miller of medium height came in. He sat down. “{TAGGED}” he said.", "a miller of medium height"),
        (f"Those servants of the king used to flatter Orme. He sat down at the weir. “{TAGGED}” he said.", "Paul Orme"),
        (
            f"The millers were about, and before Orme’s gate a young ensign walked to and fro, whistling. “{TAGGED}” he said.",
            None,
        ),
    ],
)
def test_who_is_told_of_first_where_he_is_is_meant(text: str, named: str | None) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"{RIVALS} “{TAGGED}” he told Reeve.", "Paul Orme"),
        (f"{RIVALS} “{TAGGED}” he said quietly to Mr. Reeve.", "Paul Orme"),
        (f"{RIVALS} He said: “My dear Reeve, {SMALL}”", "Paul Orme"),
        (f"{RIVALS} He said: “{WORDS[:-1]}, Reeve.”", "Paul Orme"),
        (f"{RIVALS} “{TAGGED}” he said of Reeve.", "Paul Orme"),
        (
            f"Reeve had met Orme, and was careful. Orme having sent him a boat, he thanked the council. To Orme he wrote: “{WORDS}”",
            "James Reeve",
        ),
        (f"Reeve kept the mill. Orme kept the ferry. “{TAGGED}” he told Orme.", None),
    ],
)
def test_who_hears_it_is_another_than_he(text: str, named: str | None) -> None:
    words = WORDS[1:-1] if "My dear" in text or WORDS not in text else WORDS
    assert speaker(text, words) == named


TALK = "Reeve and Martin were away. Orme was pleased with it. He was a good boatman."
ASKED = "“Is it yours?” I asked.\n\n“Since when?” I pursued.\n\n“And the mill?” I asked."


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"{TALK} {ASKED}\n\n“{TAGGED}” he said.", "Paul Orme"),
        (f"{TALK} In the Quarlesgate Martin was waiting. {ASKED}\n\n“{TAGGED}” he said.", None),
    ],
)
def test_what_the_author_asks_leads_away_from_nobody(text: str, named: str | None) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            f"The millers closed the weir and sent the boatmen home. They had waited long. “{TAGGED}” they said.",
            "the millers",
        ),
        (f"Soldiers began to run up to the mill. “{TAGGED}” they cried.", "soldiers"),
        (f"The millers closed the weir; the boatmen laughed at it. “{TAGGED}” they said.", None),
        (f"The millers sent the boatmen home. I asked the carpenters and the weavers. “{TAGGED}” they said.", None),
        (f"No millers came that day to the boatmen. They had waited long. “{TAGGED}” they said.", None),
    ],
)
def test_they_are_the_ones_who_do_something(text: str, named: str | None) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"Quarles, a tall youth with a bad leg, was more definite. “{WORDS}”", "Quarles"),
        (f"In the hall sat Quarles, an old farmer, with his sons. Later Quarles shook his head. “{WORDS}”", "Quarles"),
        (
            f"They came to Quarles, a farmer told us, and Quarles lay in ruins. Quarles shook in the storm. “{WORDS}”",
            None,
        ),
    ],
)
def test_a_name_is_a_persons_beside_which_it_is_told_what_he_is(text: str, named: str | None) -> None:
    assert speaker(text) == named
