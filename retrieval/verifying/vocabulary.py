"""Words on which the meaning of a sentence hangs: denials, numbers, and names of days and months."""

import re

from retrieval.library.letters import letters_of

NEGATIONS = frozenset(
    # English, German, French, Russian; contractions ("don't") are told by their ending
    "not no never nor neither none nobody nothing nowhere without hardly scarcely "
    "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand ohne "
    "ne pas jamais rien aucun aucune ni sans personne "
    "не ни нет никогда никто ничто ничего нигде без".split()
)
_DENYING = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "не", "без")
_SHORTEST = 4

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_GREAT = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_NUMBERS = {
    **{word: number for number, word in enumerate(_UNITS) if number != 1},  # "one" is more often no number
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **_GREAT,
    **{f"{word}s": number for word, number in _GREAT.items()},
    **{word: number for number, word in enumerate(_ORDINALS) if number},
    **{f"{word[:-1]}ieth": 10 * number for number, word in enumerate(_TENS, 2)},
    "hundredth": 100,
    "twice": 2,
    "thrice": 3,
}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}

_MONTHS = (
    "january february march april may june july august september october november december".split(),
    "januar februar märz april mai juni juli august september oktober november dezember".split(),
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(),
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
)
_SHORT_MONTHS = "jan feb mar apr may jun jul aug sept oct nov dec".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DATES = {
    **{letters_of(name): f"month {number}" for names in _MONTHS for number, name in enumerate(names, 1)},
    **{name: f"month {number}" for number, name in enumerate(_SHORT_MONTHS, 1)},
    **{name: name for name in _DAYS},
}
_WORDS_TOO = frozenset("may march august mars mai sept dec jan mar".split())


def date_of(word: str) -> str | None:
    """The month, day of the week or year that a word names; None where it names none."""
    plain = letters_of(word)
    if plain in _DATES and (word[:1].isupper() or plain not in _WORDS_TOO):
        return _DATES[plain]
    return plain if re.fullmatch("[12][0-9]{3}", plain) else None


def number_of(word: str) -> str | None:
    """The number that a word is, in digits: "1,200", "twelve", "25th", "XIV"; None where it is none."""
    plain = word.casefold()
    if digits := re.fullmatch(r"(\d[\d.,]*)(?:st|nd|rd|th)?", plain):
        return digits[1].replace(",", "").rstrip(".")
    if plain in _NUMBERS:
        return str(_NUMBERS[plain])
    if len(word) > 1 and word.isupper() and set(plain) <= _ROMAN.keys():
        values = [_ROMAN[letter] for letter in plain]
        return str(sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True)))
    return None


def prefix_negation(one: str, other: str) -> bool:
    """Whether one of two folded words is the other with a denying prefix."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and any(long == prefix + short for prefix in _DENYING)
