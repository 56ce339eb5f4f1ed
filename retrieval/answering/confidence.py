"""Confidence: how probable it is that the quotes answer the question, and what to say when it is not."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.doubts import Doubts, Occurs, asks_what_is_not, asks_what_is_to_come, denies, untold_years
from retrieval.answering.ranking import Ranked
from retrieval.question.words import content_words

INVENTS_NOTHING = (
    "Quoth makes nothing up: it only quotes what its documents say. Ask what somebody said, or what happened."
)
"""The reason told to who orders a speech, a poem or another person's part."""

NOTHING_ASKED = "Nothing is asked here: write what you want to know, for example 'Who was Kerensky?'."
"""The reason told to who only greets or gives thanks."""

SAYS_TOO_LITTLE = "This says too little by itself: write the whole question, for example 'Why did Kornilov march?'."
"""The reason told to who asks "why?" where nothing was asked before."""

THRESHOLD = 0.20
"""Below it Quoth abstains. docs/silence.md shows what each setting refuses of answerable and of unanswerable questions."""

LEEWAY = 5.0
"""How far, in logits, the second opinion may lie above the relevance. It was trained on excerpts about the question's subject;
of excerpts that are about something else it knows nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Calibration:
    """A weighted sum of evidence, and the logistic curve that makes a probability of it (Platt, 1999)."""

    answering: float
    relevance: float
    cosine: float
    stranger: float
    untold: float
    affirmed: float
    to_come: float
    asserted: float
    slope: float
    intercept: float

    def probability(self, *, answering: float, relevance: float, cosine: float, doubts: Doubts) -> float:
        """Between 0 and 1."""
        evidence = (
            self.answering * min(answering, relevance + LEEWAY)
            + self.relevance * relevance
            + self.cosine * cosine
            + self.stranger * doubts.strangers
            + self.untold * doubts.untold
            + self.affirmed * doubts.affirmed
            + self.to_come * doubts.to_come
            + self.asserted * doubts.asserted
        )
        return 1.0 / (1.0 + math.exp(-(self.slope * evidence + self.intercept)))


# Slopes and intercepts are fitted by benchmarks/calibration.py. The weights are round numbers, chosen by hand; the script
# prints what others would give, and docs/silence.md says which sets were looked at.
_WEIGHTS = {
    "answering": 0.8,
    "relevance": 0.15,
    "cosine": 8.0,
    "stranger": -8.0,
    "untold": -5.0,
    "affirmed": -6.0,
    "to_come": -6.0,
    "asserted": -1.0,
}
ANSWER = Calibration(**_WEIGHTS, slope=0.524, intercept=-3.027)
QUOTE = Calibration(**_WEIGHTS, slope=0.474, intercept=-3.563)

# The same where a cross-encoder read the excerpts that the second opinion was not trained on, and where none did.
RELEVANCE_ONLY = Calibration(**(_WEIGHTS | {"answering": 0.0}), slope=0.570, intercept=-3.065)
UNREAD = Calibration(**(_WEIGHTS | {"answering": 0.0, "relevance": 0.0, "cosine": 16.0}), slope=0.357, intercept=-3.529)


def of_quote(ranked: Ranked, answering: float | None, doubts: Doubts) -> float:
    """The probability, 0 to 1, that this excerpt answers the question; `answering` are the log-odds of it, None where nobody knows."""
    return _probability(QUOTE, answering, ranked.read, ranked.candidate.views["cosine sentence"], doubts)


def of_answer(ranked: Sequence[Ranked], answering: float | None, doubts: Doubts) -> float:
    """The probability, 0 to 1, that one of the excerpts answers the question; 0 without any. `answering` are those of the first."""
    if not ranked:
        return 0.0
    cosine = max(each.candidate.views["cosine sentence"] for each in ranked)
    read = max((each.read for each in ranked if each.read is not None), default=None)
    return _probability(ANSWER, answering, read if ranked[0].read is not None else None, cosine, doubts)


def reason(question: str, occurs: Occurs, closest: "Closest | None", near: Sequence[str] = ()) -> str:
    """Why the library is silent, in a sentence or two; `near` are the words of the excerpts nearest to the question."""
    missing = [word for word in content_words(question) if not occurs(word)]
    about = f" {closest.described()}" if closest else ""
    if missing:
        verb = "occurs" if len(missing) == 1 else "occur"
        return f"{_listed([f'“{word}”' for word in missing[:3]])} {verb} nowhere in what the library can quote.{about}"
    if untold := untold_years(question, near):
        return f"No excerpt near this question tells of {_listed([str(year) for year in untold])}.{about}"
    if asks_what_is_not(question) and near and not denies(near[0]):
        return f"The excerpts near this question tell what was, and not what was not.{about}"
    if asks_what_is_to_come(question):
        return f"The excerpts near this question tell what was, and not what is to come.{about}"
    return f"Nothing in the library seems to answer this.{about}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Closest:
    """The excerpt nearest to a question that is not answered: the names in it, and its document's title if it has one."""

    names: Sequence[str]
    title: str | None

    def described(self) -> str:
        """What it is about, in a sentence."""
        source = f", from “{self.title}”," if self.title else ""
        if self.names:
            return f"The closest excerpt{source} is about {_listed(self.names[:3])}."
        return (
            f"The closest excerpt is from “{self.title}”."
            if self.title
            else "The closest excerpt is about something else."
        )


def _probability(
    full: Calibration, answering: float | None, read: float | None, cosine: float, doubts: Doubts
) -> float:
    calibration = UNREAD if read is None else RELEVANCE_ONLY if answering is None else full
    return calibration.probability(answering=answering or 0.0, relevance=read or 0.0, cosine=cosine, doubts=doubts)


def _listed(parts: Sequence[str]) -> str:
    """a; a and b; a, b and c."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
