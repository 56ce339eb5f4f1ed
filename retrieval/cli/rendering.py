"""An answer as text for people: pure functions from the nouns of an answer to styled pieces of text.

The words of a source stand in a block quotation, one `bar` before each line, and `verbatim` says how to have them back.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from retrieval.cli.verbatim import harmless, one_line, printed_lines
from retrieval.types import Answer, Citation, Explanation, Hit, Quote


class Style(StrEnum):
    """What a piece of text is, for a terminal to show."""

    PLAIN = "plain"
    BAR = "bar"
    QUOTE = "quote"
    CONTEXT = "context"
    SPEAKER = "speaker"
    TITLE = "title"
    DETAIL = "detail"
    LINK = "link"
    NOTE = "note"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A run of text in one style. A link leads to `target`, where that is set."""

    text: str
    style: Style = Style.PLAIN
    target: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """What is written on: lines of `width` cells as `measure` counts them, or unbroken lines where `width` is None."""

    width: int | None = None
    measure: Callable[[str], int] = len
    bar: str = "> "
    indent: str = "  "

    @property
    def margin(self) -> int | None:
        """Cells for what stands indented below a quotation."""
        return None if self.width is None else max(12, self.width - len(self.indent))

    @property
    def room(self) -> int | None:
        """Cells that a quotation has on a line; some words are readable however narrow the page."""
        return None if self.width is None else max(12, self.width - len(self.bar))


Pieces = Iterator[Piece]


def answer_pieces(answer: Answer, page: Page) -> Pieces:
    """The answer: its quotes and how sure they are, or why there is none and the nearest excerpts."""
    if answer.abstained:
        yield from _abstention(answer, page)
    sure = _sure(answer)
    for number, quote in enumerate(answer.quotes):
        if number:
            yield _line()
        if number == sure:
            yield _line("Further excerpts, which may not answer the question:", Style.DETAIL)
            yield _line()
        yield from quote_pieces(quote, page)
    for note in answer.notes:
        yield _line()
        yield from _notes(one_line(note), page)
    if not answer.abstained:
        yield _line()
        yield _line(f"Confidence: {confidence_words(answer.confidence)}", Style.DETAIL)


def _sure(answer: Answer) -> int | None:
    """How many quotes there are before those that answer less surely than Quoth answers at all; None where all may."""
    sure = max((n for n, quote in enumerate(answer.quotes, 1) if quote.confidence >= answer.threshold), default=1)
    return None if answer.abstained or sure >= len(answer.quotes) else sure


def question_pieces(question: str) -> Pieces:
    """The question above its answer, where several are answered."""
    yield _line(f"# {one_line(question)}", Style.SPEAKER)
    yield _line()


def quote_pieces(quote: Quote, page: Page) -> Pieces:
    """One quote: what stands before it, its words, what stands after it, who said it and where."""
    if lead := quote.before or quote.opening:
        yield from _context(lead, page)
        yield _line()
    yield from block_pieces(quote.text, page)
    yield _line()
    if quote.after:
        yield from _context(quote.after, page)
        yield _line()
    yield from citation_pieces(quote.citation, page)
    yield from _also_at(quote, page)
    for note in quote.notes:
        yield from _below(note, Style.NOTE, page)
    if quote.explanation is not None:
        yield from _explanation(quote.explanation, quote.confidence, page)


def day_pieces(day: str, quotes: Iterable[Quote], page: Page) -> Pieces:
    """A day and what is said about it."""
    yield _line(f"# {day}", Style.SPEAKER)
    yield _line()
    for quote in quotes:
        yield from quote_pieces(quote, page)
        yield _line()


def cited_pieces(forms: Mapping[str, str]) -> Pieces:
    """A citation in several forms, each under its name, unbroken, so that it can be copied."""
    for number, (name, text) in enumerate(forms.items()):
        if number:
            yield _line()
        yield _line(name, Style.SPEAKER)
        for line in text.split("\n"):
            yield _line(harmless(line))


def block_pieces(text: str, page: Page, style: Style = Style.QUOTE) -> Pieces:
    """A block quotation of `text`."""
    for line in printed_lines(text, width=page.room, measure=page.measure):
        yield Piece(text=page.bar, style=Style.BAR)
        yield Piece(text=f"{line}\n", style=style)


def citation_pieces(citation: Citation, page: Page) -> Pieces:
    """Who said it, in what, where in it, and the link and permalink that lead there."""
    yield from _below(f"— {credit(citation)}", Style.SPEAKER, page)
    yield from _facts(citation, page)
    link = citation.link or citation.url
    if link:
        yield Piece(text=page.indent)
        yield Piece(text=one_line(link), style=Style.LINK, target=one_line(link))
        yield _line(f" (captured {one_line(citation.retrieved)})" if citation.retrieved else "", Style.DETAIL)
    yield Piece(text=page.indent)
    yield _line(citation.permalink, Style.DETAIL)


