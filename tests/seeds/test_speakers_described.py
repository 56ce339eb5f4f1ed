"""Speakers whom no verb of speech names plainly: by what they are called, do or own, or by being the only one told of."""

import pytest

from seeds.readers.analysis import analyse

FILLER = "The council met as usual on the first Monday of the month, and nothing of this is told in its minutes."
ABOVE = "Captain Paul Orme had two brothers. Mrs. Martha Quill kept the library, and Mr. James Reeve the mill."
WORDS = "The bridge is down, and nobody will cross before the winter."
TAGGED = f"{WORDS[:-1]},"


def speaker(text: str, words: str = WORDS) -> str | None:
    document = f"{FILLER}\n\n{ABOVE}\n\n{text}\n\n{FILLER}\n"
    at = document.index(words[:-1]) + len(words) // 2
    return next((voice.speaker for voice in analyse(document).voices if voice.start <= at < voice.end), None)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            f"They expressed it in the words of a judicious and disinterested historian: “{WORDS}”",
            "a judicious and disinterested historian",
        ),
        (f"“{TAGGED}” the host was saying.", "the host"),
        (f"They were met by the haughty chandler, who exclaimed, in a loud tone, “{WORDS}”", "the haughty chandler"),
        (f"After a while, a voice said: “{WORDS}”", "a voice"),
        (f"“{TAGGED}” was the answer given me by one of the oldest functionaries.", "one of the oldest functionaries"),
        (f"“{TAGGED}” urged Her Majesty.", "her Majesty"),
        (f"The parlour-maid entered and said, “{WORDS}”", "the parlour-maid"),
        (f"“{TAGGED}” said one speaker, and sat down.", "one speaker"),
        (f"“{TAGGED}” one of them, a stranger, said.", "one of them"),
        (f"“{TAGGED}” retorted a Lindener.", "a Lindener"),
        (f"“{TAGGED}” resumed the intrepid Reeve.", "James Reeve"),
        (f"“{TAGGED}” was the childish complaint of the millers of Linden.", "the millers of Linden"),
        (f"“{TAGGED}”³⁷ the old woman said.", "the old woman"),
        (f"“{TAGGED}” (see App. III, Sect. 7) said Reeve.", "James Reeve"),
        (f"“{TAGGED}” said the “holy” man.", "the holy man"),
        (f"One old ferryman, while hurrying along a street, was heard to say: “{WORDS}”", "one old ferryman"),
        (f"And finally in Article 241 of the Treaty, “{WORDS}”", "Article 241 of the Treaty"),
        (f"This is another charge against the king in the Declaration: “{WORDS}”", "the Declaration"),
        (f"The gold plank asserted: “{WORDS}”", "the gold plank"),
        (f"“Wait. (replied the miller) {WORDS}”", "the miller"),
        (
            f"Halloran, the chancellor of the Empire, who ruled the town, said, “{WORDS}”",
            "the chancellor of the Empire",
        ),
        (f"But alas! Article V. provides that “{WORDS}”", "Article V"),
        (f"The most threatening part of the note was its conclusion: “{WORDS}”", "the note"),
        (f"This is told by an old historian. “{WORDS}”", "an old historian"),
        (f"To this the king’s answer was short: “{WORDS}”", "the king"),
        (f"The ferryman shrugged. “{WORDS}”", "the ferryman"),
        (f"His envoys greeted the town with the same haughty declaration. “{WORDS}”", "his envoys"),
        (f"A traveller of the sixteenth century said: “{WORDS}”", "a traveller of the sixteenth century"),
    ],
)
def test_who_is_called_by_any_noun_is_named_by_it(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            f"The council invited Reeve to come. For a while he was silent, but then he gave this reason: “{WORDS}”",
            "James Reeve",
        ),
        (f"Reeve's own plan was a ferry. With what joy he greeted it: “{WORDS}”", "James Reeve"),
        (
            f"I asked an old ferryman, who had known Reeve, what he thought of it. “{TAGGED}” he said.",
            "an old ferryman",
        ),
        (
            f"Reeve built the new mill. It is told that, when Orme wrote him of the flood, he replied: “{WORDS}”",
            "James Reeve",
        ),
        (f"Everybody knows the letter of Martha Quill about the flood. “{TAGGED}” said she.", "Martha Quill"),
        (f"Reeve bade the men throw him into the mud, “and,” said he, “soon. {WORDS}”", "James Reeve"),
        (f"Orme came in. In concert with Reeve he told the tale, and cried: “{WORDS}”", "Paul Orme"),
        (f"No one should forget the order which Reeve gave to his men on that day: “{WORDS}”", "James Reeve"),
        (f"Reeve came in. The substance of his talk, in his own words, I give here: “{WORDS}”", "James Reeve"),
        (f"Reeve refused to leave, and calmed the fears of all by his reply, “{WORDS}”", "James Reeve"),
        (
            f"Reeve, a miller whom we call the “Grey of Linden,” and who was a great traveller, said, “{WORDS}”",
            "James Reeve",
        ),
        (f"The mill was in full swing, full of men, Reeve reporting: “{WORDS}”", "James Reeve"),
        (
            f"At the mill, which he already took for his own, Reeve declared to all the men the cause of the flood. “{WORDS}”",
            "James Reeve",
        ),
        (f"“Go home, all of you,” cried Reeve. (Loud applause.) “{WORDS}”", "James Reeve"),
        (f"Reeve waited. He handed it to Orme, who was across the table, and said, “{WORDS}”", "James Reeve"),
        (f"Secretary of State Reeve sent the following reply on the next day: “{WORDS}”", "James Reeve"),
        (f"I was reminded of the words attributed to Reeve:--“{WORDS}”", "James Reeve"),
        (f"Reeve, who had come in time, published to the men the following: “{WORDS}”", "James Reeve"),
        (f"Orme saw it. The general extent of it is told in a paper in which he said: “{WORDS}”", "Paul Orme"),
        (f"Reeve was annoyed. “{WORDS}”", "James Reeve"),
        (f"The true plan is that set forth by Reeve in the following words: “{WORDS}”", "James Reeve"),
        (f"On that day Captain Reeve, interviewed in Linden by Orme, said: “{WORDS}”", "James Reeve"),
        (f"Reeve led them to the mayor, to whom he used these words: “{WORDS}”", "James Reeve"),
        (f"1. “Go home, all of you,” cried Reeve.\n\n2. “{WORDS}”", "James Reeve"),
    ],
)
def test_he_is_the_only_one_told_of(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    "text",
    [
        f"Reeve sent his book to Orme, and begged his advice. Orme spoke of it to Quill, “{WORDS[:-1]},” and begged Reeve to wait.",
        f"The book has the poorest opinion of Reeve and his mill: “{WORDS}”",
        f"James Reeve, “{WORDS[:-1]},” who had the mill in that year.",
        f"Reeve rose, when from every side he was greeted with shouts of joy. “{WORDS}”",
        f"The men had fought for Reeve, and then were permitted to go. “{WORDS}”",
        f"“Is it so bad?” asked Reeve with an air of surprise.--“{WORDS}”",
        f"Reeve then feigned an illness. “Mr. Reeve is ill. {WORDS}”",
        f"Reeve tried to elude a straight answer to the question, “{WORDS}”",
        f"Halloran, the archchancellor of the Empire, who ruled the town when Orme was ill, said to him one day, “{WORDS}”",
        f"An oft-repeated remark was made about Reeve: “{WORDS}”",
        f"As we rolled down the street shouted somebody: “{WORDS}”",
    ],
)
def test_who_is_only_spoken_of_does_not_speak(text: str) -> None:
    assert speaker(text) is None


def test_the_answer_behind_a_question_is_anothers() -> None:
    text = f"The king asked him, “Well, my man, what have you to sell?” The inventor promptly answered, “{WORDS}”"
    assert speaker(text) == "the inventor"
