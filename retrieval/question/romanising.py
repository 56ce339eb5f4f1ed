"""Cyrillic names in Latin letters, without the case endings that a sentence gives them."""

import re

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ie", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ѣ": "e", "ѳ": "f", "ѵ": "i", "ј": "i", "љ": "l", "њ": "n",
    "ћ": "c", "ђ": "d", "џ": "dzh",
}  # fmt: skip
"""After the simplified table of the Library of Congress, in which most English books on Russia write."""

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SOFTENED = re.compile("ь(?=[еёюяи])")
# Керенского, Керенскому, Керенским -> Керенский; Ленина, Ленину, Лениным, Ленине -> Ленин.
_OF_ADJECTIVES = re.compile("(?<=[сц]к)(?:ого|ому|им|ом|ая|ой|ою|ую|ие|их|ими)$")
_OF_NOUNS = re.compile("(?<=[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ым|ем|е|ой|ою|ы|ых|ыми|ам|ами|ах)$")
_OF_WOMEN = re.compile("(?<=[ое]в|ин)(?:ой|ою|у|е|ы)$")  # Спиридоновой -> Спиридонова
_OF_SOFT_NOUNS = re.compile("(?:я|ю|ем|е|и)$")
_SHORTEST = 3


def is_cyrillic(word: str) -> bool:
    """Whether a letter of the word is Cyrillic."""
    return _CYRILLIC.search(word) is not None


def romanised(word: str) -> str:
    """A lower-case word in Latin letters; what is not Cyrillic stays."""
    return "".join(_LETTERS.get(letter, letter) for letter in _SOFTENED.sub("и", word))


def base_forms(word: str) -> list[str]:
    """A lower-case word as it stands and, of a Cyrillic one, the nominatives that it may be a case of."""
    forms = [word]
    if is_cyrillic(word):
        forms.append(_OF_ADJECTIVES.sub("ий", word))
        forms.append(_OF_NOUNS.sub("", word))
        forms.append(_OF_WOMEN.sub("а", word))
        forms.append(_OF_SOFT_NOUNS.sub("й", word))
    return [form for form in dict.fromkeys(forms) if len(form) >= _SHORTEST]
