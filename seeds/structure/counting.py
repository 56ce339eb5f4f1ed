"""How many words a text has, also in scripts that put no blanks between them."""

import re

_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""Thai, Japanese and Chinese."""
_CHARACTERS = 2
"""Of those scripts a word has about so many characters."""


def count_words(text: str) -> int:
    """Words between blanks, and for every two characters of a script without blanks one more."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // _CHARACTERS
