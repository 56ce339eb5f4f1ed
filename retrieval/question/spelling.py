"""Words of a question that the library spells otherwise: transliterated names and slips of the finger.

Blind edit distance does harm ("dupes" becomes "dukes"), so a word is touched only when the library does not hold it
in any inflection and the embedding model does not know it as a word of its own.
"""

import re
from collections.abc import Callable, Iterable

from rapidfuzz.distance import OSA

from retrieval.library.english_spelling import one_spelling
from retrieval.library.letters import letters_of
from retrieval.library.records import Word
from retrieval.question.romanising import base_forms, is_cyrillic, romanised

# Spellings of one sound in romanised names; longer ones first. The keys are ours, after the Russian romanisation
# tables of ALA-LC, BGN/PCGN and the German and French usage of the time.
_SOUNDS = (
    ("schtsch", "c"), ("shch", "c"), ("tsch", "c"), ("tch", "c"), ("cz", "c"), ("sch", "c"), ("ch", "c"), ("sh", "c"),
    ("kh", "h"), ("zh", "z"), ("ts", "c"), ("tz", "c"), ("ph", "f"), ("ff", "f"), ("w", "v"), ("oo", "u"), ("ou", "u"),
    ("x", "ks"), ("ck", "k"), ("yu", "u"), ("ju", "u"), ("iu", "u"), ("ya", "a"), ("ja", "a"), ("ia", "a"),
)  # fmt: skip
_VOWELS = frozenset("aeiouy")
_NEAR = 0.8
"""What a letter costs that was taken for one like it: a vowel for a vowel, or a key for the one beside it."""
_SHIFTED = ((0.0, "qwertyuiop"), (0.25, "asdfghjkl"), (0.75, "zxcvbnm"))
_KEYS = {letter: (row, shift + at) for row, (shift, keys) in enumerate(_SHIFTED) for at, letter in enumerate(keys)}
NAME_SHARE = 0.8
"""A word that stands capitalised in at least this share of its uses is a name."""

OFTEN = 25
"""Uses from which a word with a letter left out is likelier than a short one that nobody knows."""


def sound_key(name: str) -> str:
    """A key that the usual romanisations of one name share: Kerensky, Kerenskii and Керенский have the same."""
    key = letters_of(romanised(name.lower()))
    for spelling, sound in _SOUNDS:
        key = key.replace(spelling, sound)
    key = re.sub(r"[yij]+", "i", key)
    key = re.sub(r"v$", "f", key)
    return re.sub(r"(.)\1+", r"\1", key)


def _substitution(a: str, b: str) -> float:
    return _NEAR if (a in _VOWELS and b in _VOWELS) or _beside(a, b) else 1.0


def _beside(a: str, b: str) -> bool:
    """Whether two letters have keys that touch, on a keyboard with QWERTY."""
    one, other = _KEYS.get(a), _KEYS.get(b)
    return one is not None and other is not None and abs(one[0] - other[0]) <= 1 and abs(one[1] - other[1]) <= 1


def _gap(text: str, at: int) -> float:
    """A doubled letter too many or too few is half a slip."""
    return 0.5 if at and text[at - 1] == text[at] else 1.0


def slip_distance(a: str, b: str) -> float:
    """Damerau-Levenshtein distance (restricted, 1964) where doubled letters and transpositions count half, a vowel for a vowel and
    a key for the one beside it .8.
    """
    before: list[float] = []
    row = [0.0]
    for j in range(len(b)):
        row.append(row[j] + _gap(b, j))
    for i, letter in enumerate(a):
        last, row, older = row, [row[0] + _gap(a, i)], before
        for j, other in enumerate(b):
            cost = min(
                last[j + 1] + _gap(a, i),
                row[j] + _gap(b, j),
                last[j] + (0.0 if letter == other else _substitution(letter, other)),
            )
            if i and j and letter == b[j - 1] and a[i - 1] == other and letter != other:
                cost = min(cost, older[j - 1] + 0.5)
            row.append(cost)
        before = last
    return row[-1]


