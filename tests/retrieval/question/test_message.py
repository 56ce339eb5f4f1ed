"""A message of several sentences: what it asks, and what the others name."""

import pytest

from retrieval.question.message import Message, parted

NAMES = frozenset("reval narva martov lenin october congress winter palace kuban".split())


def is_name(word: str) -> bool:
    return word in NAMES


@pytest.mark.parametrize(
    ("message", "question", "about"),
    [
        ("Why did the sailors rebel?", "Why did the sailors rebel?", ()),
        ("I'm reading about Reval. Why did the sailors rebel?", "Why did the sailors rebel?", ("Reval",)),
        (
            "we did martov and skipped the end. how did he die??",
            "how did martov die??",
            ("we did martov and skipped the end.",),
        ),
        (
            "I mean the Winter Palace in 1917. Who was defending it?",
            "Who was defending it?",
            ("I mean the Winter Palace in 1917.",),
        ),
        (
            'My notes say "red ice" here. Which officer wrote down such words?',
            "Which officer wrote down such words?",
            ("red ice",),
        ),
        ("My book names Narva on 3 October. When did Narva fall?", "When did Narva fall?", ("3 October",)),
        ("Two locomotive buffs here. Who was its driver?", "Who was its driver?", ("Two locomotive buffs here.",)),
        (
            "I write a story set at Reval that night, could you find me a passage where somebody tells how silent and cold the port was?",
            "how silent and cold the port was?",
            ("Reval",),
        ),
        (
            "I have an essay due on the Kuban Congress and I need a good quote that tells me why the sailors rose",
            "why the sailors rose",
            ("Kuban Congress",),
        ),
        ("Comparing electoral systems on Mars. How were the deputies chosen?", "How were the deputies chosen?", ()),
        (
            "Who held the bridge at Narva? I want to tell her the truth, Lenin or not.",
            "Who held the bridge at Narva?",
            (),
        ),
        ("Who held it? I mean the bridge at Narva.", "Who held it?", ("I mean the bridge at Narva.",)),
        ("Geography quiz, round 4: in which town was the fleet?", "in which town was the fleet?", ()),
        ("Martov on October: what did he say?", "Martov on October: what did he say?", ()),
        ("Martov left the hall. Lenin stayed.", "Martov left the hall. Lenin stayed.", ()),
        (
            "My uncle says it was Martov. Was he or wasn't he?",
            "Was he or wasn't he?",
            ("My uncle says it was Martov.",),
        ),
        ("When was the bridge opened? And who opened it?", "When was the bridge opened? And who opened it?", ()),
        ("", "", ()),
    ],
)
def test_a_question_and_what_is_told_besides(message: str, question: str, about: tuple[str, ...]) -> None:
    assert parted(message, is_name) == Message(
        question=question, about=about, leans=any(len(each.split()) > 3 for each in about)
    )
