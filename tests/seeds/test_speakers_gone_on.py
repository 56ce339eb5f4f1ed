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
        ("On that leaf the following entry was made:", "the entry"),
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
        ("”_ (Immense outcry.)\n\n", "Paul Orme"),
        ("”\n\nThe boats lay at the quay.\n\n", None),
    ],
)
def test_a_speech_goes_on_behind_what_the_audience_cries(between: str, who: str | None) -> None:
    assert speaker(f"Orme said: “{LONG}{between}“{NEXT}”", "since the autumn") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"Orme said: “{LONG}” (Cries, “Too late!”) “{NEXT}”", "Paul Orme"),
        (f"Orme said: “{LONG}”\n\n(Cries, “Too late! Go home!”) “{NEXT}”", "Paul Orme"),
        (f"Orme said: “The boats are late.” (Cries, “Too late!”)\n\n“{NEXT}”", "Paul Orme"),
        (f"Orme said: “{LONG}” (Cries, “Too late!)” “{NEXT}”", "Paul Orme"),
        (f"Orme said: “{LONG}” Wild cheers. “{NEXT}”", "Paul Orme"),
        (f"Orme said: “{LONG}” The millers rose. “{NEXT}”", None),
    ],
)
def test_a_speech_goes_on_in_the_paragraph_in_which_the_audience_cries(text: str, who: str | None) -> None:
    assert speaker(text, "since the autumn") == who


@pytest.mark.parametrize(
    ("between", "who"),
    [
        ("[Illustration: The ferry]", "Paul Orme"),
        ("[12] The bridge had been built in the year of the flood, by the millers of both the towns.", "Paul Orme"),
        (
            "* Many in Linden thought in that year that the mayor had sold the boats, and he never answered.",
            "Paul Orme",
        ),
        ("[13] The mayor called it “the old bridge” in all his letters.", "Paul Orme"),
        ("The mayor called it “the old bridge” in all his letters.", None),
        (
            "The bridge had been built in the year of the flood, by the millers of both the towns of Linden.",
            "Paul Orme",
        ),
        ("Mr. James Reeve had come to the bridge in the year of the flood, with the millers of the town.", None),
    ],
)
def test_what_stands_in_the_midst_of_an_open_quotation_does_not_end_it(between: str, who: str | None) -> None:
    assert speaker(f"Orme said: “{LONG}\n\n{between}\n\n“{NEXT}”", "since the autumn") == who


@pytest.mark.parametrize(
    ("first", "next_part"),
    [
        ("“{}", "_“{}”_"),
        ('"The men of the "K" boat know it.\n\n"{}', '"{}"'),
        ('"He was always a "good sort" and a "pal" to all who came. {}', '"{}"'),
    ],
)
def test_emphasis_and_phrases_in_marks_of_their_own_do_not_end_a_quotation(first: str, next_part: str) -> None:
    text = f"Orme wrote:\n\n{first.format(LONG)}\n\n{next_part.format(NEXT)}"
    assert speaker(text, "since the autumn") == "Paul Orme"


SUMMARY = "He wanted no boats, and turned on the millers, whom he blamed for the price of the hay!"


@pytest.mark.parametrize(
    ("above", "who"),
    [
        ("ORME’S SPEECH (in part)\n\n“{}”\n\nThe ferrymen, it was seen, wanted nothing of it.", "Paul Orme"),
        ("ORME’S LETTER TO THE MILLERS\n\nIt was printed in May; I give two parts of it.", "Paul Orme"),
        ("ORME’S SPEECH\n\n“{}”\n\nReeve answered: “You come too late for the hay.”\n\nIt was noon in the town.", None),
        ("ORME’S SPEECH\n\n“{}”\n\nTHE MILL\n\nThe ferrymen, it was seen, wanted nothing of it.", None),
        (f"ORME’S SPEECH\n\n{SUMMARY}\n\nThe hall was full of millers.\n\nIt was noon in the town.", None),
        ("THE MILL\n\nThe ferrymen, it was seen, wanted nothing of it.", None),
    ],
)
def test_the_parts_of_a_section_that_is_one_speech_are_his_whom_its_heading_names(above: str, who: str | None) -> None:
    assert speaker(f"{above.format(LONG)}\n\n“{NEXT}”", "since the autumn") == who