def credit(citation: Citation) -> str:
    """Who said it: the author, or the speaker whom the author quotes, or somebody unnamed."""
    author = one_line(citation.author or "")
    speaker = one_line(citation.speaker or "")
    if speaker and author:
        return f"{speaker}, {'in a book' if citation.contributed else 'quoted'} by {author}"
    if citation.quoted and not speaker:
        return f"quoted by {author or 'an unnamed author'}; the speaker is not named"
    return speaker or author or "author unknown"


def confidence_words(confidence: float) -> str:
    """A probability in words and as a percentage."""
    words = ((0.9, "very high"), (0.7, "high"), (0.4, "moderate"))
    word = next((word for bound, word in words if confidence >= bound), "low")
    return f"{word} ({confidence:.0%})"


def hit_pieces(hits: Iterable[tuple[Hit, Citation]], page: Page) -> Pieces:
    """Passages as they were ranked, each with its place and its score."""
    for number, (hit, citation) in enumerate(hits):
        if number:
            yield _line()
        yield from block_pieces(hit.text, page)
        yield _line()
        yield from citation_pieces(citation, page)
        yield from _below(_scores({"score": hit.score, **hit.found_by}), Style.DETAIL, page)


def _abstention(answer: Answer, page: Page) -> Pieces:
    reason = f" {answer.reason}" if answer.reason else ""
    yield from _notes(f"The sources do not say.{reason}", page)
    if answer.quotes:
        yield _line()
        yield from _notes("Nearest excerpts, which may not answer the question:", page)
        yield _line()


def _context(text: str, page: Page) -> Pieces:
    for line in printed_lines(text, width=page.room, measure=page.measure):
        yield Piece(text=page.indent)
        yield _line(line, Style.CONTEXT)


def _also_at(quote: Quote, page: Page) -> Pieces:
    if not quote.also_at:
        return
    places = [
        f"{place.start}-{place.end}" + ("" if place.document == quote.document else f" of {place.document}")
        for place in quote.also_at
    ]
    yield from _below(f"also at {', '.join(places)}", Style.DETAIL, page)
    for edition in dict.fromkeys(_edition(place.citation) for place in quote.also_at if place.citation):
        yield from _below(f"also in {edition}", Style.DETAIL, page)


def _edition(citation: Citation) -> str:
    """Another document with the same words, in a line."""
    facts = (citation.author, citation.title or citation.permalink.split("@")[0], citation.published, citation.locator)
    return one_line(", ".join(fact for fact in facts if fact))


def _explanation(explanation: Explanation, confidence: float, page: Page) -> Pieces:
    for reason in explanation.reasons:
        yield from _below(one_line(reason), Style.DETAIL, page)
    found = f"found by: {_scores(explanation.scores)}; confidence: {confidence_words(confidence)}"
    yield from _below(found, Style.DETAIL, page)
    for label, words in (("words in it", explanation.matched), ("words not in it", explanation.missing)):
        if words:
            yield from _below(f"{label}: {', '.join(words)}", Style.DETAIL, page)


def _facts(citation: Citation, page: Page) -> Pieces:
    """Title and facts on one line, or on lines of their own where one is too short for both."""
    title = one_line(citation.title or "")
    translated = f"translated by {citation.translator}" if citation.translator else None
    known = (translated, citation.publisher, citation.published, citation.locator)
    facts = one_line(", ".join(fact for fact in known if fact))
    if page.margin is not None and page.measure(f"{title}, {facts}") > page.margin:
        yield from _below(title, Style.TITLE, page)
        yield from _below(facts, Style.PLAIN, page)
    elif title or facts:
        yield Piece(text=page.indent)
        yield Piece(text=title, style=Style.TITLE)
        yield _line((", " if title and facts else "") + facts)


def _below(text: str, style: Style, page: Page) -> Pieces:
    """Indented lines of our own words."""
    for line in _wrapped(text, page.margin, page):
        yield Piece(text=page.indent)
        yield _line(line, style)


def _notes(text: str, page: Page) -> Pieces:
    """Lines of our own words, beside any quotation."""
    for line in _wrapped(text, page.width, page):
        yield _line(line, Style.NOTE)


def _wrapped(text: str, width: int | None, page: Page) -> list[str]:
    return [line.rstrip() for line in printed_lines(" ".join(text.split()), width=width, measure=page.measure)]


def _scores(scores: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {score:.3g}" for name, score in scores.items())


def _line(text: str = "", style: Style = Style.PLAIN) -> Piece:
    return Piece(text=f"{text}\n", style=style)
