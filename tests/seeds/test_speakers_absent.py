"""Who is not cited: a thing that is held, a title, a month, a book, one whose words are only announced, one of another's family."""

import pytest

from seeds.voices.antecedents.persons import is_writing
from seeds.voices.mentions.subjects import mentions
from tests.seeds.speaking import TAGGED, WORDS, speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"Captain Orme sat down, and as he lit a lamp remarked to me: “{WORDS}”", "a lamp"),
        (f"Captain Orme came near, and sheathing his sword said to the ferryman, “{WORDS}”", "his sword"),
        (f"Captain Orme came near, and drawing his lantern suddenly cried in a loud voice: “{WORDS}”", "his lantern"),
        (
            f"Captain Orme had shown his skill at the weir. The flood raised him into a political leader. “{TAGGED}” he said.",
            "a political leader",
        ),
        (f"“{WORDS}”—This old claim being admitted, the rest was plain.", "this old claim being"),
        (f"The miller shook his head, as if to say, “{WORDS}”", "the miller"),
        (
            f"In a speech that Captain Orme gave he said that he had letters from people whose one prayer was, “{WORDS}”",
            "Paul Orme",
        ),
        (
            f"Captain Orme was in it too. Early on Monday, when von Halloran reached Linden, he found it gone. “{WORDS}”",
            "Paul Orme",
        ),
        (f"The mayor, on begging the pardon of M. de Halloran at Linden, has put it so: “{WORDS}”", "Halloran"),
        (f"The people who live a little apart wonder aloud: “{WORDS}”", "a little apart"),
        (
            f"Captain Orme spoke of the flood. Only the old phrases about punishing German pride. He ended so: “{WORDS}”",
            "the old phrases about punishing German",
        ),
        (f"Captain Orme taught them. His cardinal precepts were few. He gave them one: “{WORDS}”", "his cardinal"),
        (
            f"Captain Orme praised her. That Her Majesty was pleased was plain. “{TAGGED}” he added.",
            "that Her Majesty",
        ),
        (f"It was late. Approaching Halloran, and bowing low, he said, “{WORDS}”", "Approaching Halloran"),
        (f"On the 10th Germinal they came for him. “{TAGGED}” said he.", "Germinal"),
        (
            f"While Reeve's First Discourse is long, it is rich in fine words. As he wrote it, he was ill. “{TAGGED}” he says.",
            "Discourse",
        ),
        (
            f"The queen, who waited, sent him a note by James Reeve, his servant, a note that he kept, and which ran as follows: “{WORDS}”",
            "James Reeve",
        ),
    ],
)
def test_what_only_stands_there_does_not_speak(text: str, who: str) -> None:
    assert speaker(text) != who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"To quote Captain Orme Quarles's words: “{WORDS}”", "Orme Quarles"),
        (f"“{TAGGED}” said Halloran de Thiron, “and I know it.”", "Halloran de Thiron"),
        (f"One Lindener, surrounded and told to give up his oar, cried: “{WORDS}”", "one Lindener"),
        (f"On the quay a young Lindener, walking with his wife, says aloud: “{WORDS}”", "a young Lindener"),
        (f"At Halloran-on-Weir, writes the mayor, “{WORDS}”", "the mayor"),
        (f"Poor Halloran said to the ferryman: “{WORDS}”", "Halloran"),
        (
            f"The bishop blessed them as they passed; and when a young ferryman cried to them, “{TAGGED}” he answered, “Not for me.”",
            "a young ferryman",
        ),
        (
            f"The writer of the “Acts of the Mill” was so moved that he ended his book by saying, “{WORDS}”",
            "the writer",
        ),
        (f"Yesterday Mr. Hollar Law would promise nothing. “{TAGGED}” he said.", "Hollar Law"),
        (f"“{TAGGED}” said the well-known cleric to the boatman.", "the well-known cleric"),
        (f"I remember words of his, said to a young stoker who had asked for him. “{TAGGED}” he exclaimed.", None),
        (
            f"Reeve came. After his supper at the mill one of his neighbours, to whom he had lent it, rose and said: “{WORDS}”",
            "one of his neighbours",
        ),
        (f"“Why?” asked Captain Orme. Seeing that Reeve looked grave, he added: “{WORDS}”", "Paul Orme"),
        (f"Orme was careful. Reeve having sent him a sword, he wrote to the council: “{WORDS}”", "Paul Orme"),
        (f"Orme spoke. His Ferryman was read by all. “{TAGGED}” he said.", "Paul Orme"),
        (f"“{TAGGED}” was the prudent, and no doubt the honest answer of the miller.", "the miller"),
        (
            f"Nobody was richer; but at the height of his luck a long illness was coming on the regent. “{TAGGED}” he said.",
            "the regent",
        ),
        (f"Before the week is finished a stoker can write triumphantly: “{WORDS}”", "a stoker"),
        (f"One notices that those who look ahead ask anxiously: “{WORDS}”", None),
        (f"“Reeve,” said the Prince de Halloran, “{WORDS}”", "Halloran"),
        (f"They would have answered in the words of Orme's boatmen: “{WORDS}”", None),
        (
            f"The clerk tried to go on with the list, when an old woman threw her basket at him, shouting, “{WORDS}”",
            "an old woman",
        ),
    ],
)
def test_who_speaks_is_named_and_not_a_part_of_his_name_or_another(text: str, who: str | None) -> None:
    assert speaker(text) == who


def test_who_is_announced_and_not_known_is_not_the_one_before_last() -> None:
    talk = "“We come from the mill,” said Reeve.\n\n“Let it stand,” cried Orme, and went home."
    assert speaker(f"{talk} All the corn went to the men, of whom he took leave--\n\n“{WORDS}”") != "James Reeve"
    assert speaker(f"{talk}\n\n“{WORDS}”") == "James Reeve"


def test_a_title_is_no_namesake_s_with_another() -> None:
    long = "The mill stood still. " * 8
    told = f"Then King Albert came. {long}The crown was set on Prince Albert in the spring. The king was angry at it."
    assert speaker(f"{told} In a fit of anger he exclaimed, “{WORDS}”") != "Prince Albert"


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The town knew of the Bolshevik preparations, and had force enough.", "the Bolshevik"),
        ("The old words about punishing German pride.", "the old words about punishing German"),
        ("His cardinal precepts were few.", "his cardinal"),
    ],
)
def test_what_tells_whose_things_are_is_nobody(sentence: str, role: str) -> None:
    assert role not in {each.role for each in mentions(sentence)}


def test_a_people_s_member_who_does_something_is_somebody() -> None:
    assert "the Bolshevik" in {each.role for each in mentions("The town knew what the Bolshevik answers.")}


def test_who_answers_speaks_behind_the_one_he_answers() -> None:
    told = "The bishop blessed them as they passed; and when a young ferryman cried to them,"
    assert speaker(f"{told} “We go to Linden for you,” he answered, “{WORDS}”") in ("the bishop", None)


def test_he_may_be_the_one_who_wrote_a_letter_that_is_spoken_of() -> None:
    told = "A dispatch came from a Lindener soldier, and a letter from a Lindener officer told as much."
    assert speaker(f"{told} Speaking of the mill, he wrote: “{WORDS}”") is None


@pytest.mark.parametrize(
    ("name", "writing"),
    [
        ("Weir Committees", True),
        ("Despatches", True),
        ("First Discourse", True),
        ("Hollar Law", False),
        ("Orme", False),
    ],
)
def test_a_writing_is_told_from_a_person_by_its_name(name: str, writing: bool) -> None:
    assert is_writing(name) is writing
