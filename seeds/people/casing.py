"""Names in capitals, as signatures and headings have them, written as a sentence would have them."""

import re

_SMALL = frozenset("of the and for to in on at by de la von attached".split())
_WORD = re.compile(r"[^\W\d_]+")


def is_small(word: str) -> bool:
    """Whether the word has no capital inside a name: "of", "the"."""
    return word.casefold() in _SMALL


def cased(words: str) -> str:
    """The words as a sentence has them; as they are, unless all of them are in capitals."""
    if not re.sub(r"[’']s", "", words).isupper():
        return words
    made = (_WORD.sub(lambda word: word[0].capitalize(), each.casefold()) for each in words.split())
    joined = " ".join(each.casefold() if is_small(each) else each for each in made)
    return re.sub(r"([’'])S\b", r"\1s", joined)
