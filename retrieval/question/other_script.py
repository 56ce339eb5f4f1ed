"""Names that the library writes in another script than the question: Керенский for Kerensky, and Kerensky for Керенский."""

from collections.abc import Callable, Iterable

from retrieval.library.records import Word
from retrieval.question.romanising import base_forms, is_cyrillic
from retrieval.question.spelling import NAME_SHARE, sound_key
from retrieval.question.words import words

CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg", "sr", "mk"})
"""ISO 639-1 codes of languages that are written in Cyrillic letters."""

_SHORTEST_NAME = 4
_MOST_FORMS = 12


class OtherScript:
    """The names of a library's vocabulary by how they sound, in Latin and in Cyrillic letters."""

    def __init__(self, vocabulary: Iterable[Word]) -> None:
        self._names: dict[tuple[str, bool], list[str]] = {}
        for entry in vocabulary:
            if " " in entry.text or entry.capitalised < NAME_SHARE or len(entry.text) < _SHORTEST_NAME:
                continue
            cyrillic = is_cyrillic(entry.text)
            for key in _keys(entry.text):
                self._names.setdefault((key, cyrillic), []).append(entry.text)

    def spellings(self, word: str) -> list[str]:
        """The library's spellings of a name in the other script, the most frequent first; none where it has no such name."""
        folded = word.lower()
        if len(folded) < _SHORTEST_NAME or not folded.isalpha():
            return []
        other = not is_cyrillic(folded)
        found = [name for key in _keys(folded) for name in self._names.get((key, other), ())]
        return list(dict.fromkeys(found))[:_MOST_FORMS]


def in_both_scripts(text: str, has_cyrillic: bool, names: Callable[[], OtherScript]) -> str:
    """The text, followed by the spellings that its names have in the library's other script.

    `has_cyrillic` is whether the library holds texts in Cyrillic letters. The names are asked for only where there can be
    any, since finding them reads the whole vocabulary.
    """
    if not has_cyrillic and not is_cyrillic(text):
        return text
    asked = [word for word in words(text) if is_cyrillic(word) or (has_cyrillic and word[0].isupper())]
    also = [form for word in asked for form in names().spellings(word)]
    return " ".join([text, *dict.fromkeys(also)])


def _keys(word: str) -> list[str]:
    return list(dict.fromkeys(sound_key(form) for form in base_forms(word)))
