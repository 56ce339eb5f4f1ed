"""Whether a message asserts something, so that it asks for words that bear it out or refute it."""

import re
from itertools import pairwise

from retrieval.question.talk import begins_question
from retrieval.question.words import words
from seeds.irregular_verbs import PAST

_FEWEST_WORDS = 4
_REACH = 10
"""Words within which a sentence has its verb."""
_VERB = re.compile(
    rf"(?:{PAST}|is|are|was|were|has|have|do|does|will|would|can|could|may|might|must|should"
    r"|(?:is|are|was|were|has|have|had|do|does|did|wo|would|ca|could|must|should)n['’]?t|cannot|wanted|[a-z]{3,}ed|became|hit|let|put|set|shut)",
    re.IGNORECASE,
)
_BEFORE_NOUN = frozenset(
    "a an and by my of or our that the their these this those to what when where which who whom whose with".split()
)
"""Words behind which an "-ed" is no verb, or one of a clause inside."""
_ASKS = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:,|\w)\s+(?:who|whom|whose|which|when|where)\s", re.IGNORECASE)
_ORDERS = frozenset("describe explain find give i i'm list me name no please quote show tell yes".split())


def asserts(message: str) -> bool:
    """Whether a message is a statement about others: it has a verb, and neither asks nor orders anything."""
    found = words(message)
    if "?" in message or len(found) < _FEWEST_WORDS or found[0].lower() in _ORDERS or begins_question(message):
        return False
    if _ASKS.search(_RELATIVE.sub(" ", message)):
        return False
    return any(
        _VERB.fullmatch(word) and before.lower() not in _BEFORE_NOUN for before, word in pairwise(found[:_REACH])
    )
