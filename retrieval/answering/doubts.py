"""What speaks against excerpts however near they come: things that the question names and they do not tell of."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from retrieval.calendars.mentions import years
from retrieval.calendars.years import share_told
from retrieval.question.analysis import names_in
from retrieval.question.assertions import asserts
from retrieval.question.words import content_words

Occurs = Callable[[str], bool]
"""Tells whether a word stands in the library, in any inflection."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")

BEST = 3
"""The first excerpts, which together should tell of the years that are asked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubts:
    """Whether the question names somebody or something that the library does not know; the share, 0 to 1, of its years that the
    excerpts do not tell of; whether it asks what is not, where they only say what is; whether it asks what is to come; and whether
    it asserts something: much stands near a claim that neither bears it out nor refutes it.
    """

    strangers: bool = False
    untold: float = 0.0
    affirmed: bool = False
    to_come: bool = False
    asserted: bool = False


def strangers_in(question: str, occurs: Occurs) -> list[str]:
    """The names in the question that occur nowhere. Capitals tell names, except in the first word of a sentence and in acronyms;
    a name of three letters may be a shortened word, as of a month, and a title has little words in it.
    """
    inner = [sentence.partition(" ")[2] for sentence in _SENTENCE_END.split(question)]
    named = [name for rest in inner for name in names_in(rest)]
    parts = [part for name in named for part in re.split(r"[ \-]", name) if content_words(part)]
    return [part for part in parts if len(part) > 3 and not part.isupper() and not occurs(part)]


def doubts_about(question: str, excerpts: Sequence[str], strangers: bool) -> Doubts:
    """What speaks against excerpts, best first, each with a year by which it is told where it names none itself."""
    asked = set(years(question))
    return Doubts(
        strangers=strangers,
        untold=len(untold_years(question, excerpts)) / len(asked) if asked else 0.0,
        affirmed=asks_what_is_not(question) and not any(denies(each) for each in excerpts[:1]),
        to_come=asks_what_is_to_come(question),
        asserted=asserts(question),
    )


def untold_years(question: str, excerpts: Sequence[str]) -> list[int]:
    """The years that a question names, in order, and none of the best excerpts tells of."""
    text = "\n".join(excerpts[:BEST])
    return [year for year in sorted(set(years(question))) if not share_told([year], text)]


_AUXILIARY = "is|are|was|were|do|does|did|can|could|would|will|has|have|had|should|may|might|must".split("|")
_SUBORDINATE = r"(?:that|because|although|though|when|while|if|whether|since|so)(?![\w-])"
_ASKS_NOT = re.compile(
    rf"^\W*(?:\w+\W+){{0,3}}?(?:what|which|who|whom|where|how\s+many)\b(?:(?!\b{_SUBORDINATE}).)*?"
    rf"(?:\bnever\b|\b(?:{'|'.join(_AUXILIARY)})\b(?:\s+(?!{_SUBORDINATE})\S+){{0,5}}?\s+not\b(?!\s+(?:long|only|yet|later|merely|just|until)\b)"
    rf"|\b(?:{'|'.join(_AUXILIARY)})n['’]t\b|\b(?:can|won|shan)['’]t\b|\bcannot\b)",
    re.IGNORECASE | re.DOTALL,
)
_REPORTS = re.compile(r"\b(?:says?|said|tells?|told|writes?|wrote|claim\w*|think|thought)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"(?=.*(?:\b(?:will|shall|should|won['’]t)\b|['’]ll\b))"
    r"(?=.*\b(?:next\s+(?!to\b|of\b)\w+|tomorrow|tonight|this\s+(?:weekend|season)|in\s+(?:the\s+)?future|from\s+now)\b)"
    r"|.*(?:\b(?:am|is|are)|['’](?:s|re))\s+(?:\w+\s+){0,3}?going\s+to\b",
    re.IGNORECASE | re.DOTALL,
)
_DENIES = re.compile(
    r"\b(?:not|never|no|none|without|cannot|neither|nor|nobody|nothing|nowhere|except|but\s+for|un(?!i|der)\w{4,}"
    r"|fail\w*|refus\w*|lack\w*|reject\w*|declin\w*|absen\w*|abstain\w*|oppos\w*)\b|n['’]t\b",
    re.IGNORECASE,
)


def asks_what_is_not(question: str) -> bool:
    """Whether a question asks who, what or where not ("Which party did not join?"). Why something was not is told in any words, and
    what somebody held not to be, or was done unless something was, may be told without a denial.
    """
    return bool(_ASKS_NOT.match(question)) and not _REPORTS.search(question)


def asks_what_is_to_come(question: str) -> bool:
    """Whether a question asks what will be after the day on which it is asked ("Who will win the next election?")."""
    return bool(_TO_COME.match(question))


def denies(excerpt: str) -> bool:
    """Whether an excerpt says of anything that it is not."""
    return bool(_DENIES.search(excerpt))