def test_a_speech_goes_on_behind_what_the_author_tells_of_it_with_a_cry() -> None:
    assert speaker(f"Orme said: “{LONG}”\n\n{SUMMARY}\n\n“{NEXT}”", "since the autumn") == "Paul Orme"


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
        '"The boats are late.\n\n"{}" JAMES REEVE, Miller.',
        '"The boats are late.\n\n"{}"--By Mr. James Reeve, Co. M.',
    ],
)
def test_a_letter_says_who_sends_it(letter: str) -> None:
    assert speaker(f"This was found in the mill.\n\n{letter.format(WORDS)}") == "James Reeve"


@pytest.mark.parametrize(
    ("heading", "below", "who"),
    [
        ("Appeal to all ferrymen", "The Linden Section of the Ferry Party", "the Linden Section of the Ferry Party"),
        ("To millers and ferrymen", "The Ferry Party of Linden", "the Ferry Party of Linden"),
        ("The price of hay", "The Ferry Party of Linden", None),
    ],
)
def test_a_body_signs_below_its_appeal(heading: str, below: str, who: str | None) -> None:
    assert speaker(f"{heading}\n\n“The boats are late.\n\n“{WORDS}”\n\n{below}") == who


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
        ("Another miller got up next to him, and pointed at the mayor.", "another miller"),
        ("Another letter Reeve wrote to his brother. It was as follows:", "James Reeve"),
        ("A letter which Reeve wrote to his brother is kept. It is dated Linden, the third of May.", "James Reeve"),
        ("The story of the flood was written up by Reeve. It is so lively that we include it below.", "James Reeve"),
        ("I came in at the end of that loud speech of Reeve’s, full of anger at the ferrymen.", "James Reeve"),
        ("There is an anecdote by Reeve, certainly untrue, of the hard life of the ferrymen.", "James Reeve"),
        (
            "The Ferry Society, in a paper, published much about it. It is so good that we quote it.",
            "the Ferry Society",
        ),
        ("A letter published in May tells of it. It is so good that we quote it here.", None),
        ("We turn to the words written us by Lt. James Reeve:", "James Reeve"),
        ("A cart stood before the mill. It was full of wood.", None),
        ("There came an urgent telegram from Linden, where the mayor was. It read:", None),
    ],
)
def test_who_speaks_below_is_told_in_the_last_sentences_above(announcement: str, who: str | None) -> None:
    assert speaker(f"{announcement}\n\n“{WORDS} {WORDS}”", f"{WORDS} {WORDS}") == who


def test_the_audience_may_break_in_on_what_he_quotes() -> None:
    words = "They come to us with such a song as this, ‘Take the boats, and leave the ferrymen--’"
    assert speaker(f"Orme said: “{words}” (Laughter.)", words) == "Paul Orme"


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


def test_a_paragraph_whose_marks_make_no_sense_does_not_end_a_speech() -> None:
    between = '"The mayor wrote simply "Come at once" to us, and nobody came, as the boats lay at the quay of Linden.'
    text = f'Orme said:\n\n"{LONG}\n\n{between}\n\n"{NEXT}"'
    assert speaker(text, "since the autumn") == "Paul Orme"


def test_a_speech_that_is_left_open_ends_where_another_is_said_to_speak() -> None:
    between = (
        "The rooms of the mill were full of hay in that year, and the wheel did not turn. The mayor took the floor."
    )
    assert speaker(f"Orme said:\n\n“{LONG}\n\n{between}\n\n“{NEXT}”", "since the autumn") == "the mayor"


def test_a_speech_that_is_closed_does_not_go_on_behind_another_paragraph() -> None:
    between = "The rooms of the mill were full of hay in that year, and the wheel did not turn before the spring."
    assert speaker(f"Orme said:\n\n“{LONG}”\n\n{between}\n\n“{NEXT}”", "since the autumn") is None


@pytest.mark.parametrize(
    ("told", "who"),
    [
        (
            "A man climbed upon the platform. It was Reeve, the oldest of the millers, and he was in a rage.",
            "James Reeve",
        ),
        ("A man climbed upon the platform. It was Reeve.", "James Reeve"),
        ("A man climbed upon the platform. It was a cold day.", None),
    ],
)
def test_he_speaks_of_whom_it_is_told_that_it_was_he_who_came(told: str, who: str | None) -> None:
    assert speaker(f"{told}\n\n“{NEXT}”", "since the autumn") == who


def test_a_title_in_the_paragraph_above_is_no_speech() -> None:
    told = "There is an answer by Reeve, which shows what he thought of the “Linden Boat” in that year."
    assert speaker(f"{told}\n\n“{NEXT}”", "since the autumn") == "James Reeve"
