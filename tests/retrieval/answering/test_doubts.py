"""Doubts: a name that nobody in the library bears, years that no excerpt tells of, "not" where nothing is denied, what is to come."""

import pytest

from retrieval.answering.doubts import (
    Doubts,
    asks_what_is_not,
    asks_what_is_to_come,
    denies,
    doubts_about,
    strangers_in,
)

LIBRARY = frozenset("when was the founded led who in lenin kerensky soviet winter palace stormed napoleon".split())


def occurs(word: str) -> bool:
    return word.casefold() in LIBRARY


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("When was the Cheka founded?", True),
        ("Who led Napoleon's army at Waterloo?", True),
        ("Who stormed the Winter Palace?", False),
        ("Scraping the barrel: who stormed the Winter Palace?", False),  # a first word is capital by its place
        ("were there others in the MRC?", False),  # an acronym may be spelt out in the texts
        ("Who was Lenin That Stormed the Palace?", False),  # a title has little words, which no library looks up
        ("who founded the cheka", False),  # no capital tells that it is a name
        ("", False),
    ],
)
def test_a_name_that_occurs_nowhere_is_a_stranger(question: str, strange: bool) -> None:
    assert bool(strangers_in(question, occurs)) is strange


@pytest.mark.parametrize(
    "question",
    [
        "Which party did not join the government?",
        "what wasn't in the treaty",
        "Who never signed the order?",
        "In which city were the banks not seized?",
        "Where couldn’t the fleet go?",
        "Which of the so-called ministers was never elected?",
    ],
)
def test_a_question_may_ask_what_is_not(question: str) -> None:
    assert asks_what_is_not(question)


@pytest.mark.parametrize(
    "question",
    [
        "Why did the garrison not obey?",  # reasons are told in any words
        "Why couldn't Kerensky take a government car?",
        "which of the organisers died not long after?",
        "who said that you can't think under fire",
        "was Lenin an agent or not",
        "Which party joined the government?",
        "What knots did the sailors tie?",
        "Which paper told its readers that it could not print all the news?",
        "What happens if the cabinet does not answer?",
        "Which court held that the decree was not valid?",
        "Who was so ill that he could not speak?",
    ],
)
def test_most_questions_with_a_not_in_them_ask_for_something_else(question: str) -> None:
    assert not asks_what_is_not(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who do you think should win the next election?",
        "who will win the football tonight",
        "What'll the weather be tomorrow?",
        "When is the museum going to open again?",
        "Shall we see another tsar in the future?",
    ],
)
def test_a_question_may_ask_what_is_to_come(question: str) -> None:
    assert asks_what_is_to_come(question)
    assert doubts_about(question, ["The election was won by the Kadets."], False).to_come


@pytest.mark.parametrize(
    "question",
    [
        "Who won the next election?",
        "Who should have held the palace?",
        "Did Lenin say that the army will not fight?",
        "What was the garrison going to do?",
        "Which house stood next to the bridge, and who will tell me?",
    ],
)
def test_most_questions_ask_what_was(question: str) -> None:
    assert not asks_what_is_to_come(question)


@pytest.mark.parametrize(
    ("excerpt", "denied"),
    [
        ("The Left Socialist Revolutionaries did not leave the hall.", True),
        ("Nobody defended the telephone exchange.", True),
        ("The sailors refused to go.", True),
        ("The banks remained unoccupied until noon.", True),
        ("The Left Socialist Revolutionaries stayed in the hall.", False),
        ("The northern towns noted it.", False),
        ("The united unions of the university understood it.", False),
    ],
)
def test_an_excerpt_may_deny(excerpt: str, denied: bool) -> None:
    assert denies(excerpt) is denied


@pytest.mark.parametrize(
    ("question", "excerpts", "untold"),
    [
        ("What happened in 1843?", ["A fire.", "A flood in 1844."], 1.0),
        ("What happened in 1843?", ["A fire.", "A flood in 1843."], 0.0),
        ("Who was mayor from 1843 to 1850?", ["Brandt was elected in 1843.", "A fire."], 0.5),
        ("Who was mayor from 1843 to 1850?", ["Brandt was elected in 1843.", "He retired in 1850."], 0.0),
        ("Who was mayor in 1843?", ["Brandt (1840-45)"], 0.0),
        ("What happened in 1843?", ["A fire.", "A war.", "A feast.", "A flood in 1843."], 1.0),  # too far behind
        ("What happened?", ["A fire."], 0.0),
        ("What happened in 1843?", [], 1.0),
    ],
)
def test_the_best_excerpts_should_tell_of_the_years_asked_for(
    question: str, excerpts: list[str], untold: float
) -> None:
    assert doubts_about(question, excerpts, False).untold == untold


def test_an_excerpt_that_affirms_is_no_answer_to_what_is_not() -> None:
    question = "Which party did not join the government?"
    assert doubts_about(question, ["The Kadets joined it."], False) == Doubts(affirmed=True)
    assert doubts_about(question, ["The Mensheviks never joined it."], False) == Doubts()
    assert doubts_about("Which party joined?", ["The Kadets joined it."], True) == Doubts(strangers=True)
