"""Whom a pronoun means where the sentences before tell of more than one person."""

import pytest

from tests.seeds.speaking import TAGGED, WORDS, speaker


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"The old boatman Martin raised an oar when, after Orme had sat down, he said to him: “{WORDS}”", "Martin"),
        (f"Reeve was not wrong when, while Orme was still asking for help, he wrote: “{WORDS}”", "James Reeve"),
        (f"Orme wanted to stay, but Reeve would not hear of it. He said, “{WORDS}”", "James Reeve"),
        (f"Orme came by boat, and Reeve walked along the bank. “{TAGGED}” he called out.", "James Reeve"),
        (f"Orme slept, and a ferryman watched over the boats. He said, “{WORDS}”", "a ferryman"),
        (f"On the road to Orme the governor was held up by snow. He said, “{WORDS}”", "the governor"),
    ],
)
def test_the_subject_of_the_main_clause_comes_before_others(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            f"I met Reeve, a tall man with a lame leg. He had heard of it. “{TAGGED}” he said.",
            "James Reeve",
        ),
        (f"By the door stood Reeve—a quick old man. He read it out. “{TAGGED}” he said.", "James Reeve"),
        (f"James Reeve, Treasurer of Linden, asked the ferrymen for their savings. He said, “{WORDS}”", "James Reeve"),
    ],
)
def test_what_somebody_is_does_not_make_another_of_him(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"First comes an account by an old ferryman. “{TAGGED}” he says.", "an old ferryman"),
        (
            f"By the stove I met a tall man in the apron of a baker. He was out of breath. “{TAGGED}” he said.",
            "a tall man",
        ),
        (f"They had heard a good deal of the governor. “{TAGGED}” he said.", "the governor"),
        (f"The worried inhabitants wanted the mayor to go. “{TAGGED}” they said.", "the worried inhabitants"),
        (f"A learned Lindenian wrote of the flood in those days. “{TAGGED}” he adds.", "a learned Lindenian"),
    ],
)
def test_who_is_told_of_alone_is_meant_by_what_he_is(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize("opening", ["To this Orme replied", "At this Orme rose", "And upon that Orme laughed"])
def test_this_may_stand_for_what_went_before(opening: str) -> None:
    assert speaker(f"{opening}. “Well,” he said, “{TAGGED}”", TAGGED) == "Paul Orme"


@pytest.mark.parametrize(
    "text",
    [
        f"Orme hated Reeve, and Reeve feared Orme. He said, “{WORDS}”",
        f"Orme, who sat beside Reeve, and the old Count Halloran, rose from their chairs. He said, “{WORDS}”",
        f"We were tired of it, though Halloran and Martin still drew up their plans. “{TAGGED}” he said.",
        f"Orme went home; and the boy the miller had lent him was sent away. He said, “{WORDS}”",
        f"“{TAGGED}” interrupted the other scornfully.",
    ],
)
def test_nobody_is_named_where_it_may_be_another(text: str) -> None:
    assert speaker(text) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"“I am not deaf” replied the ferryman of Linden, “{WORDS[0].lower()}{WORDS[1:]}”", "the ferryman of Linden"),
        (f"He made a long speech. Reeve said, “{WORDS[:-1]}, and it was the _river_ that did it!_”", "James Reeve"),
    ],
)
def test_marks_that_are_set_loosely_do_not_hide_the_speaker(text: str, named: str) -> None:
    assert speaker(text, WORDS[1:20]) == named


@pytest.mark.parametrize("told", ["that human life is dear", "at noon his noble horse was sold"])
def test_an_adjective_is_nobody(told: str) -> None:
    assert speaker(f"Reeve came home. It was said {told}. He wrote: “{WORDS}”") == "James Reeve"


