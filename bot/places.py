"""Where in an answer a reader is, and the buttons that lead on from there: plain values.

A button's `custom_id` says all that is needed to answer a click on it, whichever process sent it: what it does, the
answer's id, who asked, and the place that it leads to. Discord allows 100 characters.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

WIDEST = 16
"""Paragraphs on each side of a quote beyond which its context does not grow."""

_PLACE = r"p\d{1,3}|c\d{1,3}\.\d{1,2}(?:\.\d{1,3})?"
CUSTOM_ID = re.compile(
    rf"q:(?P<verb>[a-z]+|e\d):(?P<answer>[\w-]{{1,32}}):(?P<asker>\d{{1,20}}):(?P<place>{_PLACE})", re.ASCII
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page of excerpts, counted from 0."""

    number: int

    def __str__(self) -> str:
        return f"p{self.number}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """An excerpt with so many paragraphs around it; of a slice that fills several messages, one part.

    `excerpt` and `part` count from 0; without a part it is the one in which the quote begins.
    """

    excerpt: int
    paragraphs: int
    part: int | None = None

    def __str__(self) -> str:
        return f"c{self.excerpt}.{self.paragraphs}" + ("" if self.part is None else f".{self.part}")


Place = Page | Context


def place_from(text: str) -> Place:
    """The place that `str` wrote."""
    numbers = [int(number) for number in text[1:].split(".")]
    if text[0] == "p":
        return Page(number=numbers[0])
    return Context(excerpt=numbers[0], paragraphs=numbers[1], part=numbers[2] if len(numbers) > 2 else None)


class Verb(StrEnum):
    """What a button does."""

    PREVIOUS = "prev"
    NEXT = "next"
    MORE = "more"
    BACK = "back"
    CITE = "cite"
    WHY = "why"
    HELPFUL = "up"
    UNHELPFUL = "down"
    THREAD = "thread"
    DELETE = "del"


MOVES = frozenset({Verb.PREVIOUS, Verb.NEXT, Verb.MORE, Verb.BACK})


@dataclass(frozen=True, kw_only=True, slots=True)
class Button:
    """A button under an answer. `verb` is a Verb, or "e0", "e1" ... for a move to an excerpt of the page."""

    verb: str
    place: Place
    row: int
    label: str
    disabled: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """What decides which buttons an answer has: its excerpts, how many of them the first page shows, and the others.

    A private copy is somebody's own view of another person's answer. `searched` says that the excerpts were found by a question, so
    that there is something to explain.
    """

    excerpts: int
    shown: int
    first: int
    private_copy: bool = False
    threads: bool = False
    searched: bool = True

    @property
    def pages(self) -> int:
        """How many pages of excerpts there are."""
        return self.page_of(self.excerpts - 1).number + 1 if self.excerpts else 0

    def page_of(self, excerpt: int) -> Page:
        """The page that an excerpt is on."""
        return Page(number=0 if excerpt < self.first else 1 + (excerpt - self.first) // self.shown)

    def excerpts_on(self, place: Place) -> range:
        """Numbers of the excerpts that are seen at a place."""
        if isinstance(place, Context):
            return range(place.excerpt, min(place.excerpt + 1, self.excerpts))
        begin = self.first + (place.number - 1) * self.shown if place.number else 0
        end = begin + self.shown if place.number else self.first
        return range(min(begin, self.excerpts), min(end, self.excerpts))


def page_buttons(frame: Frame, page: Page) -> list[Button]:
    """The buttons under a page of excerpts."""
    found = []
    if frame.pages > 1:
        last = frame.pages - 1
        before, after = Page(number=max(0, page.number - 1)), Page(number=min(last, page.number + 1))
        found.append(Button(verb=Verb.PREVIOUS, place=before, row=0, label="◀", disabled=page.number == 0))
        found.append(Button(verb=Verb.NEXT, place=after, row=0, label="▶", disabled=page.number == last))
    if frame.excerpts:
        first = frame.excerpts_on(page).start
        found.append(Button(verb=Verb.MORE, place=Context(excerpt=first, paragraphs=1), row=0, label="More context"))
        found.append(Button(verb=Verb.CITE, place=page, row=0, label="Cite"))
        if frame.searched:
            found.append(Button(verb=Verb.WHY, place=page, row=0, label="Why?"))
    return found + _reactions(frame, page)


def context_buttons(frame: Frame, at: Context, *, parts: int, part: int, grows: bool) -> list[Button]:
    """The buttons under an excerpt in context: `part` of `parts` is shown, and `grows` says whether there is more."""
    found = []
    if parts > 1:
        for verb, label, to in ((Verb.PREVIOUS, "◀", part - 1), (Verb.NEXT, "▶", part + 1)):
            inside = 0 <= to < parts
            place = Context(excerpt=at.excerpt, paragraphs=at.paragraphs, part=to if inside else part)
            found.append(Button(verb=verb, place=place, row=0, label=label, disabled=not inside))
    wider = Context(excerpt=at.excerpt, paragraphs=min(WIDEST, at.paragraphs * 2))
    page = frame.page_of(at.excerpt)
    found += [
        Button(verb=Verb.MORE, place=wider, row=0, label="More context", disabled=not grows),
        Button(verb=Verb.BACK, place=page, row=0, label="Back"),
        Button(verb=Verb.CITE, place=at, row=0, label="Cite"),
    ]
    return found + _siblings(frame.excerpts_on(page), at)


def _siblings(on_page: Sequence[int], at: Context) -> list[Button]:
    if len(on_page) < 2:
        return []
    return [
        Button(
            verb=f"e{position}",
            place=Context(excerpt=excerpt, paragraphs=1),
            row=1,
            label=f"Excerpt {excerpt + 1}",
            disabled=excerpt == at.excerpt,
        )
        for position, excerpt in enumerate(on_page)
    ]


def _reactions(frame: Frame, page: Page) -> list[Button]:
    found = [
        Button(verb=Verb.HELPFUL, place=page, row=1, label="👍"),
        Button(verb=Verb.UNHELPFUL, place=page, row=1, label="👎"),
    ]
    if frame.private_copy:
        return found
    if frame.threads:
        found.append(Button(verb=Verb.THREAD, place=page, row=1, label="Thread"))
    return [*found, Button(verb=Verb.DELETE, place=page, row=1, label="🗑")]
