"""Speakers whom a noun names: several who open a sentence, one who comes behind his verb, those who cry, and whose words are given."""

import pytest

from tests.seeds.speaking import TAGGED, WORDS, speaker


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The door opened, and in came the miller and said,", "the miller"),
        ("The door opened; in rushed the miller and said,", "the miller"),
        ("The gate flew open, and out stepped Reeve and cried,", "James Reeve"),
        ("The miller laughed, and in a low voice said,", "the miller"),
        ("The miller laughed, and in the mill said,", "the miller"),
    ],
)
def test_one_who_comes_behind_his_verb_speaks_and_not_the_door(told: str, who: str) -> None:
    assert speaker(f"{told} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Large numbers of the millers greeted them with cries of", "large numbers of the millers"),
        (
            "Representatives of the Fifth and Sixth Wards, just come from the mill, reported,",
            "representatives of the Fifth and Sixth Wards",
        ),
        ("Members of the council cried,", "members of the council"),
        ("Hundreds of millers came up to scream,", "hundreds of millers"),
        ("Orders of Reeve arrived, and Orme said,", "Paul Orme"),
        ("Reeve of the Mill cried,", "James Reeve"),
        ("Many of the Lindeners cried,", "many of the Lindeners"),
        ("A large part of the millers wrote:", "a large part of the millers"),
    ],
)
def test_several_who_open_a_sentence_are_no_name(told: str, who: str) -> None:
    assert speaker(f"{told} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Cries from the audience:", "the audience"),
        ("There were shouts from the crowd,", "the crowd"),
        ("Then came the refrain of the millers:", "the millers"),
        ("There were shouts of joy,", None),
        ("There were cries:", "voices"),
        ("Uproar. Cries,", "voices"),
        ("From every side shouts were heard of", "voices"),
        ("The captain was greeted with cries of", "voices"),
        ("Suddenly a shout came from behind:", "a voice"),
        ("Of a sudden, a voice in the hall cries out:", "a voice"),
        ("It was noon. Voice:", "a voice"),
        ("It surrounded the mill with cries of", None),
        ("The stranger exclaimed with a loud voice:", "the stranger"),
    ],
)
def test_a_cry_is_theirs_from_whom_it_comes(told: str, who: str | None) -> None:
    assert speaker(f"{told} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("We made the well-known excuse of Reeve:", "James Reeve"),
        ("The demand met with this rebuttal from the Linden office-holders:", "the Linden office-holders"),
        ("It met with this answer from the quarters:", None),
        ("They found a letter from the first miller, Captain James Reeve, to his wife, telling of it:", "James Reeve"),
        (
            "The following are lines by a writer in the Linden Post, June 5, who saw it all:",
            "a writer in the Linden Post",
        ),
        ("The following is by no means certain:", None),
        ("From the Linden Sentinel is taken this account:", "the Linden Sentinel"),
        ("From Captain Orme we have the following account:", "Paul Orme"),
        ("Orme quotes a paragraph from the _Linden_ newspaper, which says:", "the Linden newspaper"),
        ("A rude or fanatic bishop of the East cried,", "a rude or fanatic bishop of the East"),
        ("At the end of the campaign _The Beacon_ sagely observed,", "the Beacon"),
        ("Of that mill one of their brethren wrote in those days,", "one of their brethren"),
        ("According to Mr. James Reeve (Dict. Nat. Biog.),", "James Reeve"),
        ("Captain Orme, in his “Linden War,” very justly observes,", "Paul Orme"),
        ("Captain Orme, in his volume, “Why Did We Go to Linden?”, says:", "Paul Orme"),
        ("The report in the “Linden History,” xvi., 37, says:", "the report"),
        ("Reeve's own account of the flood is as follows;-", "James Reeve"),
        ("At two we got a signal from Captain Orme,", "Paul Orme"),
        ("The following words appear in the works of Reeve:", "James Reeve"),
        ("The following contradiction appeared in the Linden Gazette:", "the Linden Gazette"),
        ("Article by James Reeve:", "James Reeve"),
        ("Orme then read the Linden declaration:", "the Linden declaration"),
        ("Orme read the letter:", None),
    ],
)
def test_whose_words_are_given_is_told_by_a_noun(told: str, who: str | None) -> None:
    assert speaker(f"{told} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("It was five when Reeve, who was tired, and Orme, staggering, went home.", None),
        ("It was five when Reeve, staggering with sleep, climbed to the tribune with a letter.", "James Reeve"),
        ("Haldane, an old miller of the council of the town, bowed to all of them.", "Haldane"),
        ("It was such as Reeve describes it at a later time.", "James Reeve"),
    ],
)
def test_who_begins_to_speak_may_have_more_told_of_him_first(told: str, who: str | None) -> None:
    assert speaker(f"{told} “{WORDS} {WORDS}”—Diary, May, 1685.", f"{WORDS} {WORDS}") == who


@pytest.mark.parametrize(
    ("between", "who"),
    [
        (" ... ", "James Reeve"),
        (" . . . ", "James Reeve"),
        (" … ", "James Reeve"),
        (" ", None),
        (" It is so ... ", None),
    ],
)
def test_dots_between_two_quotations_show_that_words_are_left_out(between: str, who: str | None) -> None:
    assert speaker(f"Reeve writes: “So it is.”{between}“{WORDS}”") == who


@pytest.mark.parametrize(
    ("talk", "who"),
    [
        (f"“The bridge is old,” said Reeve to Orme. “{TAGGED}” replied the other.", "Paul Orme"),
        (f"“The bridge is old,” said Reeve.\n\n“It is not,” said Orme.\n\n“{TAGGED}” cried the other.", "James Reeve"),
        (f"“The bridge is old,” said Reeve to Orme. The other answered, “{WORDS}”", "Paul Orme"),
        (f"“The bridge is old,” said Reeve. “{TAGGED}” replied the other.", None),
        (f"“It is,” said Reeve. “So,” said Orme. “Yes,” said Mrs. Quill.\n\n“{TAGGED}” cried the other.", None),
        (
            f"“The bridge is old,” said Reeve to Orme.\n\nIt was noon, and the boats lay still.\n\n“{TAGGED}” replied the other.",
            None,
        ),
    ],
)
def test_the_other_is_he_of_two_who_did_not_speak_last(talk: str, who: str | None) -> None:
    assert speaker(talk) == who


def test_what_is_told_of_a_newspaper_may_follow_its_verb() -> None:
    assert speaker(f"“The mill,” wrote a Linden journal published in the town, “is old. {WORDS}”") == "a Linden journal"


@pytest.mark.parametrize(
    ("after", "who"),
    [
        ("came from all sides.", "voices"),
        ("resounded on every side.", "voices"),
        ("was the general cry.", "voices"),
        ("came from the mill, which was old.", None),
    ],
)
def test_what_comes_from_all_sides_is_cried_by_voices(after: str, who: str | None) -> None:
    assert speaker(f"The mill was old. “{WORDS}” {after}") == who


def test_who_speaks_goes_on_behind_voices() -> None:
    long = f"{WORDS} {WORDS} {WORDS}"
    assert (
        speaker(f"Reeve said: “{long}” (Cries, “Too late for the mill!”) “{long} So it is.”", "So it is.")
        == "James Reeve"
    )