def test_what_is_called_after_a_country_is_no_person() -> None:
    assert speaker(f"Reeve wrote it down. Of the Lindenian fortress at the mill he says: “{WORDS}”") == "James Reeve"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            f"“Who is there at this hour?” asked Mrs. Quill.\n\n“The ferryman of Linden,” said Reeve.\n\n“{TAGGED}” she cried.",
            "Martha Quill",
        ),
    ],
)
def test_she_is_the_only_woman_who_speaks_there(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"Another story is told by Captain Orme in one of his sketches,[12] where he says: “{WORDS}”", "Paul Orme"),
        (f"There is a passage in Orme’s memoirs where he says: “{WORDS}”", "Paul Orme"),
        (f"This appears from a report of Orme to Reeve, in which he says: “{WORDS}”", "Paul Orme"),
        (f"The council had a letter from Mr. Dunne, in which he says: “{WORDS}”", "Dunne"),
        (f"It stands in Orme’s last sermon, held before Reeve, in which he says: “{WORDS}”", "Paul Orme"),
        (f"Then Orme bade Reeve tell his story; but he sat still, and said only: “{WORDS}”", None),
        (f"Reeve was away. There is a note by Mrs. Quill, in which she says: “{WORDS}”", "Martha Quill"),
        (f"Reeve was away. When the council questioned one of them, he shrugged, and said: “{WORDS}”", "one of them"),
    ],
)
def test_a_clause_that_hangs_on_a_writing_means_whose_it_is(text: str, named: str | None) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"A carpenter named Peter Dunne stood up and said: “{WORDS}”", "Peter Dunne"),
        (f"There was an old carpenter called Dunne. He said: “{WORDS}”", "Dunne"),
        (
            f"A weaver named Peter Dunne fell from the roof of the mill. His last words were: “{WORDS}”",
            "Peter Dunne",
        ),
    ],
)
def test_one_who_is_called_by_a_name_has_it(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"On the stairs I met Reeve, who knew Martin and the governor. “{TAGGED}” he said.", "James Reeve"),
        (
            f"We once met one of the Lindener millers who had worked for Orme. “{TAGGED}” he said.",
            "one of the Lindener millers",
        ),
        (f"By the weir I ran into Mrs. Quill, and had news of Orme. “{TAGGED}” she said.", "Martha Quill"),
        (f"I saw Reeve, but Orme would not come. “{TAGGED}” he said.", "Paul Orme"),
        (f"I met Halloran, of the Linden group, a man of wit and much learning. “{TAGGED}” he said.", "Halloran"),
    ],
)
def test_whom_the_author_meets_is_what_the_sentence_is_about(text: str, named: str) -> None:
    assert speaker(text) == named


def test_one_of_two_whom_the_author_meets_is_not_told_from_the_other() -> None:
    assert speaker(f"On the stairs I met Reeve, and the governor greeted us both. “{TAGGED}” he said.") != "James Reeve"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"Orme wrote much in those years. His letters show the mind of the king. “{TAGGED}” he says.", "Paul Orme"),
        (f"Mrs. Quill came to the ford. But her hands were not those of a queen. “{TAGGED}” she said.", "Martha Quill"),
    ],
)
def test_a_sentence_about_something_of_his_is_still_about_him(text: str, named: str | None) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    "text",
    [
        f"Orme came early. The grain laws (S12) had shut out his corn. “{TAGGED}” he said.",
        f"A guard slept beside the Guards. Orme came early. In those days Guards were rare on his road. “{TAGGED}” he said.",
    ],
)
def test_what_is_no_persons_name_is_not_meant(text: str) -> None:
    assert speaker(text) == "Paul Orme"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"In their answer to these letters the Lindeners refused to pay. “{TAGGED}” they said.", "the Lindeners"),
        (f"The men would not leave us behind. “{TAGGED}” they said.", "the men"),
        (f"The deputies of the mill came late. “{TAGGED}” they said.", "the deputies of the mill"),
        (f"The frost-bitten Lindeners ran through the fields. “{TAGGED}” they shouted.", "the frost-bitten Lindeners"),
        (
            f"The majority of the Old Lindeners fear the ferry. “{TAGGED}” they say.",
            "the majority of the Old Lindeners",
        ),
        (f"A small group of ferrymen beside me laughed at him. “{TAGGED}” they cried.", "a small group of ferrymen"),
    ],
)
def test_several_are_meant_by_they(text: str, named: str) -> None:
    assert speaker(text) == named


def test_one_of_several_is_named_beside_what_he_is() -> None:
    text = f"One of the millers, Orme, who has told it since, describes the flood. “{TAGGED}” he says."
    assert speaker(text) == "Paul Orme"


def test_one_of_several_is_one_person() -> None:
    assert speaker(f"An account was given by one of the carpenters. “{TAGGED}” he wrote.") == "one of the carpenters"


def test_who_is_spoken_of_in_his_speech_is_not_its_speaker() -> None:
    assert (
        speaker(f"Martinette spoke last. His speech was long and full of the favours of the king. “{TAGGED}” he said.")
        != "the king"
    )
