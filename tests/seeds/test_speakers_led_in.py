"""Speakers whom the narrator's sentence before the words names in the many forms that such sentences have."""

import pytest

from tests.seeds.speaking import TAGGED, WORDS, speaker


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"In 1859 the council of Linden had already declared: “{WORDS}”", "the council of Linden"),
        (f"At my wish the bald-headed man merely smiled, and replied: “{WORDS}”", "the bald-headed man"),
        (f"On the next morning Reeve issued this notice: “{WORDS}”", "James Reeve"),
        (f"To him the queen telegraphed, as follows: “{WORDS}”", "the queen"),
        (f"In plain language the chronicler Reeve describes the flood: “{WORDS}”", "James Reeve"),
        (
            f"Last came forward Reeve with his hat in his hand, and warned the ferrymen as follows: “{WORDS}”",
            "James Reeve",
        ),
        (f"Then did Reeve leave his seat, and he said to them: “{WORDS}”", "James Reeve"),
        (f"Nor did the queen lose heart: she sent this message to Linden: “{WORDS}”", "the queen"),
        (
            f"Nor did the warden of Linden wait for Orme, for before it was light he sent this message to Orme: “{WORDS}”",
            "the warden of Linden",
        ),
        (f"Then came Reeve, wet to the knees and still laughing: “{WORDS}”", "James Reeve"),
    ],
)
def test_the_subject_may_stand_behind_a_phrase_or_behind_its_verb(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"The flood is thus described by an old ferryman: “{WORDS}”", "an old ferryman"),
        (f"It was then decreed by the council: “{WORDS}”", "the council"),
        (f"The miller closed his eyes, and after a while remarked, “{WORDS}”", "the miller"),
        (f"They asked for the key of the king, who answered; “{WORDS}”", "the king"),
        (f"The ice broke; the carts went under; on the bank the prophet lifted his lantern: “{WORDS}”", "the prophet"),
        (f"Long before, Reeve had written: “{WORDS}”", "James Reeve"),
        (f"A delegate of the millers was speaking: “{WORDS}”", "a delegate of the millers"),
        (f"The queen is complaining to her maid: “{WORDS}”", "the queen"),
        (f"Reeve puts the question in a new form: “{WORDS}”", "James Reeve"),
        (f"The king made another remark in the margin: “{WORDS}”", "the king"),
        (f"Reeve, a young ferryman with a drum, raised the cry, “{WORDS}”", "James Reeve"),
        (f"Reeve had the gates shut, and stood before them--saying, “{WORDS}”", "James Reeve"),
        (f"The miller opened the window, and leaned out of it, stammering, “{WORDS}”", "the miller"),
        (f"Reeve came late. Asked where he had been, he is said to have answered: “{WORDS}”", "James Reeve"),
        (f"Reeve, the best miller of the town, thus judges the bridge on which he had stood: “{WORDS}”", "James Reeve"),
        (f"Reeve sums up the case of the millers as follows: “{WORDS}”", "James Reeve"),
        (f"Reeve voiced the thanks of “all the millers,” and added: “{WORDS}”", "James Reeve"),
        (f"This is how Reeve put an end to the quarrel: “{WORDS}”", "James Reeve"),
        (f"The flood was well sketched by Captain Orme on that day: “{WORDS}”", "Paul Orme"),
        (f"There is a fine picture of the mill in the flood, by Captain Orme: “{WORDS}”", "Paul Orme"),
        (f"At noon the heralds made known a decree of the Linden Senate--“{WORDS}”", "the Linden Senate"),
        (f"The driver of the cart came over, and shouted above the noise. “{WORDS}”", "the driver of the cart"),
        (f"When the ferry stopped, Reeve was writing to his brother, “{WORDS}”", "James Reeve"),
        (f"Long was it read with care, for Reeve uttered words which nobody there forgot: “{WORDS}”", "James Reeve"),
        (f"Or, as Reeve has it: “{WORDS}”", "James Reeve"),
        (f"As an old ferryman puts it, “{WORDS}”", "an old ferryman"),
        (
            f"The mayor’s answer was of the kind that one hears on every ferry of the whole river: “{WORDS}”",
            "the mayor",
        ),
        (f"There is a line on it in one of Reeve’s speeches, in 1851: “{WORDS}”", "James Reeve"),
        (f"This was the reply of the mayor, Mr. Reeve: “{WORDS}”", "James Reeve"),
        (f"To which the bishop answers, “{WORDS}”", "the bishop"),
        (f"And so, in every inn, the people cry, “{WORDS}”", "the people"),
        (f"Above the noise the miller cries out, “{WORDS}”", "the miller"),
        (
            f"The Council of Millers’ and Ferrymen’s Delegates sent round a notice: “{WORDS}”",
            "the Council of Millers’ and Ferrymen’s Delegates",
        ),
    ],
)
def test_a_sentence_may_take_other_forms_than_he_said(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"Two ferrymen exclaimed, “{WORDS}”", "two ferrymen"),
        (f"It was late, and on the quay crowds of angry millers pushed forward and repeated the cry: “{WORDS}”", None),
        (
            f"It was late when, on the quay, crowds of angry millers cheered and repeated the cry: “{WORDS}”",
            "crowds of angry millers",
        ),
        (f"“{TAGGED}” three women cried.", "three women"),
        (f"The wardens and Reeve addressed the town as follows: “{WORDS}”", "the wardens and Reeve"),
        (f"Reeve and the miller cried, “{WORDS}”", "Reeve and the miller"),
        (f"All the Lindeners came. “{TAGGED}” cried the angry Lindeners.", "the angry Lindeners"),
        (f"On the days of the fair things said, “{WORDS}”", None),
    ],
)
def test_several_may_speak_together(text: str, named: str | None) -> None:
    assert speaker(text) == named


