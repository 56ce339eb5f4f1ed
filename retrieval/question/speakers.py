"""Whose words a question asks for: "what did Trotsky tell the delegates", "Lenin's reply", "according to Serge"."""

import re

from retrieval.question.spelling import sound_key
from retrieval.question.words import STOP_WORDS

_VERBS = (
    "accuse|advise|announce|answer|argue|ask|believe|blame|call|characterise|characterize|claim|comment|compare|complain|conclude|"
    "condemn|consider|credit|criticise|criticize|cry|declare|demand|depict|describe|exclaim|explain|feel|insist|interpret|judge|"
    "liken|mean|note|observe|order|portray|praise|predict|proclaim|promise|propose|recall|regard|remark|remember|reply|report|"
    "respond|retort|say|shout|speak|suggest|swear|tell|think|threaten|urge|warn|write"
)
_NOUNS = "advice|answer|comment|declaration|description|letter|motto|opinion|quotes?|quotations?|remark|reply|response|speech|view|words?"
_NAME = r"(?P<name>[^\W\d_][\w.\-]*(?:\s[^\W\d_][\w.\-]*){0,2}?)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?:what|how|which|whom?|why)\b[^?]*?\b(?:did|does|do|had|has|would)\s+{_NAME}\s+(?:{_VERBS})\b",
        rf"\b(?:did|does)\s+{_NAME}\s+(?:ever\s+)?(?:{_VERBS})\b",
        rf"\baccording to\s+{_NAME}(?=[\s,?.!]|$)",
        rf"\b{_NAME}['’]s\s+(?:\w+\s+)?(?:{_NOUNS})\b",
        rf"\b(?:what|how)\s+{_NAME}\s+(?:said|told|wrote|called|described|replied|thought)\b",
    )
)


def asked_speaker(question: str) -> str | None:
    """The name of the person whose words a question asks for, as it stands there; None where it asks for nobody's."""
    for form in _FORMS:
        match = form.search(question)
        if match and (name := _trimmed(match["name"])):
            return name
    return None


def is_same_person(asked: str, speaker: str) -> bool:
    """Whether a name in a question can be the speaker's: its last word is one of his, in whatever romanisation."""
    surname = sound_key(asked.split()[-1])
    return len(surname) > 2 and surname in {sound_key(part) for part in re.split(r"[\s\-]+", own_words(speaker))}


def own_words(speaker: str) -> str:
    """The words of a speaker's name or role that are not another's name: "a friend of Orme" and "Orme's friend" are not Orme."""
    role = re.sub(r"\A.*[’']s\s", "", speaker)
    return re.split(r"\s(?:of|from|in|at|for)\s", role)[0] if role[:1].islower() else role


def _trimmed(name: str) -> str:
    """The name without pronouns, articles and other stop words around it."""
    parts = name.split()
    while parts and parts[0].lower() in STOP_WORDS:
        parts = parts[1:]
    while parts and parts[-1].lower() in STOP_WORDS:
        parts = parts[:-1]
    return " ".join(parts)
