"""The nouns of an answer. Ranges are character offsets into a document's canonical text, end exclusive."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence of a document: the smallest thing that is quoted.

    `id` grows by one from sentence to sentence of a document; `paragraph` numbers the document's paragraphs from 0,
    `passage` is the id of the passage that holds it.
    """

    id: int
    document: str
    start: int
    end: int
    paragraph: int
    passage: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A run of whole sentences inside one section: what is embedded. Its sentences are `first` to `last`, inclusive."""

    id: int
    document: str
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A passage that was found, its score, and the score by each way of finding it."""

    passage: Passage
    text: str
    score: float
    found_by: Mapping[str, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where else the same words stand, and how to cite them there where that is another document."""

    document: str
    start: int
    end: int
    citation: "Citation | None" = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """Who said it and where it can be checked. `quoted` says that the words are not the author's, `speaker` whose they are,
    where that is known, and `contributed` that he wrote the part of the book in which they stand, such as an introduction;
    `retrieved` (ISO 8601) is set where they are of a page that was captured on that day.
    """

    author: str | None
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    locator: str
    speaker: str | None
    permalink: str
    link: str | None
    retrieved: str | None = None
    translator: str | None = None
    quoted: bool = False
    contributed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """Why an excerpt was found: its score at each stage, the words of the question that it holds, and what it has not.

    `reasons` say it in sentences.
    """

    scores: Mapping[str, float]
    matched: tuple[str, ...]
    missing: tuple[str, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DateReading:
    """A date by both calendars, as "1917-10-25", if it is meant in `calendar` ("Old Style", "New Style")."""

    calendar: str
    old_style: str
    new_style: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DateNote:
    """A date in a quote, its range in the document, the days that it may be, and a sentence of ours that says so.

    `note` is None where the quote gives both days itself, or where no other calendar was in use.
    """

    text: str
    start: int
    end: int
    readings: tuple[DateReading, ...]
    note: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """An exact slice of a stored document, `document.text[start:end] == text`, and its citation.

    `before` and `after` are the paragraphs around it, where they were asked for; they are slices too. So is `opening`: the
    sentence right before a quote that leans on it, or the question that was asked before an interview's answer. `notes`
    are sentences of ours about it, `dates` the dates in it, by both calendars.
    """

    text: str
    document: str
    source: str
    sha256: str
    start: int
    end: int
    confidence: float
    citation: Citation
    also_at: tuple[Place, ...] = ()
    before: str = ""
    after: str = ""
    opening: str = ""
    explanation: Explanation | None = None
    notes: tuple[str, ...] = ()
    dates: tuple[DateNote, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Filters:
    """Limits that a questioner sets. A filter that matches nothing yields nothing.

    `source` matches a document's id, title, path or URL, `author` its author, both case-insensitively in part;
    the years are those of publication, inclusive; `documents` are the ids of the only documents to look at.
    """

    source: str | None = None
    author: str | None = None
    from_year: int | None = None
    to_year: int | None = None
    documents: frozenset[str] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Understood:
    """What the question was taken to ask: its text as it was searched for, the dates and names in it, and the titles of
    the sources that it names.
    """

    text: str
    dates: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """Quotes that answer a question, best first, or an abstention with its reason and the nearest excerpts.

    `confidence` is the probability that the quotes answer the question; below `threshold` it is an abstention.
    `notes` are sentences of ours about the quotes together, `seconds` tells where the time went.
    """

    question: str
    understood: Understood
    quotes: tuple[Quote, ...]
    confidence: float
    threshold: float
    abstained: bool
    reason: str | None
    generation: int
    notes: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
