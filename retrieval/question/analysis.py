"""What a question is understood to ask. This never changes what is quoted, only what is looked for."""

import re
from collections.abc import Callable, Iterator

from retrieval.calendars.eras import spells
from retrieval.calendars.mentions import mentions, years
from retrieval.errors import QuestionError
from retrieval.library.abbreviations import TITLES
from retrieval.library.sentences import abbreviates
from retrieval.question.acronyms import Acronyms, expanded
from retrieval.question.spelling import Speller, repaired
from retrieval.question.words import STOP_WORDS, names_in_capitals
from retrieval.types import Understood

MAX_QUESTION = 2_000
"""Characters; a Discord message holds as many, and a longer text is no question."""

_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_NAME = re.compile(rf"\b{_CAPITAL}[^\W\d_]+(?:[ \-]{_CAPITAL}[^\W\d_]+)*")

_NUMERAL = re.compile(r"[IVXLC]+")
_BEGINS = re.compile(r"(?:\A|[.!?:][\"'”’)\]]*\s|\n\s*\n)[\s\"'“‘(\[_*—–-]*\Z")
"""What stands before a word that begins a sentence."""


def checked(question: str) -> str:
    """The question on one line. Raises QuestionError where it is empty or longer than `MAX_QUESTION`."""
    line = " ".join(
        question.encode("utf-8", "replace").decode().split()
    )  # half a character can neither be found nor read
    if not line:
        raise QuestionError("The question is empty: write what you want to know, for example 'Who was Kerensky?'.")
    if len(line) > MAX_QUESTION:
        raise QuestionError(
            f"The question has {len(line):,} characters and the limit is {MAX_QUESTION:,}: ask in a few sentences."
        )
    return line


def is_wordless(question: str) -> bool:
    """Whether no two letters stand together: emoji, digits and punctuation ask nothing of a history library."""
    return re.search(r"[^\W\d_]{2}", question) is None


def names_in(text: str, is_name: Callable[[str], bool] | None = None) -> tuple[str, ...]:
    """Capitalised words and runs of them, in order, each once; a first word that is a stop word is no name, nor a number.

    `is_name` tells whether a word is written with a capital elsewhere: without that a lone word that begins a sentence is no name.
    """
    found: dict[str, None] = {}
    for match in _NAME.finditer(text):
        parts = match.group().split(" ")
        if parts[-1].lower() in TITLES and text.startswith(".", match.end()):
            parts = parts[:-1]  # "Mr."
        alone = is_name and len(parts) == 1 and _begins_sentence(text, match.start())
        if _NUMERAL.fullmatch(match.group()) or (alone and is_name and not is_name(parts[0].lower())):
            continue
        while parts and parts[0].lower() in STOP_WORDS and not (match.start() and names_in_capitals(parts[0], text)):
            parts = parts[1:]
        if parts:
            found.setdefault(" ".join(parts))
    return tuple(found)


def _begins_sentence(text: str, at: int) -> bool:
    """Whether what stands at a place begins a sentence: not behind "Mr." or an initial."""
    before = _BEGINS.search(text, 0, at)
    return before is not None and not (before[0].startswith(".") and abbreviates(text, before.start(), at))


def understand(
    question: str,
    is_known: Callable[[str], bool],
    is_name: Callable[[str], bool],
    speller: Callable[[], Speller],
    acronyms: Callable[[], Acronyms],
) -> Understood:
    """The question in the library's own spelling, and the dates and names in it."""
    parts = [
        part if is_year else repaired(expanded(part, is_known, acronyms), is_known, speller, _LETTERS)
        for part, is_year in _parted(question)
    ]
    text = "".join(parts)
    return Understood(
        text=text,
        dates=_dates_in(text),
        names=names_in(text, is_name),
    )


def _parted(question: str) -> Iterator[tuple[str, bool]]:
    """The question in pieces, and whether each is a year with its era, in which nothing is to be mended."""
    at = 0
    for each in spells(question):
        yield question[at : each.start], False
        yield question[each.start : each.end], True
        at = each.end
    yield question[at:], False


def _dates_in(text: str) -> tuple[str, ...]:
    """Dates as they are written, then years that stand alone, each once."""
    dates = [text[each.start : each.end] for each in mentions(text)]
    dated = {year for date in dates for year in years(date)}
    alone = [str(year) for year in years(text) if year not in dated]
    return tuple(dict.fromkeys([*dates, *alone]))
