"""Where the quotes shown differ in a date or a number about what seems to be the same thing: said beside them, never inside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from retrieval.question.words import content_words
from retrieval.types import DateNote, Quote

NEAR = 45
"""Days: dates further apart than this are of different events, not of different accounts of one."""

SHARED = 3
"""Words with content that two sentences must share to be about one thing; one less where the question has one of them."""

MOST = 2
"""Notes beside one answer."""

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s+[A-Z“\"])[^.!?]*)*[.!?]?")
_NUMBER = re.compile(r"(?<![\w.,-])(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?![\w-]|[.,]\d)\s+(?P<noun>[a-z]{4,})\b")
_STEM = 6
_DATING = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday"
    " friday saturday sunday years year days hours minutes oclock".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Stated:
    """A date or number as it stands, the days or the number that it means, what it counts, and the words around it."""

    text: str
    values: frozenset[int]
    of: str
    around: frozenset[str]
    quote: Quote


def differences(question: str, quotes: Sequence[Quote]) -> tuple[str, ...]:
    """A sentence on the dates, and one on the numbers of each kind, in which quotes of different people differ although they seem to speak
    of one thing; at most `MOST`. Of one who gives several dates it is taken that he tells of several things.
    """
    asked = _stems(question)
    stated = [each for quote in quotes for each in (*_dates(quote), *_numbers(quote))]
    found: dict[str, dict[str, None]] = {}
    for one, other in combinations(stated, 2):
        told_apart = _who(one) != _who(other) and one.of == other.of and _differ(one, other)
        if told_apart and _same_thing(one, other, asked):
            what = f"numbers of {one.of}" if one.of else "dates"
            found.setdefault(what, {}).update({_said(one): None, _said(other): None})
    return tuple(
        f"The excerpts differ in {what}: {', '.join(said)}. They may be accounts of one thing or of several."
        for what, said in found.items()
    )[:MOST]


def _dates(quote: Quote) -> Iterator[_Stated]:
    for date in quote.dates:
        days = frozenset(_ordinals(date))
        if days:
            yield _Stated(
                text=date.text, values=days, of="", around=_around(quote, date.start - quote.start), quote=quote
            )


def _ordinals(date: DateNote) -> Iterator[int]:
    from datetime import date as day

    for reading in date.readings:
        yield day.fromisoformat(reading.new_style).toordinal()


def _numbers(quote: Quote) -> Iterator[_Stated]:
    for found in _NUMBER.finditer(quote.text):
        if found["noun"] not in _DATING and content_words(found["noun"]):
            yield _Stated(
                text=found[0],
                values=frozenset({int(found["number"].replace(",", ""))}),
                of=found["noun"],
                around=_around(quote, found.start()),
                quote=quote,
            )


def _differ(one: _Stated, other: _Stated) -> bool:
    if one.values & other.values:
        return False
    return bool(one.of) or min(abs(a - b) for a in one.values for b in other.values) <= NEAR


def _same_thing(one: _Stated, other: _Stated, asked: frozenset[str]) -> bool:
    shared = one.around & other.around
    return len(shared) >= SHARED - bool(shared & asked)


def _around(quote: Quote, at: int) -> frozenset[str]:
    """Stems of the sentence around a place in the quote."""
    sentence = next((m[0] for m in _SENTENCE.finditer(quote.text) if m.start() <= at < m.end()), quote.text)
    return _stems(sentence)


def _stems(text: str) -> frozenset[str]:
    """Beginnings of the words with content that are no dates and numbers: near enough to stems to compare sentences by."""
    words = (word.casefold() for word in content_words(text))
    return frozenset(word[:_STEM] for word in words if word not in _DATING and not any(map(str.isdigit, word)))


def _who(stated: _Stated) -> str:
    """Who says it, or in what document it stands where nobody is named."""
    citation = stated.quote.citation
    return citation.speaker or citation.author or stated.quote.document


def _said(stated: _Stated) -> str:
    citation = stated.quote.citation
    who = citation.speaker or citation.author or citation.title
    if who and citation.quoted and not citation.speaker:
        who = f"quoted by {who}" if citation.author else f"quoted in {who}"
    text = " ".join(stated.text.split())
    return f"“{text}” ({who})" if who else f"“{text}”"
