"""The years that a question names, looked for where its candidates stand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from retrieval.answering.candidates import Candidate
from retrieval.calendars.mentions import years
from retrieval.calendars.years import share_told
from retrieval.library.snapshot import Snapshot
from retrieval.question.query import Query
from retrieval.types import Passage
from seeds.document import Document

RulingYear = Callable[[str], int | None]
"""The year that a document is about, by the document's id."""

DEPTH = 100
"""The best candidates, whose surroundings are read for years."""

UNTOLD = 0.25
"""The share that counts where neither a passage nor anything above it tells of any year."""

WEIGHT = 4.0
"""What it is worth, in fused score, that a candidate tells of all years that are asked for."""


def prefer_years(snapshot: Snapshot, query: Query, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, best first, with the share of the question's years that each tells of; as they are where it names none.
    A turn that names none has those of the one that it leans on.

    That is the mean of the shares of its sentence and of its passage. What names no year itself has those of what it stands in:
    a sentence those of its passage, a passage the one that rules its document.
    """
    asked = sorted(set(years(query.text) or years(query.full)))
    if not asked:
        return list(candidates)
    best, rest = candidates[:DEPTH], candidates[DEPTH:]
    passages = {each.id: each for each in snapshot.passages(sorted({each.sentence.passage for each in best}))}
    ruling = cache(snapshot.ruling_year)
    timed = []
    for each in best:
        document = snapshot.document(each.sentence.document)
        around = _of_passage(ruling, document, passages[each.sentence.passage], asked)
        own = share_told(asked, document.text[each.sentence.start : each.sentence.end])
        share = (around + (around if own is None else own)) / 2
        timed.append(replace(each, fused=each.fused + WEIGHT * share, years=share))
    return [*sorted(timed, key=lambda each: -each.fused), *rest]


def with_ruling_year(ruling: RulingYear, document: Document, text: str) -> str:
    """Words of a document, followed by the year that rules it where they name none and there is one."""
    year = None if years(text) else ruling(document.id)
    return f"{text} {year}" if year else text


def _of_passage(ruling: RulingYear, document: Document, passage: Passage, asked: Sequence[int]) -> float:
    """The share of the years that a passage tells of under its title and headings."""
    headings = [section.title for section in document.sections if section.start <= passage.start < section.end]
    text = "\n".join([document.metadata.title or "", *headings, document.text[passage.start : passage.end]])
    share = share_told(asked, with_ruling_year(ruling, document, text))
    return UNTOLD if share is None else share
