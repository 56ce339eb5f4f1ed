"""Speeches, diaries and letters that run on: what breaks in on them, what announces their next part, what names their sender."""

import pytest

from tests.seeds.speaking import WORDS, speaker

LONG = (
    "We have waited for the boats since the spring, and nobody has told us who is to pay for them, nor when they are to come, "
    "nor whether the ferry is to be kept at all when the new bridge is open to the carts of both the towns."
)
NEXT = (
    "The carts stand before the bridge since the autumn, and the millers must pay for the hay of a hundred horses, while in the town "
    "nobody asks them what it costs. This cannot last, and it will not."
)


@pytest.mark.parametrize(
    ("announcement", "who"),
    [
        ("The next entry reads:", "the entry"),
        ("14. Then we find this curious entry:", "the entry"),
        ("In this entry Captain Orme is spoken of:", "the entry"),
        ("On the same page the following entry was made:", "the entry"),
        ("Captain Orme made this entry in his book:", "Paul Orme"),
        ("On that day he was ill, and nobody made an entry of it.", None),
    ],
)
def test_the_entries_of_a_diary_are_quoted_as_themselves(announcement: str, who: str | None) -> None:
    assert speaker(f"{announcement}\n\n“{WORDS} {WORDS}”", f"{WORDS} {WORDS}") == who


@pytest.mark.parametrize(
    ("between", "who"),
    [
        ("” (Laughter, and cries, “Too late!”)\n\n", "Paul Orme"),
        ("”\n\n(Cries, “Too late! Go home!”)\n\n", "Paul Orme"),
        ("” Roars of laughter.\n\n", "Paul Orme"),
        ("” Immense outcry.\n\n", "Paul Orme"),
        ("”\n\nThe boats lay at the quay.\n\n", None),
    ],
)
def test_a_speech_goes_on_behind_what_the_audience_cries(between: str, who: str | None) -> None:
    assert speaker(f"Orme said: “{LONG}{between}“{NEXT}”", "since the autumn") == who


def test_what_stands_in_the_midst_of_an_open_quotation_does_not_end_it() -> None:
    text = f"Orme said: “{LONG}\n\n[Illustration: The ferry]\n\n“{NEXT}”"
    assert speaker(text, "since the autumn") == "Paul Orme"


def test_he_does_not_resume_where_another_is_told_of_before_him() -> None:
    told = "The mayor called the oldest miller of Linden to the table. He threw down his hat."
    assert speaker(f"Orme said: “{LONG}”\n\n{told}\n\n“{NEXT}”", "since the autumn") is None


def test_he_resumes_behind_what_is_told_of_him_in_the_same_paragraph() -> None:
    text = f"Orme said: “{LONG}” The noise was great, but he went on undisturbed.\n\n“{NEXT}”"
    assert speaker(text, "since the autumn") == "Paul Orme"


@pytest.mark.parametrize(
    "letter",
    [
        '"{}\n\n"Yours sincerely,\n\n(_Sd._) "J. Reeve."',
        '"{}\n\n"Wait for it.\n\n"Yours sincerely,\n (_Sd._) "J. Reeve."',
        '"{}\n\n"Wait for it.\n\n(_Sd._) "J. REEVE,\n\n"Master of the mill."',
        '"(No. 14).\n\n"From Mr. Reeve to Captain Orme.\n\n"{}"',
        '"_From_ MR. REEVE.\n\n"_To_ CAPTAIN ORME.\n\n"{}"',
        '"Mr. Reeve to Captain Orme, Linden.\n\n"{}"',
    ],
)
def test_a_letter_says_who_sends_it(letter: str) -> None:
    assert speaker(f"This was found in the mill.\n\n{letter.format(WORDS)}") == "James Reeve"


def test_who_signs_a_letter_is_known_better_than_who_may_have_his_turn() -> None:
    talk = "“It is late,” said Orme.\n\n“Is it far?” I asked.\n\n"
    assert speaker(f"{talk}“From Mr. Reeve to the mayor.\n\n“{WORDS}”") == "Paul Orme"
    assert speaker(f"{talk}“From Mr. Reeve to Captain Halloran.\n\n“{WORDS}”") == "James Reeve"


@pytest.mark.parametrize(
    ("announcement", "who"),
    [
        ("As the millers went out, Reeve stood up in his place.", "James Reeve"),
        ("For the millers, Reeve mounted the platform, red with anger.", "James Reeve"),
        ("A boatman of the ferry was telling us how the flood had begun.", "a boatman of the ferry"),
        ("Reeve told them in great detail what had happened at the mill.", "James Reeve"),
        ("Another miller climbed up beside him, and pointed at the mayor.", "another miller"),
        ("Another letter Reeve wrote to his brother. It was as follows:", "James Reeve"),
        ("A letter which Reeve wrote to his brother is kept. It is dated Linden, the third of May.", "James Reeve"),
        ("The story of the flood was written up by Reeve. It is so good that we include it here.", "James Reeve"),
        ("I came in at the end of that loud speech of Reeve’s, full of anger at the ferrymen.", "James Reeve"),
        ("There is an anecdote by Reeve, certainly untrue, of the hard life of the ferrymen.", "James Reeve"),
        ("A cart stood before the mill. It was full of wood.", None),
        ("There came an urgent telegram from Linden, where the mayor was. It read:", None),
    ],
)
def test_who_speaks_below_is_told_in_the_last_sentences_above(announcement: str, who: str | None) -> None:
    assert speaker(f"{announcement}\n\n“{WORDS} {WORDS}”", f"{WORDS} {WORDS}") == who


def test_what_the_audience_cries_is_not_the_speakers() -> None:
    assert speaker(f"Orme said: “{LONG}” He was interrupted by loud cries of “{WORDS}”") != "Paul Orme"


@pytest.mark.parametrize(
    ("label", "who"),
    [
        ("_MORNING BOAT._--“{}”", "the Morning Boat"),
        ("_TRIBUNE._--“{}”", "the Tribune"),
        ("The umpire came. They spoke:--Umpire: “Who is it?” Miller: “It is I.” Umpire: “{}”", "the umpire"),
        ("The umpire came. Umpire: “{}”", None),
        ("Nobody told K. of it. But K. said, “{}”", "K."),
        ("The mill stood still. “{}” —B.", None),
    ],
)
def test_a_label_names_a_newspaper_or_the_part_that_one_plays(label: str, who: str | None) -> None:
    assert speaker(label.format(WORDS)) == who
