"""A message of several sentences: what it asks, and what the others tell."""

import pytest

from retrieval.question.message import Message, parted

NAMES = frozenset("reval narva martov lenin october congress winter palace kuban".split())


def is_name(word: str) -> bool:
    return word in NAMES


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("Why did the sailors rebel?", "Why did the sailors rebel?"),
        (
            "Comparing electoral systems on Mars. How did each mill choose its deputies?",
            "How did each mill choose its deputies?",
        ),
        ("Who held the bridge at Narva? I want to tell her the truth, Lenin or not.", "Who held the bridge at Narva?"),
        ("Geography quiz, round 4: in which town was the fleet?", "in which town was the fleet?"),
        ("Martov on October: what did he say?", "Martov on October: what did he say?"),
        ("Bread and coal: how short were they in the winter?", "Bread and coal: how short were they in the winter?"),
        ("The student movement: how large was it?", "The student movement: how large was it?"),
        ("Teachers: how were they paid?", "Teachers: how were they paid?"),
        ("The defenders - how many of them were left?", "The defenders - how many of them were left?"),
        ("Good evening! Who held it?", "Who held it?"),
        ("1. Who held it?", "Who held it?"),
        ("Random question: in which town was the fleet?", "in which town was the fleet?"),
        ("Bonus question: in which town was the fleet?", "in which town was the fleet?"),
        ("The last question: in which town was the fleet?", "in which town was the fleet?"),
        ("The bread question: how short was it?", "The bread question: how short was it?"),
        ("Martov left the hall. Lenin stayed.", "Martov left the hall. Lenin stayed."),
        ("When was the bridge opened? And who opened it?", "When was the bridge opened? And who opened it?"),
        ("", ""),
    ],
)
def test_a_question_by_itself(message: str, question: str) -> None:
    assert parted(message, is_name) == Message(question=question)


@pytest.mark.parametrize(
    ("message", "question", "about"),
    [
        ("I'm reading about Reval. Why did sailors rebel in winter?", "Why did sailors rebel in winter?", "Reval"),
        ("My book begins in 1200 BC. Which town was burnt in winter?", "Which town was burnt in winter?", "1200 BC"),
        ("My book names Narva on 3 October. When did Narva fall?", "When did Narva fall?", "3 October"),
        ('My notes say "red ice" here. Which officer wrote such words?', "Which officer wrote such words?", "red ice"),
        (
            "I write a story set at Reval that night, could you find me a passage where somebody tells how silent and cold the port was?",
            "how silent and cold the port was?",
            "Reval",
        ),
        (
            "I have an essay due on the Kuban Congress and I need a good quote that tells me why sailors rose in spring",
            "why sailors rose in spring",
            "Kuban Congress",
        ),
    ],
)
def test_names_and_quoted_words_that_are_told_besides(message: str, question: str, about: str) -> None:
    assert parted(message, is_name) == Message(question=question, about=(about,))


@pytest.mark.parametrize(
    ("message", "question", "told"),
    [
        ("I'm reading about Reval. Why did the sailors rebel?", "Why did the sailors rebel?", "Reval."),
        (
            "I left the mill for good. What are the usual wages?",
            "What are the usual wages?",
            "I left the mill for good.",
        ),
        (
            "we did martov and skipped the end. how did he die??",
            "how did martov die??",
            "we did martov and skipped the end.",
        ),
        ("I mean the Winter Palace. Who was defending it?", "Who was defending it?", "I mean the Winter Palace."),
        ("Two locomotive buffs here. Who was its driver?", "Who was its driver?", "Two locomotive buffs here."),
        ("Who held it? I mean the bridge at Narva.", "Who held it?", "I mean the bridge at Narva."),
        ("My uncle says it was Martov. Was he or wasn't he?", "Was he or wasn't he?", "My uncle says it was Martov."),
    ],
)
def test_a_question_that_leans_takes_the_sentence(message: str, question: str, told: str) -> None:
    assert parted(message, is_name) == Message(question=question, about=(told,), leans=True)
