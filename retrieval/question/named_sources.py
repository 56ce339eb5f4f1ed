"""Which sources a question names: "according to Serge", "in Kreis's lecture", "what does the Field Gazette piece think"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from retrieval.library.records import Card
from retrieval.question.speakers import asked_speaker, is_same_person
from retrieval.question.words import STOP_WORDS, content_words
from seeds.document import Metadata

_KINDS = (
    "account|analysis|archive|article|biography|blog|book|chapter|diary|document|encyclopa?edia|essay|extract|history|interview|"
    "journal|lecture|letter|letters|magazine|memoir|memoirs|narrative|newspaper|page|pamphlet|paper|piece|post|report|review|"
    "site|source|text|transcript|video|web ?site"
)
_NAMED = "[^\\W\\d_][\\w.’'\\-]*"
_OWNED = re.compile(
    rf"(?P<name>{_NAMED}(?:\s{_NAMED}){{0,3}}?)['’]s?\s+(?:\w+\s+){{0,2}}?(?:{_KINDS})\b", re.IGNORECASE
)
_BY = re.compile(rf"\b(?:{_KINDS})\s+(?:by|of|from)\s+(?P<name>{_NAMED}(?:\s{_NAMED}){{0,3}})", re.IGNORECASE)
_CALLED = re.compile(
    rf"\b(?:the|this|that|in|on|from|to)\s+(?P<name>{_NAMED}(?:\s{_NAMED}){{0,4}}?)\s+(?P<kind>{_KINDS})\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    rf"\b(?:according to|in|by|from)\s+(?:the|this|that)\s+(?P<kind>{_KINDS})\b"
    rf"|\bdoes\s+(?:the|this|that)\s+(?P<asked>{_KINDS})\b",
    re.IGNORECASE,
)
_OF_TITLE = re.compile(r"\b(?:author|writer)\s+of\s+(?P<title>.+)", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[\w’']+")
_ARTICLES = frozenset({"the", "a", "an"})

ENOUGH_OF_TITLE = 2
"""Words that a title begins with, by which "the author of ..." names it; where another title may go on, the last of them says
something: "Ten Days", not "The History of the"."""

LONG_TITLE = 5
"""Words, without its article, from which a title is told wherever it stands; a shorter one may be no more than what the question
is about."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Naming:
    """How a question names sources: by their authors, by what they are called and their kind, or by their kind alone."""

    authors: tuple[str, ...]
    called: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Titles:
    """The titles of documents as words, with the documents' ids, by their first word: most questions have none of those."""

    by_first: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]

    @classmethod
    def of(cls, cards: Iterable[Card]) -> "Titles":
        """The titles of these documents, without what follows a colon."""
        by_first = defaultdict(list)
        for card in cards:
            if title := _in_order((card.metadata.title or "").partition(":")[0]):
                by_first[title[0]].append((title, card.id))
        return cls(by_first=by_first)

    def named(self, question: str) -> set[str]:
        """Ids of the documents whose title a question names: in full, or by how it begins behind "the author of"."""
        words = _in_order(question)
        written = _in_order(match["title"]) if (match := _OF_TITLE.search(question)) else ()
        found = (
            {name for title, name in self.by_first.get(written[0], ()) if _begins(title, written)} if written else set()
        )
        for at, word in enumerate(words):
            for title, name in self.by_first.get(word, ()):
                if len(title) >= LONG_TITLE and words[at : at + len(title)] == title:
                    found.add(name)
        return found


def named_sources(question: str, cards: Sequence[Card], known: Titles) -> frozenset[str]:
    """Ids of the documents that a question names by author, title, publisher or kind; none where it names none, or all.

    `known` are the titles of these documents.
    """
    naming, found = _read(question), known.named(question)
    if naming.authors or naming.called or naming.kinds:
        found |= {card.id for card in cards if _names(naming, card.metadata)}
    return frozenset(found) if len(found) < len(cards) else frozenset()


def _read(question: str) -> _Naming:
    asked = asked_speaker(question)
    return _Naming(
        authors=(
            *(match["name"] for form in (_OWNED, _BY) for match in form.finditer(question)),
            *([asked] if asked else []),
        ),
        called=tuple((match["name"], match["kind"]) for match in _CALLED.finditer(question)),
        kinds=tuple((match["kind"] or match["asked"]).lower() for match in _PLAIN.finditer(question)),
    )


def _names(naming: _Naming, facts: Metadata) -> bool:
    if facts.author and any(_is_author(name, facts.author) for name in naming.authors):
        return True
    if any(_calls(name, kind, facts.title, facts.publisher) for name, kind in naming.called):
        return True
    return any(kind in _words(facts.title) for kind in naming.kinds)


def _begins(title: Sequence[str], written: Sequence[str]) -> bool:
    """Whether "the author of" these words is the author of what has this title."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(title, written, strict=False)))
    return same >= ENOUGH_OF_TITLE and (same == len(title) or title[same - 1] not in STOP_WORDS)


def _in_order(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without the article that opens it."""
    found = [word.lower().strip("’'") for word in _WORD.findall(text)]
    return tuple(found[1:] if found[:1] and found[0] in _ARTICLES else found)


def _is_author(name: str, author: str) -> bool:
    parts = [part for part in name.split() if part.lower() not in STOP_WORDS]
    return bool(parts) and is_same_person(" ".join(parts), author)


def _calls(name: str, kind: str, *fields: str | None) -> bool:
    """Whether all that a question says of a source stands in one field: its kind counts where another word is missing."""
    wanted = {word.lower() for word in content_words(name)}
    return bool(wanted) and any(wanted <= _words(field) or wanted | {kind.lower()} <= _words(field) for field in fields)


def _words(field: str | None) -> frozenset[str]:
    return frozenset(word.lower() for word in content_words(field or ""))


def titles(chosen: frozenset[str], cards: Sequence[Card]) -> tuple[str, ...]:
    """What to call the sources that a question names."""
    return tuple(card.metadata.title or card.id for card in cards if card.id in chosen)
