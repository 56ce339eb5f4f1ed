"""A conversation: turns that may lean on the ones before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from retrieval.question.analysis import checked
from retrieval.question.chat import said_in
from retrieval.question.courtesy import is_courtesy
from retrieval.question.filters import author_named
from retrieval.question.followups import (
    asked_of,
    leans,
    may_be_he,
    person_meant,
    subject_alone,
    wants_another,
    wants_more,
    with_person,
    with_subject,
)
from retrieval.question.query import Range, Turn
from retrieval.question.words import content_words
from retrieval.types import Answer, Filters

LED = 2
"""So many of the best quotes of a turn are where the next one's answer is looked for besides."""


class Ask(Protocol):
    """Answers a question, perhaps one that leans on the turn before."""

    def __call__(
        self, question: str, *, k: int, filters: Filters, context: int, explain: bool, after: Turn | None
    ) -> Answer:
        """The answer. Raises QuestionError."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Meant:
    """A turn as it is asked of the library, and in words for people what was carried over (empty where nothing was)."""

    question: str
    filters: Filters
    after: Turn | None = None
    carried: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Topic:
    """What the conversation is about: the last question as it was asked, the one to lean on (an earlier one, where the last says nothing of
    its own), the person whom it is about, the subject that it named alone ("and the Cadets?"), its best quotes, and all that it showed.
    """

    asked: str
    whole: str
    after: Turn | None
    person: str | None = None
    subject: str | None = None
    shown: Sequence[Range] = ()
    seen: Sequence[Range] = ()


class Conversation:
    """Remembers the last turns; a turn that leans is understood together with them.

    `authors` gives the names of the library's authors, of which a turn may name one ("what does Kreis say?"); `is_common` tells whether
    a word, in lower case, mostly stands so in the library.
    """

    def __init__(
        self,
        ask: Ask,
        authors: Callable[[], Sequence[str]] = tuple,
        is_common: Callable[[str], bool] = lambda word: not word,
    ) -> None:
        self._ask = ask
        self._authors = authors
        self._is_common = is_common
        self._topic: _Topic | None = None

    def ask(
        self, turn: str, *, k: int = 5, filters: Filters = Filters(), context: int = 0, explain: bool = False
    ) -> Answer:
        """The answer to a turn, whose `understood.text` tells what it was taken to ask. Raises QuestionError."""
        said = said_in(checked(turn))
        if is_courtesy(said):
            return self._ask(turn, k=k, filters=filters, context=context, explain=explain, after=None)
        meant = self._meant(said, filters)
        answer = self._ask(
            meant.question, k=k, filters=meant.filters, context=context, explain=explain, after=meant.after
        )
        self._topic = self._turned(said, meant, answer)
        if not meant.carried:
            return replace(answer, question=turn)
        understood = replace(answer.understood, text=_in_words(answer.understood.text, meant))
        return replace(answer, question=turn, understood=understood)

    def _meant(self, said: str, filters: Filters) -> Meant:
        """What a turn asks, after the ones before."""
        topic = self._topic
        if topic is None:
            return Meant(question=said, filters=filters)
        if wants_more(said) or wants_another(said):
            again = Turn(question=topic.after.question if topic.after else "", shown=topic.shown, seen=topic.seen)
            what = "more" if wants_more(said) else "another answer"
            return Meant(
                question=topic.asked,
                filters=filters,
                after=again,
                carried=f"{what} on “{topic.whole}”, without the excerpts already shown",
            )
        if not leans(said):
            return Meant(question=said, filters=filters)
        name = asked_of(said)
        author = author_named(name, self._authors()) if name and not filters.author else None
        return Meant(
            question=_named(said, topic),
            filters=replace(filters, author=author) if author else filters,
            after=Turn(question=topic.whole, shown=topic.shown),
            carried=f"going on from “{topic.whole}”" + (f", in what {author} wrote" if author else ""),
        )

    def _turned(self, said: str, meant: Meant, answer: Answer) -> _Topic:
        """The topic after a turn was answered."""
        found = [(quote.document, quote.start, quote.end) for quote in answer.quotes]
        if self._topic and meant.after and meant.after.seen:
            return replace(self._topic, seen=[*self._topic.seen, *found])
        bare = meant.after is not None and not content_words(said)
        whole = meant.after.question if meant.after and bare else meant.question
        led = [] if answer.abstained else found[:LED]
        before = self._topic.shown[:LED] if self._topic and meant.after else []
        shown = [*led, *(each for each in before if each not in led)]
        best = " ".join(quote.text for quote in answer.quotes[:1])
        person = None if answer.abstained else person_meant(whole, best, self._is_common)
        subject = subject_alone(said) if meant.after else None
        if person is None and self._topic and meant.after and not (subject and may_be_he(subject)):
            person = self._topic.person
        return _Topic(
            asked=meant.question,
            whole=whole,
            after=meant.after,
            person=person,
            subject=subject,
            shown=shown,
            seen=found,
        )


def _named(turn: str, topic: _Topic) -> str:
    """The turn with whom or what it means by "he" or "they", where that is certain."""
    named = with_person(turn, topic.person) if topic.person else turn
    return with_subject(turn, topic.subject) if named == turn and topic.subject else named


def _in_words(text: str, meant: Meant) -> str:
    again = meant.after is not None and bool(meant.after.seen)
    return meant.carried if again else f"{text} ({meant.carried})"
