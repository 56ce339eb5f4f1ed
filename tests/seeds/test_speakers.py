"""A quotation is credited to whom the words around it mean, also by a pronoun; where two could be meant, to nobody."""

import pytest

from seeds.readers.analysis import analyse

FILLER = "The council met as usual on the first Monday of the month, and nothing of this is told in its minutes."
ABOVE = "Captain Paul Orme had two brothers. Mrs. Martha Quill kept the library, and Mr. James Reeve the mill."
WORDS = "The bridge is down, and nobody will cross before the winter."
TAGGED = f"{WORDS[:-1]},"


def speakers(text: str) -> set[str]:
    return {voice.speaker for voice in analyse(f"{FILLER}\n\n{ABOVE}\n\n{text}\n\n{FILLER}\n").voices}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Orme came back at noon. He was tired. He said, “{WORDS}”", "Paul Orme"),
        (f"Orme came back at noon. “{TAGGED}” he said.", "Paul Orme"),
        (f"Orme went to the mill and waited there. At last he turned to the others, saying, “{WORDS}”", "Paul Orme"),
        (f"Orme praised Reeve before all of them. Then he added: “{WORDS}”", "Paul Orme"),
        (
            f"Orme was silent for a while. She had been right. Then Quill spoke of the river. “{TAGGED}” she said.",
            "Martha Quill",
        ),
        (f"Reeve saw Martha Quill at the door. “{TAGGED}” said she.", "Martha Quill"),
        (f"The answer of Reeve was short. “{WORDS}”", "James Reeve"),
        (f"The following was Reeve’s account of that day: “{WORDS}”", "James Reeve"),
        (f"Reeve told them that the water rose. “{WORDS}”", "James Reeve"),
        (f"When they asked him, the miller James Reeve was heard to say, “{WORDS}”", "James Reeve"),
        (f"Reeve, in the council, defended the mill: “{WORDS}”", "James Reeve"),
        (f"Reeve. “{WORDS}”", "James Reeve"),
        (f"It was said of the bridge: “{WORDS}”--Reeve.", "James Reeve"),
        (f"Somebody stood up.\n\n“{WORDS} Go home.”\n\nSuch were the words of Reeve. The others went.", "James Reeve"),
        (f"“{TAGGED}” said Reeve. “Go home, all of you, and wait.”", "James Reeve"),
        (f"Reeve rose and spoke as follows:\n\n“{WORDS}\n\n“Go home, all of you, and wait.”", "James Reeve"),
    ],
)
def test_the_words_around_a_quotation_tell_who_speaks(text: str, speaker: str) -> None:
    assert speakers(text) == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        f"Orme hated Reeve, and Reeve feared Orme. He said, “{WORDS}”",
        f"When Orme wrote him of the flood, he replied: “{WORDS}”",
        f"Orme received this letter: “{WORDS}”",
        f"I met Orme and told him: “{WORDS}”",
        f"[Footnote 3: In that year he said, “{WORDS}”]",
    ],
)
def test_nobody_is_named_where_it_is_not_certain_who_speaks(text: str) -> None:
    assert speakers(text) == set()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"“{TAGGED}” the old man said.", "the old man"),
        (f"“{TAGGED}” said one of the ferrymen to Orme.", "one of the ferrymen"),
        (f"“{TAGGED}” cried an old peasant woman, and ran.", "an old peasant woman"),
        (f"“{TAGGED}” said the ambassador of Saxony, who had seen it.", "the ambassador of Saxony"),
        (f"“{TAGGED}” whispered Reeve's brother.", "Reeve's brother"),
        (f"“{TAGGED}” broke in the officer.", "the officer"),
        (f"“The bridge,” said the driver, as we reached the ferry gate, “{WORDS[4:]}”", "the driver"),
        (f"Orme was told by the miller: “{WORDS}”", "the miller"),
        (f"Another officer, who had waited at the mill, said, “{WORDS}”", "another officer"),
        (f"Orme met a miller who said, “{WORDS}”", "a miller"),
        (f"Orme spoke with a boatman, who pointed to the river and remarked: “{WORDS}”", "a boatman"),
        (f"Said the old ferryman: “{WORDS}”", "the old ferryman"),
        (f"In the words of one of their engineers, “{WORDS}”", "one of their engineers"),
        (f"The decree said: “{WORDS}”", "the decree"),
        (f"The treaty of the two towns declares: “{WORDS}”", "the treaty of the two towns"),
        (f"The _Evening Ferry_ of Linden commented on it as follows: “{WORDS}”", "the Evening Ferry"),
        (f"Orme came back at noon. The miller said, “{WORDS}”", "the miller"),
        (f"Orme came back at noon. A farmer stood at the door. He said, “{WORDS}”", "a farmer"),
        (f"When an old ferryman in one of the boats shouted to them, “{WORDS}”", "an old ferryman"),
        (f"To quote a report of that year, “{WORDS}”", "a report of that year"),
        (f"A board of bridge inspectors reported: “{WORDS}”", "a board of bridge inspectors"),
        (f"The council of the town passed the following decree: “{WORDS}”", "the council of the town"),
        (f"One of the leaders of the North Ferries said, “{WORDS}”", "one of the leaders of the North Ferries"),
        (f"“{TAGGED}” exclaimed one of Orme's men who was present.", "one of Orme's men"),
        (f"The Ferrymen sent messengers saying: “{WORDS}”", "the Ferrymen"),
        (f"“The bridge,” runs the report, “{WORDS[4:]}”", "the report"),
        (f"The governor came out on the steps. In the course of his toast he said, “{WORDS}”", "the governor"),
    ],
)
def test_who_is_not_named_is_called_what_he_is(text: str, speaker: str) -> None:
    assert speakers(text) == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"“{TAGGED}” hastily cries Reeve, a man of no patience.", "James Reeve"),
        (f"“{TAGGED}” says the first historian of the mill, James Reeve.", "James Reeve"),
        (f"“{TAGGED}” Reeve had written to the council.", "James Reeve"),
        (f"“{TAGGED}” was Reeve's reply.", "James Reeve"),
        (f"Reeve, the mill's owner, in speaking of the bridge (in March) said, “{WORDS}”", "James Reeve"),
        (f"Reeve spoke at the mill, and in the course of his toast said, “{WORDS}”", "James Reeve"),
        (f"This tired miller, James Reeve, had seen it. In part he writes: “{WORDS}”", "James Reeve"),
        (f"From the bank Reeve sent the following message to his brother:\n\n“{WORDS}”", "James Reeve"),
        (f"From the bank Reeve sent the following message to his brother.\n\n“{WORDS}”", "James Reeve"),
        (f"The next note was furnished to us by Mr. James Reeve, a man of long experience: “{WORDS}”", "James Reeve"),
        (f"Reeve calls this “mere weather” in his letter of that week: “{WORDS}”", "James Reeve"),
        (f"Captain Orme had the ropes cut. “{TAGGED}” declared the captain.", "Paul Orme"),
        (f"Reeve spent all his money on the boats. “{WORDS}”", "James Reeve"),
        (f"“Is it so bad?” asked Orme. “{TAGGED}” said Reeve.", "James Reeve"),
        (f"But Reeve turned upon him and exclaimed: “{WORDS[:-1]}!” Orme told the others to wait.", "James Reeve"),
        (f"Reeve, a man whom they call the Grey, and who was a great traveller, said, “{WORDS}”", "James Reeve"),
        (
            f"Reeve came, and was heard before the others, and having a loud voice, told them: “{WORDS}”",
            "James Reeve",
        ),
        (f"“{TAGGED}” as Reeve remarked of the ferry.", "James Reeve"),
        (f"Reeve stood before them all. Ridding himself of his coat, he said to the others: “{WORDS}”", "James Reeve"),
        (f"Orme was away. Thereupon Reeve wrote the mayor a long letter. “{TAGGED}” he said.", "James Reeve"),
        (
            f"Reeve spoke freely with Orme, as well as with Anders and Halloran, on the flood. “{TAGGED}” he said.",
            "James Reeve",
        ),
        (f"“{TAGGED}” cry the two ferrymen. Reeve offered the following order to them: “{WORDS}”", "James Reeve"),
        (f"Reeve came up. Then, mocking Captain Orme before them all, he said: “{WORDS}”", "James Reeve"),
        (f"When Reeve, his son, came to the mill, he answered them with haste: “{WORDS}”", "James Reeve"),
    ],
)
def test_a_name_is_found_in_any_part_of_the_words_around(text: str, speaker: str) -> None:
    assert speaker in speakers(text)
    assert speakers(text) <= {speaker, "Paul Orme", "the two ferrymen"}


