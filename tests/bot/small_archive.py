"""A library in memory that obeys `bot.archives.Archive`: a few documents of our own, found by the words they share.

It stands in where a test is about Discord and not about finding.
"""

import hashlib
import re
import threading
import time
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, field, replace

from retrieval.answering.chronicle import DayQuotes
from retrieval.answering.citing import cite
from retrieval.answering.preceding import opening, told_once
from retrieval.answering.quoting import context
from retrieval.calendars.days import Calendar, day_of, label_of
from retrieval.calendars.reading import dates_of, wanted_days
from retrieval.errors import QuestionError, UnknownDocument
from retrieval.library.records import Card, Counts
from retrieval.library.sentences import split_sentences
from retrieval.permalinks import Permalink
from retrieval.types import Answer, Explanation, Filters, Quote, Sentence, Understood
from retrieval.verifying.verdicts import Verification
from retrieval.verifying.verifier import Verifier
from seeds.document import Document, Mask, MaskReason, Metadata, Voice, VoiceKind
from tests.retrieval.verifying.shelves import SmallShelf

_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and at by did do does for he how in is it of on she that the they to was were what when where who why",
    )
)


def document(name: str, text: str, **facts: str | None) -> Document:
    """A document of the tests."""
    known: dict[str, str | None] = {
        "title": name.replace("-", " ").title(),
        "author": "Ada Scholar",
        "published": "1927",
        "publisher": "Example Press",
        "url": f"https://example.org/{name}",
        "licence": "CC BY 4.0",
        "language": "en",
        "retrieved": "2026-11-01",
    }
    return Document(
        id=name,
        source=f"/library/{name}.md",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        encoding="utf-8",
        media_type="text/markdown",
        metadata=Metadata(**(known | facts)),
    )


def _spoken(made: Document, words: str, speaker: str) -> Document:
    start = made.text.index(words)
    voice = Voice(start=start, end=start + len(words), speaker=speaker, kind=VoiceKind.SPEECH)
    return replace(made, voices=(voice,))


def _masked(made: Document, words: str) -> Document:
    start = made.text.index(words)
    return replace(made, masks=(Mask(start=start, end=start + len(words), reason=MaskReason.SITE_FOOTER),))


BRIDGES = """The raising of the bridges began before noon.

The cadets held the Nikolaevsky bridge until the evening. Sailors of the cruiser Aurora lowered it again at night. \
By morning every bridge was open to the workers.

The telephone exchange was taken at dawn. Nobody fired a shot there.

"Let the bridges stay down," said the commander to the sailors.

Copyright of the bridge keepers."""

LETTERS = """Kerensky left the city by motor car in the morning. He looked for troops along the northern front.

Kerensky found few soldiers who would follow him. The *generals* answered with [excuses] and ~~promises~~ | <@1> \
@everyone `orders` https://example.org/a_b > no.

The minister wrote his last letter to Kerensky on a Tuesday."""

LONG = (
    "The delegates "
    + " ".join(f"number {number} voted for the decree on land;" for number in range(1, 160))
    + " so it passed."
)

EVERYTHING = Filters()
THRESHOLD = 0.5
_COMMANDER = '"Let the bridges stay down," said the commander to the sailors.'
_SPEECHES = " ".join(f"Delegate {number} also spoke of land." for number in range(60))

DOCUMENTS = (
    _masked(_spoken(document("bridges", BRIDGES), _COMMANDER, "Lev Orator"), "Copyright of the bridge keepers."),
    document("letters", LETTERS, author="Ben Writer", published="1931", url=None),
    document("long-vote", f"{LONG} {_SPEECHES}", title=None, author=None),
)


@dataclass(kw_only=True)
class SmallConversation:
    """Understands a turn that begins with "and" together with the one before."""

    archive: "SmallArchive"
    last: str = ""

    def ask(self, turn: str, *, k: int = 5, filters: Filters = EVERYTHING, explain: bool = False) -> Answer:
        text = f"{self.last} {turn}" if turn.lower().startswith("and ") and self.last else turn
        self.last = text
        return self.archive.ask(turn, text, k=k, filters=filters, explain=explain)