def test_a_king_may_be_the_first_of_his_name() -> None:
    assert speaker(f"James I.’s own words were: “{WORDS}”") == "James I"


def test_one_who_is_judged_does_not_speak_in_the_sentence() -> None:
    assert speaker(f"This is a copy of Reeve’s sentence as it was nailed to the gates of the mill: “{WORDS}”") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"The spokesman for the millers: “{WORDS}”", "the spokesman"),
        (f"Orme sat down. Then the mayor: “{WORDS}”", "the mayor"),
        (f"Next Reeve for the ferrymen of Linden. “{WORDS}”", "James Reeve"),
    ],
)
def test_one_speaks_who_is_announced_without_a_verb(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"But as a Lindener said to me, “{WORDS}”", "a Lindener"),
        (
            f"Thereupon one of the secretaries of the council stopped him, saying: “{WORDS}”",
            "one of the secretaries of the council",
        ),
        (f"One of them, when he thought of the flood, wrote: “{WORDS}”", "one of them"),
        (f"Everybody was of another mind, but the “Evening Star” wrote: “{WORDS}”", "the Evening Star"),
        (f"As the “Chronicle of the Mill” (S46) sadly declared, “{WORDS}”", "the Chronicle of the Mill"),
        (f"Brakston, the youngest clerk at the ferry, said in his notes: “{WORDS}”", "Brakston"),
        (
            f"Halloran, the bell-founder of the parish, who mended the clock while Orme was away, said to him one day, “{WORDS}”",
            "Halloran",
        ),
        (f"“{TAGGED}” said Reeve-- and he was right.", "James Reeve"),
    ],
)
def test_one_who_is_told_of_only_here_is_named_as_he_is_called(text: str, named: str) -> None:
    assert speaker(text) == named


def test_no_man_is_the_queen() -> None:
    above = "Mr. Reeve came, and Reeve stayed, and all men asked Reeve: he was the Queen Reeve of the play."
    assert speaker(f"{above} Reeve gave advice. The queen said: “{WORDS}”") == "the queen"


def test_he_is_not_one_to_whom_he_speaks() -> None:
    text = f"Reeve was a careful man. To the burgomaster, of whom he thought little, he said: “{WORDS}”"
    assert speaker(text) == "James Reeve"


def test_a_word_that_is_seldom_written_small_is_a_name() -> None:
    above = "They asked for Stowe, and then for Stowe, who came; with him Stowe brought the keys of Stowe; the men began to stowe it."
    assert speaker(f"{above}\n\nStowe wrote, “{WORDS}”") == "Stowe"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"The miller reproved them sharply. “{WORDS}”", "the miller"),
        (f"Reeve plied us with questions about the town. “{WORDS}”", "James Reeve"),
        (
            f"One angry journal counted the holes in Mr. Reeve's bridge, and protested loudly against all of them. “{WORDS}”",
            "one angry journal",
        ),
        (f"In his book Reeve thus defines the duty of a ferryman. “{WORDS}”", "James Reeve"),
    ],
)
def test_one_speaks_who_is_said_to_have_spoken(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"[Footnote: Letter of Reeve, May 3, 1790. “{WORDS}”]", "James Reeve"),
        (
            f"[Footnote: Old Records, D, IX. Letter of the vicar of Linden to the council, May 3. “{WORDS}”]",
            "the vicar of Linden",
        ),
        (f"[Footnote: Speech by Orme, in the sitting of May 3: “{WORDS}”]", "Paul Orme"),
        (f"12 [ Archive of Linden, H. 14. Letter of Captain Orme, May 3, 1791. “{WORDS}”", "Paul Orme"),
        (f"Archive of Linden, H. 14.—Speech of M. de Halloran, May 3: “{WORDS}”", "Halloran"),
        (f"Halloran, ii. 27, 81; Reeve’s despatch, Sept. 24, 1800; Papers: Linden, vol. 6. “{WORDS}”", "James Reeve"),
        (f"[75] Captain Orme to Reeve, Sept. 12, 1799; Papers: Linden, vol. 8. “{WORDS}”", "Paul Orme"),
        (f"[76] Reeve, Aug. 10, 1799; Papers: Linden, vol. 5. “{WORDS}”", "James Reeve"),
    ],
)
def test_a_note_names_whose_letter_it_quotes(text: str, named: str) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    "text",
    [
        f"Overawed by many things, and with tears, they exclaim, “{WORDS}”",
        f"The council called attention to the words, “{WORDS}”",
        f"[Footnote 3: “{WORDS}”]",
        f"[Footnote: Letter of M. Reeve, May 3.--Old Records, ii. 14. “{WORDS}”]",
        f"The case of the mill stands as follows: “{WORDS}”",
        f"Reeve, Orme and Quill, who stood at the gate, said: “{WORDS}”",
        f"Reeve, Orme and Quill, standing at the gate with the rest, said: “{WORDS}”",
        f"The lord mayor of the city of Linden received this telegram the next morning: “{WORDS}”",
        f"The leading article of the Herald for that day was called, “{WORDS}”",
        f"A note, taken from the desk by the council, which ran thus: “{WORDS}”",
        f"Letter of Captain Orme, May 3, 1791.—Archive of Linden, i. 28: “{WORDS}”",
        f"A letter of the town of Linden came too late. “{WORDS}”",
        f"Listen to the song of the ferry: “{WORDS}”",
    ],
)
def test_who_is_not_said_to_speak_stays_unnamed(text: str) -> None:
    assert speaker(text) is None
