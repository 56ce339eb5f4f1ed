"""Speakers whom no verb of speech names plainly: by what they are called, do or own, or by being the only one told of."""

import pytest

from tests.seeds.speaking import TAGGED, WORDS, speaker


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            f"They framed it in the words of a sober and impartial historian: “{WORDS}”",
            "a sober and impartial historian",
        ),
        (f"“{TAGGED}” the host was saying.", "the host"),
        (f"“{TAGGED}” Mme. Halloran was quietly explaining.", "Halloran"),
        (f"“{TAGGED}” said Mme. C—— and laughed.", "C——"),
        (f"“{TAGGED}” Reeve would sometimes say to us.", "James Reeve"),
        (f"“{TAGGED}” the ferryman may have muttered.", "the ferryman"),
        (f"They were met by the haughty chandler, who exclaimed, in a loud tone, “{WORDS}”", "the haughty chandler"),
        (f"After a while, a voice said: “{WORDS}”", "a voice"),
        (f"“{TAGGED}” was the answer given us by one of their youngest clerks.", "one of their youngest clerks"),
        (f"“{TAGGED}” urged Her Majesty.", "her Majesty"),
        (f"The parlour-maid came up and said, “{WORDS}”", "the parlour-maid"),
        (f"“{TAGGED}” said one speaker, and sat down.", "one speaker"),
        (f"“{TAGGED}” one of them, a stranger, said.", "one of them"),
        (f"“{TAGGED}” retorted a Lindener.", "a Lindener"),
        (f"“{TAGGED}” resumed the intrepid Reeve.", "James Reeve"),
        (f"“{TAGGED}” was the sulky complaint of the millers of Linden.", "the millers of Linden"),
        (f"“{TAGGED}”³⁷ the old woman said.", "the old woman"),
        (f"“{TAGGED}” (see Chap. II, Note 4) said Reeve.", "James Reeve"),
        (f"“{TAGGED}” said the “holy” man.", "the holy man"),
        (f"One old ferryman, while mending a net, was heard to say: “{WORDS}”", "one old ferryman"),
        (f"And finally in Article 241 of the Treaty, “{WORDS}”", "Article 241 of the Treaty"),
        (f"This is one more reason for the strike in the Declaration: “{WORDS}”", "the Declaration"),
        (f"The gold plank asserted: “{WORDS}”", "the gold plank"),
        (f"“Wait. (replied the miller) {WORDS}”", "the miller"),
        (
            f"Halloran, the chancellor of the Empire, who ruled the town, said, “{WORDS}”",
            "the chancellor of the Empire",
        ),
        (f"But wait! Article V. provides that “{WORDS}”", "Article V"),
        (f"The sharpest part of the note was its last line: “{WORDS}”", "the note"),
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
        (f"Reeve came in. The gist of his talk, in his own words, stands here: “{WORDS}”", "James Reeve"),
        (f"Reeve refused to leave, and cheered the ferrymen by his reply, “{WORDS}”", "James Reeve"),
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
        (f"Reeve waited. He passed it to Orme, who sat beside the stove, and said, “{WORDS}”", "James Reeve"),
        (f"Secretary of State Reeve sent the following reply on the next day: “{WORDS}”", "James Reeve"),
        (f"I thought again of the words attributed to Reeve:--“{WORDS}”", "James Reeve"),
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
        f"Reeve tried to give no plain answer to the question, “{WORDS}”",
        f"An oft-repeated remark was made about Reeve: “{WORDS}”",
        f"As we drove past the mill shouted somebody: “{WORDS}”",
        f"The women stood by the wall, all of them quietly humming, as was part of the custom: “{WORDS}”",
        f"He was thanked when he gave near the close of his talk the following words, which told all of his plan: “{WORDS}”",
        f"Was this not the plan of “another man of theirs?” “{WORDS}” While Reeve had answered like a child, he went.",
        f"The chronicler Reeve states that he had carved upon the wall the words, “{WORDS}”",
        f"Mr. Reeve, a friend of the millers of the town, is sent home; nobody may go with him. “{TAGGED}” they cried.",
        f"There, while the boy Reeve was away, I wrote at the miller's wish a letter, in which he spoke of it. “{TAGGED}” he dictated.",
    ],
)
def test_who_is_only_spoken_of_does_not_speak(text: str) -> None:
    assert speaker(text) is None


def test_the_answer_behind_a_question_is_anothers() -> None:
    text = f"The governor asked him, “Now, stranger, what is in that bag?” The inventor promptly answered, “{WORDS}”"
    assert speaker(text) == "the inventor"


def test_he_is_the_one_named_in_his_own_sentence_whoever_was_spoken_of_above() -> None:
    text = (
        f"Mr. Reeve built a mill. Though he had this help, Mr. Orme did not get on, for a year later he said, “{WORDS}”"
    )
    assert speaker(text) == "Paul Orme"


