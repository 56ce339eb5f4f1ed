"""Speakers who open a clause and are said to speak farther on in it, and those who only do something beside their words."""

import pytest

from seeds.voices.cues.beside import interrupting
from seeds.voices.mentions.cue import Cue
from tests.seeds.speaking import TAGGED, WORDS, speaker

LOWER = f"{WORDS[0].lower()}{WORDS[1:]}"


@pytest.mark.parametrize(
    ("lead_in", "who"),
    [
        ("The bell rang, and strangers took his arm, saying,", "strangers"),
        ("The gate was broken in, and crowds of women ran into the mill, crying,", "crowds of women"),
        ("Suddenly thirty voices were shouting,", "thirty voices"),
        (
            "The Lindeners threw themselves into the boats, and in great fear cried out, with one accord,",
            "the Lindeners",
        ),
        ("A wealthy chandler coming home, and seeing the smoke over the town, exclaimed,", "a wealthy chandler"),
        ("The mayor and the bishop both smiled at it, and went their way, but said,", "the mayor and the bishop"),
        ("Both the weavers and the carters have lifted up their hands and said,", "the weavers and the carters"),
        ("The council itself asked:", "the council"),
        ("Suddenly His Excellency exclaimed, with a laugh:", "his Excellency"),
        ("A merry song of the boats praised his work, declaring:", "a merry song of the boats"),
        ("A wealthy bell rang over the town, and said,", None),
        ("The din arose; shouts of", "voices"),
        ("The common saying,", None),
        ("The noise grew, and many left, while others merely laughed and replied,", None),
    ],
)
def test_who_opens_the_clause_speaks_at_its_end(lead_in: str, who: str | None) -> None:
    assert speaker(f"{lead_in} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("between", "who"),
    [
        ("” Reeve shut the window, “", "James Reeve"),
        ("” Reeve is sorry to state, “", "James Reeve"),
        ("” the old miller shook his fist at them, “", "the old miller"),
        ("”--she looks at him for a while--“", "Martha Quill"),
        ("” which Reeve had from his father, “", None),
        ("” the toll, “", None),
    ],
)
def test_what_one_does_in_the_midst_of_a_sentence_is_done_by_its_speaker(between: str, who: str | None) -> None:
    text = f"Mrs. Quill came in. “It grows cold,{between}{LOWER}”"
    assert speaker(text, LOWER) == who


@pytest.mark.parametrize(
    ("before", "behind", "who"),
    [
        ("", "the old guard waved his hand.", "the old guard"),
        ("Nobody stirred.", "Reeve patted the book.", "James Reeve"),
        ("With the words", "the old guard waved his hand.", None),
        ("", "the old guard was told.", None),
        ("", "The old guard waved his hand.", None),
    ],
)
def test_who_does_something_right_behind_the_words_speaks_them(before: str, behind: str, who: str | None) -> None:
    assert speaker(f"{before} “{TAGGED}” {behind}") == who


@pytest.mark.parametrize(
    ("tag", "who"),
    [
        ("shrills Reeve, and sits down.", "James Reeve"),
        ("croaks Mr. Reeve.", "James Reeve"),
        ("plus Reeve.", None),
        ("printed by Reeve.", None),
    ],
)
def test_any_verb_beside_the_words_is_one_of_speech(tag: str, who: str | None) -> None:
    assert speaker(f"“{TAGGED}” {tag}") == who


@pytest.mark.parametrize(
    ("lead_in", "who"),
    [
        ("The upper council’s answer was:", "the upper council"),
        (
            "What they wished may be seen in the following letter, sent by the old warden to Orme, mayor of Linden:",
            "the old warden",
        ),
        (
            (
                "The Lindener captain’s reply was like all that had ever been heard on the quay from those who had to row "
                "against the stream in the night of the flood:"
            ),
            "the Lindener captain",
        ),
        ("The upper mill’s answer was:", None),
    ],
)
def test_whose_answer_it_was(lead_in: str, who: str | None) -> None:
    assert speaker(f"{lead_in} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("above", "tag", "who"),
    [
        ("But the king’s mind was made up.", "said he to the clerk", "the king"),
        ("The plan of a second bridge was stopped by the good sense of a ferryman.", "he said", "a ferryman"),
    ],
)
def test_he_is_whose_mind_or_deed_was_told_of(above: str, tag: str, who: str | None) -> None:
    assert speaker(f"{above} “{TAGGED}” {tag}.") == who


def test_a_rank_shows_that_a_word_with_an_article_is_a_name() -> None:
    above = "They spoke of the Gorse bill, and of the Gorse plan. Senator Gorse was there, and with him came Gorse, the son."
    assert (
        speaker(f"{above}\n\nThe Gorse bill was brought in by Senator Gorse, of Linden, who said: “{WORDS}”") == "Gorse"
    )


def test_an_initial_may_open_the_paragraph() -> None:
    assert speaker(f"K. goes on, “{WORDS}”") == "K."


@pytest.mark.parametrize("verb", ["drove", "rode", "threw his hat", "hid"])
def test_a_verb_of_any_form_shows_that_the_noun_is_complete(verb: str) -> None:
    assert speaker(f"An old general {verb} by the mill. “{TAGGED}” he said.") == "an old general"


def test_long_runs_of_blanks_between_quotations_take_no_time() -> None:
    between = f"{' ' * 50_000}he shut the window{' ' * 50_000}"
    assert interrupting("“It is so cold,”", f"{between}, ", "“and dark here.”") == Cue(pronoun="he")
    assert interrupting("“It is so cold,”", f"{between}. ", "“and dark here.”") is None
