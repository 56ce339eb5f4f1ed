"""Follow-ups: whether a turn leans on the one before, told from its words alone."""

import re

from retrieval.question.words import content_words, words

_LEANING = frozenset(
    """he him his himself she her hers herself it its itself they them their theirs themselves this that these those there
    then one ones former latter same such so other others else too also both first second third next before after more
    again""".split()
)
_OPENING = re.compile(r"\s*(?:and|but|or|so|also|then|what about|how about|what of|no|yes|ok(?:ay)?)\b", re.IGNORECASE)
_BARE = re.compile(
    r"\s*(?:why|how|when|where|who|which|what|really|more|go on|explain)(?:\s+(?:not|so|come|else|then|exactly))?\W*",
    re.IGNORECASE,
)
FEW = 3
"""A turn with fewer content words than this says too little to stand alone."""


def leans(turn: str) -> bool:
    """Whether a turn can hardly be understood without the one before: a pronoun, a connective opening, or too few words."""
    if _OPENING.match(turn) or _BARE.fullmatch(turn):
        return True
    if any(word.lower() in _LEANING for word in words(turn)):
        return True
    return len(content_words(turn)) < FEW
