"""Where quotes differ in a date or a number about one thing a note beside them says so; other dates stay unmentioned."""

from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.answering.asking import Request
from retrieval.types import Answer
from seeds.document import Metadata
from tests.retrieval.library.material import document
from tests.retrieval.material import reading

QUESTION = "When did the harbour council of Vellin vote for the strike?"


def ask(home: Path, embedder: Embedder, one: str, other: str) -> Answer:
    documents = [
        document(
            f"Of the strike this is told.\n\n{one}\n", "gazette", metadata=Metadata(title="Gazette", author="Ada Clerk")
        ),
        document(
            f"Another hand has this.\n\n{other}\n", "mirror", metadata=Metadata(title="Mirror", author="Ben Stone")
        ),
    ]
    with reading(documents, home, embedder, None) as reader:
        return reader.answer(Request(question=QUESTION, k=4))


def test_two_dates_of_one_event_are_pointed_out(tmp_path: Path, embedder: Embedder) -> None:
    answer = ask(
        tmp_path,
        embedder,
        "On 10 October 1917 the harbour council of Vellin voted for the strike.",
        "The harbour council of Vellin voted for the strike on 16 October 1917, and not before.",
    )
    [note] = answer.notes
    for words in ("“10 October 1917” (Ada Clerk)", "“16 October 1917” (Ben Stone)", "dates"):
        assert words in note
    assert not any(note in quote.text for quote in answer.quotes)


def test_two_numbers_of_one_thing_are_pointed_out(tmp_path: Path, embedder: Embedder) -> None:
    answer = ask(
        tmp_path,
        embedder,
        "In the harbour council of Vellin 562 delegates voted for the strike.",
        "Of the harbour council of Vellin 1,650 delegates voted for the strike that night.",
    )
    [note] = answer.notes
    assert "“562 delegates” (Ada Clerk)" in note
    assert "“1,650 delegates” (Ben Stone)" in note


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "On 10 October 1917 the harbour council of Vellin voted for the strike.",
            "The harbour council of Vellin voted for the strike on 10 October 1917.",
        ),
        (
            "On 10 October 1917 the harbour council of Vellin voted for the strike.",
            "The pilots bought new lamps and painted their boats on 16 October 1917.",
        ),
        (
            "On 10 October 1917 the harbour council of Vellin voted for the strike.",
            "The harbour council of Vellin voted for another strike on 16 October 1905.",
        ),
        (
            "In 1916 when the harbour council of Vellin met it voted for the strike.",
            "In 1917 when the harbour council of Vellin met it voted for the strike again.",
        ),
        (
            "On 10 October 44 BC the harbour council of Vellin voted for the strike.",
            "The harbour council of Vellin voted for the strike on 16 October 44 AD.",
        ),
        (
            "In the harbour council of Vellin 562 delegates voted for the strike.",
            "Before the harbour council of Vellin 40 sailors voted for the strike.",
        ),
    ],
)
def test_what_agrees_or_is_about_something_else_stays_unmentioned(
    one: str, other: str, tmp_path: Path, embedder: Embedder
) -> None:
    assert ask(tmp_path, embedder, one, other).notes == ()


def test_one_author_who_gives_two_dates_tells_of_two_things(tmp_path: Path, embedder: Embedder) -> None:
    told = [
        "On 10 October 1917 the harbour council of Vellin voted for the strike.",
        "The harbour council of Vellin voted for the strike on 16 October 1917, and not before.",
    ]
    facts = Metadata(title="Gazette", author="Ada Clerk")
    documents = [
        document(f"This is told.\n\n{text}\n", f"n{number}", metadata=facts) for number, text in enumerate(told)
    ]
    with reading(documents, tmp_path, embedder, None) as reader:
        assert reader.answer(Request(question=QUESTION, k=4)).notes == ()


def test_all_dates_that_differ_stand_in_one_note(tmp_path: Path, embedder: Embedder) -> None:
    documents = [
        document(
            f"This is told.\n\nOn {day} October 1917 the harbour council of Vellin voted for the strike{how}.\n",
            f"n{day}",
            metadata=Metadata(title="Gazette", author=author),
        )
        for day, author, how in (
            (10, "Ada Clerk", ""),
            (12, "Ben Stone", " at noon"),
            (16, "Cai Wu", " after a quarrel"),
        )
    ]
    with reading(documents, tmp_path, embedder, None) as reader:
        [note] = reader.answer(Request(question=QUESTION, k=4)).notes
    assert all(f"“{day} October 1917”" in note for day in (10, 12, 16))