class Speller:
    """Repairs single words against the vocabulary of a library."""

    def __init__(self, vocabulary: Iterable[Word]) -> None:
        self._by_initial: dict[str, list[Word]] = {}
        self._names: dict[str, Word] = {}
        for entry in vocabulary:
            if " " in entry.text:
                continue  # a name of several words
            self._by_initial.setdefault(entry.text[:1], []).append(entry)
            if entry.capitalised >= NAME_SHARE and len(entry.text) > 3 and not is_cyrillic(entry.text):
                key = sound_key(entry.text)
                best = self._names.get(key)
                if best is None or best.count < entry.count:
                    self._names[key] = entry

    def repair(self, word: str) -> str | None:
        """The library's spelling of a word that it does not hold, else None."""
        folded = word.lower()
        if len(folded) < 4 or not folded.isalpha():
            return None
        for form in base_forms(folded):
            name = self._names.get(sound_key(form))
            if name is not None:
                return name.text.capitalize()
        slip = self._nearest(folded, is_named=word[0].isupper())
        return slip or self._near_name(folded)

    def _nearest(self, folded: str, *, is_named: bool) -> str | None:
        best: tuple[float, int, str] | None = None
        typed = _plain(folded)
        for entry in self._by_initial.get(folded[0], ()):
            if abs(len(entry.text) - len(folded)) > 2 or len(entry.text) < 4:
                continue
            another = is_named and entry.capitalised >= NAME_SHARE  # a name one letter from a name is somebody else's
            distance = _within(typed, _plain(entry.text), _slip_limit(folded, entry, another=another))
            if distance is not None and (best is None or (distance, -entry.count) < best[:2]):
                best = (
                    distance,
                    -entry.count,
                    entry.text.capitalize() if entry.capitalised >= NAME_SHARE else entry.text,
                )
        return best[2] if best else None

    def _near_name(self, folded: str) -> str | None:
        key, limit = sound_key(folded), _limit(folded)
        if len(key) < 5:
            return None
        close = [
            entry
            for other, entry in self._names.items()
            if other[:1] == key[:1] and abs(len(other) - len(key)) <= 1 and _within(key, other, limit) is not None
        ]
        return max(close, key=lambda entry: entry.count).text.capitalize() if close else None


def _plain(word: str) -> str:
    """A lower-case word without accents, in the one spelling of British and American English."""
    return one_spelling(word if word.isascii() or is_cyrillic(word) else letters_of(word))


def _limit(word: str) -> float:
    """How far from a word its repair may be: in a short one a whole slip makes another word, or another person."""
    return 0.5 if len(word) < 6 else 1.0


def _slip_limit(typed: str, meant: Word, *, another: bool) -> float:
    """The same with what is meant in view: a short word may lack a letter, or have one of five for its neighbour.

    One of four letters lacks one only where the library says that word often, and so does what may be `another` person's name.
    """
    lacks = len(meant.text) > len(typed)
    if lacks and (meant.count >= OFTEN or (len(typed) > 4 and not another)):
        return 1.0
    return max(_limit(typed), _NEAR if len(typed) > 4 and not another else 0.0)


def _within(a: str, b: str, limit: float) -> float | None:
    """Their slip distance, None where it is over the limit."""
    if OSA.distance(a, b, score_cutoff=int(2 * limit)) > 2 * limit:
        return None  # no slip costs less than a half; the plain distance is told a hundred times as fast
    distance = slip_distance(a, b)
    return distance if distance <= limit else None


def repaired(
    text: str, is_known: Callable[[str], bool], speller: Callable[[], Speller], find_words: re.Pattern[str]
) -> str:
    """The text with each unknown word in the library's spelling where it has one; everything else as it stands.

    The speller is asked for only when a word is unknown, since making one reads the whole vocabulary.
    """

    def mend(match: re.Match[str]) -> str:
        word = match.group()
        return word if is_known(word) else speller().repair(word) or word

    return find_words.sub(mend, text)