@pytest.mark.parametrize(
    "text",
    [
        f"“Come out of it!” cried Orme's men; but the miller led them in. “{WORDS}”",
        f"Orme was a careful man, and was often told so. “{WORDS}”",
        f"The mob was led on by shouts: “{WORDS}”",
        f"The form is kept (in Halloran. Orme. p. 16); it runs thus: “{WORDS}”",
        f"Orme asked them all: “Who is there?” “{WORDS}”",
    ],
)
def test_words_stay_with_the_author_where_another_than_the_last_may_speak(text: str) -> None:
    document = f"{FILLER}\n\n{ABOVE}\n\n{text}\n\n{FILLER}\n"
    at = document.index(WORDS) + len(WORDS) // 2
    assert not [voice for voice in analyse(document).voices if voice.start <= at < voice.end]


def test_two_who_speak_in_turns_are_named_where_nothing_tells() -> None:
    text = (
        "“Have you seen the river this morning?” asked Orme.\n\n“It has come up to the mill,” said Reeve.\n\n"
        "“Then we must go round by the hills.”\n\n“That will take us the whole day.”"
    )
    voices = [v.speaker for v in analyse(f"{ABOVE}\n\n{text}\n\n{FILLER}\n").voices]
    assert voices == ["Paul Orme", "James Reeve", "Paul Orme", "James Reeve"]


def test_a_block_quotation_of_several_paragraphs_is_of_whom_the_line_above_means() -> None:
    text = """\
The flood is described by several hands, and not all of them agree on
the hour at which it came. Captain Paul Orme kept a diary in that week.
Of the first evening he writes there:

    The water rose until noon and stood for two days in the lower
    rooms, and we carried the books to the attic one by one.

    On the third day the boats came, and they brought us bread and
    candles and took away the sick and the old.

That is all that he says, and it is more than the council ever said in
the eleven years during which the question was before it.
"""
    (voice,) = analyse(text).voices
    assert voice.speaker == "Paul Orme"
    assert text[voice.start : voice.end].startswith("The water")
    assert text[voice.start : voice.end].endswith("the old.")
