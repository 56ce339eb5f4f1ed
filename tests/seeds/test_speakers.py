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
        f"Orme came back at noon. A farmer stood at the door. He said, “{WORDS}”",
        f"Orme came back at noon. “{TAGGED}” the old man said.",
        f"Orme came back at noon. The miller said, “{WORDS}”",
        f"Orme was told by the miller: “{WORDS}”",
        f"Orme received this letter: “{WORDS}”",
        f"Orme met a miller who said, “{WORDS}”",
        f"I met Orme and told him: “{WORDS}”",
        f"[Footnote 3: In that year he said, “{WORDS}”]",
    ],
)
def test_nobody_is_named_where_it_is_not_certain_who_speaks(text: str) -> None:
    assert speakers(text) == set()


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
