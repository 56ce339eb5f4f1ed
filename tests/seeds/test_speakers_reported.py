"""Words quoted behind what their speaker was reported to say, or to write, some sentences before."""

import pytest

from tests.seeds.speaking import FILLER, WORDS, speaker

LONG = "The bridge is down since the great flood of May, and nobody will cross the water before the winter is over."
ASKED = "The bridge is down since the great flood of May, and who will cross the water before the winter is over?"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Reeve argued that the mill was too old. It had no wheel, and its roof was gone.", "James Reeve"),
        ("The mill, Reeve explained, was too old. It had no wheel. Its roof was gone.", "James Reeve"),
        ("The mill, the mayor explained, was too old. It had no wheel.", "the mayor"),
        ("Reeve spoke in May. He argued that the mill was too old. It had no wheel.", "James Reeve"),
        ("Reeve argued that the mill was too old. The mayor had been in the mill in May.", None),
        ("Reeve argued that the mill was too old. I had been in the mill in May.", None),
        ("I argued that the mill was too old. It had no wheel.", None),
        ("The mill was too old. It had no wheel, and its roof was gone.", None),
    ],
)
def test_he_is_quoted_whose_speech_was_reported_before(told: str, who: str | None) -> None:
    assert speaker(f"{told} “{LONG}”", LONG) == who


@pytest.mark.parametrize("words", [ASKED, "The bridge is down."])
def test_a_question_or_a_cry_behind_a_report_may_be_anothers(words: str) -> None:
    assert speaker(f"Reeve argued that the mill was too old. It had no wheel. “{words}”", words) is None


@pytest.mark.parametrize(
    "verb", ["affirmed", "denied", "contended", "maintained", "pronounced", "pointed out", "asserted"]
)
def test_a_report_ends_and_its_words_follow(verb: str) -> None:
    assert speaker(f"Reeve {verb} that the mill was too old. “{LONG}”", LONG) == "James Reeve"


@pytest.mark.parametrize(
    ("between", "who"),
    [
        ("The road to the mill was closed in May.", "James Reeve"),
        ("It was long. The road was closed in May.", "James Reeve"),
        ("The mayor came to the mill in May.", None),
        ("The millers came to the bridge in May.", None),
        ("We came to the mill in May.", None),
        ("The reply was short.", None),
    ],
)
def test_who_is_quoted_at_length_goes_on_behind_what_is_told_of_things(between: str, who: str | None) -> None:
    assert speaker(f"In May it rained. “{LONG[:-1]},” wrote Reeve. {between} “{WORDS} It stood for a year.”") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("But the aim of Reeve was delay.", "James Reeve"),
        ("The secretary had been old. But the vanity of the millers was strong in Reeve.", "James Reeve"),
        ("The secretary had been old. He laughed at the speech of Reeve.", "the secretary"),
        ("The secretary had been old. The vanity of Reeve and Orme was strong.", None),
        ("The secretary had been old. The fire was in Reeve’s house.", "the secretary"),
        ("The secretary had been old. The law was made in May.", "the secretary"),
    ],
)
def test_he_is_the_only_person_among_things(told: str, who: str | None) -> None:
    assert speaker(f"{FILLER} {FILLER} {told} “{LONG[:-1]},” he said.", LONG[:-1]) == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Mrs. Quill kept the books of the library. The rooms were full. The law was made in May.", "Martha Quill"),
        ("Mrs. Quill had a sister in the town. The rooms were full. The law was made in May.", None),
    ],
)
def test_she_is_the_only_woman_told_of(told: str, who: str | None) -> None:
    assert speaker(f"{told} “{LONG[:-1]},” she said.", LONG[:-1]) == who


def test_brackets_behind_a_name_are_no_part_of_the_report() -> None:
    told = "Reeve (Letters, May 29th, 1667) says that the mill was too old. Its wheel was broken."
    assert speaker(f"{told} “{LONG}”", LONG) == "James Reeve"


def test_what_he_is_said_to_be_in_passing_is_nobody_else() -> None:
    told = "Reeve had come with Orme. As an old miller he knew the town."
    assert speaker(f"{FILLER} {told} “{LONG[:-1]},” he said.", LONG[:-1]) is None
