"""Follow-ups: whether a turn leans on the one before, told from its words alone."""

import re

from retrieval.question.words import content_words, words

_PRONOUNS = frozenset(
    """he him his himself she her hers herself it its itself they them their theirs themselves this that these
    those""".split()
)
_PERSON = frozenset("he his himself she hers herself".split())
_ENDINGS = frozenset("there then before after next again more too also so same else others first second third".split())
"""Words that point back where a turn ends with them, and hardly elsewhere ("the first chairman", "were there any")."""

_ANYBODY = frozenset("anyone anybody anything someone somebody something everyone everybody everything nobody".split())
_OPENING = re.compile(r"\s*(?:and|but|or|so|also|then|what about|how about|what of|no|yes|ok(?:ay)?)\b", re.IGNORECASE)
_BARE = re.compile(
    r"\s*(?:why|how|when|where|who|which|what|really|more|go on|explain)(?:\s+(?:not|so|come|else|then|exactly))?\W*",
    re.IGNORECASE,
)
_SELECTION = re.compile(
    r"\b(?:the|which)(?:\s+\w+)?\s+ones?\b|\bthe\s+(?:former|latter|other|others)\b|\b(?:who|what|where)\s+else\b"
    r"|\bother\b(?!.*\b(?:than|besides)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\s*(?:who|whom|whose|what|which|when|where|why|how|did|do|does|is|are|was|were|had|has|have|can|could|will|would"
    r"|tell|explain|describe|name|list)\b",
    re.IGNORECASE,
)
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_NAMED = re.compile(rf"\s{_CAPITAL}")
_DEFINES = re.compile(rf"\s*[Ww]h(?:o|at)(?:['’]s|\s+(?:is|are|was|were))\s+(?:the\s+|an?\s+)?{_CAPITAL}")
_CLAUSE = re.compile(r"[,;:—–]|\b(?:and|but|when|while|who|because)\b", re.IGNORECASE)
_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+")
FEW = 3
"""Words without a verb of asking say too little to stand alone when fewer than this carry content; a question needs one less."""


def leans(turn: str) -> bool:
    """Whether a turn can hardly be understood without the one before.

    It opens with a connective, points back (a pronoun with nothing before it that it could mean, "the other one",
    "what happened after?"), or says too little.
    """
    if _OPENING.match(turn) or _BARE.fullmatch(turn) or _SELECTION.search(turn):
        return True
    return _points_back(_SENTENCE_BREAK.split(turn.strip())[-1]) or _says_little(turn)


def _points_back(sentence: str) -> bool:
    found = words(sentence)
    if found and found[-1].lower() in _ENDINGS:
        return True
    at = next((k for k, word in enumerate(found) if word.lower() in _PRONOUNS), None)
    if at is None:
        return False
    before = " ".join(found[:at])
    if found[at].lower() in _PERSON and _NAMED.search(before):
        return False
    return len(content_words(before)) < 2 or (at == len(found) - 1 and not _CLAUSE.search(sentence))


def _says_little(turn: str) -> bool:
    if _DEFINES.match(turn):
        return False
    content = [word for word in content_words(turn) if word.lower() not in _ANYBODY]
    return len(content) < (FEW - 1 if _ASKS.match(turn) else FEW)
