"""Why an excerpt was found, for a historian: in plain words, with the figures behind them."""

from collections.abc import Iterator, Sequence

from retrieval.answering.candidates import Candidate
from retrieval.answering.folding import Distinct
from retrieval.answering.ranking import Ranked
from retrieval.question.words import content_words, words
from retrieval.types import Explanation, Understood


def explanation(
    shown: Distinct,
    *,
    answering: float | None,
    question: str,
    understood: Understood,
    quoted: str,
    candidates: Sequence[Candidate],
    ranked: Sequence[Ranked],
) -> Explanation:
    """Why this excerpt is shown; `candidates` in the order in which they were found, `ranked` in that in which they were read,
    `answering` the log-odds that it answers.
    """
    candidate = shown.ranked.candidate
    held = quoted.casefold()
    wanted = content_words(understood.text)
    scores = {**candidate.views, "fused": round(candidate.fused, 3)}
    if shown.ranked.logit is not None:
        scores["cross-encoder"] = round(shown.ranked.logit, 3)
    if shown.ranked.opinion is not None:
        scores["second opinion"] = round(shown.ranked.opinion, 3)
    if answering is not None:
        scores["answers"] = round(answering, 3)
    ids = [each.sentence.id for each in candidates]
    reasons = (
        *_understanding(question, understood),
        *_places(ids.index(candidate.sentence.id) + 1, len(ids), shown, ranked),
    )
    return Explanation(
        scores=scores,
        matched=tuple(word for word in wanted if word.casefold() in held),
        missing=tuple(word for word in wanted if word.casefold() not in held),
        reasons=reasons,
    )


def _understanding(question: str, understood: Understood) -> Iterator[str]:
    """Which words of the question were looked for otherwise, and which days by both calendars."""
    before, after = words(question), words(understood.text)
    if len(before) == len(after):
        changed = [(old, new) for old, new in zip(before, after, strict=True) if old.casefold() != new.casefold()]
        for old, new in dict.fromkeys(changed):
            yield f"“{old}” of the question was looked for as “{new}”."
    elif before != after:
        yield f"The question was looked for as “{understood.text}”."
    days = [date for date in understood.dates if "Style" in date]
    if days:
        yield f"Days were looked for by both calendars: {'; '.join(days)}."


def _places(found: int, of: int, shown: Distinct, ranked: Sequence[Ranked]) -> Iterator[str]:
    """Where the excerpt came when it was found and when it was read, and what became of those around it."""
    candidate = shown.ranked.candidate
    ways = [way for way, score in (("its words", candidate.terms), ("its meaning", candidate.vectors)) if score > 0]
    yield f"It came {_ordinal(found)} of {of:,} sentences that were found, by {' and by '.join(ways) or 'its neighbours'}."
    read = [each for each in ranked if each.logit is not None]
    place = next((n for n, each in enumerate(read, 1) if each.candidate.sentence.id == candidate.sentence.id), None)
    if place:
        yield f"Read against the question it came {_ordinal(place)} of the {len(read)} best; those below were judged to answer less well."
    if candidate.preferred:
        yield "It is preferred because the question asks for the words of its speaker or its source."
    if candidate.years == 1.0:
        yield "It tells of the time that the question names."
    if shown.repeats:
        count = len(shown.repeats)
        yield f"{count} more place{'s have' if count > 1 else ' has'} the same words or a part of them; this one is cited best."


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"