def test_he_is_not_the_one_with_whom_he_takes_counsel() -> None:
    text = (
        f"Reeve saw it. In counsel with a wise prelate, the Archbishop of Linden, he drew up a plan. He said, “{WORDS}”"
    )
    assert speaker(text) == "James Reeve"


def test_what_opens_a_reference_is_no_part_of_the_name() -> None:
    assert speaker(f"Hear James Reeve's note on this place: “{WORDS}”") == "James Reeve"


def test_a_time_of_his_life_is_not_he() -> None:
    assert speaker(f"Reeve was loud in his youth. Later his language is mild. “{TAGGED}” he says.") != "his youth"


def test_one_who_answers_is_not_he_who_spoke_before_though_the_words_go_on() -> None:
    words = "and the wardens of Linden may well remember it when the water comes."
    text = f"Reeve rose. “Shame! Shame!” cried the ferrymen. To which Reeve answered, “{words}”"
    assert speaker(text, words) == "James Reeve"


def test_one_to_whom_a_letter_is_sent_does_not_write_it() -> None:
    text = f"A long letter to Reeve came by the ferry. It told him that the mill which he had built must stop, and added: “{WORDS}”"
    assert speaker(text) != "James Reeve"


def test_who_spoke_before_is_not_he_who_speaks_now() -> None:
    lead_in = "Such were the words of Orme; after whom Reeve, the miller of Linden, spoke as follows:"
    assert speaker(f"{lead_in}\n\n“{WORDS}”") == "James Reeve"


def test_a_name_says_who_he_is_whose_trade_stands_before_it() -> None:
    assert speaker(f"The eminent grey-haired miller, Halloran, remarked, “{WORDS}”") == "Halloran"


def test_who_speaks_next_is_not_he_who_spoke() -> None:
    text = f"The clerk read it out as “{TAGGED}” and Reeve, with a laugh, remarked, “You will lose your place.”"
    assert speaker(text) != "James Reeve"
    text = f"Captain Orme said that “the bridge is old,” and Reeve said, in the next month: “{WORDS}”"
    assert speaker(text) == "James Reeve"


def test_a_town_is_not_he() -> None:
    above = "They met in Linden. He stayed at Linden, whom nobody knew. At Linden it rained."
    text = f"{above} When the people of Linden begged Reeve to come, and Linden waited, he gave this answer: “{WORDS}”"
    assert speaker(text) != "Linden"


def test_nor_is_the_place_where_he_did_something() -> None:
    fell_ill = "The miller went to the south. At Lindener, on the 1st of May, he fell ill."
    assert speaker(f"{fell_ill} Almost his last words were: “{WORDS}”") == "the miller"


def test_nobody_calls_himself_by_his_title() -> None:
    words = "I have come from the mill with a letter, and was not let in to the burgomaster, to whom it is to be given."
    told = "The burgomaster was at dinner."
    assert speaker(f"{told} He then rose and said: “{words}”", words) is None
    assert speaker(f"{told} He then rose and said: “{WORDS}”") == "the burgomaster"


def test_a_wife_is_not_her_husband() -> None:
    above = "Mr. Thomas Otter kept the ferry. Mr. Otter was ill. Otter sold it. Otter went away. Otter died."
    assert speaker(f"{above}\n\nIn the play Mrs. Otter thus addresses the ferryman: “{WORDS}”") is None


def test_a_turn_behind_a_question_is_that_of_the_one_asked() -> None:
    turns = "“We must go,” said the ferryman.\n\n“Where to?” I asked.\n\n“To Linden,” he said.\n\n“And you?” Reeve asked the woman."
    assert speaker(f"{turns}\n\n“{WORDS}”") == "the woman"


def test_far_behind_the_start_of_a_sentence_he_may_be_another() -> None:
    long = (
        "for the water had come over the wall and into the yard, and the yard was full of it, and the men had left, "
        * 5
    )
    text = f"The king at last gave way to Reeve, whereas he had meant to stay, {long}and Orme had a word for it, “Well,” says he, “{WORDS}”"
    assert speaker(text) is None


def test_a_man_of_whom_only_something_general_is_told_does_not_speak() -> None:
    text = f"It was likely that a man in such a house should have thought of the flood. “{TAGGED}” he says."
    assert speaker(text) != "a man"


def test_who_does_something_behind_a_clause_with_who_is_the_speaker() -> None:
    text = f"It was known that it was Captain Orme who was tried, and an eminent chandler rushed up to me and said: “{WORDS}”"
    assert speaker(text) in ("an eminent chandler", None)


def test_where_somebody_is_found_is_not_who_speaks() -> None:
    text = f"The boat went to a point, Brest, where he found the men. He went near and said to the captain, “{WORDS}”"
    assert speaker(text) != "Brest"


def test_who_does_something_in_a_long_sentence_need_not_speak_behind_it() -> None:
    told = "Reeve, who knew the wish of his friend, rode out with a lantern to the second bridge to wait for him; and kept him in his"
    assert speaker(f"{told} house, with the trust of a brother, and with the show of a king. “{WORDS}”") is None
