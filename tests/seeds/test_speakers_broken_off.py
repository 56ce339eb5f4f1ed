"""Who goes on speaking: behind his tag, behind what he did in the midst of it, and behind what is told of his face."""

import pytest

from tests.seeds.speaking import TAGGED, WORDS, speaker


@pytest.mark.parametrize(
    ("between", "who"),
    [
        ("he raised his fist,", "Paul Orme"),
        ("for an hour he could not make himself understood,", "Paul Orme"),
        ("and Reeve asked,", "James Reeve"),
    ],
)
def test_who_breaks_off_goes_on(between: str, who: str | None) -> None:
    assert speaker(f"Orme cried, “The mill is a plain--” {between} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            f"“Hush,” says the ferryman to the girl; and then, facing the rowers, remarks, “{WORDS}”",
            "the ferryman",
        ),
        (
            f"“Hush,” says Orme again; and then the men came, and Reeve, of Linden, drew him aside whispering, “{WORDS}”",
            "James Reeve",
        ),
        (f"“Hush,” says Orme to the woman; and Reeve, turning to the others, remarks, “{WORDS}”", "James Reeve"),
        (
            f"The king stood up. “Go,” said the miller; and then turning to his son Paul, he said, “{WORDS}”",
            "the miller",
        ),
        (f"The king stood up. “Go,” said the miller; but Orme was late, and he added, “{WORDS}”", "Paul Orme"),
    ],
)
def test_a_sentence_goes_on_about_whom_its_tag_names(text: str, who: str) -> None:
    assert speaker(text) == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Reeve said. “We won.” His sharp face shone.", "James Reeve"),
        ("said Reeve. His sharp face shone.", "James Reeve"),
        ("said Reeve to Orme. His sharp face shone.", None),
        ("said Reeve. Orme heard it. His sharp face shone.", None),
        ("Reeve said. “Go.” And he showed a list on which he had written two names.", "James Reeve"),
    ],
)
def test_what_is_told_of_his_does_not_end_his_turn(told: str, who: str | None) -> None:
    assert speaker(f"“There can be no toll now,” {told} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The council asked for news, and received from Mr. Reeve this plain reply:", "James Reeve"),
        ("The council had from the ferryman the following answer:", "the ferryman"),
        ("In her grief Martha Quill had strength to utter,", "Martha Quill"),
        ("In the second letter Reeve thus sums up his thoughts.", "James Reeve"),
        ("In a letter to a member of the council, Mr. Reeve refers to the toll as follows:", "James Reeve"),
        ("Reeve refers to the toll:", None),
        ("The miller knelt. He stretched out his hand, and his blessing was given in these words:", "the miller"),
        ("Reeve came early. Then he began to boast.", "James Reeve"),
    ],
)
def test_nouns_and_verbs_that_say_whose_words_follow(told: str, who: str | None) -> None:
    assert speaker(f"{told} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("tag", "who"),
    [
        ("(says the miller),", "the miller"),
        ("(see the map of the miller),", None),
        ("Mr. Reeve sends word.", "James Reeve"),
    ],
)
def test_tags_in_brackets_and_of_letters(tag: str, who: str | None) -> None:
    words = TAGGED if tag.startswith("Mr") else WORDS[:-1]
    assert speaker(f"“{words}” {tag} “the boats are gone.”", words) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"“Orme,” said I one day, “your mill stands.” “{TAGGED}” agreed he sadly.", "Paul Orme"),
        (f"“Orme,” said I, “your mill stands.” Reeve bowed.\n\n“Alas,” said he, “{WORDS}”", "James Reeve"),
        (f"“Orme,” said I, “your mill stands.” Reeve bowed. “Alas,” said he, “{WORDS}”", "James Reeve"),
        (f"“Orme stands,” said I, “by his mill.” Reeve bowed.\n\n“Alas,” said he, “{WORDS}”", "James Reeve"),
        (
            (
                "A young ferryman drew us aside. “The toll is gone,” he said.\n\n“Is that so?” we replied. “How do you know?”\n\n"
                f"“{WORDS}”\n\n“When?” we asked."
            ),
            "a young ferryman",
        ),
        (f"“{TAGGED}” we said.", None),
        (
            (
                "“The old ferry is gone,” said Reeve.\n\n“Gone?” asked Orme. The post brought a card for the “old” man. It read:\n\n"
                f"“{WORDS}”\n\n“So it is,” said Orme."
            ),
            None,
        ),
        (
            (
                "“The mill stands,” cried Reeve.\n\n“He knew,” answered the miller.\n\n“Who told him?” I asked.\n\n"
                f"“One of us,” he said.\n\n“One of us?” I asked.\n\n“{TAGGED}” he said."
            ),
            "the miller",
        ),
    ],
)
def test_who_talks_with_the_author_answers_him(text: str, who: str | None) -> None:
    assert speaker(text) == who


@pytest.mark.parametrize(
    ("tag", "who"),
    [
        ("one Premier is reliably said to have asked some weeks later.", "one Premier"),
        ("one miller is told.", None),
        ("answer the brave hearts always.", "the brave hearts"),
    ],
)
def test_a_verb_or_an_adverb_is_no_part_of_the_speaker(tag: str, who: str | None) -> None:
    assert speaker(f"“{TAGGED}” {tag}") == who


@pytest.mark.parametrize(
    ("tag", "who"),
    [
        ("he said one day to Orme, who had spoken of one of the richer men of the place,", "James Reeve"),
        ("was his answer;", "James Reeve"),
        ("Orme admonished him, whereupon there came the retort,", None),
    ],
)
def test_a_tag_may_tell_more_of_whom_he_speaks_to(tag: str, who: str | None) -> None:
    assert speaker(f"Reeve came in. “Learn, Sir,” {tag} “{WORDS}”") == who
