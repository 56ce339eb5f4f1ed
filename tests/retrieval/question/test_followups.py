"""Whether a turn leans on the one before."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.followups import (
    leans,
    means_nobody,
    person_meant,
    points_back,
    subject_alone,
    wants_more,
    with_person,
    with_subject,
)

GOLD = Path(__file__).resolve().parents[2] / "gold" / "starter"

LEANING = [
    "and Trotsky?",
    "But why?",
    "so who won",
    "what about the navy?",
    "How about the peasants",
    "ok then, who shot first?",
    "yes, and the sailors?",
    "why?",
    "How come?",
    "who else?",
    "Why not",
    "go on",
    "when exactly?",
    "How did he die?",
    "who was defending it?",
    "how many of them were killed?",
    "where was lenin when it started?",
    "What happened to him after?",
    "whom did she marry?",
    "How did they get in?",
    "was it meant for the whole army?",
    "What did that cost?",
    "who paid for this",
    "Is that true?",
    "Who met him there?",
    "What came next?",
    "what happened after?",
    "Tell me more",
    "Who was there before?",
    "on whose advice?",
    "in what year?",
    "who was in command?",
    "what went wrong",
    "did anyone resist?",
    "how did the bolsheviks do?",
    "who voted against the land one?",
    "Which one came first?",
    "what did the others want",
    "What other ministers resigned?",
    "Was Lenin all right with that",
    "The Mensheviks?",
    "in Moscow?",
    "his reasons",
    "who was locked up there afterwards?",
    "somebody shot at the tsar there too, right?",
    "how did the vote go?",
]
STANDING_ALONE = [
    "what happened at Narva?",
    "When did the NEP begin?",
    "Who stormed the Winter Palace?",
    "who stormed the winter palace",
    "Who was Kerensky?",
    "What was the Marshall Plan?",
    "What's Dvoevlastie?",
    "How did Trotsky die?",
    "how did trotsky die",
    "Tell me about the July Days",
    "What did Kerensky do after 1917?",
    "Who was the first chairman of the Military Revolutionary Committee?",
    "What did the Second Congress of Soviets decide?",
    "What happened before the October Revolution in Moscow?",
    "After the July Days, where did Lenin hide?",
    "Which party won more votes than the Bolsheviks?",
    "Why did the Duma meet again in February?",
    "How many soviets were there in Russia by October?",
    "how many rooms are there in the winter palace",
    "Which other parties besides the Bolsheviks left the congress?",
    "Who was chairman of the Petrograd Soviet when it was founded?",
    "When was the Cheka set up and who ran it?",
    "Where were the Tsar and his family killed?",
    "What did Lenin say when he was accused of stealing?",
    "What did the Tsar write in his diary the night he abdicated?",
    "What did Maria Spiridonova do at 21 that made her famous?",
    "Which former ministers were murdered in their hospital beds?",
    "who drove the locomotive that smuggled Lenin to Finland",
    "Did soldiers keep saluting such officers as Kornilov?",
    "what's the difference between old style and new style",
    "Both calendars gave Easter 1917 which date?",
    "Where did Sovnarkom meet?",
    "What did IT workers strike for?",
]


@pytest.mark.parametrize("turn", LEANING)
def test_a_turn_leans_that_says_too_little_by_itself(turn: str) -> None:
    assert leans(turn)


@pytest.mark.parametrize("turn", STANDING_ALONE)
def test_a_question_that_says_all_it_needs_stands_alone(turn: str) -> None:
    assert not leans(turn)


def records(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]


def test_questions_of_the_gold_set_mostly_stand_alone() -> None:
    asked = [record["question"] for record in records("questions.jsonl")]
    assert sum(map(leans, asked)) <= 0.1 * len(asked)


def test_later_turns_of_the_gold_set_mostly_lean_and_their_full_forms_do_not() -> None:
    later = [turn for record in records("conversations.jsonl") for turn in record["turns"] if turn["turn"] > 1]
    assert sum(leans(turn["user"]) for turn in later) >= 0.9 * len(later)
    assert sum(leans(turn["standalone"]) for turn in later) <= 0.1 * len(later)


@given(st.text())
def test_any_text_leans_or_does_not(turn: str) -> None:
    assert leans(turn) in (True, False)
    assert leans(f"and {turn}")


@pytest.mark.parametrize(
    ("turn", "back"),
    [
        ("is this true?", True),
        ("and then?", True),
        ("when did she sign it", True),
        ("Nansen?", False),
        ("zemstvo statistics", False),
        ("who was Nansen?", False),
    ],
)
def test_a_turn_that_says_little_does_not_point_back_for_that(turn: str, back: bool) -> None:
    assert points_back(turn) is back
    assert leans(turn) or not back


@pytest.mark.parametrize(
    ("question", "quoted", "person"),
    [
        ("Who led the march on the capital?", "Krymov led it by train.", "Krymov"),
        ("what did that do to the army?", "Army discipline broke down when Kornilov fell.", None),
        ("Who signed the first decree?", "Peace was its name, and Lenin wrote it.", "Lenin"),
        ("Who was Lenin?", "A lawyer of Simbirsk.", "Lenin"),
        ("Who was Zubov?", "Nobody knows.", "Zubov"),
        ("Who met?", "Martov met Dan.", None),
    ],
)
def test_he_is_whom_question_and_answer_name(question: str, quoted: str, person: str | None) -> None:
    assert person_meant(question, quoted, lambda word: word in {"army", "peace", "lawyer", "nobody"}) == person


@pytest.mark.parametrize(
    ("turn", "subject"),
    [
        ("and the Cadets?", "the Cadets"),
        ("what about the women's battalion", "the women's battalion"),
        ("and Martov?", "Martov"),
        ("and after that?", None),
        ("and what about it?", None),
        ("so who won?", None),
        ("but why?", None),
        ("and how many?", None),
        ("and the source?", None),
        ("and thanks!", None),
        ("The Cadets?", None),
    ],
)
def test_a_turn_may_name_a_subject_alone(turn: str, subject: str | None) -> None:
    assert subject_alone(turn) == subject


@pytest.mark.parametrize(
    ("turn", "named"),
    [
        ("who were they anyway?", "who were the Cadets anyway?"),
        ("and what was their aim?", "and what was the Cadets' aim?"),
        ("how did the officers on board take it?", "how did the officers on board take it?"),
        ("who won?", "who won?"),
    ],
)
def test_they_are_the_subject_where_hardly_more_is_said(turn: str, named: str) -> None:
    assert with_subject(turn, "the Cadets") == named


@pytest.mark.parametrize(
    ("turn", "subject", "named"),
    [
        ("what did they want?", "the Duma", "what did the Duma want?"),
        ("what did they want?", "women", "what did women want?"),
        ("what was its end?", "the famine", "what was the famine's end?"),
        ("how did it end?", "Paris", "how did Paris end?"),
        ("what did they do there?", "Paris", "what did they do there?"),
        ("did they win?", "1905", "did they win?"),
        ("what did they say?", "Kerensky", "what did they say?"),
        ("who said it?", "Kerensky", "who said it?"),
        ("who wrote it?", "the tsarina", "who wrote it?"),
        ("what was it?", "the Cadets", "what was it?"),
        ("is it really true?", "the famine", "is it really true?"),
    ],
)
def test_only_what_can_be_meant_is_named(turn: str, subject: str, named: str) -> None:
    assert with_subject(turn, subject) == named


@pytest.mark.parametrize(
    ("turn", "person", "named"),
    [
        ("what did she say?", "Felix Reeve", "what did she say?"),
        ("was he tried?", "Anna Reeve", "was he tried?"),
        ("was she tried?", "Anna Reeve", "was Anna Reeve tried?"),
        ("what did they do to her?", "Reeve", "what did they do to Reeve?"),
    ],
)
def test_she_is_no_man_and_he_no_woman(turn: str, person: str, named: str) -> None:
    assert with_person(turn, person) == named


@pytest.mark.parametrize(
    ("question", "he"),
    [
        ("Who was Orlov?", "Orlov"),
        ("and who was Orlov?", "Orlov"),
        ("And who is Orlov?", "Orlov"),
        ("who was general Orlov?", "Orlov"),
        ("Who was the deputy finance minister Orlov?", "Orlov"),
        ("Who was the teacher of Orlov?", "Reeve"),
        ("Who was killed by Orlov?", "Reeve"),
        ("Who was helping Orlov?", "Reeve"),
        ("Who taught Orlov?", "Reeve"),
    ],
)
def test_he_is_the_one_who_was_asked_about(question: str, he: str) -> None:
    assert person_meant(question, "Orlov kept the books for Reeve at the mill.", lambda word: word == "mill") == he


@pytest.mark.parametrize(
    ("turn", "nobody"),
    [
        ("and when did he die?", True),
        ("who was he?", True),
        ("where did she go then", True),
        ("what did they do to him?", True),
        ("what did he say about Orlov?", False),
        ("who said he was tired?", False),
        ("what did the miller do when he came home?", False),
        ("when did the miller die?", False),
        ("who lost his mill?", False),
        ("and then?", False),
    ],
)
def test_he_is_nobody_where_nothing_says_who(turn: str, nobody: bool) -> None:
    assert means_nobody(turn) is nobody


@pytest.mark.parametrize(
    ("turn", "back"),
    [
        ("Is it true that Orlov fled by night?", False),
        ("wasn't it known that the mill stood empty?", False),
        ("is it true?", True),
        ("is it true that he fled by night?", True),
        ("was it sold that winter?", True),
    ],
)
def test_an_it_that_means_what_follows_it_does_not_point_back(turn: str, back: bool) -> None:
    assert points_back(turn) is back


@pytest.mark.parametrize("turn", ["do you have any other sources?", "are there more?", "have you got others"])
def test_who_asks_whether_there_is_more_wants_more(turn: str) -> None:
    assert wants_more(turn)
