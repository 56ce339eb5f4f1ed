"""A conversation: a turn that leans is understood with the one before, any other by itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.archive import Archive
from retrieval.conversation import Conversation
from retrieval.errors import QuestionError
from retrieval.library.library import Library
from retrieval.question.query import Query, Turn
from retrieval.types import Answer, Filters
from tests.retrieval.library.material import HARBOUR, MILLS, document


@dataclass
class Listening:
    """Answers as an archive does, and remembers which turn each question was said to lean on."""

    archive: Archive
    after: list[Turn | None] = field(default_factory=list)

    def __call__(
        self, question: str, *, k: int, filters: Filters, context: int, explain: bool, after: Turn | None
    ) -> Answer:
        self.after.append(after)
        return self.archive.ask(question, k=k, filters=filters, context=context, explain=explain, after=after)


@pytest.fixture
def library(tmp_path: Path, embedder: Embedder) -> Iterator[Library]:
    with Library.open(tmp_path / "home") as library:
        library.add([document(HARBOUR, "harbour"), document(MILLS, "mills")], embedder)
        yield library


@pytest.fixture
def small(library: Library, embedder: Embedder) -> Iterator[Archive]:
    with Archive(Library.open(library.home), embedder, None) as archive:
        yield archive


def test_the_first_turn_leans_on_nothing(quick_archive: Archive) -> None:
    ask = Listening(quick_archive)
    Conversation(ask).ask("And who was defending it?")
    assert ask.after == [None]


def test_a_leaning_turn_is_answered_with_the_question_before(archive: Archive) -> None:
    talk = archive.conversation()
    talk.ask("Who stormed the Winter Palace?")
    answer = talk.ask("who was defending it?")
    assert not answer.abstained
    assert any("Defending the Winter Palace were military cadets" in quote.text for quote in answer.quotes[:3])
    assert "who was defending it" in answer.understood.text
    assert "Who stormed the Winter Palace?" in answer.understood.text
    assert answer.question == "who was defending it?"


def test_thanks_before_a_turn_do_not_hide_that_it_leans(quick_archive: Archive) -> None:
    ask = Listening(quick_archive)
    talk = Conversation(ask)
    talk.ask("Who stormed the Winter Palace?")
    plain = talk.ask("and who was defending it?")
    again = Conversation(ask)
    again.ask("Hi! Could anyone tell me who stormed the Winter Palace? Thanks in advance!")
    polite = again.ask("ok cool, thanks! and who was defending it?")
    assert [quote.text for quote in polite.quotes] == [quote.text for quote in plain.quotes]
    assert polite.understood.text == plain.understood.text.replace("Who stormed", "who stormed")
    assert polite.question == "ok cool, thanks! and who was defending it?"


@pytest.mark.parametrize("turn", ["thanks!", "ok cool, thank you so much", "hello"])
def test_thanks_ask_nothing_and_do_not_change_the_topic(quick_archive: Archive, turn: str) -> None:
    talk = quick_archive.conversation()
    talk.ask("Who stormed the Winter Palace?")
    answer = talk.ask(turn)
    assert answer.abstained
    assert not answer.quotes
    assert answer.reason == "Nothing is asked here: write what you want to know, for example 'Who was Kerensky?'."
    assert "Winter Palace" in talk.ask("who was defending it?").understood.text


def test_another_topic_is_asked_about_by_itself(quick_archive: Archive) -> None:
    talk = quick_archive.conversation()
    talk.ask("Who stormed the Winter Palace?")
    changed = talk.ask("What did the two calendars do to Easter in 1917?")
    assert "Winter Palace" not in changed.understood.text
    assert changed.quotes == quick_archive.ask("What did the two calendars do to Easter in 1917?").quotes


def test_a_turn_leans_on_the_last_one_and_on_what_it_showed(quick_archive: Archive) -> None:
    ask = Listening(quick_archive)
    talk = Conversation(ask)
    talk.ask("Who stormed the Winter Palace?")
    last = talk.ask("When did Lenin arrive at the Finland Station?")
    talk.ask("who met him there?")
    shown = [(quote.document, quote.start, quote.end) for quote in last.quotes[:2]]
    assert ask.after == [None, None, Turn(question="When did Lenin arrive at the Finland Station?", shown=shown)]


def test_a_silence_is_remembered_without_the_excerpts_that_did_not_answer(quick_archive: Archive) -> None:
    ask = Listening(quick_archive)
    talk = Conversation(ask)
    silent = talk.ask("Which carburettor suits a lawn mower best?")
    assert silent.abstained
    assert silent.quotes
    assert talk.ask("and who invented it?").generation == silent.generation
    assert ask.after[1] == Turn(question="Which carburettor suits a lawn mower best?", shown=[])


def test_a_turn_that_cannot_be_asked_is_forgotten(quick_archive: Archive) -> None:
    ask = Listening(quick_archive)
    talk = Conversation(ask)
    talk.ask("Who stormed the Winter Palace?")
    for turn in (" ", "why " * 10_000):
        with pytest.raises(QuestionError):
            talk.ask(turn)
    talk.ask("and who was defending it?")
    assert ask.after[-1].question == "Who stormed the Winter Palace?"


def test_conversations_do_not_hear_each_other(quick_archive: Archive) -> None:
    one, other = quick_archive.conversation(), quick_archive.conversation()
    one.ask("Who stormed the Winter Palace?", k=1)
    assert "Winter Palace" not in other.ask("and who was defending it?", k=1).understood.text


def test_half_a_character_in_a_turn_does_no_harm_to_the_next(small: Archive) -> None:
    talk = small.conversation()
    talk.ask("Who walked out \ud83d of the harbour of Vellin?")
    assert talk.ask("and who followed them?").quotes


def test_a_turn_keeps_to_its_own_filters(small: Archive) -> None:
    talk = small.conversation()
    assert talk.ask("Who walked out of the harbour of Vellin?", k=1).quotes[0].document == "harbour"
    elsewhere = talk.ask("and who followed them?", k=20, filters=Filters(source="mills"))
    assert {quote.document for quote in elsewhere.quotes} == {"mills"}
    nowhere = talk.ask("and why?", filters=Filters(author="Nobody"))
    assert (nowhere.quotes, nowhere.abstained) == ((), True)


def test_a_conversation_outlives_the_documents_that_it_was_about(small: Archive, library: Library) -> None:
    talk = small.conversation()
    assert not talk.ask("Who walked out of the harbour of Vellin?", k=1).abstained
    library.remove(["harbour"])
    small.refresh()
    assert {quote.document for quote in talk.ask("and who followed them?").quotes} == {"mills"}


@pytest.mark.parametrize(
    ("turn", "before", "read"),
    [
        (
            "who defended it?",
            "Who stormed the palace?",
            ["who defended it?", "Who stormed the palace? who defended it?"],
        ),
        ("why?", "Who stormed the palace?", ["why?", "Who stormed the palace? why?"]),
        ("and which guns did the cruiser fire?", "Who stormed the palace?", ["and which guns did the cruiser fire?"]),
        ("Who stormed the palace?", None, ["Who stormed the palace?"]),
    ],
)
def test_a_turn_that_says_little_is_read_both_ways(turn: str, before: str | None, read: list[str]) -> None:
    query = Query(text=turn, after=Turn(question=before) if before else None)
    assert [reading.text for reading in query.readings] == read
    assert sum(reading.weight for reading in query.readings) == pytest.approx(1.0)
    assert query.full == (f"{before} {turn}" if before else turn)


def ranges(answer: Answer) -> set[tuple[str, int, int]]:
    return {(quote.document, quote.start, quote.end) for quote in answer.quotes}


@pytest.mark.parametrize("turn", ["more", "More, please!", "show me more", "what else?", "any other sources?", "go on"])
def test_more_gives_excerpts_that_were_not_shown_yet(small: Archive, turn: str) -> None:
    talk = small.conversation()
    first = talk.ask("Who walked out of the harbour of Vellin?", k=2)
    second = talk.ask(turn, k=2)
    third = talk.ask(turn, k=2)
    assert second.quotes
    assert not ranges(first) & ranges(second)
    assert not (ranges(first) | ranges(second)) & ranges(third)
    assert second.question == turn
    assert "Who walked out of the harbour of Vellin?" in second.understood.text
    assert "already shown" in second.understood.text


@pytest.mark.parametrize("turn", ["no, the other one", "No.", "not that one", "another one", "no, not him"])
def test_no_gives_another_answer_to_the_same_question(small: Archive, turn: str) -> None:
    talk = small.conversation()
    first = talk.ask("Who walked out of the harbour of Vellin?", k=1)
    other = talk.ask(turn, k=1)
    assert other.quotes
    assert not ranges(first) & ranges(other)
    assert "another answer" in other.understood.text


def test_after_more_the_conversation_is_still_about_the_question(quick_archive: Archive) -> None:
    ask = Listening(quick_archive)
    talk = Conversation(ask)
    talk.ask("Who stormed the Winter Palace?")
    talk.ask("more")
    talk.ask("and who was defending it?")
    assert ask.after[-1].question == "Who stormed the Winter Palace?"


def test_a_bare_turn_hands_on_what_it_leaned_on(quick_archive: Archive) -> None:
    ask = Listening(quick_archive)
    talk = Conversation(ask)
    talk.ask("Who delayed the storming of the Winter Palace?")
    talk.ask("why?")
    talk.ask("and how did he take it?")
    assert ask.after[-1].question == "Who delayed the storming of the Winter Palace?"


@pytest.mark.parametrize(
    "turn", ["what does Kreis say?", "And what did Steven Kreis write about it?", "according to Kreis?"]
)
def test_an_author_of_the_library_may_be_asked_about_the_subject(quick_archive: Archive, turn: str) -> None:
    heard: list[tuple[Filters, Turn | None]] = []

    def ask(question: str, *, k: int, filters: Filters, context: int, explain: bool, after: Turn | None) -> Answer:
        heard.append((filters, after))
        return quick_archive.ask(question, k=k, filters=filters, context=context, explain=explain, after=after)

    talk = Conversation(ask, lambda: ["Steven Kreis", "Victor Serge"])
    talk.ask("Who stormed the Winter Palace?")
    answer = talk.ask(turn)
    filters, after = heard[-1]
    assert filters.author == "Steven Kreis"
    assert after is not None
    assert after.question == "Who stormed the Winter Palace?"
    assert "Steven Kreis" in answer.understood.text


def test_somebody_who_wrote_nothing_here_limits_nothing(quick_archive: Archive) -> None:
    heard: list[Filters] = []

    def ask(question: str, *, k: int, filters: Filters, context: int, explain: bool, after: Turn | None) -> Answer:
        heard.append(filters)
        return quick_archive.ask(question, k=k, filters=filters, context=context, explain=explain, after=after)

    talk = Conversation(ask, lambda: ["Karl Brandt", "Anna Brandt"])
    talk.ask("Who stormed the Winter Palace?")
    talk.ask("what does Trotsky say?")
    talk.ask("what does Brandt say?")
    assert heard == [Filters()] * 3


def test_she_is_not_one_of_whom_it_was_asked_before_another(archive: Archive) -> None:
    talk = archive.conversation()
    talk.ask("Who was Kerensky?")
    assert "did Kerensky say" in talk.ask("what did he say?").understood.text
    talk.ask("and the tsarina?")
    assert "what did she say?" in talk.ask("what did she say?").understood.text


def test_they_are_whom_the_turn_before_named(archive: Archive) -> None:
    talk = archive.conversation()
    talk.ask("How many seats did the Bolsheviks win in the Constituent Assembly?")
    talk.ask("and the Kadets?")
    assert "who were the Kadets anyway?" in talk.ask("who were they anyway?").understood.text
