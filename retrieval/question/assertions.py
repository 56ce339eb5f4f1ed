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
    r"|(?:is|are|was|were|has|have|had|do|does|did|wo|would|ca|could|must|should)n['’]?t|cannot|wanted|(?!(?:breed|creed|greed|hatred|hundred|indeed|naked|sacred|speed|steed|wicked)\b)[a-z]{3,}ed|became|hit|let|put|set|shut)"
)
"""A verb; with a capital it is a name ("People's Will", "May Day")."""
_BEFORE_NOUN = frozenset(
    """a about after against an and at before between by during for from her his in into its my near no of on or our so some that the
    their these this those through to under what when where which who whom whose with without your""".split()
)
"""Words behind which an "-ed" is no verb, or one of a clause inside; so is a possessive."""
_DENIED = re.compile(
    r"\W*(?:is|are|was|were|has|have|had|do|does|did|would|could|should|ca|wo)n['’]?t\b", re.IGNORECASE
)
"""How a question opens that expects a yes, with or without its mark: "wasn't he shot"."""
_OWNS = re.compile(r"['’]s\Z")
_ASKS = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:,|\w)\s+(?:who|whom|whose|which|when|where)\s", re.IGNORECASE)
_NO_CLAIM = frozenset(
    """compare describe discuss explain find give help i i'm let list me name please prove quote show summarise summarize tell verify
    write""".split()
)
"""Words with which a message opens that orders something or is about who writes it."""
_ANSWERS = re.compile(r"\W*(?:no|yes)\b(?:\s*[,.;!—–]|\s+i\b)", re.IGNORECASE)


def asserts(message: str) -> bool:
    """Whether a message is a statement about others: it has a verb, and neither asks nor orders anything."""
    found = words(message)
    if "?" in message or len(found) < _FEWEST_WORDS or found[0].lower() in _NO_CLAIM or _ANSWERS.match(message):
        return False
    if begins_question(message) or _DENIED.match(message) or _ASKS.search(_RELATIVE.sub(" ", message)):
        return False
    return any(
        _VERB.fullmatch(word) and not (before.lower() in _BEFORE_NOUN or _OWNS.search(before))
        for before, word in pairwise(found[:_REACH])
    )
