"""Lines that are no sentences: a name, a caption, what stands above a letter."""

import re

from retrieval.question.words import words

_WORD_OF_NAME = r"(?:(?:of|the|and|at|in|for|de|von)|[A-ZÀ-Þ][\w.’'-]*+,?+)"
_CALLED = rf"{_WORD_OF_NAME}(?:\s{_WORD_OF_NAME})*"
_LETTER_HEAD = re.compile(rf"\W*(?:From\s{_CALLED}\sto|To\s{_CALLED}\sfrom)\s{_CALLED}\W*")
"""What stands above a letter: "From General Orme to the Earl of Ashe"."""
_ONE_SIDED = re.compile(rf"\W*(?:From|To)\s{_CALLED}\W*")

LABEL = 4
"""Words from which a line without a full stop can say something."""


def is_label(text: str) -> bool:
    """Whether a line says nothing by itself. "To the Winter Palace." does: it has a full stop, and may answer somebody."""
    if _LETTER_HEAD.fullmatch(text):
        return True
    if text.rstrip("”’»\"')]* \r\n").endswith((".", "!", "?", "…")):
        return False
    return len(words(text)) < LABEL or _ONE_SIDED.fullmatch(text) is not None