@dataclass(kw_only=True)
class SmallArchive:
    """The library. A question takes `thinks` seconds; `upcoming` are the documents of the next generation."""

    documents: tuple[Document, ...] = DOCUMENTS
    thinks: float = 0.0
    generation: int = 1
    made: str = "2026-11-20T12:00:00+00:00"
    model: str = "words alone"
    upcoming: tuple[Document, ...] | None = None
    closed: bool = False
    withheld: int = 0
    asked: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def counts(self) -> Counts:
        return Counts(
            documents=len(self.documents), passages=3 * len(self.documents), sentences=9 * len(self.documents)
        )

    def conversation(self) -> SmallConversation:
        return SmallConversation(archive=self)

    def ask(self, question: str, text: str, *, k: int, filters: Filters, explain: bool = False) -> Answer:
        if not text.strip():
            raise QuestionError("the question is empty: ask something")
        with self.lock:
            self.asked.append(question)
            documents, generation = self.documents, self.generation
        time.sleep(self.thinks)
        wanted = _words(text)
        scored = []
        for each in documents:
            if not _passes(each, filters):
                continue
            for start, end in split_sentences(each.text, 0, len(each.text)):
                shared = len(wanted & _words(each.text[start:end]))
                if shared and not any(mask.start < end and start < mask.end for mask in each.masks):
                    scored.append((shared, self._quote(each, start, end)))
        scored.sort(key=lambda pair: -pair[0])
        best = scored[0][0] / max(1, len(wanted)) if scored else 0.0
        silent = best < THRESHOLD
        return Answer(
            question=question,
            understood=Understood(text=text),
            quotes=told_once(
                replace(quote, confidence=0.7, explanation=_explained(shared, wanted, quote) if explain else None)
                for shared, quote in scored[:k]
            ),
            confidence=best,
            threshold=THRESHOLD,
            abstained=silent,
            reason="Nothing in the library seems to answer this." if silent else None,
            generation=generation,
            seconds={"finding": self.thinks},
        )

    def key(self, question: str, *, k: int, filters: Filters) -> Hashable | None:
        return None

    def remembers(self, key: Hashable | None) -> bool:
        return False

    def confirm(self, answer: Answer) -> Answer:
        kept = tuple(
            quote
            for quote in answer.quotes
            if any(
                each.id == quote.document and each.text[quote.start : quote.end] == quote.text
                for each in self.documents
            )
        )
        self.withheld += len(answer.quotes) - len(kept)
        return replace(answer, quotes=kept)

    def verify(
        self, text: str, *, speaker: str | None = None, documents: Collection[str] | None = None
    ) -> Verification:
        return Verifier(SmallShelf(*self.documents), tuple).verify(text, speaker=speaker, documents=documents)

    def cards(self) -> Sequence[Card]:
        return tuple(
            Card(
                version=1, id=each.id, source=each.source, sha256=each.sha256, metadata=each.metadata, first_sentence=1,
                sentences=9, first_passage=1, passages=3,
            )
            for each in self.documents
        )  # fmt: skip

    def document(self, id: str) -> Document:  # noqa: A002 - the seam's name for it
        for each in self.documents:
            if each.id == id:
                return each
        raise UnknownDocument(f"there is no document {id!r} in the library")

    def resolve(self, permalink: str, *, context: int = 0) -> Quote:
        link = Permalink.parse(permalink)
        if link is None:
            raise UnknownDocument(f"{permalink!r} is no permalink")
        found = self.document(link.document)
        if found.sha256 != link.sha256:
            raise UnknownDocument(f"the document {link.document!r} has changed")
        return self._quote(found, link.start, link.end, around=context)

    def when(self, date: str, *, k: int, filters: Filters) -> Sequence[DayQuotes]:
        days = [day for label, _ in wanted_days(date, lambda: [1917]) if (day := day_of(label, Calendar.NEW))]
        if not days:
            raise QuestionError(f"{date!r} names no day")
        found = [
            self._quote(each, start, end)
            for each in self.documents
            if _passes(each, filters)
            for dated in dates_of(each)
            for start, end in split_sentences(each.text, 0, len(each.text))
            if start <= dated.start < end and dated.days & set(days)
        ]
        return [DayQuotes(day=str(label_of(days[0], Calendar.NEW)), quotes=tuple(found[:k]))]

    def refresh(self) -> bool:
        with self.lock:
            if self.upcoming is None:
                return False
            self.documents, self.upcoming, self.generation = self.upcoming, None, self.generation + 1
        return True

    def close(self) -> None:
        self.closed = True

    @staticmethod
    def _quote(found: Document, start: int, end: int, *, around: int = 0) -> Quote:
        before, after = context(found, start, end, around)
        return Quote(
            text=found.text[start:end],
            document=found.id,
            source=found.source,
            sha256=found.sha256,
            start=start,
            end=end,
            confidence=0.9,
            citation=cite(found, start, end, 1),
            before=before,
            after=after,
            opening="" if around else _opening(found, start),
        )


def _opening(found: Document, start: int) -> str:
    sentences = [
        Sentence(id=n, document=found.id, start=low, end=high, paragraph=0, passage=0)
        for n, (low, high) in enumerate(split_sentences(found.text, 0, len(found.text)))
    ]
    at = [each.start for each in sentences].index(start)
    low, high = opening(found, sentences[at], sentences[at - 1] if at else None) or (0, 0)
    return found.text[low:high]


def _explained(shared: int, wanted: set[str], quote: Quote) -> Explanation:
    held = wanted & _words(quote.text)
    return Explanation(
        scores={"words": float(shared)},
        matched=tuple(sorted(held)),
        missing=tuple(sorted(wanted - held)),
        reasons=(f"It has {shared} of the question's words.",),
    )


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if word not in _SMALL_WORDS}


def _passes(each: Document, filters: Filters) -> bool:
    facts = each.metadata
    if filters.documents is not None and each.id not in filters.documents:
        return False
    if filters.source and filters.source.lower() not in f"{each.id} {facts.title}".lower():
        return False
    return not filters.author or filters.author.lower() in (facts.author or "").lower()
