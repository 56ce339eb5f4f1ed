"""Subjects, verbs and nouns right beside a quotation that tell whose it is."""

import pytest

from tests.seeds.speaking import TAGGED, WORDS, speaker

LOWER = f"{WORDS[0].lower()}{WORDS[1:]}"


@pytest.mark.parametrize(
    ("lead_in", "who"),
    [
        ("They made such a noise that wits exclaim in the inns of the town,", "wits"),
        ("The door stood open; rude voices answered,", "rude voices"),
        ("Now critics say:", "critics"),
        ("But several voices exclaimed:", "several voices"),
        ("English writers say:", "English writers"),
        ("They bared their heads, and a voice cried,", "a voice"),
        ("It was so that the almanac had pronounced,", "the almanac"),
        ("The Ormes and Reeves say,", "the Ormes and Reeves"),
        (
            "The oldest and most patient miller of the nine stood up and said to the rest:",
            "the oldest and most patient miller of the nine",
        ),
        ("And the pagan of the hills replied;", "the pagan of the hills"),
        ("The vetché consulted, and announced its decision:", "the vetché"),
        ("But the chandler rose and said:", "the chandler"),
        ("A stranger voice was heard saying,", "a stranger voice"),
        ("A young miller, the cousin of Reeve, was heard aloud to exclaim,", "a young miller"),
        ("They fled, but a ruined subject shouted aloud in the lanes of Linden,", "a ruined subject"),
        ("Nobody knew it, whereas the Bill says,", "the Bill"),
        ("The bell rang and said:", None),
        ("The latter laughed at them all, and answered in a low voice:", None),
        ("The council was told of it by the blacksmith, who said:", "the blacksmith"),
    ],
)
def test_subjects_that_no_list_of_roles_knows(lead_in: str, who: str | None) -> None:
    assert speaker(f"{lead_in} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("lead_in", "who"),
    [
        (
            "Reeve sent his son to the mill, for which so long a lawsuit was yet to be fought, with this remark at parting--",
            "James Reeve",
        ),
        ("When the man was just going to be dismissed, Reeve left with these words:", "James Reeve"),
        ("On leaving the town, Reeve stirred the hearts of the ferrymen by the following words:", "James Reeve"),
        ("On reading the report of the flood, Reeve put down the resolution:", "James Reeve"),
        ("The others sat down, and Reeve laughed and gave them precisely the answer that they knew:", "James Reeve"),
        (
            "As all of this was heard in silence, Reeve uttered words that have done a good deal for his name:",
            "James Reeve",
        ),
        (
            "Reeve and the ferrymen met; he called them together and harangued them in the yard of the mill as follows:",
            "James Reeve",
        ),
        ("Reeve thought in the long winter night beside the stove of the mill,", "James Reeve"),
        ("So said Reeve too, in his own way:", "James Reeve"),
        ("Thus runs the cable:", "the cable"),
        ("They went down to the weir, and raised the slogan of the ferrymen:", "the ferrymen"),
        ("The house rang with the acclamations of the people,", "the people"),
        (
            "The expression is that of James Reeve to the ferrymen, sent to the town to restore peace:",
            "James Reeve",
        ),
        ("The following is a description of the flood by Captain Reeve, which was printed in May:", "James Reeve"),
        ("Reeve, President, makes answer:", "James Reeve"),
        ("The weir was broken, while the bell, which had been cast by old hands with the plain words,", None),
    ],
)
def test_verbs_and_nouns_that_lead_in(lead_in: str, who: str | None) -> None:
    assert speaker(f"{lead_in} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("tag", "who"),
    [
        ("I have heard an old miller of that town exclaim,", "an old miller of that town"),
        ("says that soft but stubborn miller,", "that soft but stubborn miller"),
        ("said the ferry’s paper _Boat_ (Linden),", "Boat"),
        ("Reeve thought,", "James Reeve"),
        ("Reeve holds,", "James Reeve"),
        ("shouted an old miller later, to one of the ferrymen,", "an old miller"),
        ("cried Halloran de l’Orme,", "Halloran de l’Orme"),
        ("was Reeve’s exultant epigram,", "James Reeve"),
    ],
)
def test_tags(tag: str, who: str | None) -> None:
    assert speaker(f"They sat still. “{TAGGED}” {tag} “and {LOWER}”") == who


def test_a_tag_may_follow_a_whole_sentence_with_as() -> None:
    assert speaker(f"They sat still. “{WORDS}” as Reeve puts it.") == "James Reeve"
