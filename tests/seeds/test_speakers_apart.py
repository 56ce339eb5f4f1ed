"""Nobody is credited with the words of the one beside him, nor with those of a namesake."""

from itertools import pairwise
from time import process_time

import pytest

from seeds.readers.analysis import analyse
from tests.seeds.speaking import ABOVE, FILLER, TAGGED, WORDS, speaker

SHORT = "It is late in the day."
LONG = "the ferry goes at noon, and not before it; and who has no boat of his own may wait for it, or walk round by the weir."


@pytest.mark.parametrize(
    "text",
    [
        f"Orme, being there, said, “{SHORT}”—“Nay,” says the ferryman, “{LONG}”",
        f"“It is late,” said Orme, “as you see.”—“{SHORT[:-1]},” said the ferryman, “{LONG}”",
        f"“{SHORT[:-1]},” said Orme.—“No,” said the ferryman, “{LONG}”",
    ],
)
def test_no_voice_takes_the_words_of_the_one_before_it(text: str) -> None:
    voices = analyse(f"{FILLER}\n\n{ABOVE}\n\n{text}\n\n{FILLER}\n").voices
    assert [voice.speaker for voice in voices] == ["Paul Orme", "the ferryman"]
    assert all(one.end <= other.start for one, other in pairwise(voices))


@pytest.mark.parametrize(
    ("between", "who"),
    [
        ("The boatmen tried once more to move him.", None),
        ("At last the silence was broken by a boy of twelve.", None),
        ("Orme looked at the boatmen.", "Paul Orme"),
    ],
)
def test_a_sentence_about_others_does_not_carry_a_speaker_on(between: str, who: str | None) -> None:
    assert speaker(f"“Wait for the boat, all of you!” cried Orme, “or walk.” {between} “{WORDS}”") == who


@pytest.mark.parametrize("order", ["both Knights of St. Louis", "three of them Knights of St. Louis"])
def test_an_order_is_no_man(order: str) -> None:
    text = f"Two other owners near the weir, {order}, lost their boats in the same way. “{WORDS}”"
    assert speaker(f"They met Louis at the inn.\n\n{text}") is None


def test_a_role_has_the_whole_name_of_its_place() -> None:
    assert speaker(f"“{TAGGED}” wrote the vicar of St. Orme to his sister.") == "the vicar of St. Orme"


@pytest.mark.parametrize(
    ("others", "who"),
    [
        ("", "James Reeve"),
        ("The miller asked Halloran Reeve, and Halloran Reeve knew nothing.", "Reeve"),
        ("The miller asked Commodore Reeve, and then Abbé Reeve, and old Commodore Reeve again.", "James Reeve"),
        ("The miller asked Halloran Reeve.", "James Reeve"),
    ],
)
def test_a_short_name_stays_short_where_others_bear_it(others: str, who: str) -> None:
    halloran = "They saw Halloran there, and Commodore Quill, and Abbé Quill."
    assert speaker(f"{halloran} {others} “{TAGGED}” said Reeve.") == who


@pytest.mark.parametrize(
    ("reply", "who"),
    [
        (f"“{WORDS}” “And when is that?” “In spring.”", None),
        (f"“Oh, {WORDS[0].lower()}{WORDS[1:]}”", None),
        (f"“Tell me, for {WORDS[0].lower()}{WORDS[1:]}”", "James Reeve"),
        (f"“{WORDS}” He added, “Go home.”", "James Reeve"),
        (f"“{TAGGED}” said Orme.", "Paul Orme"),
    ],
)
def test_who_asks_is_not_credited_with_the_answer(reply: str, who: str | None) -> None:
    assert speaker(f"“Why do you wait here?” inquired Reeve. {reply}", WORDS[1:]) == who


@pytest.mark.parametrize("told", ["Between them this dialogue followed:", "A short conversation took place."])
def test_behind_a_talk_of_two_a_pronoun_may_mean_either(told: str) -> None:
    above = "On the road Reeve met an old carter."
    assert speaker(f"{above} {told}\n\n“Whom do you carry?”\n\n“{TAGGED}” he added.") is None
    assert speaker(f"{above}\n\n“{TAGGED}” he added.") == "James Reeve"


def test_a_note_of_its_own_tells_nothing_of_whom_the_text_means() -> None:
    note = "[Footnote 1: Orme, a writer of that town, was sent away.]"
    assert speaker(f"Reeve came back at noon.\n\n{note}\n\n“{TAGGED}” he said.") == "James Reeve"


@pytest.mark.parametrize("unit", ["A", "a-", "“Go,” "])
def test_voices_take_linear_time(unit: str) -> None:
    assert _seconds(unit * 16_000) < 9 * _seconds(unit * 4_000)  # 4 in linear time, 16 in quadratic


def _seconds(text: str) -> float:
    """Processor time of reading a text."""
    began = process_time()
    analyse(text)
    return process_time() - began


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"Orme came back at noon. To Orme he said on that day: “{WORDS}”", None),
        (f"Orme came back at noon. To Reeve he said on that day: “{WORDS}”", "Paul Orme"),
        (
            f"Orme lived by the weir. In the quarrel between himself and Reeve, he kept cool. He said: “{WORDS}”",
            "Paul Orme",
        ),
    ],
)
def test_a_pronoun_does_not_mean_whom_he_has_before_him(text: str, who: str | None) -> None:
    assert speaker(text) == who


def test_whom_he_speaks_to_is_not_he() -> None:
    told = "The ferrymen grumbled. But the mayor's chain was gone."
    after = "Horner went home. Martin Horner had come from Orlok, and Captain Horner was old."
    assert speaker(f"{told} “Nonsense!” said he to Martin Horner, who asked for their pay, “{WORDS}” {after}") is None


def test_who_is_told_of_in_passing_as_a_source_is_not_he() -> None:
    told = "The mayor, we are told by Martin Horner, laughed when the ice broke."
    assert speaker(f"{told} “Now,” said he, “{WORDS}”") == "the mayor"
