"""Whom "he" means where names are known by what the text tells elsewhere, and where two talk by turns."""

import pytest

from tests.seeds.speaking import FILLER, TAGGED, WORDS, speaker

HEARD = "They had heard a good deal of Quarles."


@pytest.mark.parametrize(
    ("elsewhere", "named"),
    [
        ("“I keep the ferry,” said Quarles.", "Quarles"),
        ("Everybody slept, and even Quarles nodded.", "Quarles"),
        ("There was a letter for Quarles.", None),
    ],
)
def test_a_name_is_a_persons_who_speaks_or_nods_elsewhere(elsewhere: str, named: str | None) -> None:
    assert speaker(f"{elsewhere}\n\n{FILLER}\n\n{HEARD} “{TAGGED}” he said.") == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"Then the Pole came nearer. “{TAGGED}” he said.", "the Pole"),
        (f"The pseudo-boatman smiled at this. “{TAGGED}” he admitted.", "the pseudo-boatman"),
        (
            (
                "The council met. And on these grounds Mr. Reeve, who supported Captain Orme, did not hesitate to call it “a theft,” "
                f"and to declare it “a crime against the town.” He asked, “{WORDS}”"
            ),
            "James Reeve",
        ),
        (
            f"Mr. Reeve, who was a friend of Count Linden, then the British ambassador at the court, saw it. He wrote: “{WORDS}”",
            "James Reeve",
        ),
        (f"Reeve felt much dislike at employing Fenwick; but\r\nOrme wished it. “{TAGGED}” said he.", "Paul Orme"),
        (f"The mill stood still. When word of it was brought to Orme, he said, “{WORDS}”", "Paul Orme"),
        (f"Captain Orme sat down. His long face was truly Lindenian in its rage. He cried, “{WORDS}”", "Paul Orme"),
        (
            (
                "Captain Orme had done it, and angrily asked the Attorney-general, Mr. John Halloran, why he had not come. "
                f"Mr. Halloran’s reply, as he told it himself, was plain: “{WORDS}”"
            ),
            "John Halloran",
        ),
    ],
)
def test_he_is_the_one_told_of_just_before(text: str, named: str) -> None:
    assert speaker(text) == named


TALK = "“Have you seen the bridge?” I asked.\n\n“I have,” answered the miller.\n\n“Is it standing?”"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"“Have you seen it?”\n\n“{WORDS}”\n\n“And the boats?” I asked.\n\n“Gone,” said the miller.", "the miller"),
        (f"{TALK}\n\n“No, and I am sorry for it.”\n\n“And the boats?”\n\n“{WORDS}”\n\n“Why?” I asked.", "the miller"),
        (f"{TALK}\n\nThe evening was cold, and nobody came.\n\n“{WORDS}”\n\n“And the boats?” asked Orme.", None),
        (f"{TALK}\n\n“Go home,” cried Reeve.\n\n“{WORDS}”\n\n“And the boats?” I asked.", None),
    ],
)
def test_those_who_talk_take_turns(text: str, named: str | None) -> None:
    assert speaker(text) == named


def test_a_tag_at_the_end_of_a_paragraph_says_nothing_of_the_next() -> None:
    above = "The miller looked up. “They treat us like children,” he said, “and if I were to write to the mayor--”"
    assert speaker(f"{above}\n\n“{WORDS}”") is None


@pytest.mark.parametrize(
    ("above", "tag", "who"),
    [
        ("It was late when Reeve closed the doors and Orme rose to speak, in a deep silence.", "he said", "Paul Orme"),
        ("Reeve closed the doors of the hall. Then came Orme.", "he said", "Paul Orme"),
        ("It was late when Reeve closed the doors and Orme rose to speak.", "she said", "Martha Quill"),
    ],
)
def test_he_is_the_one_who_rose_to_speak_above(above: str, tag: str, who: str | None) -> None:
    assert speaker(f"{above}\n\n“{TAGGED}” {tag}.") == who


def test_who_takes_the_floor_behind_another_speaks_below() -> None:
    text = f"It was late when Reeve closed the doors and Orme took the floor.\n\n“{WORDS} {WORDS}”"
    assert speaker(text, f"{WORDS} {WORDS}") == "Paul Orme"
