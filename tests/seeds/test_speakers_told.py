"""Speakers whom the narrator's sentence names in other forms than a plain verb of speech beside a plain name."""

import pytest

from tests.seeds.speaking import TAGGED, WORDS, speaker


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"Reeve spoke first. His answer, very famous in the town, was, “{WORDS}”", "James Reeve"),
        (
            f"Reeve, the best miller of his time, said in his comments about a law of the town, “{WORDS}”",
            "James Reeve",
        ),
        (f"All of this roused the wrath of Reeve, who answered: “{WORDS}”", "James Reeve"),
        (f"Reeve was loudly reported as having said in a letter: “{WORDS}”", "James Reeve"),
        (f"To quote the description of Reeve: “{WORDS}”", "James Reeve"),
        (f"“{WORDS}” These were the words of Count Orme, when he heard of it.", "Paul Orme"),
        (f"Orme: “I am the major of this town.” Reeve: “{WORDS}”", "James Reeve"),
        (f"Orme: “I know the law of this town.” Peasant: “{WORDS}”", "the peasant"),
        (f"This flood led Reeve to say, “{WORDS}”", "James Reeve"),
        (f"Vainly did Reeve exclaim: “{WORDS}”", "James Reeve"),
        (f"Reeve when dying said to Orme, “{WORDS}”", "James Reeve"),
        (f"It was moved by Senator Reeve, of Linden, who thus explained his purpose: “{WORDS}”", "James Reeve"),
        (f"Reeve came. His dutiful address to the town displayed his temper: “{WORDS}”", "James Reeve"),
        (f"Reeve writes to Orme (Aug. 20) at Linden: “{WORDS}”", "James Reeve"),
        (f"Reeve said to Mr. Orme, “{WORDS}”", "James Reeve"),
        (f"Reeve (the miller’s son, born in Mr. Orme’s house) says, “{WORDS}”", "James Reeve"),
        (f"Reeve--by far the best informed of them--said quite frankly: “{WORDS}”", "James Reeve"),
        (f"Orme gave in; Halloran followed him; Reeve would not. He said: “{WORDS}”", "James Reeve"),
        (f"Orme said: “Do we go now, all of us, to the mill?” Reeve said, “{WORDS}”", "James Reeve"),
        (f"Thus Reeve, chairman of the council: “{WORDS}”", "James Reeve"),
        (f"But Bailly rose above Orme, and said, “{WORDS}”", "Bailly"),
        (f"Gotz, ringing the bell of the chairman: “{WORDS}” Even Gotz.", "Gotz"),
        (f"“{TAGGED}” says Reeve (“History of the Mill,” ii. 532).", "James Reeve"),
        (f"The fox ran over a green field. “{TAGGED}” says the historian Green.", "Green"),
        (f"With both hands on the table G—— told this, adding: “{WORDS}” And G—— wept.", "G——"),
        (
            f"In a speech held before the council by Deputy Reeve it was told. It was a speech by Reeve. He said: “{WORDS}”",
            "James Reeve",
        ),
        (f"In Reeve's History of the Flood, he imagines a like case: “{WORDS}”", "James Reeve"),
        (f"Reeve saw that he had been deceived. “{TAGGED}” he was heard to say.", "James Reeve"),
        (f"The princes won the war.⁶⁹ The valiant Reeve was roused from his bed. “{TAGGED}” said he.", "James Reeve"),
    ],
)
def test_a_sentence_names_its_speaker(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            f"The Flood Commission of the Millers makes the following communication: “{WORDS}”",
            "the Flood Commission of the Millers",
        ),
        (f"The whole meeting adopted the following resolution: “{WORDS}”", "the whole meeting"),
        (f"On the second of July the Congress resolved: “{WORDS}”", "the Congress"),
        (f"Article 54 proceeds: “{WORDS}”", "Article 54"),
        (f"“{TAGGED}” said the statutes which the founders had printed.", "the statutes"),
        (f"The town took heart at an order issued by the governor containing these words: “{WORDS}”", "the governor"),
        (f"The brothers received the news with cries of “{WORDS}”", "the brothers"),
        (f"“{TAGGED}” came from the boy under the bench.", "the boy"),
        (f"“{TAGGED}” was the Emperor’s reply, while he put on his coat.", "the Emperor"),
        (f"“{TAGGED}” was the reply which a ferryman made to all of us.", "a ferryman"),
        (f"“{TAGGED}” the spy who had paid our fares whispered to me.", "the spy"),
        (f"“{TAGGED}” his friends further assert.", "his friends"),
        (f"“{TAGGED}” exclaimed an eminent Russian.", "an eminent Russian"),
        (f"“{TAGGED}” said a Linden pioneer, and laughed.", "a Linden pioneer"),
        (f"It was a time when our forefathers used to add, “{WORDS}”", "our forefathers"),
        (f"Nobody answered. One man showed his arm in a sling. “{WORDS}”", "one man"),
        (f"The General simulated amazement-- “{WORDS}”", "the General"),
        (f"“{TAGGED}” one reads in another popular journal.", "another popular journal"),
        (f"It made the grand duke exclaim: “{WORDS}”", "the grand duke"),
        (
            f"When the Millers, the old foes of Linden, heard of it, they sent to the dukes. “{TAGGED}” they said.",
            "the Millers",
        ),
    ],
)
def test_a_body_a_people_or_one_unnamed_is_the_speaker(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    "text",
    [
        f"To the word that the ferrymen would send two hundred oars they only replied, “{WORDS}”",
        f"Reeve had laughed at the warnings of his wisest Lindeners. “{TAGGED}” they urged.",
        f"Neither Orme nor Reeve can quiet them: again and again they interrupt with cries of “{WORDS}”",
        f"Reeve stretched out his hands, crying, “Is it good, please God, what you have seen?” I replied, “{WORDS}”",
        f"Halloran spoke of the battle between himself and Reeve. “{TAGGED}” they said.",
        f"A few days passed. “{WORDS}”",
        f"All of it is printed by the Duke of Linden, “{WORDS}” in his second volume.",
    ],
)
def test_who_is_near_and_may_be_another_does_not_speak(text: str) -> None:
    assert speaker(text) is None
