"""Thanks, greetings, applause and small talk: they ask nothing."""

import re

from retrieval.question.talk_words import folded_words, vocabulary

_SMALL_TALK = re.compile(
    r"\bhow(?:['’]?s|\s+is|\s+are)\s+(?:it\s+going|things|life|you|your\s+day|everyone)(?:\s+(?:doing|going|today))*(?=\W*(?:\Z|[,.!?]))"
    r"|\bwhat['’]?s\s+up\b(?!\s+with)|\bwho\s+(?:made|built)\s+you\b|\b(?:who|what)\s+are\s+you\b(?=\W*\Z)|\bwhat\s+(?:can|do)\s+you\s+do\b"
    r"|\bare\s+you\s+(?:an?\s+)?(?:bot|robot|human|person|ai|real|there|ok)\b|\bnice\s+to\s+meet\s+you\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?<=[.!?…,;\n])(?=\s)|(?<=\n)")


def without_courtesy(message: str) -> str:
    """The message without thanks, greetings and applause before and behind what else it says; as it stands where it says nothing else."""
    clauses = [clause for clause in _CLAUSES.split(message) if clause]
    telling = [n for n, clause in enumerate(clauses) if not is_courtesy(clause)]
    return "".join(clauses[telling[0] : telling[-1] + 1]).strip() if telling else message


def is_courtesy(message: str) -> bool:
    """Whether a message is only thanks, a greeting, applause or small talk: "hello!", "ok cool, thank you so much", "how are you?"."""
    rest, spoken = _SMALL_TALK.subn("", message)
    left = folded_words(rest)
    kind = vocabulary("courtesy", "applause")
    return bool(spoken or not kind.isdisjoint(left)) and kind | vocabulary("companions") >= set(left)
