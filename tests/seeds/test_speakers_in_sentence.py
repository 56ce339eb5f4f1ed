"""Speakers whom the sentence names in which the words stand, with more between the subject and the words than a verb."""

import pytest

from tests.seeds.speaking import TAGGED, WORDS, speaker


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"The rope broke, and one of the carters busy with the sacks said, “{WORDS}”", "one of the carters"),
        (f"The rope broke, and one of the carters sitting on the wall said, “{WORDS}”", "one of the carters"),
        (f"It grew dark before the masons who had carried the stones since noon shouted: “{WORDS}”", "the masons"),
        (f"As some of the weavers who slept in the barn wrote: “{WORDS}”", "some of the weavers"),
        (f"The worst of the gamblers in the tavern said: “{WORDS}”", "the worst of the gamblers"),
        (f"A baker who smelt the smoke that night, left his oven, and cried, “{WORDS}”", "a baker"),
        (f"Reeve, who had sold his boat, who owed rent for two years, sat down and said: “{WORDS}”", "James Reeve"),
        (f"Hale and Rudd say in the almanac: “{WORDS}”", "Hale and Rudd"),
        (f"When the toll was raised, the crowd, which had been patient, began to shout: “{WORDS}”", "the crowd"),
        (f"In the end an old chief arose and said: “{WORDS}”", "an old chief"),
        (f"Already Reeve had written: “{WORDS}”", "James Reeve"),
        (f"I met Orme and then Mrs. Quill, who, when she knew me again, said: “{WORDS}”", "Martha Quill"),
        (f"The miller of Linden seemed to address me thus: “{WORDS}”", "the miller of Linden"),
        (f"By supper a poet can write again: “{WORDS}”", "a poet"),
        (f"They were astonished at the bells--his majesty said: “{WORDS}”", "his majesty"),
    ],
)
def test_a_clause_or_a_phrase_may_belong_to_the_subject(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"Reeve ended the quarrel by saying, “{WORDS}”", "James Reeve"),
        (
            f"The Linden Senate brought down the mayor by adopting the following resolution: “{WORDS}”",
            "the Linden Senate",
        ),
        (
            f"The toll was proclaimed by the warden of Linden, with the leave of his brothers: “{WORDS}”",
            "the warden of Linden",
        ),
        (f"Reeve paid the toll. The matter was told by him at the inn on Sunday: “{WORDS}”", "James Reeve"),
        (f"Reeve gave a plain reply, which nobody has repeated without a smile--“{WORDS}”", "James Reeve"),
        (f"Reeve declared that a bridge which was reported safe, “{WORDS}”", "James Reeve"),
        (f"The Danish printer Reeve turned the thing about: “{WORDS}”", "James Reeve"),
        (f"Reeve, in his usual place, telephoned from the mill: “{WORDS}”", "James Reeve"),
        (f"The flood wrung from Reeve this confession: “{WORDS}”", "James Reeve"),
        (f"The toll was put aside by Reeve, with the words, “{WORDS}”", "James Reeve"),
        (f"It was praised by the schoolmaster Reeve, who gives his reasons in these words: “{WORDS}”", "James Reeve"),
        (f"The news pleased the king who was heard to remark: “{WORDS}”", "the king"),
        (f"In May the Linden Senate issued a notice in which it was said: “{WORDS}”", "the Linden Senate"),
        (
            f"The toll was praised by Reeve, a member of the guild of millers, in the following words: “{WORDS}”",
            "James Reeve",
        ),
        (f"Upon this the widow laughed a little, and then said, “{WORDS}”", "the widow"),
        (f"Reeve heard the bells and sent word to the town: “{WORDS}”", "James Reeve"),
        (f"Reeve expresses his joy in a very odd manner: “{WORDS}”", "James Reeve"),
        (f"We quote here from a ferryman who was present: “{WORDS}”", "a ferryman"),
        (f"The reasons were summarized by Captain Orme: “{WORDS}”", "Paul Orme"),
        (f"The toll troubled Congress, which met in May, and in the autumn Congress said: “{WORDS}”", "Congress"),
        (f"According to Mr. Reeve (Letters, p. 12), “{WORDS}”", "James Reeve"),
        (f"Reeve was on his feet, trembling. “{WORDS}”", "James Reeve"),
        (f"The king sent a message to the ferrymen. “{WORDS}”", "the king"),
        (f"The people of Linden describe the market. “{WORDS}”", "the people of Linden"),
        (f"A short passage from Reeve, The Mill in Winter, p. 8, may be read here: “{WORDS}”", "James Reeve"),
        (f"Thus explained in Reeve’s Dictionary: “{WORDS}”", "James Reeve"),
        (f"The queen woke at the exclamation of one of them: “{WORDS}”", "one of them"),
    ],
)
def test_the_words_may_be_led_in_by_a_gerund_a_passive_or_a_noun(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"One of them, article 12, says: “{WORDS}”", "article 12"),
        (f"Section iv of the lease of May 2d declared: “{WORDS}”", "Section iv of the lease of May 2d"),
        (f"The council amended Article 3 to read: “{WORDS}”", "Article 3"),
        (f"Among the favours granted to the millers is Article 40, by which “{WORDS}”", "Article 40"),
        (f"In para. 5 of Annex II to the Linden Lease, “{WORDS}”", "para. 5 of Annex II to the Linden Lease"),
        (f"In Counsels (p. 7) it is said: “{WORDS}”", "Counsels"),
        (f"In the charter of the mill it is further provided that “{WORDS}”", "the charter of the mill"),
        (f"We read with some surprise in the old chronicle: “{WORDS}”", "the old chronicle"),
        (f"The fair is described in the oldest chronicle: “{WORDS}”", "the oldest chronicle"),
        (f"The new constitution’s preamble reads: “{WORDS}”", "the new constitution’s preamble"),
        (f"_Linden Messenger,_ May 3 (Liberal). “{WORDS}”", "Linden Messenger"),
    ],
)
def test_a_writing_speaks_in_which_the_words_stand(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"“{TAGGED}” remarked a boatman of an Eastern parish, and sat down.", "a boatman of an Eastern parish"),
        (f"“{TAGGED}” said an old weaver near me, his hat in his hand.", "an old weaver"),
        (f"“{TAGGED}” a man in a green coat called out.", "a man"),
        (f"“{TAGGED}” cried one of the Guild.", "one of the Guild"),
        (f"“{TAGGED}” asked Reeve a little later.", "James Reeve"),
        (f"“{TAGGED}” answered the mayor very slowly.", "the mayor"),
        (f"“{TAGGED}” several weavers shout.", "several weavers"),
        (f"“{TAGGED}” exclaimed all the apprentices.", "all the apprentices"),
        (f"“{TAGGED}” our old poet Reeve wrote.", "James Reeve"),
        (f"Reeve sat down. “{TAGGED}” he more than once said to the clerk.", "James Reeve"),
        (f"“{TAGGED}” was the reply of the unhappy Reeve.", "James Reeve"),
        (f"“{TAGGED}” was her Majesty’s answer.", "her Majesty"),
        (f"“{WORDS[:-1]}?” was the question put by Reeve.", "James Reeve"),
        (f"“{WORDS[:-1]}!” I heard Reeve cry.", "James Reeve"),
        (f"Reeve walked home. “{TAGGED}” was he accustomed to say.", "James Reeve"),
        (f"“{TAGGED}” (it is thus that the miller of Linden begins).", "the miller of Linden"),
        (f"Reeve, Liberal, a stout man with a red face: “{WORDS}”", "James Reeve"),
        (f"Followed him Reeve, for the ferrymen: “{WORDS}”", "James Reeve"),
    ],
)
def test_a_tag_or_a_label_may_say_more_of_the_speaker(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    "text",
    [
        f"The crowd was led on by shouts: “{WORDS}”",
        f"“{WORDS[:-1]}?” the Duke of Linden was once asked.",
        f"The miller met the ferrymen as he was used to, whereupon the others said: “{WORDS}”",
        f"A letter from his sister is printed in Reeve’s The Lindens and the Ormes, p. 3: “{WORDS}”",
    ],
)
def test_nobody_speaks_whom_the_sentence_has_for_another_part(text: str) -> None:
    assert speaker(text) is None


def test_a_full_stop_ends_the_sentence_of_a_king() -> None:
    assert speaker(f"Nobody bowed to the king. Reeve laughed. Then the king said, “{WORDS}”") == "the king"


def test_a_rank_shows_that_a_common_word_is_a_name() -> None:
    above = "Captain Wood sold wood. All the wood was wet, and the wood from the hills was dear, and nobody but Wood had wood. "
    assert speaker(f"{above}At night Wood replied: “{WORDS}”") == "Wood"


def test_words_that_end_something_do_not_end_a_quotation() -> None:
    assert speaker(f"Reeve looked at the map and said, “{TAGGED}” and that ended the matter.") == "James Reeve"
