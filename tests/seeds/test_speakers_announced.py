"""Speakers whom a sentence announces that ended before their words, or that names a document and nobody."""

import pytest

from tests.seeds.speaking import WORDS, speaker


@pytest.mark.parametrize(
    ("announcement", "who"),
    [
        ("The petition was as follows:", "the petition"),
        ("This resolution, when it was read aloud, was as follows:", "the resolution"),
        ("On the door of the mill they nailed a notice which read:", "a notice"),
        ("In the new ordinance it is expressly provided,", "the new ordinance"),
        ("In the Maxims (p. 14) it is said:", "the Maxims"),
        ("The following resolution was put to the vote at noon:", "the resolution"),
        ("Reeve issued a proclamation in which it was said:", "James Reeve"),
        ("The letter he carried was as follows:", None),
        ("The following story of the flood is from the pen of an old miller:", "an old miller"),
    ],
)
def test_a_document_speaks_where_nobody_is_named(announcement: str, who: str | None) -> None:
    assert speaker(f"{announcement} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("announcement", "who"),
    [
        ("The whole town was put to shame by the plain reply of a miller, whom nobody had asked.", "a miller"),
        ("The flood drew a bitter letter from the mayor of Linden.", "the mayor of Linden"),
        ("Reeve was ill. The speech which he addressed to the millers will show his temper.", "James Reeve"),
        ("The mayor’s answer to the ferrymen shows his temper.", "the mayor"),
        (
            "On the gate hung a bitter appeal to the ferrymen, written by Reeve, which was read on every quay.",
            "James Reeve",
        ),
        ("Reeve’s argument was simple.", "James Reeve"),
        (
            "The following letter from Reeve to his brother, written in haste, shows his temper better than a book.",
            "James Reeve",
        ),
        ("The following description of a mayor who was never sober made them laugh.", None),
        ("The following letter to Reeve shows the temper of the town.", None),
        ("Reeve was at the ferry that night. His plain account, which follows, was never printed.", "James Reeve"),
        ("They wept at the last words of their old mayor.", None),
        ("The letter of Reeve was received with joy.", None),
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_a_letter_or_speech_follows_the_sentence_that_speaks_of_it(
    announcement: str, who: str | None, between: str
) -> None:
    words = f"{WORDS} {WORDS}"
    assert speaker(f"{announcement}{between}“{words}”", words) == who


def test_a_headline_does_not_hide_whose_appeal_follows() -> None:
    words = f"{WORDS} {WORDS}"
    assert speaker(f"Reeve issued an appeal, headed “Ferrymen!”\n\n“{words}”", words) == "James Reeve"
    assert speaker(f"“I cannot understand it,” Reeve added.\n\n“{words}”", words) is None


@pytest.mark.parametrize(
    ("announcement", "who"),
    [
        ("Then Reeve, pale, with both hands on the rail; the hall was still.", "James Reeve"),
        ("Followed him a ferryman from Linden, wet to the knees.", "a ferryman from Linden"),
        ("Then the young Reeve, met with laughter.", "James Reeve"),
        ("An old miller, his hat in his hand, mounted the platform.", "an old miller"),
        ("Reeve was speaking.", "James Reeve"),
        ("But Reeve kept on.", "James Reeve"),
        ("Reeve came in wet to the knees. He mounted the platform.", "James Reeve"),
        ("Then the vote.", None),
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_one_who_takes_the_floor_speaks_next(announcement: str, who: str | None, between: str) -> None:
    words = f"{WORDS} {WORDS}"
    assert speaker(f"The hall was full.\n\n{announcement}{between}“{words}”", words) == who


@pytest.mark.parametrize(
    ("lead_in", "who"),
    [
        ("The flood was described by an engineer of the Board who, in part, says:", "an engineer of the Board"),
        ("It was described by a correspondent of the Linden “Boat” who, in part, says:", "a correspondent"),
        ("A miller of the Rhine[4] says:", "a miller of the Rhine"),
        ("It was made known by the enemies of the Ferry, who declared:", None),
        ("Of this tells a letter from the mayor of Linden, who spent a week at the ferry:", "the mayor of Linden"),
        ("It is told in a long letter, written at Linden, by an old ferryman:", "an old ferryman"),
        ("There they found Reeve, member of the Ferry Board, who said:", "James Reeve"),
    ],
)
def test_what_is_told_of_the_writer_may_follow_him(lead_in: str, who: str | None) -> None:
    assert speaker(f"{lead_in} “{WORDS}”") == who


@pytest.mark.parametrize("mark", ["", "_", "*"])
def test_a_name_that_is_emphasised_speaks_as_any_other(mark: str) -> None:
    lead = f"The {mark}Ferryman{mark} in its issue of May, discussing the price of the war against Tsarism, said:"
    assert speaker(f"{lead}\n\n“{WORDS}”") == "the Ferryman"
